import { bboxPolygon, booleanIntersects } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { intersecting } from '$lib/geometry/intersects';
import { type Extent, extentOf } from '$lib/domain/extent';
import { randomOf } from '../fixtures/random';

const BOX: Extent = [0, 0, 4, 2];

test.each<[string, Geometry, boolean]>([
	['a point on a corner', { type: 'Point', coordinates: [4, 2] }, true],
	['a point beside it', { type: 'Point', coordinates: [4, 2.1] }, false],
	['a line from side to side', line([-1, 1], [5, 1]), true],
	['a line across a corner', line([3, 3], [5, 1]), true],
	['a line through a corner alone', line([3, 3], [5, 1]), true],
	['a line past a corner', line([3.5, 3], [5, 1.5]), false],
	['a line along a side', line([-1, 2], [5, 2]), true],
	['a line of one position', line([9, 9]), false],
	['a polygon around it', polygon(square(2, 1, 9)), true],
	['a polygon around it with a hole around it', polygon(square(2, 1, 9), square(2, 1, 5)), false],
	['a polygon around it with a hole in it', polygon(square(2, 1, 9), square(2, 1, 0.5)), true],
	['a polygon that fills a hole of nothing', polygon(square(2, 1, 9), square(2, 1, 5), square(2, 1, 3)), true],
	['a polygon without rings', polygon(), false],
	['the second of two lines', { type: 'MultiLineString', coordinates: [square(9, 9, 1), square(0, 0, 1)] }, true],
	['the second of two polygons', { type: 'MultiPolygon', coordinates: [[square(9, 9, 1)], [square(0, 0, 9)]] }, true],
	['a polygon whose second ring is on the other side', polygon(square(2, 9, 1), square(2, -7, 1)), false],
	['points on both sides', { type: 'MultiPoint', coordinates: square(2, 1, 5) }, false],
	['a part of a collection', { type: 'GeometryCollection', geometries: [line([9, 9]), line([-1, 1], [5, 1])] }, true]
])('%s', (_, geometry, expected) => {
	expect(intersectsBox(geometry, BOX)).toBe(expected);
});

describe.each([1, 2, 3])('random geometries, series %i', (seed) => {
	const random = randomOf(seed);
	const near = (): Position => [random() * 10 - 3, random() * 8 - 3];

	test('a triangle and a line meet the boxes that the library says', () => {
		const found = { yes: 0, no: 0 };
		for (let round = 0; round < 300; round++) {
			const [a, b, c] = [near(), near(), near()];
			for (const geometry of [polygon([a, b, c, a]), line(a, b)]) {
				const expected = booleanIntersects(geometry, bboxPolygon([...BOX]));
				found[expected ? 'yes' : 'no']++;
				expect(intersectsBox(geometry, BOX), JSON.stringify(geometry)).toBe(expected);
			}
		}
		expect(Math.min(found.yes, found.no)).toBeGreaterThan(100);
	});

	test('a box without height or width meets what its line meets', () => {
		for (let round = 0; round < 300; round++) {
			const [a, b, c] = [near(), near(), near()];
			const triangle = polygon([a, b, c, a]);
			expect(intersectsBox(triangle, [0, 1, 4, 1])).toBe(booleanIntersects(triangle, line([0, 1], [4, 1])));
			expect(intersectsBox(triangle, [2, 1, 2, 1])).toBe(
				booleanIntersects(triangle, { type: 'Point', coordinates: [2, 1] })
			);
		}
	});
});

function intersectsBox(geometry: Geometry, box: Extent): boolean {
	return intersecting(box)({ geometry, extent: extentOf(geometry) });
}

function line(...coordinates: Position[]): Geometry {
	return { type: 'LineString', coordinates };
}

function polygon(...coordinates: Position[][]): Geometry {
	return { type: 'Polygon', coordinates };
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
