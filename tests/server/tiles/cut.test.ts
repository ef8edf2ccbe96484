import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Geometry } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { describe, expect, test } from 'vitest';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { TileCutter } from '$lib/server/tiles/cut';
import { LayerWriter } from '$lib/server/tiles/layer-writer';
import { claimWith, datasetWith, featureWith, generateDataset } from '../../fixtures/dataset';
import { featuresIn, idsIn } from './decode';

const WORLD = { z: 0, x: 0, y: 0 };

describe('the tile of the world', () => {
	test('has every feature that can be drawn, with what there is to say about it', async () => {
		const tile = await cutterOf(datasetWith()).cut(WORLD);
		expect(featuresIn(tile).map(({ properties }) => properties)).toEqual([
			{
				id: 'harbour',
				name: 'Harbour',
				layer: 'coast',
				kind: 'port',
				country: 'SY',
				topics: '["ships","talks"]',
				claims: 2,
				claims_naming: 2,
				unproved_claims: 0,
				contested: true,
				first_said: '2024-12-09',
				last_said: '2024-12-09',
				geometry_extent: 'shape',
				uncertainty_metres: 50
			},
			expect.objectContaining({ id: 'north', claims: 1, contested: false, geometry_extent: 'somewhere-within' }),
			{
				id: 'island',
				name: 'Island',
				layer: 'coast',
				kind: 'island',
				topics: '[]',
				claims: 0,
				claims_naming: 0,
				unproved_claims: 0,
				contested: false,
				geometry_extent: 'shape',
				uncertainty_metres: 50
			}
		]);
	});

	test('shows a point where it is and an area by its outline', async () => {
		const [harbour, north] = featuresIn(await cutterOf(datasetWith()).cut(WORLD));
		expect(harbour?.toGeoJSON(0, 0, 0).geometry).toMatchObject({
			type: 'Point',
			coordinates: near([35.87, 34.91], 0.05)
		});
		expect(north?.toGeoJSON(0, 0, 0).geometry).toMatchObject({ type: 'Polygon' });
	});

	test('is empty where nothing can be drawn', async () => {
		const hotel = featureWith({ id: 'hotel', geometry: null });
		expect(await cutterOf(datasetWith({ features: [hotel], claims: [] })).cut(WORLD)).toBeNull();
	});
});

describe('what is too small for an outline', () => {
	const pier = featureWith({ geometry: square(35.87, 34.91, 0.0005) });
	const cutter = cutterOf(datasetWith({ features: [pier], claims: [claimWith()] }));

	test('is a point', async () => {
		const [feature] = featuresIn(await cutter.cut({ z: 3, x: 4, y: 3 }));
		expect(feature?.toGeoJSON(4, 3, 3).geometry).toMatchObject({
			type: 'Point',
			coordinates: near([35.87, 34.91], 0.01)
		});
	});

	test('has its outline from nearer by', async () => {
		const [feature] = featuresIn(await cutter.cut(tileAt(14, 35.87, 34.91)));
		const { x, y, z } = tileAt(14, 35.87, 34.91);
		const { geometry } = feature!.toGeoJSON(x, y, z);
		expect(geometry).toMatchObject({ type: 'Polygon' });
		for (const [longitude, latitude] of geometry.type === 'Polygon' ? geometry.coordinates[0]! : []) {
			expect(Math.abs(Math.abs(longitude! - 35.87) - 0.0005)).toBeLessThan(0.00001);
			expect(Math.abs(Math.abs(latitude! - 34.91) - 0.0005)).toBeLessThan(0.00001);
		}
	});
});

describe.each([0, 2, 5, 7])('at zoom %i', (z) => {
	test('the tiles together have every feature that can be drawn', async () => {
		const dataset = generateDataset({ features: 600, claims: 900, seed: z });
		const cutter = cutterOf(dataset);
		const found = new Set<string>();
		const [first, last] = [tileAt(z, 9, 43), tileAt(z, 49, 27)];
		for (let x = first.x; x <= last.x; x++) {
			for (let y = first.y; y <= last.y; y++) for (const id of idsIn(await cutter.cut({ z, x, y }))) found.add(id);
		}
		const claimed = new Set(dataset.claims.flatMap(({ about }) => about));
		const drawn = dataset.features.filter(({ id, geometry, context }) => geometry && (context || claimed.has(id)));
		expect([...found].sort()).toEqual(drawn.map(({ id }) => id).sort());
	});
});

