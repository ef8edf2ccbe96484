import { circle, destination, distance } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { smallestCircle, uncertaintyFor } from '$lib/geometry/smallest-circle';
import { positionsOf } from '$lib/domain/geometry';

const metres = (a: Position, b: Position) => distance(a, b, { units: 'meters' });

/** The radius that a centre needs to hold all positions. */
function radiusFrom(centre: Position, geometry: Geometry): number {
	return Math.max(...[...positionsOf(geometry)].map((position) => metres(centre, position)));
}

describe('the smallest circle that holds a geometry', () => {
	test('is a point itself, without a radius', () => {
		const circle = smallestCircle({ type: 'Point', coordinates: [36.29128, 33.5102] });
		expect(circle).toEqual({ centre: [36.29128, 33.5102], radiusMetres: 0 });
	});

	test('has the middle of two points, and half their distance', () => {
		const [a, b] = [
			[10, 0],
			[12, 0]
		];
		const found = smallestCircle({ type: 'MultiPoint', coordinates: [a, b] });
		expect(found?.centre).toEqual([11, 0]);
		expect(found?.radiusMetres).toBeCloseTo(metres(a, b) / 2, 3);
	});

	test.each([
		['in Syria', [38.28402, 34.5624], 75_000],
		['at 80 degrees north', [20, 80], 400_000],
		['across the antimeridian', [179.9, -16], 60_000]
	])('is the circle again that an area was drawn as, %s', (_, centre, radius) => {
		const drawn = circle(centre, radius, { units: 'meters', steps: 90 }).geometry;
		const found = smallestCircle(drawn);
		expect(metres(found!.centre, centre)).toBeLessThan(200);
		expect(Math.abs(found!.radiusMetres / radius - 1)).toBeLessThan(0.005);
	});

	test('is set by three points where no two do', () => {
		const corners = [0, 120, 240].map(
			(bearing) => destination([30, 30], 50, bearing, { units: 'kilometers' }).geometry.coordinates
		);
		const found = smallestCircle({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });
		expect(found?.radiusMetres).toBeCloseTo(50_000, -1);
		expect(metres(found!.centre, [30, 30])).toBeLessThan(1);
	});

	test('holds every position, and none nearby does with less', () => {
		const spread = (seed: number) => Array.from({ length: 40 }, (_, at) => (Math.sin(seed * 91 + at * 17) + 1) * 5);
		for (let seed = 1; seed <= 30; seed++) {
			const [lngs, lats] = [spread(seed), spread(seed + 0.5)];
			const coordinates = lngs.map((lng, at) => [lng, 30 + (lats[at] ?? 0)]);
			const geometry: Geometry = { type: 'MultiPoint', coordinates };
			const { centre, radiusMetres } = smallestCircle(geometry)!;
			expect(radiusFrom(centre, geometry)).toBeLessThan(radiusMetres + 1);
			for (const bearing of [0, 60, 120, 180, 240, 300]) {
				const aside = destination(centre, 500, bearing, { units: 'meters' }).geometry.coordinates;
				expect(radiusFrom(aside, geometry)).toBeGreaterThan(radiusMetres);
			}
		}
	});

	test('holds what bulges beyond the corners of a long parallel', () => {
		const parallel: Geometry = {
			type: 'LineString',
			coordinates: [
				[0, 60],
				[60, 60]
			]
		};
		const { centre, radiusMetres } = smallestCircle(parallel)!;
		expect(metres(centre, [30, 60])).toBeLessThanOrEqual(radiusMetres);
		expect(
			smallestCircle({
				type: 'Polygon',
				coordinates: [
					[
						[0, 60],
						[60, 60],
						[30, 61],
						[0, 60]
					]
				]
			})!.radiusMetres
		).toBeGreaterThan(1e6);
	});

	test('takes the parts of a collection together', () => {
		const geometries: Geometry[] = [
			{ type: 'Point', coordinates: [10, 0] },
			{
				type: 'LineString',
				coordinates: [
					[10, 0],
					[12, 0]
				]
			}
		];
		expect(smallestCircle({ type: 'GeometryCollection', geometries })?.centre).toEqual([11, 0]);
	});

	test('is none around more than half of the globe', () => {
		const coordinates = [
			[0, 0],
			[120, 0],
			[-120, 0],
			[0, 90],
			[0, -90]
		];
		expect(smallestCircle({ type: 'MultiPoint', coordinates })).toBeNull();
	});
});

test.each([
	[390_008.9, 391_000],
	[75_000, 75_000],
	[1575.2, 1580],
	[12, 12],
	[12.4, 13],
	[0.02, 1]
])('a radius of %d m is given as %d m: three figures, never less', (radius, figure) => {
	expect(uncertaintyFor(radius)).toBe(figure);
});
