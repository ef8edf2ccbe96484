import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { VALID, withBroken } from './broken-folder';

/** Runs a verb of the tools as `npm run geodata` does. */
function geodata(args: string[], env: Record<string, string> = {}): { code: number | null; out: string; err: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'geodata/tools/cli.ts', ...args], {
		encoding: 'utf8',
		env: { ...process.env, GEODATA_DIR: '', SOURCES_DIR: '', ...env }
	});
	return { code: status, out: stdout, err: stderr };
}

const DOCUMENTS = join(VALID, 'documents');

describe('npm run geodata --', { timeout: 60_000 }, () => {
	test('check: says what the folder holds', () => {
		expect(geodata(['check', '--data', VALID])).toEqual({
			code: 0,
			out: `${VALID} keeps every rule: 6 features, 7 claims, 2 sources.\n`,
			err: ''
		});
	});

	test('check: holds what we wrote against the documents that are at hand', async () => {
		const { code, out } = geodata(['check', '--data', VALID, '--sources', DOCUMENTS]);
		expect({ code, out }).toEqual({
			code: 0,
			out: `${VALID} keeps every rule: 6 features, 7 claims, 2 sources.\n7 of 7 claims were held against their passages in ${DOCUMENTS}.\n`
		});
		const value = 'Three ferries are no longer at the quay.';
		const patch = [{ file: 'sources/bay-news-2024-12-09.json', op: 'replace' as const, path: '/claims/0/text', value }];
		const wrong = await withBroken({ patch }, (folder) =>
			Promise.resolve(geodata(['check', '--data', folder, '--sources', DOCUMENTS]))
		);
		expect(wrong.code).toBe(1);
		expect(wrong.err).toContain('"c-ferries-left": The text says “Three”');
		expect(wrong.err).toContain('[claim-number]');
	});

	test('verify: says of which claims not all could be compared, as their document is in another language', async () => {
		const patch = [{ file: 'sources/gazette-2025-03.json', op: 'add' as const, path: '/record/language', value: 'fr' }];
		const { code, out } = await withBroken({ patch }, (folder) =>
			Promise.resolve(geodata(['verify', '--data', folder, '--sources', DOCUMENTS]))
		);
		expect(code).toBe(0);
		expect(out).toMatch(/In another language than ours, so that only .+: c-quay-empty, c-crane-again, c-road\./);
	});

	test('check: takes the folder from GEODATA_DIR, and ends with 1 and all issues where it breaks rules', async () => {
		const { code, err } = await withBroken({ remove: ['topics.json', 'layers/inland.geojson'] }, (folder) =>
			Promise.resolve(geodata(['check'], { GEODATA_DIR: folder }))
		);
		expect(code).toBe(1);
		expect(err).toContain('topics.json: 1 issue\n    The file is missing. Add it. [file-present]');
		expect(err).toContain('2 issues in 2 files.');
	});

	test('verify: ends with 0 where every claim is proved', () => {
		const { code, out } = geodata(['verify', '--data', VALID, '--sources', DOCUMENTS]);
		expect({ code, out }).toEqual({
			code: 0,
			out: 'bay-news-2024-12-09: bay-news.txt\ngazette-2025-03: gazette.txt\n7 of 7 claims stand where they say.\n'
		});
	});

	test('verify: ends with 1 where a document is missing, because then it is not known', () => {
		const { code, out } = geodata(['verify', '--data', VALID], { SOURCES_DIR: VALID });
		expect(code).toBe(1);
		expect(out).toContain('gazette-2025-03: no file has its fingerprint\n0 of 7 claims');
	});

	test('coverage: prints the tables', () => {
		expect(geodata(['coverage', '--data', VALID]).out).toContain('gazette-2025-03               2        2');
	});

	test('rules: lists them, each with its sentence', () => {
		const { code, out } = geodata(['rules']);
		expect(code).toBe(0);
		expect(out).toMatch(/^ {2}claim-has-topic +A claim is filed under at least one topic\.$/m);
		expect(out).toMatch(/^verify:\n(.+\n)* {2}text-copies-document /m);
	});

	test('number: numbers what has no number after what has one, once, as the formatter would write it', async () => {
		const write = { 'notes.json': { notes: { 'northern-quay': ['c-gone', 'c-crane-again'] } } };
		await withBroken({ write }, async (folder) => {
			const file = join(folder, 'notes.json');
			expect(geodata(['number', '--data', folder])).toEqual({
				code: 0,
				out: `${file}: 7 notes are new, of 9.\n`,
				err: ''
			});
			const written = await readFile(file, 'utf8');
			expect((JSON.parse(written) as { notes: unknown }).notes).toMatchObject({
				'northern-quay': ['c-gone', 'c-crane-again', 'c-ferries-left', 'c-crane-stays', 'c-quay-empty'],
				uppermoor: ['c-road']
			});
			expect(await format(written, { parser: 'json', printWidth: 120 })).toBe(written);
			expect(geodata(['number', '--data', folder]).out).toBe(`${file}: 0 notes are new, of 9.\n`);
			expect(await readFile(file, 'utf8')).toBe(written);
		});
	});

	test('number: writes nothing where a source is not as it should be', async () => {
		const write = { 'sources/gazette-2025-03.json': { id: 'gazette-2025-03' } };
		const { code, err } = await withBroken({ write }, (folder) =>
			Promise.resolve(geodata(['number', '--data', folder]))
		);
		expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was numbered') as string });
	});

	test.each([['help'], ['--help'], ['check', '-h']])('%s %s: says what there is', (...args) => {
		const { code, out } = geodata(args);
		expect(code).toBe(0);
		for (const verb of ['check', 'verify', 'coverage', 'rules', 'changes', 'number', 'basemap'])
			expect(out).toMatch(new RegExp(`^  ${verb} `, 'm'));
	});

	test.each([
		[[], 'Say what to do.'],
		[['chekc'], 'There is no verb "chekc".'],
		[['check', 'geodata'], 'One verb at a time: "geodata" is one too many.'],
		[['check', '--folder', 'x'], "Unknown option '--folder'"]
	])('%j: ends with 2, what is wrong and what there is', (args, sentence) => {
		const { code, err } = geodata(args);
		expect(code).toBe(2);
		expect(err).toContain(sentence);
		expect(err).toContain('npm run geodata -- <verb>');
	});
});
