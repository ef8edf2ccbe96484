import type { Geometry, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { liesIn, outlineOf } from '$lib/ingest/country';
import { placementOf } from '$lib/ingest/placement';

/** A country of two parts, with a lake that belongs to another. */
const OUTLINE = outlineOf({
	type: 'MultiPolygon',
	coordinates: [
		[
			[
				[10, 40],
				[12, 40],
				[12, 42],
				[10, 42],
				[10, 40]
			],
			[
				[11, 41],
				[11, 41.5],
				[11.5, 41.5],
				[11.5, 41],
				[11, 41]
			]
		],
		[
			[
				[20, 60],
				[21, 60],
				[21, 61],
				[20, 60]
			]
		]
	]
});

function liesInIt(geometry: Geometry): boolean {
	return liesIn(geometry, placementOf(geometry).anchor ?? [], OUTLINE);
}

function square(west: number, south: number, size: number): Polygon {
	const [east, north] = [west + size, south + size];
	return {
		type: 'Polygon',
		coordinates: [
			[
				[west, south],
				[east, south],
				[east, north],
				[west, north],
				[west, south]
			]
		]
	};
}

describe('a point lies in a country', () => {
	test.each([
		['inside', [10.5, 40.5], true],
		['in its other part', [20.8, 60.5], true],
		['on its edge', [10, 41], true],
		['1 km off its coast', [9.9883, 40.5], true],
		['3 km off its coast', [9.965, 40.5], false],
		['1 km off its northern coast, where degrees of longitude are shorter', [20.5, 60.515], true],
		['in the lake', [11.25, 41.25], false],
		['1 km into the lake', [11.01, 41.25], true],
		['elsewhere', [0, 0], false]
	])('%s', (_, coordinates, expected) => {
		expect(liesInIt({ type: 'Point', coordinates })).toBe(expected);
	});

	test('of several, all must', () => {
		expect(
			liesInIt({
				type: 'MultiPoint',
				coordinates: [
					[10.5, 40.5],
					[10.6, 40.6]
				]
			})
		).toBe(true);
		expect(
			liesInIt({
				type: 'MultiPoint',
				coordinates: [
					[10.5, 40.5],
					[9, 40.6]
				]
			})
		).toBe(false);
	});
});

describe('an area lies in a country', () => {
	test('when all of it does', () => {
		expect(liesInIt(square(10.2, 40.2, 0.5))).toBe(true);
	});

	test('when a corner of it reaches over the border', () => {
		expect(
			liesInIt({
				type: 'Polygon',
				coordinates: [
					[
						[11.5, 40.2],
						[12.2, 40.2],
						[11.9, 40.6],
						[11.5, 40.6],
						[11.5, 40.2]
					]
				]
			})
		).toBe(true);
	});

	test('not when only a corner of it does', () => {
		expect(liesInIt(square(11.9, 41.9, 0.5))).toBe(false);
	});
});
