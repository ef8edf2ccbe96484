import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import { area, booleanPointInPolygon, distance, pointToLineDistance } from '@turf/turf';
import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { beforeAll, describe, expect, test } from 'vitest';
import { tileAt } from '../../geodata/tools/basemap/mercator';
import { Constructor } from '../../geodata/tools/outlines/construct';
import { nearestRegion } from '../../geodata/tools/outlines/nearest-region';
import { readRecipes, type Recipes } from '../../geodata/tools/outlines/recipe';
import { readDataset } from '$lib/ingest/read';
import type { PlacedFeature } from '$lib/domain/feature';
import { positionsOf } from '$lib/domain/geometry';

/** The archive of the basemap, as a browser would read it over ranges. */
class Archive implements Source {
	readonly #bytes = new Uint8Array(readFileSync('static/basemap/atlas.pmtiles'));
	getKey = () => 'memory';
	getBytes = (offset: number, length: number): Promise<RangeResponse> =>
		Promise.resolve({ data: this.#bytes.slice(offset, offset + length).buffer });
}

const archive = new PMTiles(new Archive());
const ZOOM = 8;
let features: Map<string, PlacedFeature>;
let recipes: Recipes;

beforeAll(async () => {
	const { dataset } = await readDataset('geodata');
	if (!dataset) throw new Error('geodata breaks a rule');
	features = new Map(dataset.features.map((feature) => [feature.id, feature]));
	recipes = await readRecipes('geodata/outlines.json');
});

const areaOf = (id: string) => features.get(id)!.geometry as Polygon | MultiPolygon;
const holds = (id: string, [lat, lng]: readonly [number, number]) => booleanPointInPolygon([lng, lat], areaOf(id));

/** A layer of the basemap around a position. */
async function basemap(position: readonly [number, number], layer: string): Promise<Feature[]> {
	const [x, y] = tileAt(position, ZOOM);
	const tile = await archive.getZxy(ZOOM, x, y);
	const found = tile && new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[layer];
	return Array.from({ length: found?.length ?? 0 }, (_, i) => found!.feature(i).toGeoJSON(x, y, ZOOM));
}

const TOWNS = {
	'Tal Abyad': [36.69648, 38.95382],
	'Ras al-Ayn': [36.85034, 40.07055],
	Jarabulus: [36.8175, 38.01111],
	Kobani: [36.89095, 38.35347],
	Manbij: [36.52815, 37.95495],
	Afrin: [36.51194, 36.86954]
} as const;

const PORTS = {
	Tobruk: [32.08963, 23.95385],
	Benghazi: [32.11486, 20.06859],
	Tripoli: [32.88743, 13.18733],
	Sirte: [31.20892, 16.58866],
	Khoms: [32.68, 14.25],
	Derna: [32.77, 22.65],
	Misrata: [32.37, 15.22]
} as const;

describe('the areas of the atlas', () => {
	test.each(Object.entries(TOWNS))('northern Syria holds %s, on the border', (_, place) => {
		expect(holds('turkish-deployment', place)).toBe(true);
	});

	test.each(Object.entries(PORTS))('the strip along Libya’s coast holds the harbour of %s', (_, place) => {
		expect(holds('libya-naval-base-talks', place)).toBe(true);
	});

	test('the strip reaches as far to sea as inland, and not into the neighbours', () => {
		expect(holds('libya-naval-base-talks', [33.0, 13.19])).toBe(true);
		expect(holds('libya-naval-base-talks', [32.78, 13.19])).toBe(true);
		expect(holds('libya-naval-base-talks', [31.56, 25.17])).toBe(false);
		expect(holds('libya-naval-base-talks', [33.14, 11.22])).toBe(false);
	});

	test('the air base holds a runway of 2.8 km, wherever its middle is said to be', () => {
		const circle = areaOf('hmeimim-air-base');
		for (const middle of [
			[35.94845, 35.4013],
			[35.9507, 35.3994],
			[35.94424, 35.40731]
		]) {
			for (const end of [-1, 1]) {
				// Runway 17/35: ten degrees off the meridian.
				const [east, north] = [(-end * 1400 * Math.sin(0.175)) / 90_600, (end * 1400 * Math.cos(0.175)) / 111_195];
				expect(booleanPointInPolygon([middle[0]! + east, middle[1]! + north], circle)).toBe(true);
			}
		}
	});

	test('the Golan Heights are drawn apart: neither in Syria’s outline nor over it', () => {
		expect(holds('golan-heights', [32.99, 35.69])).toBe(true);
		expect(holds('syria', [32.99, 35.69])).toBe(false);
		expect(holds('golan-heights', [33.125, 35.825])).toBe(false);
		expect(holds('syria', [33.125, 35.825])).toBe(true);
		expect(features.get('golan-heights')).toMatchObject({ context: true });
	});

	test('the gas lies in no one’s land, and nearer to Syria than to its neighbours', async () => {
		const gas = areaOf('offshore-gas-concessions');
		const land = await Promise.all(
			(
				[
					[34.3, 35.5],
					[35.8, 35.5],
					[35.8, 34.7],
					[34.5, 35.2]
				] as const
			).map((place) => basemap(place, 'land'))
		);
		const coast = land.flat() as Feature<Polygon | MultiPolygon>[];
		expect(coast.length).toBeGreaterThan(3);
		// A grid of some 3 km: none of it is dry by more than the coast was simplified.
		const dry: Position[] = [];
		let tried = 0;
		for (let lng = 34; lng < 36.2; lng += 0.03) {
			for (let lat = 34.3; lat < 36.4; lat += 0.03) {
				if (!booleanPointInPolygon([lng, lat], gas)) continue;
				tried++;
				if (coast.some((ground) => booleanPointInPolygon([lng, lat], ground))) dry.push([lng, lat]);
			}
		}
		expect(tried).toBeGreaterThan(500);
		expect(dry).toEqual([]);
		// Cape Apostolos Andreas in the east of Cyprus, and Latakia: half way between them is the edge.
		const [cape, latakia] = [
			[34.59, 35.69],
			[35.77, 35.52]
		];
		for (const corner of positionsOf(gas))
			expect(distance(corner, cape)).toBeGreaterThan(distance(cape, latakia) / 2 - 8);
	});

	test.each(['syria', 'turkish-deployment'])('the border of %s is the line that the basemap draws', async (id) => {
		const found = await Promise.all(Object.values(TOWNS).map(([lat, lng]) => basemap([lng, lat], 'borders')));
		const lines = found.flat() as Feature<LineString | MultiLineString>[];
		const runs = lines.flatMap(({ geometry }) =>
			geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
		);
		const near = (corner: Position) =>
			Math.min(
				...runs.map((run) => pointToLineDistance(corner, { type: 'LineString', coordinates: run }, { units: 'meters' }))
			);
		// Between Kobani and Ras al-Ayn, where the border is Turkey's.
		const corners = [...positionsOf(areaOf(id))].filter(([lng = 0, lat = 0]) => lng > 38.4 && lng < 39.3 && lat > 36.5);
		expect(corners.length).toBeGreaterThan(10);
		for (const corner of corners) expect(near(corner)).toBeLessThan(400);
	});

	test('what a recipe makes is what stands in the layers, uncertainty and all', () => {
		expect(recipes.features['homs-fertilizer-plant']).toMatchObject({ make: 'circle', metres: 15_000 });
		for (const [id, recipe] of Object.entries(recipes.features)) {
			if (recipe.make !== 'circle') continue;
			const made = new Constructor([], recipes.simplified.metres, recipes.decimals).make(recipe);
			expect(features.get(id)?.geometry).toEqual(made);
			expect(features.get(id)?.georeference.uncertaintyMetres).toBe(recipe.metres);
		}
	});
});

/** Two countries on either side of a strait, and a border between the first and a third. */
const COUNTRIES = [
	{
		code: 'AAA',
		rings: [
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 1],
				[0, 0]
			]
		]
	},
	{
		code: 'BBB',
		rings: [
			[
				[2, 0],
				[3, 0],
				[3, 1],
				[2, 1],
				[2, 0]
			]
		]
	},
	{
		code: 'CCC',
		rings: [
			[
				[0, 1],
				[1, 1],
				[1, 2],
				[0, 2],
				[0, 1]
			]
		]
	}
] as { code: string; rings: [number, number][][] }[];

