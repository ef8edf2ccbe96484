import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readDraft } from '$lib/ingest/read';
import { addSource } from '../../geodata/tools/source/add-source';
import { readHtml } from '../../geodata/tools/source/html/page';
import { kindOf } from '../../geodata/tools/source/kind';
import { readPdf } from '../../geodata/tools/source/pdf/pdf';
import { recogniser } from '../../geodata/tools/source/recognise';
import { readText } from '../../geodata/tools/source/text';
import { VALID } from '../ingest/broken-folder';
import { pdfOf } from './pdf-of';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a text file', () => {
	test('has a paragraph on each line', () => {
		expect(readText(bytes('One, \r\n\n  two.\nThree.')).paragraphs).toEqual(['One,', 'two.', 'Three.']);
	});

	test('has its paragraphs joined where its lines are wrapped', () => {
		const wrapped = 'The first line\nruns on\nand on.\n\nThe second\nas well,\nuntil here.\n';
		expect(readText(bytes(wrapped)).paragraphs).toEqual([
			'The first line runs on and on.',
			'The second as well, until here.'
		]);
	});

	test.each([
		['Latin-1', Uint8Array.of(0x63, 0x61, 0x66, 0xe9)],
		['an archive', bytes('PK\0\0')]
	])('of other bytes is refused: %s', (_, other) => {
		expect(() => readText(other)).toThrow(/text/);
	});
});

describe('a web page', () => {
	const SENTENCE =
		'The harbour office said that two ferries had left the quay, and that nobody knew when they would return.';
	const page = (article: string, head = '') =>
		readHtml(
			bytes(
				`<!doctype html><html lang="en-GB"><head><title>Quay</title>${head}</head><body><nav><a href="/">Menu entry</a></nav><article>${article}</article><script>var hidden = 1</script></body></html>`
			)
		);

	test('has the paragraphs of its article, and nothing from around it', () => {
		const { paragraphs } = page(`<h2>A heading</h2><p>${SENTENCE}</p><ul><li>${SENTENCE} <b>Bold</b>.</li></ul>`);
		expect(paragraphs).toEqual(['A heading', SENTENCE, `${SENTENCE} Bold.`]);
	});

	test('is wrapped by one break, and parted by two', () => {
		const { paragraphs } = page(`<p>${SENTENCE}<br>And so on.<br><br>${SENTENCE}</p>`);
		expect(paragraphs).toEqual([`${SENTENCE} And so on.`, SENTENCE]);
	});

	test('states its title, author, date, outlet, address and language', () => {
		const head = `<meta property="og:title" content="Ships leave"><meta property="og:site_name" content="Bay News">
			<meta name="author" content="By Ada Quill"><link rel="canonical" href="https://bay.example/ships">
			<meta property="article:published_time" content="2025-01-02T23:30:00-11:00">`;
		expect(page(`<p>${SENTENCE}</p>`, head).stated).toEqual({
			type: 'webpage',
			title: 'Ships leave',
			author: [{ literal: 'Ada Quill' }],
			'container-title': 'Bay News',
			issued: { 'date-parts': [[2025, 1, 2]] },
			URL: 'https://bay.example/ships',
			language: 'en-GB'
		});
	});

	test('states no address that is none', () => {
		const { stated } = page(`<p>${SENTENCE}</p>`, '<link rel="canonical" href="javascript:alert(1)">');
		expect(stated).not.toHaveProperty('URL');
	});

	test('may do without tags for its head and its body', () => {
		const { paragraphs, stated } = readHtml(bytes(`<!doctype html><title>Quay</title><p>${SENTENCE}<p>${SENTENCE}`));
		expect([paragraphs, stated.title]).toEqual([[SENTENCE, SENTENCE], 'Quay']);
	});

	test('is read in the encoding that it names', () => {
		const latin = Uint8Array.from(
			`<html><meta charset="iso-8859-1"><body><p>Caf\u00e9 ${SENTENCE}</p></body></html>`,
			(c) => c.charCodeAt(0)
		);
		expect(readHtml(latin).paragraphs[0]).toContain('Café');
	});
});

