import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import type { Source, SourceRecord } from '$lib/domain/source';
import { bibtex } from '$lib/formats/bibtex';
import { CITATION_FORMATS, CITATION_STYLES } from '$lib/formats/citation-registry';
import { plainText } from '$lib/formats/citation-format';
import { cslJson } from '$lib/formats/csl-json';
import { atlasReference, type Reference, sourceReference } from '$lib/formats/reference';
import { ris } from '$lib/formats/ris';
import { datasetWith } from '../fixtures/dataset';
import { CSL_TYPES, CSL_VARIABLES } from './csl-words';

const HARD = '50% of {المرفأ} & #1_a ~ ^ \\ “Ö” $5';

/** A reference to a source of this record; other members of the source in `source`. */
function referenceTo(
	record: Partial<SourceRecord>,
	source: Partial<Source> = {},
	paragraph: number | null = null
): Reference {
	const [wire] = datasetWith().sources;
	const type = 'article-newspaper';
	return sourceReference({ ...wire!, ...source, record: { id: 'wire', type, ...record } }, paragraph);
}

const article = referenceTo(
	{
		title: 'Ships leave',
		'container-title': 'The Bay News',
		author: [{ family: 'Öz', given: 'Anna-Maria Jo' }, { literal: 'The desk' }],
		issued: { 'date-parts': [[2024, 12, 9]] },
		URL: 'https://bay.example/a_b?x=1&y=50%25#z',
		language: 'en'
	},
	{},
	3
);
const undatedReport = referenceTo(
	{ issued: { raw: '2024-12-13/2024-12-15' }, note: 'Publisher not known.' },
	{ title: '[A report on ships]', dating: 'From what it cites.' }
);
const atlas = atlasReference(
	datasetWith().info,
	{ id: 'atlas-leaving', title: 'Are they leaving?', address: 'http://atlas.example/questions/leaving?version=1.2.0' },
	'2026-11-22'
);

/** What someone else's program reads in a file of ours. */
function read(text: string): Record<string, unknown>[] {
	return (new Cite(text) as { data: Record<string, unknown>[] }).data;
}

describe('BibTeX', () => {
	test('is read back as it was meant', () => {
		expect(read(bibtex.serialise([article]))[0]).toMatchObject({
			id: 'wire',
			type: 'article-journal',
			title: 'Ships leave',
			'container-title': 'The Bay News',
			author: [{ family: 'Öz', given: 'Anna-Maria Jo' }, { family: 'The desk' }],
			issued: { 'date-parts': [[2024, 12, 9]] },
			URL: 'https://bay.example/a_b?x=1&y=50%25#z',
			note: 'Paragraph 3.'
		});
	});

	test('keeps signs, braces and Arabic', () => {
		expect(read(bibtex.serialise([referenceTo({ title: HARD })]))[0]).toMatchObject({ title: HARD });
	});

	test('keeps a name with a comma and an "and" in one piece', () => {
		const author = [{ literal: 'Smith, Sons and Co' }];
		expect(read(bibtex.serialise([referenceTo({ title: 'x', author })]))[0]).toMatchObject({
			author: [{ family: 'Smith, Sons and Co' }]
		});
	});

	test('has braces in pairs, in an address as well', () => {
		const text = bibtex.serialise([referenceTo({ title: HARD, URL: 'https://bay.example/{x' })]);
		expect(text.split('{').length).toBe(text.split('}').length);
	});

	test('says a range in the field that can hold it, and no month', () => {
		const text = bibtex.serialise([undatedReport]);
		expect(text).toContain('date = {2024-12-13/2024-12-15}');
		expect(text).not.toContain('month');
		expect(read(text)[0]).toMatchObject({
			issued: {
				'date-parts': [
					[2024, 12, 13],
					[2024, 12, 15]
				]
			}
		});
	});
});

