import { describe, expect, test } from 'vitest';
import type { CollectionDocument, CollectionsDocument } from '$lib/server/api/ogc/collections';
import type { LandingDocument } from '$lib/server/api/ogc/landing';
import { datasetWith, generateDataset } from '../../../fixtures/dataset';
import { ITEM_PARAMETERS } from '$lib/server/api/ogc/item-query';
import { handlersOf, problemOf } from '../ask';
import { itemsOf, linkOf, read, refusalOf } from './read';

// The requirements of OGC API - Features, Part 1: Core (OGC 17-069r4), but those of items, by their names.

const atlas = handlersOf();
const CORE = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';

describe('the landing page', () => {
	test.each(['', '/', '?f=json'])('/req/core/root-op: is at /api%s', async (address) => {
		const response = await atlas.api(address);
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
	});

	test.each(['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data', 'license'])(
		'/req/core/root-success: has a link %s, and what it leads to is there',
		async (rel) => {
			const { links } = await read<LandingDocument>(atlas, '');
			const href = linkOf(links, rel);
			expect(href).toBeDefined();
			if (!href?.startsWith('http')) expect((await atlas.api(href ?? '/nowhere')).status).toBe(200);
		}
	);

	test('/rec/core/link-header: its links stand in its header too', async () => {
		const response = await atlas.api('');
		const { links } = (await response.clone().json()) as LandingDocument;
		for (const { href, rel } of links) expect(response.headers.get('link')).toContain(`<${href}>; rel="${rel}"`);
	});
});

describe('the description of the API', () => {
	test('/req/core/api-definition-op: is where service-desc and service-doc lead', async () => {
		const { links } = await read<LandingDocument>(atlas, '');
		expect(linkOf(links, 'service-desc')).toBe('/openapi.json');
		expect(links.find(({ rel }) => rel === 'service-desc')?.type).toBe('application/vnd.oai.openapi+json;version=3.0');
		expect(linkOf(links, 'service-doc')).toBe('/docs');
	});

	test.each(['application/vnd.oai.openapi+json;version=3.0', 'application/json', '*/*'])(
		'/req/core/api-definition-success: is there for Accept: %s',
		async (accept) => {
			const { status, headers } = await atlas.api('/openapi.json', { headers: { accept } });
			expect([status, headers.get('content-type')]).toEqual([200, 'application/vnd.oai.openapi+json;version=3.0']);
		}
	);
});

describe('conformance', () => {
	test('/req/core/conformance-op, conformance-success: names the classes', async () => {
		const { conformsTo } = await read<{ conformsTo: string[] }>(atlas, '/conformance');
		expect(conformsTo).toEqual(
			expect.arrayContaining(['core', 'geojson', 'html', 'oas30'].map((name) => `${CORE}/${name}`))
		);
		expect(new Set(conformsTo).size).toBe(conformsTo.length);
	});
});

describe('requests', () => {
	test('/req/core/http: GET, HEAD and OPTIONS are answered, other methods are refused with what is allowed', async () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const { status, headers } = await atlas.api('/collections', { method });
			expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
		}
		expect((await atlas.api('/collections', { method: 'OPTIONS' })).status).toBe(204);
		expect((await atlas.api('/collections', { method: 'HEAD' })).status).toBe(200);
	});

	test.each([
		'',
		'/conformance',
		'/openapi.json',
		'/collections',
		'/collections/coast',
		'/collections/coast/queryables',
		'/collections/coast/items',
		'/collections/coast/items/harbour'
	])('/req/core/query-param-unknown: %s refuses a parameter that it does not have', async (address) => {
		expect(await refusalOf(atlas, `${address}?colour=red&__proto__=1`)).toEqual(['colour', '__proto__']);
	});

	test.each([
		'limit=0',
		'limit=-1',
		'limit=1.5',
		'limit=ten',
		'limit=1e3',
		'bbox=1,2,3',
		'bbox=1,2,3,4,5',
		'bbox=1,2,3,x',
		'bbox=1,2,3,',
		'bbox=1,4,3,2',
		'bbox=1,2,3,95',
		'bbox=200,2,3,4',
		'bbox=1,2,9,3,4,8',
		'bbox=1,2,3,Infinity',
		'bbox=0x1,2,3,4',
		'datetime=yesterday',
		'datetime=2024-02-30',
		'datetime=2024-12',
		'datetime=2024-12-08T25:00:00Z',
		'datetime=2024-12-08T10:00:00',
		'datetime=2025-01-01/2024-01-01',
		'datetime=../..',
		'datetime=/',
		'datetime=2024-01-01/2024-02-01/2024-03-01',
		'topic=ships,nothing',
		'source=nobody',
		'agent=__proto__',
		'question=constructor',
		`q=${'x'.repeat(201)}`,
		'filter=colour%20=',
		'filter-lang=sql',
		'filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326',
		'token=abc',
		'f=exe',
		'f=__proto__',
		'limit=1&limit=2'
	])('/req/core/query-param-invalid: %s is refused by name', async (query) => {
		expect(await refusalOf(atlas, `/collections/features/items?${query}`)).toEqual([query.split('=')[0]]);
	});

	test('all that is wrong is named at once', async () => {
		const address = '/collections/features/items?limit=0&bbox=1&datetime=x&topic=a,b&filter=%29';
		expect((await refusalOf(atlas, address)).sort()).toEqual(['bbox', 'datetime', 'filter', 'limit', 'topic', 'topic']);
	});

	test.each([
		...ITEM_PARAMETERS.map((name) => `${name}=`),
		'topic=,',
		'source=,,',
		'q=%20',
		'bbox',
		'limit=%20',
		'filter=%20'
	])('/req/core/query-param-invalid: %s has no value, and is refused by name', async (query) => {
		expect(await refusalOf(atlas, `/collections/features/items?${query}`)).toEqual([query.split('=')[0]]);
	});

	test.each(['', '/conformance', '/collections', '/collections/coast', '/collections/coast/queryables', '/tiles'])(
		'/req/core/query-param-invalid: f= at %s has no value, and is refused by name',
		async (address) => {
			expect(await refusalOf(atlas, `${address}?f=`)).toEqual(['f']);
		}
	);

	test.each(['/nowhere', '/collections/', '/collections/nowhere', '/collections/coast/rows', '/conformance/x'])(
		'/rec/core: %s is answered with what is there, or with a problem',
		async (address) => {
			const response = await atlas.api(address);
			if (address === '/collections/') expect(response.status).toBe(200);
			else expect(await problemOf(response)).toMatchObject({ type: '/problems/not-found', status: 404 });
		}
	);

	test('a path that is not UTF-8 is a problem', async () => {
		expect((await atlas.api('/collections/%ff')).status).toBe(400);
	});
});

