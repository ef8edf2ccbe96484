import { describe, expect, test } from 'vitest';
import { areaSquareMetres, lengthMetres } from '$lib/geometry/measure';
import { simplifyRing } from '$lib/geometry/simplify-ring';

/** On the WGS 84 ellipsoid, in metres and square metres: by Vincenty's formula, and as GeographicLib documents it. */
const TARTUS_TO_DAMASCUS = 157_429;
const DEGREE_SQUARE_AT_THE_EQUATOR = 12_308_778_361;

describe('a length', () => {
	test('is that of a great circle, within 0.5 %', () => {
		const metres = lengthMetres([
			[35.88659, 34.88902],
			[36.29128, 33.5102]
		]);
		expect(Math.abs(metres / TARTUS_TO_DAMASCUS - 1)).toBeLessThan(0.005);
	});

	test('of several legs is the sum of them', () => {
		const [a, b, c] = [
			[35, 34],
			[36, 34],
			[36, 35]
		] as const;
		expect(lengthMetres([[...a], [...b], [...c]])).toBeCloseTo(
			lengthMetres([[...a], [...b]]) + lengthMetres([[...b], [...c]]),
			3
		);
	});

	test.each([[[]], [[[35, 34]]]])('of %j is 0', (points) => {
		expect(lengthMetres(points)).toBe(0);
	});
});

describe('an area', () => {
	const square = [
		[0, 0],
		[1, 0],
		[1, 1],
		[0, 1]
	];

	test('is that of the sphere, within 1 %, whichever way the ring runs', () => {
		expect(Math.abs(areaSquareMetres(square) / DEGREE_SQUARE_AT_THE_EQUATOR - 1)).toBeLessThan(0.01);
		expect(areaSquareMetres([...square].reverse())).toBeCloseTo(areaSquareMetres(square), 3);
	});

	test.each([[[]], [square.slice(0, 2)]])('of %j is 0', (ring) => {
		expect(areaSquareMetres(ring)).toBe(0);
	});
});

describe('a ring', () => {
	const circle = Array.from({ length: 300 }, (_, index) => {
		const angle = (2 * Math.PI * index) / 300;
		return [36 + Math.cos(angle), 34 + Math.sin(angle)];
	});

	test('with too many corners keeps its area nearly', () => {
		const simpler = simplifyRing(circle, 100);
		expect(simpler.length).toBeLessThanOrEqual(100);
		expect(simpler.length).toBeGreaterThan(20);
		expect(areaSquareMetres(simpler) / areaSquareMetres(circle)).toBeCloseTo(1, 2);
	});

	test('with few corners is left alone', () => {
		expect(simplifyRing(circle.slice(0, 100), 100)).toEqual(circle.slice(0, 100));
	});
});
