import { describe, expect, test } from 'vitest';
import type { SourceRecord } from '$lib/domain/source';
import { cite } from '$lib/engine/cited-claim';
import { columnsOf } from '$lib/engine/columns';
import { inReadingOrder } from '$lib/domain/reading-order';
import { paragraphsOf } from '$lib/server/pages/claims-in-order';
import { authorsOf, issuedOf, languageName, outletOf, recordWords, typeWords } from '$lib/ui/pages/source-record';
import { claimWith, datasetWith } from '../fixtures/dataset';

function record(overrides: Partial<SourceRecord> = {}): SourceRecord {
	return { id: 'wire', type: 'article-newspaper', ...overrides };
}

describe('the date of a source', () => {
	test.each([
		[{ 'date-parts': [[2024, 12, 9]] }, '2024-12-09'],
		[{ 'date-parts': [[2025, 3]] }, '2025-03'],
		[{ 'date-parts': [[2018], [2019]] }, '2018/2019'],
		[{ 'date-parts': [[2025, 3]], circa: true }, '2025-03~'],
		[{ raw: '2024-12-13/2024-12-15' }, '2024-12-13/2024-12-15']
	])('of %j is %s', (issued, edtf) => {
		expect(issuedOf({ record: record({ issued }) })?.edtf).toBe(edtf);
	});

	test('is inferred where the source says how it was dated', () => {
		const issued = issuedOf({ record: record({ issued: { raw: '2025-03' } }), dating: 'From what it cites.' });
		expect(issued).toEqual({ edtf: '2025-03', basis: 'inferred', remark: 'From what it cites.' });
	});

	test('is not made up where nothing is known', () => {
		expect(issuedOf({ record: record() })).toBeNull();
		expect(issuedOf({ record: record({ issued: { 'date-parts': [] } }) })).toBeNull();
	});
});

describe('the record of a source', () => {
	test('names the outlet, or else the publisher, or nobody', () => {
		expect(outletOf(record({ 'container-title': 'The Paper', publisher: 'The House' }))).toBe('The Paper');
		expect(outletOf(record({ publisher: 'The House' }))).toBe('The House');
		expect(outletOf(record())).toBeNull();
	});

	test('names the authors as the source does', () => {
		const author = [{ given: 'Anna', family: 'Öz' }, { literal: 'agency staff' }];
		expect(authorsOf(record({ author }))).toBe('Anna Öz, agency staff');
		expect(authorsOf(record())).toBeNull();
	});

	test('says in a line what is not known', () => {
		expect(recordWords({ record: record({ language: 'en' }) })).toBe(
			'Publisher not known, newspaper article, in English'
		);
	});

	test('has its kind and its language in words', () => {
		expect(typeWords('article-newspaper')).toBe('newspaper article');
		expect(typeWords('post-weblog')).toBe('post weblog');
		expect(languageName('ar')).toBe('Arabic');
		expect(languageName('not a tag')).toBe('not a tag');
	});
});

describe('a source in reading order', () => {
	const at = (id: string, paragraph: number, start: number) =>
		claimWith({ id, selector: { paragraph, start, end: start + 5, sha256: 'a'.repeat(64) } });
	const claims = [at('late', 2, 0), at('second', 1, 9), at('first', 1, 0)];

	test('has its claims where their passages stand', () => {
		expect(inReadingOrder(claims).map(({ id }) => id)).toEqual(['first', 'second', 'late']);
	});

	test('accounts for the paragraphs without a claim in their place', () => {
		const columns = columnsOf(datasetWith());
		const notes = inReadingOrder(claims).map((claim) => cite(columns, claim));
		const paragraphs = paragraphsOf({ unmapped: [{ paragraph: 3, why: 'No place.' }] }, notes);
		expect(paragraphs.map(({ paragraph, why, notes: under }) => [paragraph, under.length, why])).toEqual([
			[1, 2, null],
			[2, 1, null],
			[3, 0, 'No place.']
		]);
	});
});
