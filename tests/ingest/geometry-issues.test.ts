import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { bboxIssues, geometryIssues, windingOf } from '$lib/ingest/geometry-issues';

const SQUARE: Position[] = [
	[0, 0],
	[1, 0],
	[1, 1],
	[0, 1],
	[0, 0]
];

/** A ring of many corners around a place, counterclockwise. */
function circle(corners: number, lng: number, lat: number, radius: number): Position[] {
	const ring = Array.from({ length: corners }, (_, index): Position => {
		const angle = (index / corners) * 2 * Math.PI;
		return [Number((lng + radius * Math.cos(angle)).toFixed(6)), Number((lat + radius * Math.sin(angle)).toFixed(6))];
	});
	return [...ring, ring[0] ?? []];
}

function rulesOf(coordinates: Position[][]): string[] {
	return geometryIssues('x', '/geometry', { type: 'Polygon', coordinates }).map(({ rule }) => rule);
}

describe('winding', () => {
	test('of a unit square is twice its area, with the sign of its turn', () => {
		expect(windingOf(SQUARE)).toBe(2);
		expect(windingOf([...SQUARE].reverse())).toBe(-2);
	});

	test('does not lose a small ring far from the origin', () => {
		const far = SQUARE.map(([x = 0, y = 0]): Position => [179.999998 + x / 1e6, 89.999998 + y / 1e6]);
		expect(windingOf(far)).toBeGreaterThan(0);
	});
});

describe('crossings', () => {
	test('are told with the place of the first and the number of the others', () => {
		const star: Position[] = [
			[0, 0],
			[3, 1],
			[0, 2],
			[2, -1],
			[2, 3],
			[0, 0]
		];
		const [issue] = geometryIssues('x', '/geometry', { type: 'Polygon', coordinates: [star] });
		expect(issue).toMatchObject({ rule: 'ring-crossing', path: '/geometry/coordinates' });
		expect(issue?.message).toMatch(/at \[[\d.,-]+\]\. So at \d+ more places\.$/);
	});

	test('a hole that reaches out of its ring crosses it', () => {
		expect(
			rulesOf([
				SQUARE,
				[
					[0.5, 0.5],
					[0.5, 0.8],
					[1.5, 0.6],
					[0.5, 0.5]
				]
			])
		).toEqual(['ring-crossing']);
	});

	test('a circle of many thousand corners has none, and one with a knot has', () => {
		const ring = circle(8_000, 20, 30, 1);
		expect(rulesOf([ring])).toEqual([]);
		const knot = [...ring];
		[knot[100], knot[103]] = [knot[103] ?? [], knot[100] ?? []];
		expect(rulesOf([knot])).toEqual(['ring-crossing']);
	});
});

describe('precision', () => {
	test.each([
		[[10.123456, -0.000001], []],
		[[10.1234567, 0], ['position-precision']],
		[[1e-7, 0], ['position-precision']]
	])('%j', (coordinates, rules) => {
		const found = geometryIssues('x', '/geometry', { type: 'Point', coordinates });
		expect(found.map(({ rule }) => rule)).toEqual(rules);
	});
});

describe('the edges of the globe', () => {
	test.each([
		[180, 90],
		[-180, -90],
		[0, 0]
	])('%d, %d is on it', (...coordinates) => {
		expect(geometryIssues('x', '', { type: 'Point', coordinates })).toEqual([]);
	});

	test('latitude before longitude is recognised where the two can be swapped', () => {
		const [issue] = geometryIssues('x', '', { type: 'Point', coordinates: [34.889, 135.886] });
		expect(issue).toMatchObject({ rule: 'position-range', remedy: 'Swap the two: longitude comes first.' });
	});
});

test('a bbox may be absent, and must else be exact', () => {
	const point = { type: 'Point' as const, coordinates: [10, 40] };
	expect(bboxIssues('x', '', undefined, point)).toEqual([]);
	expect(bboxIssues('x', '', [10, 40, 10, 40], point)).toEqual([]);
	expect(bboxIssues('x', '', [10, 40, 10, 40.1], point)).toHaveLength(1);
});