test('a feature at the antimeridian is in the tiles on both sides', async () => {
	const geometry: Geometry = { type: 'Point', coordinates: [179.9999, 10] };
	const cutter = cutterOf(datasetWith({ features: [featureWith({ geometry })], claims: [claimWith()] }));
	expect(idsIn(await cutter.cut({ z: 4, x: 15, y: 7 }))).toEqual(['harbour']);
	expect(idsIn(await cutter.cut({ z: 4, x: 0, y: 7 }))).toEqual(['harbour']);
	expect(idsIn(await cutter.cut({ z: 4, x: 8, y: 7 }))).toEqual([]);
});

test.each<[string, Geometry]>([
	['several points', { type: 'MultiPoint', coordinates: [[35, 34], [36, 34], [36, 35]] }], // prettier-ignore
	['a line', { type: 'LineString', coordinates: [[30, 30], [36, 34], [36, 35]] }], // prettier-ignore
	['lines', { type: 'MultiLineString', coordinates: [[[30, 30], [36, 34]], [[36, 35], [40, 20]]] }], // prettier-ignore
	['a polygon with a hole', { type: 'Polygon', coordinates: [ring(30, 30, 9), ring(30, 30, 3).reverse()] }],
	['polygons', { type: 'MultiPolygon', coordinates: [[ring(30, 30, 9)], [ring(60, 30, 9)]] }]
])('%s are written as the encoder of the map library writes them', (_, geometry) => {
	const index = new GeoJSONVT({ type: 'Feature', properties: { id: 'x' }, geometry }, { maxZoom: 14 });
	const writer = new LayerWriter('features', ['id'], 4096);
	for (const feature of index.getTileRaw(0, 0, 0)!.features) writer.add(feature, ['x']);
	const [ours] = featuresIn(writer.finish());
	const [theirs] = featuresIn(
		fromGeojsonVt({ features: index.getTile(0, 0, 0) as never }, { version: 2, extent: 4096 })
	);
	expect([ours?.type, ours?.loadGeometry()]).toEqual([theirs?.type, theirs?.loadGeometry()]);
	expect(ours?.properties).toEqual(theirs?.properties);
});

test('every kind of value comes back as it was', () => {
	const values = ['text', 'طرطوس', '', 0, 7, -7, 2 ** 40, -(2 ** 40), 0.1, true, false, null];
	const keys = values.map((_, index) => `key-${index}`);
	const writer = new LayerWriter('features', keys, 4096);
	writer.addPoint(1, 2, values);
	const expected = Object.fromEntries(
		keys.flatMap((key, index) => (values[index] === null ? [] : [[key, values[index]]]))
	);
	expect(featuresIn(writer.finish())[0]?.properties).toEqual(expected);
});

test('others have their turn while a large tile is cut', async () => {
	const cutter = cutterOf(generateDataset({ features: 6000, claims: 12_000, seed: 3 }));
	let turns = 0;
	const count = setInterval(() => turns++, 0);
	const tile = await cutter.cut(WORLD);
	clearInterval(count);
	expect(idsIn(tile).length).toBeGreaterThan(3000);
	expect(turns).toBeGreaterThan(2);
});

function cutterOf(dataset: ConstructorParameters<typeof EmbeddedStore>[0]): TileCutter {
	return new TileCutter(new EmbeddedStore(dataset));
}

function tileAt(z: number, longitude: number, latitude: number) {
	const sine = Math.sin((latitude * Math.PI) / 180);
	const down = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
	return { z, x: Math.floor(((longitude + 180) / 360) * 2 ** z), y: Math.floor(down * 2 ** z) };
}

function square(longitude: number, latitude: number, half: number): Geometry {
	return { type: 'Polygon', coordinates: [ring(longitude, latitude, half)] };
}

function ring(x: number, y: number, half: number): [number, number][] {
	return [
		[x - half, y - half],
		[x + half, y - half],
		[x + half, y + half],
		[x - half, y + half],
		[x - half, y - half]
	];
}

function near(position: readonly number[], degrees: number): unknown {
	return position.map((value) => expect.closeTo(value, -Math.log10(2 * degrees)) as number);
}