describe('a construction', () => {
	const constructor = new Constructor(COUNTRIES, 100, 4);

	test('divides a strait in its middle', () => {
		const sea = constructor.make({ make: 'nearest-sea', country: 'AAA', others: ['BBB'], box: [0.2, 0.2, 2.8, 0.8] });
		const east = Math.max(...[...positionsOf(sea)].map(([lng = 0]) => lng));
		const west = Math.min(...[...positionsOf(sea)].map(([lng = 0]) => lng));
		expect(east).toBeCloseTo(1.5, 2);
		expect(west).toBeCloseTo(1, 2);
	});

	test('follows the coast alone, and leaves out the land of a neighbour', () => {
		const strip = constructor.make({
			make: 'coast-strip',
			country: 'AAA',
			metres: 10_000,
			others: ['CCC'],
			simplifiedMetres: 100
		});
		const within = (position: Position) => booleanPointInPolygon(position, strip);
		expect([within([0.5, 0.05]), within([0.5, -0.05]), within([1.05, 0.5])]).toEqual([true, true, true]);
		expect([within([0.5, 0.95]), within([0.5, 1.05]), within([0.5, 0.5])]).toEqual([false, false, false]);
	});

	test('cuts a country at a parallel', () => {
		const north = constructor.make({ make: 'country-north-of', country: 'AAA', latitude: 0.75 });
		expect(area(north) / area(constructor.make({ make: 'country', country: 'AAA' }))).toBeCloseTo(0.25, 2);
	});

	test('of a country that is not read says so', () => {
		expect(() => constructor.make({ make: 'country', country: 'ZZZ' })).toThrow(
			'The basemap’s data have no country ZZZ.'
		);
	});

	test('has a region that ends where both coasts are as far', () => {
		const region = nearestRegion(
			[
				[
					[0, 0],
					[0, 1]
				]
			],
			[
				[
					[2, 0],
					[2, 1]
				]
			],
			[-0.5, 0.2, 2.5, 0.8],
			0.05
		);
		expect(booleanPointInPolygon([0.98, 0.5], region)).toBe(true);
		expect(booleanPointInPolygon([1.02, 0.5], region)).toBe(false);
	});
});
