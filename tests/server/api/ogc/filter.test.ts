import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { QueryablesDocument } from '$lib/server/api/ogc/queryables-schema';
import { handlersOf, problemOf } from '../ask';
import { idsOf, itemsOf, linkOf, read, refusalOf } from './read';

// OGC API - Features, Part 3: Filtering (OGC 19-079r2). What a filter means is tested in tests/engine/filter-columns.test.ts.

const atlas = handlersOf();
const filtered = (filter: string, collection?: string) =>
	idsOf(atlas, `?filter=${encodeURIComponent(filter)}`, collection);

describe('queryables', () => {
	test.each(['features', 'claims', 'coast'])(
		'/req/queryables/get-queryables-op, get-queryables-response: those of %s are a JSON Schema under its own address',
		async (id) => {
			const response = await atlas.api(`/collections/${id}/queryables`);
			expect(response.headers.get('content-type')).toBe('application/schema+json');
			const schema = (await response.json()) as QueryablesDocument;
			expect(schema).toMatchObject({
				$schema: 'https://json-schema.org/draft/2020-12/schema',
				$id: `http://atlas.example/api/collections/${id}/queryables`,
				type: 'object'
			});
			expect(() => new Ajv2020({ strict: false, validateFormats: false }).compile(schema)).not.toThrow();
		}
	);

	test('/req/queryables/queryables-link: a collection leads to them', async () => {
		const { links } = await read<{ links: { href: string; rel: string }[] }>(atlas, '/collections/claims');
		expect(linkOf(links, 'http://www.opengis.net/def/rel/ogc/1.0/queryables')).toBe('/collections/claims/queryables');
	});

	test('every property of an item is one, and so are its place and its times', async () => {
		const { properties } = await read<QueryablesDocument>(atlas, '/collections/claims/queryables');
		const { features } = await itemsOf(atlas, '', 'claims');
		expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(features[0]?.properties ?? {})));
		expect(properties['geometry']).toMatchObject({ format: 'geometry-any', 'x-ogc-role': 'primary-geometry' });
	});
});

describe('/req/queryables/expression-construction', () => {
	test.each(['features', 'claims', 'coast'])('a filter may name every queryable of %s', async (id) => {
		const { properties } = await read<QueryablesDocument>(atlas, `/collections/${id}/queryables`);
		for (const name of Object.keys(properties)) {
			expect((await atlas.api(`/collections/${id}/items?filter=${name}%20IS%20NULL`)).status, name).toBe(200);
		}
	});

	test.each(['colour', 'claim_id', 'Name', 'properties.name', 'toString'])('and not %s', async (name) => {
		expect(await refusalOf(atlas, `/collections/features/items?filter=${name}%20IS%20NULL`)).toEqual(['filter']);
	});
});

describe('/req/filter/response', () => {
	test.each([
		`kind = 'port'`,
		`country = 'SY'`,
		`first_said < DATE('2025-01-01')`,
		`S_INTERSECTS(geometry, BBOX(35, 34, 36, 35))`,
		`topics LIKE 'ship%'`,
		`A_OVERLAPS(topics, ())`
	])('%s: each item is there where it is true, and not where it is false or unknown', async (filter) => {
		const [all, yes, no] = [await idsOf(atlas, ''), await filtered(filter), await filtered(`NOT (${filter})`)];
		const isUnknown = all.filter((id) => !yes.includes(id) && !no.includes(id));
		expect([...yes, ...no, ...isUnknown].sort()).toEqual([...all].sort());
		expect(await filtered(`(${filter}) OR NOT (${filter})`)).toEqual(all.filter((id) => !isUnknown.includes(id)));
	});
});

describe('/req/filter/filter-param', () => {
	test.each([
		[`kind = 'port'`, ['harbour']],
		[`claims >= 1 AND NOT layer = 'coast'`, ['north', 'hotel']],
		[`kind IN ('port', 'area')`, ['harbour', 'north']],
		[`claims BETWEEN 1 AND 1`, ['north', 'hotel']],
		[`name LIKE 'H%'`, ['harbour']],
		['country IS NULL', ['north', 'hotel', 'island']],
		[`S_INTERSECTS(geometry, BBOX(35, 34, 36, 35))`, ['harbour', 'island']],
		[`S_INTERSECTS(geometry, POLYGON((36.5 35, 37 35, 37 36.5, 36.5 35)))`, ['north']],
		[`T_INTERSECTS(said, INTERVAL('2025-01-01', '..'))`, ['hotel']]
	])('%s', async (filter, expected) => {
		expect(await filtered(filter)).toEqual(expected);
	});

	test('/req/filter/mixing-expressions: and all other parameters must hold', async () => {
		const query = `?topic=ships&bbox=35,34,36,35&filter=${encodeURIComponent(`modality = 'statement'`)}`;
		expect(await idsOf(atlas, query, 'claims')).toEqual(['c-1.harbour', 'c-2.harbour']);
	});

	test('/req/filter/filter-lang-param: may be JSON', async () => {
		const filter = { op: '=', args: [{ property: 'kind' }, 'port'] };
		const query = `?filter-lang=cql2-json&filter=${encodeURIComponent(JSON.stringify(filter))}`;
		expect(await idsOf(atlas, query)).toEqual(['harbour']);
	});

	test('/req/filter/filter-crs-wgs84: coordinates are longitude and latitude, and it may be said', async () => {
		const crs = encodeURIComponent('http://www.opengis.net/def/crs/OGC/1.3/CRS84');
		const filter = encodeURIComponent('S_INTERSECTS(geometry, POINT(35.87 34.91))');
		expect(await idsOf(atlas, `?filter-crs=${crs}&filter=${filter}`)).toEqual(['harbour', 'island']);
	});

	test('/req/filter/filter-crs-param: any other is refused', async () => {
		const filter = encodeURIComponent('S_INTERSECTS(geometry, POINT(35.87 34.91))');
		for (const crs of ['http://www.opengis.net/def/crs/EPSG/0/4326', 'CRS84', '']) {
			const query = `filter=${filter}&filter-crs=${encodeURIComponent(crs)}`;
			expect(await refusalOf(atlas, `/collections/features/items?${query}`)).toEqual(['filter-crs']);
		}
	});

	test.each([
		'colour = 1',
		'kind =',
		`kind = 1`,
		`S_INTERSECTS(kind, BBOX(1, 2, 3, 4))`,
		'('.repeat(5000),
		`a${'b'.repeat(9000)}=1`
	])('%s is refused', async (filter) => {
		expect(new Set(await refusalOf(atlas, `/collections/features/items?filter=${encodeURIComponent(filter)}`))).toEqual(
			new Set(['filter'])
		);
	});

	test('a refusal says what is wrong, and where', async () => {
		const response = await atlas.api(
			`/collections/features/items?filter=${encodeURIComponent(`kind = 'port' AND colour = 1`)}`
		);
		expect((await problemOf(response))['detail']).toMatch(/character \d+/);
	});
});