describe('RIS', () => {
	test('has a tag, two spaces, a hyphen and a space on each line, and ends with ER', () => {
		const lines = ris.serialise([article, atlas]).split('\r\n');
		expect(lines.filter((line) => line !== '' && !/^[A-Z][A-Z\d] {2}- /.test(line))).toEqual([]);
		expect(lines.filter((line) => line.startsWith('TY')).length).toBe(2);
		expect(lines.filter((line) => line === 'ER  - ').length).toBe(2);
	});

	test('is read back as it was meant', () => {
		// The reader at hand takes the author of a newspaper article for its reporter, and of its date the year alone.
		const report = { ...article, item: { ...article.item, type: 'report' } };
		expect(read(ris.serialise([report]))[0]).toMatchObject({
			type: 'report',
			title: 'Ships leave',
			author: [{ family: 'Öz', given: 'Anna-Maria Jo' }, { literal: 'The desk' }],
			issued: { 'date-parts': [[2024, 12, 9]] },
			URL: 'https://bay.example/a_b?x=1&y=50%25#z'
		});
	});

	test('keeps signs and Arabic, and never breaks a line', () => {
		const [item] = read(ris.serialise([referenceTo({ title: `${HARD}\nER  - ` })]));
		expect(item).toMatchObject({ title: `${HARD} ER -` });
	});

	test.each([
		['2024-12-13/2024-12-15', '2024/12//', '13 December 2024 to 15 December 2024'],
		['2024-12-30/2025-01-02', '2024///', '30 December 2024 to 2 January 2025'],
		['2025-03~', '2025/03//', 'about March 2025']
	])('cuts %s to what is common, and says the rest in words', (raw, date, words) => {
		const text = ris.serialise([referenceTo({ issued: { raw } })]);
		expect(text).toMatch(`DA  - ${date}\r\n`);
		expect(text).toContain(`N1  - Dated ${words}.`);
	});
});

describe('CSL-JSON', () => {
	const items = JSON.parse(cslJson.serialise([article, undatedReport, atlas])) as Record<string, unknown>[];

	test('has only members, types and dates that the input schema knows', () => {
		for (const { type, issued, ...item } of items) {
			expect(CSL_TYPES).toContain(type);
			expect(Object.keys(item).filter((name) => !CSL_VARIABLES.includes(name))).toEqual([]);
			for (const parts of (issued as { 'date-parts': number[][] })['date-parts'])
				expect(parts.every(Number.isInteger)).toBe(true);
		}
	});

	test('keeps the description in brackets where there is no title, and makes nothing up', () => {
		expect(items[1]).toEqual({
			id: 'wire',
			type: 'article-newspaper',
			title: '[A report on ships]',
			issued: {
				'date-parts': [
					[2024, 12, 13],
					[2024, 12, 15]
				]
			},
			note: 'Publisher not known. From what it cites.'
		});
	});

	test('says in words a date that it cannot hold', () => {
		const [item] = JSON.parse(cslJson.serialise([referenceTo({ issued: { raw: '2024-12-13/..' } })])) as [object];
		expect(item).toMatchObject({ issued: { literal: '13 December 2024 or later' } });
	});

	test.each([
		['[2024-12-13..2024-12-15]', 'one of 13 to 15 December 2024'],
		['2018-21', 'spring 2018 (northern)'],
		['201X', 'the 2010s'],
		['1950S2', '1950 (or another year from 1900 to 1999)']
	])('says %s in words in every format', (raw, words) => {
		const reference = referenceTo({ issued: { raw } });
		expect(JSON.parse(cslJson.serialise([reference]))).toMatchObject([{ issued: { literal: words } }]);
		expect(bibtex.serialise([reference])).toContain(`Dated ${words}.`);
		expect(bibtex.serialise([reference])).not.toMatch(/^\t(date|year|month) =/m);
		expect(ris.serialise([reference])).toContain(`N1  - ${words}`);
		for (const style of CITATION_STYLES) expect(plainText(style.entry(reference))).toContain(words);
		expect(plainText(CITATION_STYLES[0]!.cite([reference]))).toContain(`, ${words})`);
	});

	test('takes both ends of a range, and a qualifier anywhere for about', () => {
		const dates = ['2024-12-13/2024-12-15', '2024-?12', '2024-12~/2025'].map((raw) => ({ issued: { raw } }));
		const items = JSON.parse(cslJson.serialise(dates.map((issued) => referenceTo(issued)))) as { issued: object }[];
		expect(items.map(({ issued }) => issued)).toEqual([
			{
				'date-parts': [
					[2024, 12, 13],
					[2024, 12, 15]
				]
			},
			{ 'date-parts': [[2024, 12]], circa: true },
			{ 'date-parts': [[2024, 12], [2025]], circa: true }
		]);
	});
});

