import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import type { Passage } from '$lib/domain/passage';
import { passageFile } from '$lib/server/api/passages';
import { openDocuments, type SourceDocuments } from '$lib/server/documents/source-documents';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { passageHref } from '$lib/app/links';
import { VALID } from '../../ingest/broken-folder';
import { problemOf } from './ask';

const GAZETTE = 'gazette-2025-03';

let store: EmbeddedStore;
const documents = new Map<'passages' | 'off' | 'none', SourceDocuments>();

beforeAll(async () => {
	const { dataset } = await readDataset(VALID);
	if (dataset === null) throw new Error('the valid folder is broken');
	store = new EmbeddedStore(dataset);
	const sourcesFolder = join(VALID, 'documents');
	documents.set('passages', await openDocuments(dataset, { sourcesFolder, sourceText: 'passages' }));
	documents.set('off', await openDocuments(dataset, { sourcesFolder, sourceText: 'off' }));
	documents.set('none', await openDocuments(dataset, { sourcesFolder: null, sourceText: 'passages' }));
});

function ask(query: string, source = GAZETTE, which: 'passages' | 'off' | 'none' = 'passages'): Promise<Response> {
	return passageFile(store, documents.get(which)!, new URLSearchParams(query), source);
}

describe('/sources/{id}/passages.json', () => {
	test('has a claim’s passage in its paragraph, and its neighbours', async () => {
		const response = await ask('claim=c-crane-again');
		const { claim, runs, previous, unproved } = (await response.json()) as Passage;
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
		expect(claim).toMatchObject({ id: 'c-crane-again', number: 2, of: 3 });
		expect(claim.about).toEqual([{ id: 'northern-quay', title: expect.any(String) as string, number: 4 }]);
		expect({ previous, unproved }).toEqual({ previous: 'c-quay-empty', unproved: null });
		expect(runs.filter(({ claims }) => claims.includes('c-crane-again')).length).toBeGreaterThan(0);
	});

	test('has what the document says of words that stand for a place', async () => {
		const { meanings } = (await (await ask('claim=c-crane-again')).json()) as Passage;
		expect(meanings).toEqual([
			{
				words: 'the crane',
				about: [{ id: 'northern-quay', title: 'Northern quay' }],
				paragraph: 1,
				text: 'northern quay at Saltmouth'
			}
		]);
		const { meanings: none } = (await (await ask('claim=c-quay-empty')).json()) as Passage;
		expect(none).toEqual([]);
	});

	test('has what stands for two places once, with both', async () => {
		const { meanings } = (await (await ask('claim=c-road')).json()) as Passage;
		expect(meanings.map(({ words, about }) => [words, about.map(({ id }) => id)])).toEqual([
			['closed', ['moor-road', 'uppermoor']]
		]);
	});

	test('marks in a paragraph where words of its claims are told the meaning of', () => {
		const runs = documents.get('passages')!.runs(GAZETTE, 1) ?? [];
		expect(runs.some(({ means }) => means?.includes('c-crane-again'))).toBe(true);
		expect(documents.get('off')!.runs(GAZETTE, 1)).toBeNull();
	});

	test('is where links say', () => {
		expect(passageHref(GAZETTE, 'c-1')).toBe('/sources/gazette-2025-03/passages.json?claim=c-1');
	});

	test.each([
		['a source that is not there', 'claim=c-crane-again', 'nothing', 404, 'There is no source “nothing”.'],
		['a claim that is not there', 'claim=c-x', GAZETTE, 404, `The source “${GAZETTE}” has no claim “c-x”.`],
		['a claim of another source', 'claim=c-crane-again', 'bay-news-2024-12-09', 404, 'has no claim “c-crane-again”'],
		['no claim', '', GAZETTE, 400, 'claim must name a claim'],
		[
			'a parameter too many',
			'claim=c-crane-again&all=1',
			GAZETTE,
			400,
			'There is no parameter “all”. There is only claim.'
		]
	])('refuses %s in a sentence', async (_, query, source, status, sentence) => {
		const response = await ask(query, source);
		expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
		expect((await problemOf(response))['detail']).toContain(sentence);
	});

	test.each([
		['off', 'This server shows no words of the documents.'],
		['none', 'This server does not have the document of the source.']
	] as const)('says why there is no passage: %s', async (which, detail) => {
		const response = await ask('claim=c-crane-again', GAZETTE, which);
		expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
		expect(await problemOf(response)).toMatchObject({ type: '/problems/no-passage', detail });
	});
});
