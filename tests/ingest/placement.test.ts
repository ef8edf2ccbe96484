import { booleanPointInPolygon } from '@turf/turf';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { placementOf } from '$lib/ingest/placement';

const anchorOf = (geometry: Geometry) => placementOf(geometry).anchor;

describe('a placement', () => {
	test('is nothing without a geometry', () => {
		expect(placementOf(null)).toEqual({ extent: null, anchor: null, acrossMetres: 0 });
	});

	test('of a point is the point', () => {
		expect(placementOf({ type: 'Point', coordinates: [10, 40] })).toEqual({
			extent: [10, 40, 10, 40],
			anchor: [10, 40],
			acrossMetres: 0
		});
	});

	test('says how far an area reaches, in metres: a degree of the equator and one of a meridian', () => {
		const square: Polygon = {
			type: 'Polygon',
			coordinates: [
				[
					[0, 0],
					[1, 0],
					[1, 1],
					[0, 1],
					[0, 0]
				]
			]
		};
		const { acrossMetres } = placementOf(square);
		expect(Math.abs(acrossMetres - 157_225)).toBeLessThan(200);
	});
});

describe('a label stands', () => {
	test('in the middle of an area', () => {
		expect(
			anchorOf({
				type: 'Polygon',
				coordinates: [
					[
						[0, 0],
						[2, 0],
						[2, 2],
						[0, 2],
						[0, 0]
					]
				]
			})
		).toEqual([1, 1]);
	});

	test('on an area whose middle lies outside it', () => {
		const hook: Polygon = {
			type: 'Polygon',
			coordinates: [
				[
					[0, 0],
					[4, 0],
					[4, 4],
					[3, 4],
					[3, 1],
					[0, 1],
					[0, 0]
				]
			]
		};
		expect(booleanPointInPolygon(anchorOf(hook) ?? [], hook)).toBe(true);
	});

	test('on the largest of several areas', () => {
		const small = [
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 0]
			]
		];
		const large = [
			[
				[10, 10],
				[14, 10],
				[14, 14],
				[10, 14],
				[10, 10]
			]
		];
		expect(anchorOf({ type: 'MultiPolygon', coordinates: [small, large] })).toEqual([12, 12]);
	});

	test('halfway along a line, not between its ends', () => {
		const [lng = 0, lat = 0] =
			anchorOf({
				type: 'LineString',
				coordinates: [
					[0, 0],
					[0, 1],
					[0.001, 1],
					[0.001, 0]
				]
			}) ?? [];
		expect(lng).toBeLessThan(0.002);
		expect(lat).toBeCloseTo(1, 2);
	});

	test('on one of several points', () => {
		expect(
			anchorOf({
				type: 'MultiPoint',
				coordinates: [
					[0, 0],
					[1, 1],
					[9, 9]
				]
			})
		).toEqual([1, 1]);
	});

	test('on the area of a collection', () => {
		const anchor = anchorOf({
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Point', coordinates: [50, 50] },
				{
					type: 'Polygon',
					coordinates: [
						[
							[0, 0],
							[2, 0],
							[2, 2],
							[0, 2],
							[0, 0]
						]
					]
				}
			]
		});
		expect(anchor).toEqual([1, 1]);
	});
});