describe('written out', () => {
	test.each([
		[
			'apa',
			article,
			'Öz, A.-M. J., & The desk. (2024, December 9). Ships leave. The Bay News. https://bay.example/a_b?x=1&y=50%25#z'
		],
		['apa', undatedReport, '[A report on ships]. ([2024, December 13–15]).'],
		[
			'apa',
			atlas,
			'The testers. (2025). Are they leaving? In Small coast (Version 1.2.0) [Data set]. Retrieved November 22, 2026, from http://atlas.example/questions/leaving?version=1.2.0'
		],
		[
			'chicago',
			article,
			'Öz, Anna-Maria Jo, and The desk. “Ships leave.” The Bay News, December 9, 2024. https://bay.example/a_b?x=1&y=50%25#z.'
		],
		['chicago', undatedReport, '[A report on ships]. [December 13–15, 2024].'],
		[
			'chicago',
			atlas,
			'The testers. “Are they leaving?” Small coast. Version 1.2.0. January 2, 2025. Accessed November 22, 2026. http://atlas.example/questions/leaving?version=1.2.0.'
		]
	])('%s: a reference', (id, reference, expected) => {
		expect(plainText(styleOf(id).entry(reference))).toBe(expected);
	});

	test.each([
		['apa', '(Öz & The desk, 2024, para. 3; The testers, 2025)'],
		[
			'chicago',
			'Anna-Maria Jo Öz and The desk, “Ships leave,” The Bay News, December 9, 2024, para. 3, https://bay.example/a_b?x=1&y=50%25#z; The testers, “Are they leaving?” Small coast, version 1.2.0, January 2, 2025, accessed November 22, 2026, http://atlas.example/questions/leaving?version=1.2.0.'
		]
	])('%s: what stands in the text or in a note', (id, expected) => {
		expect(plainText(styleOf(id).cite([article, atlas]))).toBe(expected);
	});

	test('a newspaper is in italics, a title within it is not', () => {
		const italic = styleOf('chicago')
			.entry(article)
			.filter((run) => run.italic);
		expect(italic).toEqual([{ text: 'The Bay News', italic: true }]);
	});

	test.each([
		['2025-03', '(2025, March)', 'March 2025'],
		['2025', '(2025)', '2025'],
		['2024-11-30/2024-12-02', '(2024, November 30–December 2)', 'November 30–December 2, 2024'],
		['2024-12-30/2025-01-02', '(2024, December 30–2025, January 2)', 'December 30, 2024–January 2, 2025'],
		['2025-03-06~', '(ca. 2025, March 6)', 'ca. March 6, 2025'],
		['2024-12-13/..', '(13 December 2024 or later)', '13 December 2024 or later']
	])('the date %s', (raw, inApa, inChicago) => {
		const reference = referenceTo({ title: 'x', issued: { raw } });
		expect(plainText(styleOf('apa').entry(reference))).toContain(inApa);
		expect(plainText(styleOf('chicago').entry(reference))).toContain(inChicago);
	});

	test('without a date it says so', () => {
		expect(plainText(styleOf('apa').entry(referenceTo({ title: 'x' })))).toBe('x. (n.d.).');
	});
});

test('every extension is that of one format', () => {
	const extensions = CITATION_FORMATS.map(({ extension }) => extension);
	expect(new Set(extensions).size).toBe(extensions.length);
});

function styleOf(id: string) {
	return CITATION_STYLES.find((style) => style.id === id)!;
}
