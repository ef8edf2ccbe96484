import { describe, expect, it } from 'vitest';
import type { PlacedFeature } from '$lib/domain/feature';
import { drawnFeatures } from '$lib/map/sources/features';
import { NameChances } from '$lib/map/sources/names';
import { datasetWith, featureWith } from '../fixtures/dataset';

const { layers } = datasetWith();

function at(id: string, lng: number, lat: number): PlacedFeature {
	return featureWith({ id, geometry: { type: 'Point', coordinates: [lng, lat] } });
}

/** From which zoom the names of features with these numbers of claims are tried; null fades a feature, -1 leaves it out. */
function tried(features: readonly PlacedFeature[], claims: readonly (number | null)[]): number[] {
	const names = new NameChances(drawnFeatures(features, layers));
	return [
		...names.from({
			marks: Uint32Array.from(claims, (count) => Math.max(0, count ?? 0)),
			chosen: Uint8Array.from(claims, (count) => Number(count !== null && count >= 0)),
			faded: Uint8Array.from(claims, (count) => Number(count === null))
		})
	];
}

// About a kilometre from each other: one square of the map until far into it.
const close = ['a', 'b', 'c', 'd', 'e'].map((id, place) => at(id, 35.9 + place * 0.01, 34.9));

describe('the names that the map tries', () => {
	it('are all, where few stand close together', () => {
		expect(tried(close.slice(0, 3), [1, 1, 1])).toEqual([0, 0, 0]);
		const apart = [10, 20, 30, 40, 50].map((lng) => at(String(lng), lng, 30));
		expect(tried(apart, [1, 1, 1, 1, 1]).every((zoom) => zoom <= 3)).toBe(true);
	});

	it('are first those of the features with most claims', () => {
		const from = tried(close, [1, 5, 2, 9, 3]);
		expect([1, 3, 4].map((place) => from[place])).toEqual([0, 0, 0]);
		expect(from[2]).toBeGreaterThan(5);
		expect(from[0]).toBeGreaterThan(5);
	});

	it('are those of chosen features before those of faded ones, and those without claims before these', () => {
		const from = tried(close, [null, 0, 0, 0, null]);
		expect(from.slice(1, 4)).toEqual([0, 0, 0]);
		expect(from[0]).toBeGreaterThan(5);
	});

	it('leave the place to others where the filter leaves a feature out', () => {
		expect(tried(close, [-1, -1, 1, 2, 3]).slice(2)).toEqual([0, 0, 0]);
	});

	it('are all from the closest zooms on, even of features in the same place', () => {
		const same = close.map(({ id }) => at(id, 35.9, 34.9));
		expect(tried(same, [5, 4, 3, 2, 1])).toEqual([0, 0, 0, 13, 13]);
	});

	it('are named by the place in the dataset, past what has no place on the map', () => {
		const nowhere = featureWith({ id: 'nowhere', geometry: null });
		const from = tried([nowhere, ...close], [7, 5, 4, 3, 2, 1]);
		expect(from.slice(0, 4)).toEqual([0, 0, 0, 0]);
		expect(from[4]).toBeGreaterThan(5);
	});
});
