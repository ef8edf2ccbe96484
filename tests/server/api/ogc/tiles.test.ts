import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { LandingDocument } from '$lib/server/api/ogc/landing';
import type { TileMatrixSetDocument, TileMatrixSetsDocument } from '$lib/server/api/ogc/tile-matrix-set';
import type { TileJsonDocument, TilesetDocument, TilesetsDocument } from '$lib/server/api/ogc/tileset';
import { datasetWith } from '../../../fixtures/dataset';
import { featuresIn } from '../../tiles/decode';
import { handlersOf } from '../ask';
import { linkOf, read } from './read';

// OGC 20-057 (OGC API - Tiles, part 1) and OGC 17-083r4 (tile matrix sets and their descriptions).

const atlas = handlersOf();
const MVT = 'application/vnd.mapbox-vector-tile';
const TILE = '/tiles/WebMercatorQuad/0/0/0';
const RELATION = 'http://www.opengis.net/def/rel/ogc/1.0';

describe('the way to the tiles', () => {
	test('/req/dataset-tilesets/landingpage: leads from the landing page by links to every tile', async () => {
		const { links } = await read<LandingDocument>(atlas, '');
		const { tilesets } = await read<TilesetsDocument>(atlas, linkOf(links, `${RELATION}/tilesets-vector`) ?? '');
		const tileset = await read<TilesetDocument>(atlas, linkOf(tilesets[0]?.links ?? [], 'self') ?? '');
		const template = linkOf(tileset.links, 'item', MVT) ?? '';
		const address = template.replace('{tileMatrix}', '0').replace('{tileRow}', '0').replace('{tileCol}', '0');
		expect(featuresIn(await tileAt(address)).map(({ properties }) => properties['id'])).toEqual([
			'harbour',
			'north',
			'island'
		]);
	});

	test('/req/tilesets-list/tileset-links: says what is tiled and how', async () => {
		const { tilesets } = await read<TilesetsDocument>(atlas, '/tiles');
		expect(tilesets).toHaveLength(1);
		expect(tilesets[0]).toMatchObject({
			dataType: 'vector',
			crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
			tileMatrixSetURI: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad'
		});
		const scheme = linkOf(tilesets[0]!.links, `${RELATION}/tiling-scheme`) ?? '';
		expect((await read<TileMatrixSetDocument>(atlas, scheme)).id).toBe('WebMercatorQuad');
	});

	test('an address with parts in braces stands in no header', async () => {
		const { headers } = await atlas.api('/tiles/WebMercatorQuad');
		expect(headers.get('link')).toContain('rel="self"');
		expect(headers.get('link')).not.toContain('{');
	});
});

describe('the tileset', () => {
	test('names the zooms, the place, the layer and its attributes', async () => {
		const tileset = await read<TilesetDocument>(atlas, '/tiles/WebMercatorQuad');
		expect(tileset.tileMatrixSetLimits).toHaveLength(15);
		expect(tileset.tileMatrixSetLimits[3]).toEqual({
			tileMatrix: '3',
			minTileRow: 0,
			maxTileRow: 7,
			minTileCol: 0,
			maxTileCol: 7
		});
		expect(tileset.boundingBox).toMatchObject({ lowerLeft: [35.87, 34.91], upperRight: [38, 37] });
		const [layer] = tileset.layers;
		expect(layer).toMatchObject({ id: 'features', dataType: 'vector', minTileMatrix: '0', maxTileMatrix: '14' });
		expect(layer?.propertiesSchema.properties['claims']).toMatchObject({ type: 'number' });
	});

	test('is there as TileJSON, which names each attribute that a tile has, and no other', async () => {
		const tileJson = await read<TileJsonDocument>(atlas, '/tiles/WebMercatorQuad?f=tilejson');
		expect(tileJson).toMatchObject({
			tilejson: '3.0.0',
			tiles: ['http://atlas.example/api/tiles/WebMercatorQuad/{z}/{y}/{x}'],
			scheme: 'xyz',
			minzoom: 0,
			maxzoom: 14,
			bounds: [35.87, 34.91, 38, 37],
			attribution: 'Small coast, CC BY 4.0'
		});
		const drawn = new Set(featuresIn(await tileAt(TILE)).flatMap(({ properties }) => Object.keys(properties)));
		const [layer, ...others] = tileJson.vector_layers;
		expect([layer?.id, others]).toEqual(['features', []]);
		expect(Object.keys(layer?.fields ?? {}).sort()).toEqual([...drawn].sort());
	});

	test('its TileJSON is found from it', async () => {
		const { links } = await read<TilesetDocument>(atlas, '/tiles/WebMercatorQuad');
		const type = 'application/vnd.mapbox.tilejson+json';
		expect(linkOf(links, 'alternate', type)).toBe('/tiles/WebMercatorQuad?f=tilejson');
		const response = await atlas.api('/tiles/WebMercatorQuad', { headers: { accept: type } });
		expect(response.headers.get('content-type')).toBe(type);
	});

	test('what the attribution says is text, though maps read it as markup', async () => {
		const info = { ...datasetWith().info, title: '<img src=x onerror="alert(1)"> & co' };
		const hostile = handlersOf(datasetWith({ info }));
		const { attribution, name } = await read<TileJsonDocument>(hostile, '/tiles/WebMercatorQuad?f=tilejson');
		expect(attribution).toBe('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co, CC BY 4.0');
		expect(name).toBe(info.title);
	});

	test('says nothing of a place where there is none', async () => {
		const empty = handlersOf(datasetWith({ features: [], claims: [] }));
		expect(await read<TileJsonDocument>(empty, '/tiles/WebMercatorQuad?f=tilejson')).not.toHaveProperty('bounds');
		expect((await empty.api(TILE)).status).toBe(204);
	});
});

