import { describe, expect, it } from 'vitest';
import { FADED_MARK } from '$lib/map/look';
import { instancesOf, NUMBERS, rowOf, signRowOf } from '$lib/map/marks/instances';
import type { Mark } from '$lib/map/sources/features';
import { FADED, LEFT_OUT } from '$lib/map/sources/footnotes';
import { markAt } from './mark';

const LAYERS = 3;

/** What the graphics processor reads of each icon and sign. */
function read(marks: readonly Mark[], footnotes: number[]) {
	const { data, icons, signs } = instancesOf(marks, Int32Array.from(footnotes), LAYERS);
	const all = Array.from({ length: data.length / NUMBERS }, (_, place) => [
		...data.subarray(place * NUMBERS, (place + 1) * NUMBERS)
	]);
	return { icons: all.slice(0, icons), signs: all.slice(icons), signCount: signs };
}

const marks = [markAt(0, [35.87, 34.91]), markAt(1, [36, 35]), markAt(2, [37, 36])];

describe('what is drawn of features', () => {
	it('is an icon for each that the filter chooses or fades, that with most claims on top', () => {
		const { icons } = read(marks, [9 * 8, FADED, 12 * 8]);
		expect(icons.map(([x = 0]) => Math.round(x * 1e4))).toEqual([6000, 5996, 6028]);
		expect(icons.map((numbers) => numbers[6])).toEqual([expect.closeTo(FADED_MARK), 1, 1]);
		expect(read(marks, [8, LEFT_OUT, 8]).icons).toHaveLength(2);
		expect(read(marks, [LEFT_OUT, LEFT_OUT, LEFT_OUT]).icons).toEqual([]);
	});

	it('lies in the order of the dataset where there are as many claims', () => {
		const [first, second] = read([marks[0]!, marks[1]!], [8, 8]).icons;
		expect(first![0]).toBeLessThan(second![0]!);
	});

	it('is the sprite of its layer, hollow where it is only somewhere within, at its age', () => {
		const within = { ...marks[1]!, layer: 2, within: true };
		const { icons } = read([marks[0]!, within], [8, 2 * 8 + 3 * 2]);
		expect(icons.map((numbers) => numbers.slice(4, 6))).toEqual([
			[0, rowOf(0, false)],
			[3, rowOf(2, true)]
		]);
	});

	it('has a sign where claims contradict each other, after all icons', () => {
		const { signs, signCount } = read(marks, [8 + 1, 8, FADED]);
		expect(signCount).toBe(1);
		expect(signs.map((numbers) => numbers.slice(4, 7))).toEqual([[0, signRowOf(LAYERS), 1]]);
	});

	it('goes where an area takes its place', () => {
		expect(read([{ ...marks[0]!, from: 9 }], [8]).icons[0]?.[7]).toBe(9);
	});

	it('stands where it stands to a hundredth of a pixel at the closest zoom', () => {
		const [numbers = []] = read([markAt(0, [35.886591, 34.889021])], [8]).icons;
		const [x = 0, y = 0, restX = 0, restY = 0] = numbers;
		const world = 512 * 2 ** 18;
		expect(Math.abs((x + restX) * world - markAt(0, [35.886591, 34.889021]).x * 2 ** 18)).toBeLessThan(0.01);
		expect(Math.abs((y + restY) * world - markAt(0, [35.886591, 34.889021]).y * 2 ** 18)).toBeLessThan(0.01);
		expect(Math.abs(x * world - markAt(0, [35.886591, 34.889021]).x * 2 ** 18)).toBeGreaterThan(0.1);
	});
});
