import { describe, expect, test } from 'vitest';
import { readCited } from '$lib/server/api/citable-thing';
import { datasetWith, versionWith } from '../../fixtures/dataset';
import { handlersOf, problemOf } from './ask';

const atlas = handlersOf();

/** The items of an answer of CSL-JSON. */
async function itemsOf(query: string): Promise<Record<string, unknown>[]> {
	const response = await atlas.cite(`json?${query}`);
	expect(response.status, await response.clone().text()).toBe(200);
	return (await response.json()) as Record<string, unknown>[];
}

describe('what is cited', () => {
	test('of a claim: its source with the paragraph, and the atlas that records it', async () => {
		const [source, record] = await itemsOf('claim=c-2');
		expect(source).toMatchObject({ id: 'wire', title: 'Ships leave', locator: 'para. 2' });
		expect(record).toMatchObject({
			type: 'dataset',
			title: 'Nothing moves, neither on the quay nor in the north',
			'container-title': 'Small coast',
			author: [{ literal: 'The testers' }],
			version: '1.2.0',
			URL: 'http://atlas.example/sources/wire?version=1.2.0#c-2',
			accessed: { 'date-parts': [[2026, 11, 22]] }
		});
	});

	test('of a source: its own record, and what warns of it', async () => {
		expect(await itemsOf('source=report')).toEqual([
			{
				id: 'report',
				type: 'report',
				title: '[A report]',
				author: [{ literal: 'The Paper' }],
				issued: { 'date-parts': [[2025, 2]] },
				note: 'From what it cites. Warning: It is a copy, and the original is not known. Warning: Another copy has an inn instead.'
			}
		]);
	});

	test.each([
		['feature=harbour', 'Harbour', '/features/harbour?version=1.2.0'],
		['question=leaving', 'Are they leaving?', '/questions/leaving?version=1.2.0'],
		['', 'Small coast', '/?version=1.2.0'],
		[
			'layers=coast&topics=ships',
			'[Map, filtered: layer Coast; topic Ships]',
			'/?layers=coast&topics=ships&version=1.2.0'
		],
		[
			'q=ships&feature=harbour',
			'[Harbour on the map, filtered: with the words “ships”]',
			'/?q=ships&feature=harbour&version=1.2.0'
		]
	])('of %s: the atlas', async (query, title, address) => {
		expect(await itemsOf(query)).toMatchObject([{ title, URL: `http://atlas.example${address}` }]);
	});
});

describe('/cite.{extension}', () => {
	test.each([
		['bib', 'application/x-bibtex; charset=utf-8', '@misc{atlas-harbour,'],
		['ris', 'application/x-research-info-systems; charset=utf-8', 'TY  - DATA'],
		['json', 'application/vnd.citationstyles.csl+json', '[']
	])('.%s has its media type, a name, and may be fetched by anyone', async (extension, type, start) => {
		const response = await atlas.cite(`${extension}?feature=harbour`);
		expect(response.headers.get('content-type')).toBe(type);
		expect(response.headers.get('content-disposition')).toBe(
			`attachment; filename="footnote-atlas-harbour.${extension}"`
		);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(await response.text()).toMatch(new RegExp(`^${start.replace(/[[{]/g, '\\$&')}`));
	});

	test('answers 304 to who has it', async () => {
		const etag = (await atlas.cite('bib?claim=c-1')).headers.get('etag') ?? '';
		expect((await atlas.cite('bib?claim=c-1', { headers: { 'If-None-Match': etag } })).status).toBe(304);
		expect((await atlas.cite('bib?claim=c-2', { headers: { 'If-None-Match': etag } })).status).toBe(200);
	});

	test.each([
		['claim=c-9', ['claim']],
		['claim=c-1&source=wire', ['source']],
		['source=wire&layers=coast&feature=harbour', ['feature', 'layers']],
		['question=leaving&style=apa', ['style']],
		['feature=gone&from=never', ['from', 'feature']],
		['claim=__proto__', ['claim']],
		['source=wire&source=report', ['source']],
		['feature=harbour&feature=hotel', ['feature']]
	])('refuses %s and names all that is wrong', async (query, parameters) => {
		const response = await atlas.cite(`bib?${query}`);
		expect(response.status).toBe(400);
		const { errors } = (await problemOf(response)) as { errors: { parameter: string }[] };
		expect(errors.map(({ parameter }) => parameter).sort()).toEqual([...parameters].sort());
	});

	test.each(['feature=gone', 'feature=gone&layers=coast', 'claim=gone', 'source=gone', 'question=gone'])(
		'finds nothing to cite at %s, and says what is not there',
		async (query) => {
			const { cited, problems } = await readCited(atlas.store, new URLSearchParams(query));
			expect(cited).toBeNull();
			expect(problems.at(-1)?.detail).toMatch(/^There is no (?:feature|claim|source|question) “gone”\.$/);
		}
	);

	test('says of a claim that was withdrawn when and why', async () => {
		const was = { text: 'x', source: 'wire', about: [], topics: [], questions: [] };
		const claims = { added: [], changed: [], withdrawn: [{ id: 'c-9', why: 'It was misread.', was }] };
		const later = handlersOf(datasetWith({ history: [versionWith({ claims })] }));
		expect(await problemOf(await later.cite('bib?claim=c-9'))).toMatchObject({
			detail: 'The claim “c-9” was withdrawn in version 1.2.0: It was misread.'
		});
	});

	test('knows no other endings', async () => {
		const response = await atlas.cite('docx?claim=c-1');
		expect(response.status).toBe(404);
		expect(await problemOf(response)).toMatchObject({ type: '/problems/unknown-format' });
	});
});
