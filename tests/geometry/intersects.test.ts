import { booleanIntersects } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { intersecting } from '$lib/geometry/intersects';
import { extentOf } from '$lib/domain/extent';
import { generateDataset } from '../fixtures/dataset';
import { randomOf } from '../fixtures/random';

const SQUARE: Geometry = { type: 'Polygon', coordinates: [square(10, 10, 5), square(10, 10, 2)] };

test.each<[string, Geometry, boolean]>([
	['a point inside', point(14, 14), true],
	['a point on the border', point(15, 12), true],
	['a point on a corner', point(15, 15), true],
	['a point in the hole', point(10, 10), false],
	['a point outside', point(16, 10), false],
	['a line through', line([0, 10], [20, 10]), true],
	['a line inside', line([13, 13], [14, 14]), true],
	['a line within the hole', line([9, 9], [11, 11]), false],
	['a line along the border', line([15, 0], [15, 20]), true],
	['a polygon around it', { type: 'Polygon', coordinates: [square(10, 10, 50)] }, true],
	['a polygon within the hole', { type: 'Polygon', coordinates: [square(10, 10, 1)] }, false],
	['a polygon that fills the hole', { type: 'Polygon', coordinates: [square(10, 10, 2)] }, true],
	[
		'a ring on both sides of its border',
		{ type: 'Polygon', coordinates: [square(10, 10, 6), square(10, 10, 4)] },
		true
	],
	['a collection with one part inside', { type: 'GeometryCollection', geometries: [point(0, 0), point(14, 14)] }, true],
	['an empty collection', { type: 'GeometryCollection', geometries: [] }, false]
])('%s and a square with a hole', (_, geometry, expected) => {
	expect(intersecting(SQUARE)(placed(geometry))).toBe(expected);
	expect(intersecting(geometry)(placed(SQUARE))).toBe(expected);
});

test('a feature without geometry intersects nothing', () => {
	expect(intersecting(SQUARE)({ geometry: null, extent: null })).toBe(false);
});

test('polygons of a collection that overlap are all inside', () => {
	const twice: Geometry = { type: 'GeometryCollection', geometries: [SQUARE, SQUARE] };
	expect(intersecting(twice)(placed(point(14, 14)))).toBe(true);
});

describe('among generated features', () => {
	const { features } = generateDataset({ features: 400, claims: 0, seed: 11 });

	test.each([3, 20, 200])('a star with %i corners meets those that the library finds', (corners) => {
		const random = randomOf(corners);
		const ring = Array.from({ length: corners }, (_, corner): Position => {
			const angle = (corner / corners) * 2 * Math.PI;
			const radius = 3 + 8 * random();
			return [29 + radius * Math.cos(angle), 35 + radius * Math.sin(angle)];
		});
		const star: Geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
		const expected = features.filter(({ geometry }) => geometry && booleanIntersects(geometry, star));
		expect(expected.length).toBeGreaterThan(20);
		expect(features.filter(intersecting(star))).toEqual(expected);
	});
});

function placed(geometry: Geometry) {
	return { geometry, extent: extentOf(geometry) };
}

function point(...coordinates: Position): Geometry {
	return { type: 'Point', coordinates };
}

function line(...coordinates: Position[]): Geometry {
	return { type: 'LineString', coordinates };
}

function square(x: number, y: number, half: number): Position[] {
	return [
		[x - half, y - half],
		[x + half, y - half],
		[x + half, y + half],
		[x - half, y + half],
		[x - half, y - half]
	];
}
