import { bboxPolygon, booleanIntersects } from '@turf/turf';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { intersecting } from '$lib/geometry/intersects';
import { type Area, type Extent, intersects } from '$lib/domain/extent';
import { featureWith, generateDataset } from '../fixtures/dataset';
import { randomOf } from '../fixtures/random';

const TRIANGLE: Area = [
	[0, 0],
	[10, 0],
	[0, 10]
];

function asked(geometry: Geometry | null, area: Area): boolean {
	return intersecting(area)(featureWith({ geometry }));
}

function diagonal(...at: [number, number]): Geometry {
	const [lng, lat] = at;
	return {
		type: 'Polygon',
		coordinates: [
			[
				[lng, lat],
				[lng + 10, lat + 9],
				[lng + 10, lat + 10],
				[lng, lat]
			]
		]
	};
}

describe('a feature intersects an area', () => {
	it.each<[string, Geometry, Area]>([
		['a point inside', { type: 'Point', coordinates: [1, 1] }, [0, 0, 2, 2]],
		['a point on the edge', { type: 'Point', coordinates: [2, 1] }, [0, 0, 2, 2]],
		['a polygon around it', diagonal(-1, -1), [4, 4, 4.1, 4.1]],
		['a line that only crosses it', line([-1, 1], [3, 1]), [0, 0, 2, 2]],
		[
			'a part of a collection',
			{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }] },
			[0, 0, 2, 2]
		],
		[
			'one point of several',
			{
				type: 'MultiPoint',
				coordinates: [
					[50, 50],
					[1, 1]
				]
			},
			[0, 0, 2, 2]
		],
		['a point beyond the antimeridian', { type: 'Point', coordinates: [-179, 0] }, [170, -5, -170, 5]],
		['a line beyond the antimeridian', line([-179, -10], [-178, 10]), [170, -5, -170, 5]],
		['an extent that is a point in it', diagonal(0, 0), [5, 4.8, 5, 4.8]],
		['an extent that is a line across it', diagonal(0, 0), [0, 5, 10, 5]],
		['a point in a ring', { type: 'Point', coordinates: [2, 2] }, TRIANGLE],
		['a ring across a corner', diagonal(-2, -8), TRIANGLE]
	])('%s', (_, geometry, area) => {
		expect(asked(geometry, area)).toBe(true);
	});
});

describe('a feature does not intersect an area', () => {
	it.each<[string, Geometry | null, Area]>([
		['without a geometry', null, [-180, -90, 180, 90]],
		['whose bounds alone overlap it', diagonal(0, 0), [8, 0, 9, 1]],
		[
			'whose two points lie on both sides',
			{
				type: 'MultiPoint',
				coordinates: [
					[-1, -1],
					[3, 3]
				]
			},
			[0, 0, 2, 2]
		],
		['in the bounds of a ring, beyond its edge', { type: 'Point', coordinates: [8, 8] }, TRIANGLE],
		[
			'between the halves of an extent across the antimeridian',
			{ type: 'Point', coordinates: [0, 0] },
			[170, -5, -170, 5]
		]
	])('%s', (_, geometry, area) => {
		expect(asked(geometry, area)).toBe(false);
	});
});

describe('among generated features', () => {
	const { features } = generateDataset({ features: 3000, claims: 0, seed: 5 });

	it.each([0.1, 0.5, 4])('a box of %f degrees meets those that the library finds', (degrees) => {
		const random = randomOf(degrees * 10);
		let found = 0;
		for (let round = 0; round < 100; round++) {
			const [west, south] = [12 + 30 * random(), 29 + 8 * random()];
			const box: Extent = [west, south, west + degrees, south + degrees / 2];
			const near = features.filter(({ extent }) => extent && intersects(extent, box));
			const expected = near.filter(({ geometry }) => booleanIntersects(geometry!, bboxPolygon([...box])));
			expect(features.filter(intersecting(box))).toEqual(expected);
			found += expected.length;
		}
		expect(found).toBeGreaterThan(10);
	});
});

function line(...coordinates: [number, number][]): Geometry {
	return { type: 'LineString', coordinates };
}
