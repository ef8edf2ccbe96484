import { describe, expect, test } from 'vitest';
import { handlersOf } from '../ask';

// The requirements class "HTML" of OGC 17-069r4; what the pages hold is looked at in tests/e2e/api-pages.test.ts.

const atlas = handlersOf();
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const ADDRESSES = [
	'',
	'/conformance',
	'/docs',
	'/tiles',
	'/tiles/WebMercatorQuad',
	'/tileMatrixSets',
	'/tileMatrixSets/WebMercatorQuad',
	'/collections',
	'/collections/coast',
	'/collections/coast/queryables',
	'/collections/claims/items',
	'/collections/features/items/harbour'
];

const typeOf = async (address: string, accept?: string) => {
	const { headers } = await atlas.api(address, accept === undefined ? {} : { headers: { accept } });
	return headers.get('content-type')?.split(';')[0];
};

describe('/req/html/definition', () => {
	test.each(ADDRESSES)('%s is a page for a browser', async (address) => {
		expect(await typeOf(address, BROWSER)).toBe('text/html');
	});

	test.each(ADDRESSES)('%s is a page where f asks for it, whatever is accepted', async (address) => {
		expect(await typeOf(`${address}?f=html`, 'application/json')).toBe('text/html');
	});
});

describe('the Accept header', () => {
	test.each([
		['text/html;q=0.5, application/json', 'application/geo+json'],
		['text/html; q=0.5, application/json', 'application/geo+json'],
		['text/html; charset=utf-8; q=0.5, application/json', 'application/geo+json'],
		['text/html ; q=0, */*', 'application/geo+json'],
		['text/html, application/json;q=0.9', 'text/html'],
		['application/*', 'application/geo+json'],
		['*/*;q=0.1, text/csv', 'text/csv'],
		['application/vnd.google-earth.kml+xml', 'application/vnd.google-earth.kml+xml'],
		['TEXT/CSV ; Q=1', 'text/csv'],
		['text/csv;q=0, */*', 'application/geo+json']
	])('%s is answered with %s', async (accept, expected) => {
		expect(await typeOf('/collections/features/items', accept)).toBe(expected);
	});

	test.each(['image/png', 'text/csv;q=0', 'application/json;q=0, image/*'])('%s fits nothing', async (accept) => {
		const response = await atlas.api('/collections/features/items', { headers: { accept } });
		expect(response.status).toBe(406);
		expect(await response.json()).toMatchObject({ type: '/problems/not-acceptable', status: 406 });
	});

	test('the description for people is there as nothing else', async () => {
		expect((await atlas.api('/docs', { headers: { accept: 'application/json' } })).status).toBe(406);
	});

	test('decides, and the answer says so to caches', async () => {
		expect((await atlas.api('/collections')).headers.get('vary')).toContain('Accept');
	});
});
