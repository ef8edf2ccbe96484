import { describe, expect, it } from 'vitest';
import type { Extent } from '$lib/domain/extent';
import { drawnFeatures } from '$lib/map/sources/features';
import { OverlapFinder } from '$lib/map/sources/overlaps';
import { datasetWith, featureWith } from '../fixtures/dataset';

const { layers } = datasetWith();
const EVERYWHERE: Extent = [-180, -85, 180, 85];

/** Finds overlaps among points, each with its longitude, latitude and footnote. */
function among(points: readonly (readonly [number, number, number])[], zoom: number, view = EVERYWHERE) {
	const features = points.map(([lng, lat], index) =>
		featureWith({ id: `f-${index}`, geometry: { type: 'Point', coordinates: [lng, lat] } })
	);
	const finder = new OverlapFinder(drawnFeatures(features, layers));
	const { features: found } = finder.find(view, zoom, (number) => points[number]?.[2] ?? -1);
	return found.map(({ geometry, properties }) => [...geometry.coordinates, properties.hidden]);
}

describe('icons on each other', () => {
	const harbour = [
		[35.87, 34.91, 3],
		[35.8701, 34.9101, 17],
		[35.8702, 34.9099, 1],
		[36.7, 34.7, 1]
	] as const;

	it('are counted at the one with most claims', () => {
		expect(among(harbour, 6)).toEqual([[35.8701, 34.9101, 2]]);
	});

	it('are told apart when the map comes near', () => {
		expect(among(harbour, 17)).toEqual([]);
	});

	it('are not counted where the filter has emptied them', () => {
		expect(among([harbour[0], [35.8701, 34.9101, -1]], 6)).toEqual([]);
	});

	it('are only looked for in view', () => {
		expect(among(harbour, 6, [36, 34, 37, 35])).toEqual([]);
	});

	it('are found across the edges of the grid that they are sorted into', () => {
		const pixel = 360 / (512 * 2 ** 6);
		for (let shift = 0; shift < 10; shift++) {
			const west = 20 + shift * pixel;
			expect(
				among(
					[
						[west, 0, 2],
						[west + 4 * pixel, 0, 1]
					],
					6
				)
			).toHaveLength(1);
			expect(
				among(
					[
						[west, 0, 2],
						[west + 9 * pixel, 0, 1]
					],
					6
				)
			).toHaveLength(0);
		}
	});
});
