import { describe, expect, it } from 'vitest';
import { FADED, LEFT_OUT } from '$lib/map/sources/feature-states';
import { placeholdersOf } from '$lib/map/sources/label-placeholder';
import { symbolAt } from './symbol';

/** From which zoom there are placeholders for the features in these places, each with a number of claims, by their numbers. */
function kept(positions: readonly (readonly number[])[], claims: readonly number[], states = claims) {
	const symbols = positions.map((position, number) => symbolAt(number, position, claims[number]));
	const { features } = placeholdersOf(symbols, Int32Array.from(states));
	return new Map(features.map(({ id, properties }) => [id, properties.nameFrom]));
}

// About a kilometre from each other: one square of the map until far into it.
const close = [0, 1, 2, 3, 4].map((index) => [35.9 + index * 0.01, 34.9]);

describe('placeholders on the basemap', () => {
	it('is kept for all, where few stand close together', () => {
		expect([...kept(close.slice(0, 2), [1, 1]).values()]).toEqual([0, 0]);
		const apart = [10, 20, 30, 40, 50].map((lng) => [lng, 30]);
		expect(Math.max(...kept(apart, [1, 1, 1, 1, 1]).values())).toBeLessThanOrEqual(3);
	});

	it('is kept first for the features with most claims', () => {
		const from = kept(close, [1, 5, 2, 9, 3]);
		expect([1, 3].map((number) => from.get(number))).toEqual([0, 0]);
		expect(from.get(4)).toBeGreaterThan(5);
		expect(from.get(0)).toBeGreaterThan(5);
	});

	it('is the same for what a filter fades, and none for what it leaves out', () => {
		const all = kept(close, [1, 5, 2, 9, 3]);
		expect(kept(close, [1, 5, 2, 9, 3], [FADED, 8, FADED, FADED, 8])).toEqual(all);
		const fewer = kept(close, [1, 5, 2, 9, 3], [1, LEFT_OUT, 2, LEFT_OUT, 3]);
		expect([...fewer.keys()].sort()).toEqual([0, 2, 4]);
		expect([fewer.get(4), fewer.get(2)]).toEqual([0, 0]);
	});

	it.each([3, 8, 11, 12])(
		'is kept from the zoom on at which two that were in the way lie in another square: %i',
		(zoom) => {
			// The squares of the map are 48 pixels wide; both begin in the west of one that is halved at this zoom.
			const width = (360 * 48) / 512 / 2 ** (zoom - 1);
			const west = -180 + width * Math.floor(216 / width);
			const [near, far] = [west + width * 0.1, west + width * 0.6];
			expect([
				...kept(
					[near, near, far].map((lng) => [lng, 34.9]),
					[3, 2, 1]
				).values()
			]).toEqual([0, 0, zoom]);
		}
	);

	it('is kept for all from the closest zooms on, even in the same place', () => {
		const same = close.map(() => [35.9, 34.9]);
		expect([...kept(same, [5, 4, 3, 2, 1]).values()]).toEqual([0, 0, 13, 13, 13]);
	});
});
