import { describe, expect, test } from 'vitest';
import { claimWith, datasetWith, stated, versionWith } from '../../fixtures/dataset';
import { handlersOf, problemOf } from './ask';

interface Item {
	id: string;
	url: string;
	title: string;
	content_text: string;
	date_published?: string;
	date_modified: string;
	authors: { name: string }[];
}

const atlas = handlersOf();

async function itemsOf(query: string, asked = atlas): Promise<Item[]> {
	const response = await asked.feed(`json${query}`);
	expect(response.status, await response.clone().text()).toBe(200);
	return ((await response.json()) as { items: Item[] }).items;
}

describe('a feed', () => {
	test.each([
		['', ['c-3', 'c-1', 'c-2']],
		['?topics=talks', ['c-3', 'c-2']],
		['?sources=report', ['c-3']],
		['?feature=north', ['c-2']],
		['?feature=harbour&q=left', ['c-1']],
		['?layers=none', []]
	])('%s has the claims that criteria find, of one day the latest said first', async (query, ids) => {
		expect((await itemsOf(query)).map(({ id }) => id.replace(/.*#/, ''))).toEqual(ids);
	});

	test('has as author who said it first, and links to the claim under its own address', async () => {
		expect((await itemsOf('?q=left'))[0]).toMatchObject({
			id: 'http://atlas.example/sources/wire#c-1',
			url: 'http://atlas.example/sources/wire#c-1',
			external_url: 'https://agency.example/ships',
			title: 'Ships left the harbour',
			content_text:
				'Ships left the harbour. Anna Öz (said), The Agency (reported). Said 9 December 2024. Source: Ships leave, paragraph 1.',
			authors: [{ name: 'Anna Öz' }],
			tags: ['Ships'],
			_atlas: { features: [{ title: 'Harbour', url: 'http://atlas.example/features/harbour' }] }
		});
	});

	test('gives a day of publication only where the day is known, and on that day', async () => {
		const claims = ['2024-12-09', '2024-12', '2024-12-09~', '2024-12-08/2024-12-09'].map((edtf, index) =>
			claimWith({ id: `c-${index}`, said: { ...stated('2024-12-09'), edtf } })
		);
		const items = await itemsOf('', handlersOf(datasetWith({ claims })));
		expect(items.map((item) => item.date_published)).toEqual(['2024-12-09T12:00:00Z', undefined, undefined, undefined]);
	});

	test('says of each claim when the atlas last changed it', async () => {
		const nothing = { added: [], changed: [], withdrawn: [] };
		const history = [
			versionWith({ date: '2025-01-02', claims: { ...nothing, added: [{ id: 'c-3', why: 'new' }] } }),
			versionWith({ version: '1.1.0', date: '2024-12-31' })
		];
		const items = await itemsOf('', handlersOf(datasetWith({ history })));
		expect(items.map((item) => item.date_modified.slice(0, 10))).toEqual(['2025-01-02', '2024-12-31', '2024-12-31']);
	});

	test('has first what was added or changed last, so that a claim about an old date reaches who follows', async () => {
		const nothing = { added: [], changed: [], withdrawn: [] };
		const old = Array.from({ length: 600 }, (_, index) => claimWith({ id: `c-old-${index}` }));
		const claims = [...old, claimWith({ id: 'c-new', said: stated('2018') })];
		const history = [
			versionWith({ claims: { ...nothing, added: [{ id: 'c-new', why: 'found in an archive' }] } }),
			versionWith({ version: '1.1.0', date: '2024-12-31' })
		];
		const items = await itemsOf('', handlersOf(datasetWith({ claims, history })));
		expect(items).toHaveLength(500);
		expect(items.slice(0, 2).map(({ id }) => id.replace(/.*#/, ''))).toEqual(['c-new', 'c-old-0']);
	});

	test.each(['atom', 'json'])('.%s answers 304 to who has it, and is another for other criteria', async (extension) => {
		const etag = (await atlas.feed(extension)).headers.get('etag') ?? '';
		expect((await atlas.feed(extension, { headers: { 'If-None-Match': etag } })).status).toBe(304);
		expect((await atlas.feed(`${extension}?topics=talks`, { headers: { 'If-None-Match': etag } })).status).toBe(200);
	});

	test.each([
		['atom?topics=nonsense', 400],
		['atom?style=apa', 400],
		['json?feature=gone', 404],
		['rss', 404]
	])('%s is a problem', async (file, status) => {
		const response = await atlas.feed(file);
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect((await problemOf(response))['detail']).toMatch(/\.$/);
	});
});

describe('Atom', () => {
	test('has what RFC 4287 asks for of a feed and of an entry', async () => {
		const response = await atlas.feed('atom?topics=ships');
		expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
		const text = await response.text();
		const [head = '', ...entries] = text.split('<entry>');
		for (const name of ['id', 'title', 'updated', 'author']) {
			expect(head.split(`<${name}>`)).toHaveLength(2);
			for (const entry of entries) expect(entry.split(`<${name}>`)).toHaveLength(2);
		}
		expect(head).toContain('<link rel="self" href="http://atlas.example/feed.atom?topics=ships"');
		expect(head).toContain('<title>Small coast: claims, topic Ships</title>');
		expect(entries).toHaveLength(2);
		expect(entries[0]).toContain('<category term="ships" label="Ships"/>');
	});

	test('takes what claims say for text, never for markup', async () => {
		const claims = [claimWith({ text: 'They said <b>"5 > 4 & so"</b>.' })];
		const text = await (await handlersOf(datasetWith({ claims })).feed('atom')).text();
		expect(text).toContain('<title>They said &lt;b&gt;&quot;5 &gt; 4 &amp; so&quot;&lt;/b&gt;</title>');
	});

	test('cuts a long title between two words', async () => {
		const claims = [claimWith({ text: `${'harbour '.repeat(40)}end.` })];
		const text = await (await handlersOf(datasetWith({ claims })).feed('atom')).text();
		expect(text).toMatch(/<title>(?:harbour ){13,14}harbour…<\/title>/);
	});
});
