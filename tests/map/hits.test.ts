import { describe, expect, it } from 'vitest';
import { type Hit, meant, REACH_PIXELS } from '$lib/map/hits';

const icon = (number: number, distance: number): Hit => ({ number, part: 'icon', distance, across: 0 });
const label = (number: number, distance = 60): Hit => ({ number, part: 'label', distance, across: 0 });
const area = (number: number, across: number): Hit => ({ number, part: 'area', distance: 90, across });

describe('what a click means', () => {
	it('is every icon within reach, nearest first', () => {
		expect(meant([icon(1, 9), icon(2, 3), icon(3, REACH_PIXELS + 1)])).toEqual([2, 1]);
	});

	it('is the icon rather than the area that it stands in', () => {
		expect(meant([area(7, 20), icon(1, 4)])).toEqual([1]);
	});

	it('is all areas on each other, the smallest first', () => {
		expect(meant([area(7, 20), area(8, 5), area(7, 20)])).toEqual([8, 7]);
	});

	it('is the feature whose name was hit, though another icon is near', () => {
		expect(meant([label(1), icon(2, 11), area(3, 5)])).toEqual([1]);
	});

	it('is the icon where a name reaches over it', () => {
		expect(meant([label(1), icon(2, 5)])).toEqual([2]);
	});

	it('is nothing on empty ground', () => {
		expect(meant([])).toEqual([]);
	});
});
