import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { PlacedFeature } from '$lib/domain/feature';
import { mercatorX, mercatorY, metresPerPixel } from '$lib/geometry/ground-scale';
import { drawnFeatures, NEVER, SMALLEST_AREA_PIXELS } from '$lib/map/sources/features';
import { datasetWith, featureWith } from '../fixtures/dataset';

const { layers, features } = datasetWith();

function drawn(...given: PlacedFeature[]) {
	return drawnFeatures(given, layers, () => 7);
}

/** A square around the harbour. */
function square(degrees: number): Polygon {
	const [west, south] = [35.87 - degrees / 2, 34.91 - degrees / 2];
	const [east, north] = [west + degrees, south + degrees];
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

describe('features as the map draws them', () => {
	it('are numbered by their place in the dataset, and without geometry are left out', () => {
		const { symbols } = drawn(...features);
		expect(features.map((feature) => feature.geometry === null)).toEqual([false, false, true, false]);
		expect(symbols.map(({ number }) => number)).toEqual([0, 1, 3]);
	});

	it('have the colour and the shape of their layer, and the number of their claims', () => {
		const [symbol] = drawn(featureWith({ layer: 'inland' })).symbols;
		expect(symbol).toMatchObject({ name: 'Harbour', layer: 1, colour: 'rust', shape: 'circle', claims: 7 });
	});

	it('give MapLibre nothing of an area that its style does not read', () => {
		const [shape] = drawn(featureWith({ geometry: square(0.05) })).shapes.features;
		expect(Object.keys(shape?.properties ?? {}).sort()).toEqual([
			'across',
			'colour',
			'context',
			'fill',
			'from',
			'within'
		]);
	});

	it('are an icon at every zoom where they are a point', () => {
		const { symbols, shapes } = drawn(featureWith());
		expect(symbols[0]?.from).toBe(NEVER);
		expect(shapes.features).toEqual([]);
	});

	it('are their area from the first whole zoom at which it can be seen', () => {
		const [shape] = drawn(featureWith({ geometry: square(0.05) })).shapes.features;
		const { from = NaN, across = NaN } = shape?.properties ?? {};
		expect(across * 2 ** from).toBeGreaterThanOrEqual(SMALLEST_AREA_PIXELS);
		expect(across * 2 ** (from - 1)).toBeLessThan(SMALLEST_AREA_PIXELS);
	});

	it('have their icon where their anchor is, on the feature', () => {
		const feature = featureWith({ geometry: square(0.2) });
		const [symbol] = drawn(feature).symbols;
		expect(symbol?.position).toEqual(feature.anchor);
		expect([symbol?.x, symbol?.y]).toEqual([mercatorX(35.87), mercatorY(34.91)].map((at) => expect.closeTo(at, 6)));
	});

	it.each([
		['a facility', 0.03, 1, 1],
		['a province', 1, 0.2, 0.8],
		['a country', 8, 0, 0]
	])('fill %s by its size alone', (_, degrees, least, most) => {
		const [shape] = drawn(featureWith({ geometry: square(degrees) })).shapes.features;
		expect(shape?.properties.fill).toBeGreaterThanOrEqual(least);
		expect(shape?.properties.fill).toBeLessThanOrEqual(most);
	});

	it('say which are only known to be somewhere within', () => {
		const { shapes } = drawn(...features);
		expect(shapes.features.map(({ id, properties }) => [id, properties.within])).toEqual([[1, true]]);
	});

	it('are as wide on screen as the scale has it', () => {
		const feature = featureWith({ geometry: square(0.05) });
		const [symbol] = drawn(feature).symbols;
		const latitude = feature.anchor?.[1] ?? NaN;
		expect(symbol?.across).toBeCloseTo(feature.acrossMetres / metresPerPixel(0, latitude));
	});
});
