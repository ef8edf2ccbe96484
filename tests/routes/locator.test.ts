import { describe, expect, test } from 'vitest';
import type { Extent } from '$lib/domain/extent';
import { extentWords, frameOf, graticuleOf, pathOf, project } from '$lib/ui/pages/frame';
import { drawingsOf, placesOf } from '$lib/ui/pages/locator';
import { datasetWith, featureWith } from '../fixtures/dataset';

const { layers } = datasetWith();
const HOME: Extent = [35, 34, 37, 36];

function square(west: number, south: number, size: number) {
	const ring = [
		[west, south],
		[west + size, south],
		[west + size, south + size],
		[west, south + size],
		[west, south]
	];
	return { type: 'Polygon' as const, coordinates: [ring] };
}

function within(id: string, geometry = square(35.87, 34.9, 0.01)) {
	const { georeference } = featureWith();
	return featureWith({ id, name: id, geometry, georeference: { ...georeference, extent: 'somewhere-within' } });
}

function draw(...features: ReturnType<typeof featureWith>[]) {
	return drawingsOf(placesOf(features, layers), [], HOME);
}

describe('a locator', () => {
	test('gives no pin to what is only somewhere within, however small the area', () => {
		const [drawn] = draw(within('somewhere'))[0]!.places;
		expect(drawn).toMatchObject({ mark: false, path: '' });
		expect(drawn!.ring).toBeGreaterThan(0);
	});

	test('marks a place that is known', () => {
		expect(draw(featureWith())[0]!.places[0]).toMatchObject({ mark: true, ring: null });
	});

	test('draws an area that can be seen as an area', () => {
		const [drawn] = draw(within('wide', square(35.5, 34.5, 1)))[0]!.places;
		expect(drawn).toMatchObject({ mark: false, ring: null });
		expect(drawn!.path).toMatch(/^M.*Z$/);
	});

	test('hides no ring behind another at the same spot', () => {
		const rings = draw(within('one'), within('two'), within('three'))[0]!.places.map(({ ring }) => ring);
		const [one = NaN, two = NaN, three = NaN] = rings.map((ring) => ring ?? NaN);
		// Each around the one before, with as much between them.
		expect(two - one).toBeGreaterThan(2);
		expect(three - two).toBeCloseTo(two - one);
		expect(three).toBeLessThan(20);
	});

	test('draws nothing for features without geometry', () => {
		expect(draw(featureWith({ geometry: null }))).toEqual([]);
	});

	test('draws far places apart, with the frame of the first view in the second drawing', () => {
		const moscow = featureWith({ id: 'far', name: 'Far', geometry: { type: 'Point', coordinates: [37.6, 55.7] } });
		const [near, far] = draw(featureWith(), moscow);
		expect(near!.places.map(({ place }) => place.id)).toEqual(['harbour']);
		expect(far!.places.map(({ place }) => place.id)).toEqual(['far']);
		expect(far!.inset).toEqual(near!.frame.extent);
	});

	test('names no two places on top of each other', () => {
		const crowd = Array.from({ length: 12 }, (_, index) =>
			featureWith({ id: `p${index}`, name: `A place called ${index}` })
		);
		const labels = draw(...crowd)[0]!.places.flatMap(({ label }) => (label ? [`${label.x} ${label.y}`] : []));
		expect(labels.length).toBeGreaterThan(1);
		expect(new Set(labels).size).toBe(labels.length);
	});

	test('names an outline once, where it is not a place itself', () => {
		const land = featureWith({ id: 'land', name: 'Land', geometry: square(35, 34, 2) });
		const [place, outline] = [placesOf([featureWith()], layers), placesOf([land], layers)];
		expect(drawingsOf(place, outline, HOME)[0]!.outlines[0]!.label).not.toBeNull();
		expect(drawingsOf(outline, outline, HOME)[0]!.outlines[0]!.label).toBeNull();
	});
});

describe('the frame of a locator', () => {
	const frame = frameOf(HOME, 0);

	test('shows the whole extent', () => {
		const [left, bottom] = project(frame, [35, 34]);
		const [right, top] = project(frame, [37, 36]);
		for (const across of [left, right]) expect(across).toBeGreaterThanOrEqual(0);
		expect(right).toBeLessThanOrEqual(frame.width);
		expect(top).toBeGreaterThanOrEqual(0);
		expect(bottom).toBeLessThanOrEqual(frame.height + 0.5);
	});

	test.each<[string, Extent]>([
		['neither a strip', [20, 35, 60, 35.5]],
		['nor a tower', [35, 20, 35.5, 50]],
		['nor anything between', HOME]
	])('is %s, and measures the same up and across', (_, extent) => {
		const { width, height, extent: shown } = frameOf(extent);
		expect(height / width).toBeGreaterThan(0.54);
		expect(height / width).toBeLessThan(0.86);
		const [right, bottom] = project(frameOf(extent), [shown[2], shown[1]]);
		expect([right, bottom]).toEqual([expect.closeTo(width, 1), expect.closeTo(height, -1)]);
		expect(Math.abs(bottom - height)).toBeLessThanOrEqual(0.5);
	});

	test('has surroundings for a single point', () => {
		const [west, south, east, north] = frameOf([36, 35, 36, 35]).extent;
		expect(east - west).toBeGreaterThan(1);
		expect(north - south).toBeGreaterThan(0.5);
	});

	test('keeps north above and east to the right', () => {
		const [x1, y1] = project(frame, [36, 35]);
		const [x2, y2] = project(frame, [36.5, 35.5]);
		expect([x2 > x1, y2 < y1]).toEqual([true, true]);
	});

	test('leaves out positions that could not be told apart', () => {
		const coordinates = Array.from({ length: 1000 }, (_, index) => [35 + index * 1e-5, 35]);
		expect(pathOf({ type: 'LineString', coordinates }, frame).length).toBeLessThan(60);
	});

	test('has a graticule of round degrees', () => {
		const { meridians, parallels } = graticuleOf(frame);
		expect(meridians.map(({ label }) => label)).toContain('36° E');
		expect(parallels.map(({ label }) => label)).toContain('35° N');
	});

	test('says in words what it shows', () => {
		expect(extentWords([-9.5, -1, 0, 2.25])).toBe('9.5° W to 0°, 1° S to 2.3° N');
	});
});