describe('a PDF', () => {
	const lines = (...texts: [text: string, y: number, x?: number][]) =>
		texts.map(([text, y, x = 72]) => ({ text, x, y }));

	test('has its lines put together to paragraphs, over the ends of pages too', async () => {
		const { paragraphs, stated } = await readPdf(
			pdfOf(
				[
					lines(
						['Two ferries have left', 700],
						['the quay for good.', 686],
						['The crane stays, as', 658],
						['far as any-', 644]
					),
					lines(['one can see.', 780], ['Subscribers who pay, as anyone can, read on.', 752])
				],
				'Quay'
			)
		);
		expect(paragraphs).toEqual([
			'Two ferries have left the quay for good.',
			'The crane stays, as far as anyone can see.',
			'Subscribers who pay, as anyone can, read on.'
		]);
		expect(stated).toEqual({ type: 'document', title: 'Quay' });
	});

	test('has a paragraph where a line is indented', async () => {
		const { paragraphs } = await readPdf(
			pdfOf(
				[lines(['One line', 700], ['and another.', 686], ['Indented it is', 672, 90], ['and goes on.', 658])],
				'Quay'
			)
		);
		expect(paragraphs).toEqual(['One line and another.', 'Indented it is and goes on.']);
	});

	test('that is damaged is refused in a sentence', async () => {
		await expect(readPdf(bytes('%PDF-1.4 and nothing else'))).rejects.toThrow('The PDF cannot be read:');
	});
});

test.each([
	['a.pdf', '%PDF-1.7', 'pdf'],
	['saved.txt', '  %PDF-1.7', 'pdf'],
	['page.HTM', 'Text', 'html'],
	['page', '<!DOCTYPE html><p>', 'html'],
	['a.txt', 'Text < html', 'text']
])('%s that begins with %j is %s', async (name, beginning, kind) => {
	expect(await kindOf(name, bytes(beginning))).toBe(kind);
});

describe('what a paragraph is recognised to name', () => {
	const recognised = async (text: string) => {
		const draft = await readDraft(VALID);
		return recogniser(draft!)(text).map(({ kind, id, spellings }) => `${kind} ${id}: ${spellings.join(', ')}`);
	};

	test('has a place, a person by the last name, and a topic', async () => {
		expect(await recognised('QUILL went to Uppermoor’s works.')).toEqual([
			'agent ada-quill: Quill',
			'place uppermoor: Uppermoor',
			'topic works: Works'
		]);
	});

	test('has whole words only', async () => {
		expect(await recognised('Quillon and Uppermoorland')).toEqual([]);
	});
});

test('a document is refused that is a source already, whatever its file is called and however it was written down', async () => {
	const root = await mkdtemp(join(tmpdir(), 'twice-'));
	const [data, sources] = [join(root, 'geodata'), join(root, 'documents')];
	await cp(VALID, data, { recursive: true });
	const told = vi.spyOn(console, 'error').mockReturnValue();
	vi.spyOn(console, 'log').mockReturnValue();
	const [first, second] = [join(root, 'ferry.txt'), join(root, 'again.txt')];
	for (const file of [first, second]) await writeFile(file, '  The ferry has sunk.\r\n\r\nNobody knows why.  ');
	try {
		expect(await addSource(data, sources, first)).toBe(0);
		for (const [file, id] of [
			[first, undefined],
			[second, 'another'],
			[join(sources, 'ferry.txt'), 'a-third'],
			[join(VALID, 'documents', 'gazette.txt'), 'gazette']
		] as const) {
			expect(await addSource(data, sources, file, { id })).toBe(1);
		}
		expect(told.mock.calls.map(([message]) => message as string)).toEqual([
			...Array.from({ length: 3 }, () => 'The source “ferry” is this document already.'),
			'The source “gazette-2025-03” is this document already.'
		]);
		expect(await readdir(sources)).toEqual(['ferry.txt']);
	} finally {
		vi.restoreAllMocks();
		await rm(root, { recursive: true });
	}
});
