import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { datasetWith, generateDataset } from '../../fixtures/dataset';
import { handlersOf, problemOf } from './ask';
import { parseGeojson } from '../../formats/read-geojson';

const atlas = handlersOf();

const DECODERS: Readonly<Record<string, (bytes: Buffer) => string>> = {
	identity: (bytes) => bytes.toString(),
	gzip: (bytes) => gunzipSync(bytes).toString(),
	br: (bytes) => brotliDecompressSync(bytes).toString()
};

describe('the file', () => {
	test('holds exactly what the query string asks for', async () => {
		const response = await atlas.export('all.geojson?topics=talks&layers=inland');
		const { matches, header } = parseGeojson(await response.text());
		expect(matches.map(({ feature, claims }) => [feature.id, claims.map(({ id }) => id)])).toEqual([
			['north', ['c-2']],
			['hotel', ['c-3']]
		]);
		expect(header.filter.query).toBe('layers=inland&topics=talks');
	});

	test('takes the whole query string of the dashboard: the open feature chooses nothing', async () => {
		const all = parseGeojson(await (await atlas.export('all.geojson')).text());
		const open = parseGeojson(await (await atlas.export('all.geojson?feature=north')).text());
		expect(open).toEqual(all);
	});

	test.each([
		['all.geojson', 'application/geo+json', 'footnote-atlas-small-coast-2026-11-22.geojson'],
		['all.csv', 'text/csv; charset=utf-8', 'footnote-atlas-small-coast-2026-11-22.csv'],
		[
			'all.csv?layers=coast&topics=ships',
			'text/csv; charset=utf-8',
			'footnote-atlas-small-coast-coast-ships-2026-11-22.csv'
		],
		['my-own.csv?layers=coast', 'text/csv; charset=utf-8', 'footnote-atlas-small-coast-my-own-2026-11-22.csv'],
		['all.csv?q=طرطوس%22%0A..%2F', 'text/csv; charset=utf-8', 'footnote-atlas-small-coast-2026-11-22.csv']
	])('%s has its type, and a name that says what and when', async (file, type, name) => {
		const { headers } = await atlas.export(file);
		expect(headers.get('content-type')).toBe(type);
		expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
	});

	test('has a tag of its own in each format', async () => {
		const tags = EXPORT_FORMATS.map(async ({ extension }) =>
			(await atlas.export(`all.${extension}`)).headers.get('etag')
		);
		expect(new Set(await Promise.all(tags)).size).toBe(EXPORT_FORMATS.length);
	});

	test.each(EXPORT_FORMATS)('$title has its address, its type, and a name that ends like it', async (format) => {
		const response = await atlas.export(`all.${format.extension}?layers=coast`);
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe(format.mediaType);
		expect(response.headers.get('content-disposition')).toBe(
			`attachment; filename="footnote-atlas-small-coast-coast-2026-11-22.${format.extension}"`
		);
	});

	test.each(['identity', 'gzip', 'br'])(
		'a file larger than what is held in memory arrives whole: %s',
		async (coding) => {
			const atlas = handlersOf(generateDataset({ features: 3000, claims: 9000, seed: 5 }));
			const response = await atlas.export('all.geojson', { headers: { 'accept-encoding': coding } });
			expect(response.headers.get('content-length')).toBeNull();
			const { matches, header } = parseGeojson(DECODERS[coding]?.(Buffer.from(await response.arrayBuffer())) ?? '');
			expect(matches).toHaveLength(header.counts.features);
			expect(new Set(matches.flatMap(({ claims }) => claims.map(({ id }) => id))).size).toBe(9000);
		}
	);
});

describe('a request that cannot be answered', () => {
	test('gets a problem that names the parameter, and all that is wrong', async () => {
		const response = await atlas.export('all.geojson?layers=coast,atlantis&from=yesterday&colour=red');
		expect(response.status).toBe(400);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(await problemOf(response)).toMatchObject({
			type: '/problems/invalid-parameters',
			status: 400,
			parameter: 'layers',
			errors: [
				{ parameter: 'layers', value: 'atlantis', detail: 'layers has no “atlantis”.' },
				{ parameter: 'from', value: 'yesterday' },
				{ parameter: 'colour', value: 'red' }
			]
		});
	});

	test.each([
		'from=2025&to=2024',
		'bbox=1,2,3',
		'bbox=1,2,3,nan',
		'from=2024-02-30',
		`q=${'x'.repeat(201)}`,
		'__proto__=1',
		'feature=nowhere',
		'feature=harbour&feature=hotel',
		'q=quay&q=crane'
	])('%s is refused', async (query) => {
		expect((await atlas.export(`all.csv?${query}`)).status).toBe(400);
	});

	test.each(['all.exe', 'all.__proto__', 'all.constructor'])('%s is no format', async (file) => {
		const response = await atlas.export(file);
		expect(response.status).toBe(404);
		expect((await problemOf(response))['detail']).toContain('there are .geojson, .geojsons,');
	});

	test.each(['All', '-a', 'a-', 'a%20b', '..', 'a'.repeat(81)])('%s is no name', async (name) => {
		expect((await atlas.export(`${name}.csv`)).status).toBe(404);
	});
});

describe('what was fetched before', () => {
	const tagOf = async (file: string, from = atlas) => (await from.export(file)).headers.get('etag') ?? '';

	test.each([
		['the tag itself', (tag: string) => tag],
		['its strong form', (tag: string) => tag.replace('W/', '')],
		['a list that has it', (tag: string) => `"other", ${tag}, "more"`],
		['any tag', () => '*']
	])('is not sent again when If-None-Match names %s', async (_, header) => {
		const tag = await tagOf('all.csv');
		const response = await atlas.export('all.csv', { headers: { 'if-none-match': header(tag) } });
		expect([response.status, await response.text()]).toEqual([304, '']);
		expect(response.headers.get('etag')).toBe(tag);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('cache-control')).toBe('public, max-age=60');
		expect(response.headers.get('content-type')).toBeNull();
	});

	test('is sent again when If-None-Match names another', async () => {
		expect((await atlas.export('all.csv', { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200);
	});

	test('has the same tag however the query is written, and another for other criteria, format or data', async () => {
		const tag = await tagOf('all.csv?layers=coast&topics=ships,talks');
		expect(await tagOf('other.csv?topics=talks&topics=ships&layers=coast&q=')).toBe(tag);
		expect(await tagOf('all.csv?layers=coast&topics=ships')).not.toBe(tag);
		expect(await tagOf('all.geojson?layers=coast&topics=ships,talks')).not.toBe(tag);
		const other = handlersOf(datasetWith({ fingerprint: '0'.repeat(64) }));
		expect(await tagOf('all.csv?layers=coast&topics=ships,talks', other)).not.toBe(tag);
	});
});
