import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { NameMeasure } from '$lib/map/names/text-width';
import { stubCanvases } from './canvas';

stubCanvases();
afterAll(() => vi.unstubAllGlobals());

const HARBOUR = { number: 4, name: 'A harbour', claims: 12 };

describe('the measure of names', () => {
	// The canvas of the test has letters half as wide as high.
	let measure: NameMeasure;
	beforeEach(() => (measure = new NameMeasure('Sans')));

	it('is in sizes of the letters', () => {
		expect(measure.nameOf(HARBOUR)).toEqual({ lines: ['A harbour'], width: 4.5, lastWidth: 4.5 });
		expect(measure.nameOf({ number: 5, name: 'The western anchorage', claims: 1 })).toEqual({
			lines: ['The western', 'anchorage'],
			width: 5.5,
			lastWidth: 4.5
		});
	});

	it('of a footnote is smaller than that of a name, and grows with its figures', () => {
		expect(measure.footnoteOf(12)).toBeCloseTo(0.7);
		expect(measure.footnoteOf(123)).toBeCloseTo(1.05);
		expect(measure.footnoteOf(12)).toBeCloseTo(0.7);
	});

	it('is taken once, until other fonts have come', () => {
		const set = measure.nameOf(HARBOUR);
		expect(measure.nameOf(HARBOUR)).toBe(set);
		measure.forget();
		expect(measure.nameOf(HARBOUR)).not.toBe(set);
	});
});
