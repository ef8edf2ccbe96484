import { describe, expect, test } from 'vitest';
import { extentWithBuffer, tileAddress, unitsIn } from '$lib/server/tiles/tile-address';

describe('the address of a tile', () => {
	test.each<[string, string, string]>([
		['0', '0', '0'],
		['14', '16383', '16383'],
		['6', '25', '37']
	])('%s/%s/%s is one', (z, y, x) => {
		expect(tileAddress(z, y, x)).toEqual({ z: Number(z), y: Number(y), x: Number(x) });
	});

	test.each([
		['15', '0', '0'],
		['0', '1', '0'],
		['0', '0', '1'],
		['3', '8', '0'],
		['-1', '0', '0'],
		['1', '-1', '0'],
		['00', '0', '0'],
		['1.0', '0', '0'],
		['1e0', '0', '0'],
		['', '0', '0'],
		['1', '0', '0.mvt'],
		['99999999999999999999', '0', '0'],
		['__proto__', '0', '0']
	])('%j/%j/%j is none', (z, y, x) => {
		expect(tileAddress(z, y, x)).toBeNull();
	});
});

describe('what a tile covers', () => {
	test('the first is the world', () => {
		expect(extentWithBuffer({ z: 0, x: 0, y: 0 })).toEqual([-180, -90, 180, 90]);
	});

	test('one in the middle reaches a little over its edges', () => {
		const [west, south, east, north] = extentWithBuffer({ z: 6, x: 37, y: 25 });
		const width = 360 / 64;
		expect(west).toBeCloseTo(37 * width - 180 - width / 64, 9);
		expect(east).toBeCloseTo(38 * width - 180 + width / 64, 9);
		expect(north).toBeGreaterThan(36.5978);
		expect(north).toBeLessThan(36.7);
		expect(south).toBeLessThan(31.9522);
	});

	test('one at the edge of the world reaches across the antimeridian', () => {
		const [west, , east] = extentWithBuffer({ z: 3, x: 0, y: 3 });
		expect(west).toBeGreaterThan(179);
		expect(east).toBeLessThan(-134);
		const [first, , last] = extentWithBuffer({ z: 3, x: 7, y: 3 });
		expect([first > 134, last < -179]).toEqual([true, true]);
	});
});

test.each<[[number, number], [number, number]]>([
	[
		[0, 0],
		[2048, 2048]
	],
	[
		[-180, 85.0511287798066],
		[0, 0]
	],
	[
		[180, -85.0511287798066],
		[4096, 4096]
	],
	[
		[0, 90],
		[2048, 0]
	],
	[
		[0, -90],
		[2048, 4096]
	]
])('%j is at %j of the first tile', (position, expected) => {
	expect(unitsIn({ z: 0, x: 0, y: 0 }, position)).toEqual(expected);
});
