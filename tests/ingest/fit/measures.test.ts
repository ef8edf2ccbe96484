import { expect, test } from 'vitest';
import { MEASURES } from '$lib/ingest/fit/tables/number-words';

const INCH = 0.0254;
const FOOT = 12 * INCH;

/** How much of its base unit a unit is; by the definition of each, from what the inch is. */
test.each([
	['mile', 'length', 5280 * FOOT],
	['foot', 'length', FOOT],
	['kilometre', 'length', 1000],
	['acre', 'area', 43_560 * FOOT ** 2],
	['hectare', 'area', 100 ** 2],
	['barrel', 'volume', 42 * 231 * INCH ** 3 * 1000],
	['litre', 'volume', 1],
	['tonne', 'mass', 1000],
	['gigawatt', 'power', 1000]
])('a %s is a measure of %s', (unit, of, size) => {
	const [measured, factor] = MEASURES[unit] ?? ['', NaN];
	expect(measured).toBe(of);
	expect(factor / size).toBeCloseTo(1, 5);
});