describe('the collections', () => {
	test('/req/core/fc-md-op, fc-md-success: are all features, all claims, and each layer', async () => {
		const { collections } = await read<CollectionsDocument>(atlas, '/collections');
		expect(collections.map(({ id, title }) => [id, title])).toEqual([
			['features', 'All features'],
			['claims', 'All claims'],
			['coast', 'Coast'],
			['inland', 'Inland']
		]);
	});

	test('/req/core/fc-md-links: have links to themselves and to their page', async () => {
		const { links } = await read<CollectionsDocument>(atlas, '/collections');
		expect(linkOf(links, 'self', 'application/json')).toBe('/collections');
		expect(linkOf(links, 'alternate', 'text/html')).toBe('/collections?f=html');
	});

	test('/req/core/fc-md-items, fc-md-items-links: each has links with a type to its items in every form', async () => {
		const { collections } = await read<CollectionsDocument>(atlas, '/collections');
		for (const { id, links } of collections) {
			const items = links.filter(({ rel }) => rel === 'items');
			expect(items.map(({ type }) => type)).toEqual(
				expect.arrayContaining(['application/geo+json', 'text/html', 'text/csv; charset=utf-8'])
			);
			for (const { href, type } of items) {
				const response = await atlas.api(linkOf([{ href, rel: '' }], '') ?? '');
				expect([response.status, response.headers.get('content-type')], `${id} ${href}`).toEqual([200, type]);
			}
		}
	});

	test('/req/core/fc-md-extent: say where their features lie and when their claims were said', async () => {
		const { extent } = await read<CollectionDocument>(atlas, '/collections/features');
		expect(extent?.spatial?.bbox).toEqual([[35.87, 34.91, 38, 37]]);
		expect(extent?.temporal?.interval).toEqual([['2024-12-09T00:00:00Z', '2025-02-28T23:59:59Z']]);
	});

	test.each(['features', 'claims', 'coast', 'inland'])(
		'/req/core/fc-md-extent-multi: every position and every day of %s is within its extent',
		async (id) => {
			const many = handlersOf(generateDataset({ features: 60, claims: 200, seed: 2 }));
			for (const asked of id === 'features' || id === 'claims' ? [atlas, many] : [atlas]) {
				const { extent } = await read<CollectionDocument>(asked, `/collections/${id}`);
				const [[west = 0, south = 0, east = 0, north = 0] = []] = extent?.spatial?.bbox ?? [];
				const [[from = null, to = null] = []] = extent?.temporal?.interval ?? [];
				const { features } = await itemsOf(asked, '?limit=1000', id);
				for (const { geometry, properties } of features) {
					for (const [longitude = 0, latitude = 0] of positionsOf(geometry)) {
						expect(longitude >= west && longitude <= east && latitude >= south && latitude <= north).toBe(true);
					}
					const [first, last] = [properties['said_from'] ?? properties['first_said'], properties['said_to']];
					if (from !== null && first) expect((first as string) >= from.slice(0, 10)).toBe(true);
					if (to !== null && last) expect((last as string) <= to.slice(0, 10)).toBe(true);
				}
			}
		}
	);

	test('/req/core/fc-md-extent: one without features says nothing of it', async () => {
		const empty = handlersOf(datasetWith({ features: [], claims: [] }));
		expect(await read(empty, '/collections/coast')).not.toHaveProperty('extent');
	});

	test.each(['features', 'claims', 'coast', 'inland'])(
		'/req/core/sfc-md-op, sfc-md-success: %s is described alone as among all',
		async (id) => {
			const { collections } = await read<CollectionsDocument>(atlas, '/collections');
			expect(await read(atlas, `/collections/${id}`)).toEqual(collections.find((one) => one.id === id));
		}
	);

	test('/req/core/crs84: are in longitude and latitude', async () => {
		const { crs } = await read<CollectionDocument>(atlas, '/collections/claims');
		expect(crs).toEqual(['http://www.opengis.net/def/crs/OGC/1.3/CRS84']);
	});
});

/** The positions of a geometry of any type. */
function positionsOf(geometry: unknown): number[][] {
	if (Array.isArray(geometry)) {
		return typeof geometry[0] === 'number' ? [geometry as number[]] : geometry.flatMap(positionsOf);
	}
	if (typeof geometry !== 'object' || geometry === null) return [];
	return Object.entries(geometry).flatMap(([name, part]) => (name === 'type' ? [] : positionsOf(part)));
}
