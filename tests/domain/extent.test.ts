import { describe, expect, it } from 'vitest';
import { type Extent, extentOf, intersects, union } from '$lib/domain/extent';

describe('intersects', () => {
	const fiji: Extent = [177, -20, -178, -12];

	it.each<[string, Extent, Extent, boolean]>([
		['extents that overlap', [0, 0, 2, 2], [1, 1, 3, 3], true],
		['extents that share an edge', [0, 0, 1, 1], [1, 0, 2, 1], true],
		['extents that share the edge between north and south', [0, 0, 1, 1], [0, 1, 1, 2], true],
		['extents that share a corner', [0, 0, 1, 1], [1, 1, 2, 2], true],
		['a point on an edge across the antimeridian', fiji, [180, -12, 180, -12], true],
		['extents side by side', [0, 0, 1, 1], [2, 0, 3, 1], false],
		['extents one above the other', [0, 0, 1, 1], [0, 2, 1, 3], false],
		['the west side of the antimeridian', fiji, [178, -15, 179, -14], true],
		['the east side of the antimeridian', fiji, [-179, -15, -178.5, -14], true],
		['the far side of the world', fiji, [0, -15, 10, -14], false],
		['two that cross the antimeridian', fiji, [170, -30, -170, 0], true]
	])('knows %s', (_, a, b, expected) => {
		expect(intersects(a, b)).toBe(expected);
		expect(intersects(b, a)).toBe(expected);
	});
});

describe('union', () => {
	it('holds all extents', () => {
		expect(
			union([
				[0, 0, 1, 1],
				[-3, 2, 0, 5]
			])
		).toEqual([-3, 0, 1, 5]);
	});

	it('widens to the whole circle across the antimeridian', () => {
		expect(union([[177, -20, -178, -12]])).toEqual([-180, -20, 180, -12]);
	});

	it('is null for none', () => {
		expect(union([])).toBeNull();
	});
});

describe('extentOf', () => {
	it('reaches through collections and holes', () => {
		const ring = [
			[1, 1],
			[4, 1],
			[4, 5],
			[1, 1]
		];
		const geometries = [
			{ type: 'Point' as const, coordinates: [-2, 3] },
			{ type: 'MultiPolygon' as const, coordinates: [[ring]] }
		];
		expect(extentOf({ type: 'GeometryCollection', geometries })).toEqual([-2, 1, 4, 5]);
	});

	it('is null for a geometry without positions', () => {
		expect(extentOf({ type: 'MultiPoint', coordinates: [] })).toBeNull();
	});
});
