import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addSource, type Wishes } from '../../geodata/tools/source/add-source';
import { VALID } from '../ingest/broken-folder';

const FILES = 'tests/fixtures/documents';

describe('add-source says what it read', () => {
	let root = '';
	let told = '';

	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'preview-'));
		await cp(VALID, join(root, 'geodata'), { recursive: true });
		told = '';
		const note = (message: unknown) => void (told += `${String(message)}\n`);
		vi.spyOn(console, 'log').mockImplementation(note);
		vi.spyOn(console, 'error').mockImplementation(note);
	});
	afterEach(async () => {
		vi.restoreAllMocks();
		await rm(root, { recursive: true });
	});

	const add = (file: string, wishes: Wishes) =>
		addSource(join(root, 'geodata'), join(root, 'documents'), join(FILES, file), wishes);
	const written = () => readdir(join(root, 'documents')).catch(() => []);

	test('before anything is written: record, encoding, paragraphs, first and last words, what is left out', async () => {
		expect(await add('html-lead-in-header.html', { isPreview: true })).toBe(0);
		for (const words of [
			/title: +Convoy leaves base/,
			/date: +not stated/,
			/authors: +not stated/,
			/language: +en, from left to right/,
			/encoding: +utf-8: the page declares it/,
			/paragraphs: +7/,
			/begins: +“Russia has moved the last of its armour/,
			/ends: +“….*fewer than in the summer\.”/,
			/2 {2}a promotion: “Advert”/,
			/--keep 1,3/,
			/Nothing is written yet/
		]) {
			expect(told).toMatch(words);
		}
		expect(await written()).toEqual([]);
	});

	test('the same where it writes, with what was kept in its place', async () => {
		expect(await add('html-lead-in-header.html', { keep: '1,3', id: 'convoy' })).toBe(0);
		expect(told).toMatch(/paragraphs: +10/);
		const lines = (await readFile(join(root, 'documents', 'convoy.txt'), 'utf8')).trimEnd().split('\n');
		expect([lines[0], lines[1]?.slice(0, 16), ...lines.slice(-2)]).toEqual([
			'Convoy leaves base',
			'Russia has moved',
			'Read more',
			'Other story one'
		]);
		expect(told).toMatch(/1 {2}a promotion: “Advert”/);
	});

	test('that a number is of nothing that was left out', async () => {
		expect(await add('html-lead-in-header.html', { keep: '2,9' })).toBe(1);
		expect(told).toContain('“9” is no number of what is left out: there are 1 to 3.');
		expect(await written()).toEqual([]);
	});

	test('what a text in an encoding that it does not say may be, and reads it as the person says', async () => {
		expect(await add('html-arabic-1256-no-meta.html', { id: 'convoy' })).toBe(1);
		expect(told).toContain('Give the one that reads right: --encoding windows-1256.');
		expect(await written()).toEqual([]);
		expect(await add('html-arabic-1256-no-meta.html', { id: 'convoy', encoding: 'windows-1256' })).toBe(0);
		expect(told).toMatch(/language: +not stated, from right to left/);
		expect(await readFile(join(root, 'documents', 'convoy.txt'), 'utf8')).toContain('قالت الوزارة يوم الثلاثاء');
	});
});