describe('a tile', () => {
	test('/req/core/tc-success, /req/mvt/content: is a vector tile that anyone’s page may draw', async () => {
		const response = await atlas.api(TILE);
		expect([response.status, response.headers.get('content-type')]).toEqual([200, MVT]);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
		expect(response.headers.get('cache-control')).toBe('public, max-age=300');
		expect(featuresIn(new Uint8Array(await response.arrayBuffer()))[0]?.properties).toMatchObject({
			id: 'harbour',
			topics: '["ships","talks"]',
			claims: 2
		});
	});

	test('/req/core/tc-error: is 204 where nothing lies', async () => {
		const response = await atlas.api('/tiles/WebMercatorQuad/3/0/0');
		expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([204, '', null]);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
	});

	test.each(['15/0/0', '0/1/0', '0/0/1', '3/8/0', '-1/0/0', '0/0/0.mvt', 'x/y/z', '1e1/0/0', '0/0', '0', '0/0/0/0'])(
		'/req/core/tc-error: there is none at %s',
		async (address) => {
			const response = await atlas.api(`/tiles/WebMercatorQuad/${address}`);
			expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
		}
	);

	test('is compressed, and the same', async () => {
		const plain = await tileAt(TILE);
		const packed = async (coding: string) => {
			const response = await atlas.api(TILE, { headers: { 'accept-encoding': coding } });
			return [response.headers.get('content-encoding'), Buffer.from(await response.arrayBuffer())] as const;
		};
		const [gzip, zipped] = await packed('gzip');
		const [brotli, pressed] = await packed('br');
		// A small tile is sent as it is.
		expect([
			gzip === 'gzip' ? gunzipSync(zipped) : zipped,
			brotli === 'br' ? brotliDecompressSync(pressed) : pressed
		]).toEqual([Buffer.from(plain), Buffer.from(plain)]);
	});

	test.each(['/tiles/WebMercatorQuad/0/0/0', '/tiles/WebMercatorQuad/3/0/0'])(
		'%s is not sent again to who has it',
		async (address) => {
			const first = await atlas.api(address);
			const etag = first.headers.get('etag') ?? '';
			expect(etag).toMatch(/^W\/"/);
			const since = await atlas.api(address, {
				headers: { 'if-modified-since': first.headers.get('last-modified') ?? '' }
			});
			expect([since.status, since.headers.get('etag')]).toEqual([304, etag]);
			const same = await atlas.api(address, { headers: { 'if-none-match': etag } });
			expect([same.status, await same.text()]).toEqual([304, '']);
			expect((await atlas.api(address, { headers: { 'if-none-match': '"other"' } })).status).not.toBe(304);
		}
	);

	test('has another tag for other data', async () => {
		const other = handlersOf(datasetWith({ fingerprint: 'e'.repeat(64) }));
		expect((await other.api(TILE)).headers.get('etag')).not.toBe((await atlas.api(TILE)).headers.get('etag'));
	});

	test('takes no parameter but f', async () => {
		expect((await atlas.api(`${TILE}?f=mvt`)).status).toBe(200);
		expect((await atlas.api(`${TILE}?f=png`)).status).toBe(400);
		expect((await atlas.api(`${TILE}?layer=x`)).status).toBe(400);
	});
});

describe('the tile matrix set', () => {
	test('is found from the landing page', async () => {
		const { links } = await read<LandingDocument>(atlas, '');
		const { tileMatrixSets } = await read<TileMatrixSetsDocument>(
			atlas,
			linkOf(links, `${RELATION}/tiling-schemes`) ?? ''
		);
		expect(tileMatrixSets.map(({ id }) => id)).toEqual(['WebMercatorQuad']);
		expect(linkOf(tileMatrixSets[0]!.links, 'self')).toBe('/tileMatrixSets/WebMercatorQuad');
	});

	test('has the numbers of the standard', async () => {
		const { tileMatrices } = await read<TileMatrixSetDocument>(atlas, '/tileMatrixSets/WebMercatorQuad');
		expect(tileMatrices).toHaveLength(25);
		expect(tileMatrices[0]?.scaleDenominator).toBeCloseTo(559_082_264.028717, 5);
		expect(tileMatrices[0]?.cellSize).toBeCloseTo(156_543.033928041, 8);
		expect(tileMatrices[0]?.pointOfOrigin[1]).toBeCloseTo(20_037_508.3427892, 6);
		expect(tileMatrices[24]).toMatchObject({ id: '24', matrixWidth: 16_777_216, matrixHeight: 16_777_216 });
		expect(tileMatrices[24]?.scaleDenominator).toBeCloseTo(33.3238997, 6);
	});

	test.each(['/tileMatrixSets/Other', '/tileMatrixSets/WebMercatorQuad/0', '/tiles/Other', '/tiles/Other/0/0/0'])(
		'there is nothing at %s',
		async (address) => {
			expect((await atlas.api(address)).status).toBe(404);
		}
	);
});

async function tileAt(address: string): Promise<Uint8Array> {
	const response = await atlas.api(address);
	expect(response.status).toBe(200);
	return new Uint8Array(await response.arrayBuffer());
}
