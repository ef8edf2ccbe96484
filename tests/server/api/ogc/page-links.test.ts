import { describe, expect, test } from 'vitest';
import type { Collection } from '$lib/server/api/ogc/collections';
import { ApiLinks, linkHeader } from '$lib/server/api/ogc/api-links';
import { pageLinks, PageLinkWriter, type PageQueries } from '$lib/server/api/ogc/page-links';
import { ITEMS } from '$lib/server/api/ogc/representation';

const links = new ApiLinks('http://atlas.example');
const collection: Collection = {
	id: 'ä layer',
	title: 'A “title”\u0000\u0001 with "quotes"',
	description: '',
	items: 'features',
	layer: 'ä layer'
};

/** Each is written after others of its kind and of other kinds. */
const ASKED: readonly PageQueries[] = [
	{ here: '', next: null, previous: null },
	{ here: '', next: 'token=b', previous: null },
	{ here: 'limit=3', next: 'limit=3&token=b', previous: null },
	{ here: 'limit=3&token=b', next: 'limit=3&token=c', previous: 'limit=3' },
	{ here: 'token=b', next: null, previous: '' },
	{ here: 'bbox=1,2,3,4&token=$&', next: 'token=$1', previous: "token=$'" },
	{ here: `q=${'x'.repeat(800)}`, next: null, previous: null },
	{ here: `q=${'x'.repeat(8000)}`, next: null, previous: null },
	{ here: `q=${'x'.repeat(8000)}`, next: `q=${'x'.repeat(8000)}&token=b`, previous: '' }
];

describe.each(ITEMS)('links of a page as $f', (shown) => {
	const writer = new PageLinkWriter(links);

	test.each([...ASKED, ...ASKED])('%o are written as they are', (queries) => {
		const expected = pageLinks(links, collection, queries, shown);
		const { json, header } = writer.write(collection, queries, shown);
		expect(JSON.parse(json)).toEqual(expected);
		expect(header).toBe(linkHeader(expected));
	});
});

test('a header has no more links than there is room for, and each whole', () => {
	const all = pageLinks(links, collection, { here: `q=${'x'.repeat(800)}`, next: null, previous: null }, ITEMS[0]!);
	const header = linkHeader(all);
	expect(header.length).toBeLessThanOrEqual(6000);
	expect(header.match(/<http[^>]*>; rel="[a-z]+"; type="[^"]+"/g)).toHaveLength(7);
	expect(header).toMatch(/"$/);
});

test('a header has the next page, however long its address is', () => {
	const query = `filter=${'x'.repeat(8000)}`;
	const all = pageLinks(links, collection, { here: query, next: `${query}&token=b`, previous: query }, ITEMS[0]!);
	expect(linkHeader(all)).toMatch(/^<http[^>]*&token=b>; rel="next"; type="[^"]+"$/);
});
