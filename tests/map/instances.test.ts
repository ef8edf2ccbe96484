import { describe, expect, it } from 'vitest';
import { GEOMETRY_EXTENTS } from '$lib/domain/georeference';
import { FADED_SYMBOL } from '$lib/map/look';
import { figuresOf, iconsOf, type Instances, NUMBERS, signsOf } from '$lib/map/symbols/instances';
import { cellOf, MOST_HIDDEN, spritesOf } from '$lib/map/symbols/sprites';
import type { MapSymbol } from '$lib/map/sources/features';
import { FADED, LEFT_OUT } from '$lib/map/sources/feature-states';
import { symbolAt } from './symbol';

const sprites = spritesOf(3);

/** What the graphics processor reads of each sprite. */
function each(instances: Instances): number[][] {
	return Array.from({ length: instances.length / NUMBERS }, (_, index) => [
		...instances.subarray(index * NUMBERS, (index + 1) * NUMBERS)
	]);
}

const icons = (given: readonly MapSymbol[], states: number[]) => each(iconsOf(given, Int32Array.from(states), sprites));
const cell = (sprite: number) => Object.values(cellOf(sprite));

const symbols = [symbolAt(0, [35.87, 34.91]), symbolAt(1, [36, 35]), symbolAt(2, [37, 36])];

describe('what is drawn of features', () => {
	it('is an icon for each that the filter chooses or fades, that with most claims on top', () => {
		const drawn = icons(symbols, [9 * 8, FADED, 12 * 8]);
		expect(drawn.map(([x = 0]) => Math.round(x * 1e4))).toEqual([6000, 5996, 6028]);
		expect(drawn.map((numbers) => numbers[6])).toEqual([expect.closeTo(FADED_SYMBOL), 1, 1]);
		expect(icons(symbols, [8, LEFT_OUT, 8])).toHaveLength(2);
		expect(icons(symbols, [LEFT_OUT, LEFT_OUT, LEFT_OUT])).toEqual([]);
	});

	it('lies in the order of the dataset where there are as many claims', () => {
		const [first, second] = icons([symbols[0]!, symbols[1]!], [8, 8]);
		expect(first![0]).toBeLessThan(second![0]!);
	});

	it('is the sprite of its layer, hollow where it is only somewhere within, a flag where a body sits, at its age', () => {
		const within: MapSymbol = { ...symbols[1]!, layer: 2, within: true, extent: 'somewhere-within' };
		const seat: MapSymbol = { ...symbols[2]!, extent: 'seat' };
		const drawn = icons([symbols[0]!, within, seat], [8, 2 * 8 + 3 * 2, 3 * 8 + 2]);
		expect(drawn.map((numbers) => numbers.slice(4, 6))).toEqual([
			cell(sprites.icon(0, 'shape', 0)),
			cell(sprites.icon(2, 'somewhere-within', 3)),
			cell(sprites.icon(0, 'seat', 1))
		]);
	});

	it('has a sign where claims contradict each other', () => {
		const signs = each(signsOf(symbols, Int32Array.from([8 + 1, 8, FADED]), sprites));
		expect(signs.map((numbers) => numbers.slice(4, 7))).toEqual([[...cell(sprites.sign), 1]]);
	});

	it('has a figure where it lies on others, once for all copies of the world, however many', () => {
		const top = (symbol: MapSymbol, world = 0) => ({ symbol, state: 8, x: 0, y: 0, world });
		const stacks = [
			{ top: top(symbols[0]!), hidden: 2 },
			{ top: top(symbols[0]!, 1), hidden: 2 },
			{ top: top(symbols[1]!), hidden: 4000 }
		];
		expect(each(figuresOf(stacks, sprites)).map((numbers) => numbers.slice(4, 6))).toEqual([
			cell(sprites.figure(2)),
			cell(sprites.figure(MOST_HIDDEN))
		]);
	});

	it('has a cell of its own on the sheet', () => {
		const all = [0, 1, 2].flatMap((layer) =>
			GEOMETRY_EXTENTS.flatMap((extent) => [0, 1, 2, 3].map((age) => sprites.icon(layer, extent, age)))
		);
		all.push(sprites.sign, ...Array.from({ length: MOST_HIDDEN }, (_, hidden) => sprites.figure(hidden + 1)));
		expect(new Set(all.map((sprite) => cell(sprite).join())).size).toBe(sprites.count);
	});

	it('goes where an area takes its place', () => {
		expect(icons([{ ...symbols[0]!, from: 9 }], [8])[0]?.[7]).toBe(9);
	});

	it('stands where it stands to a hundredth of a pixel at the closest zoom', () => {
		const [numbers = []] = icons([symbolAt(0, [35.886591, 34.889021])], [8]);
		const [x = 0, y = 0, restX = 0, restY = 0] = numbers;
		const world = 512 * 2 ** 18;
		expect(Math.abs((x + restX) * world - symbolAt(0, [35.886591, 34.889021]).x * 2 ** 18)).toBeLessThan(0.01);
		expect(Math.abs((y + restY) * world - symbolAt(0, [35.886591, 34.889021]).y * 2 ** 18)).toBeLessThan(0.01);
		expect(Math.abs(x * world - symbolAt(0, [35.886591, 34.889021]).x * 2 ** 18)).toBeGreaterThan(0.1);
	});
});
