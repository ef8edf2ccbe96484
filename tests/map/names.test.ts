import { describe, expect, it } from 'vitest';
import { mercatorX, mercatorY } from '$lib/geometry/ground-scale';
import { arrange } from '$lib/map/names/arrange';
import { linesOf } from '$lib/map/names/label-lines';
import type { Measure } from '$lib/map/names/place-names';
import { canBeSeen, type Screen, worldsOn } from '$lib/map/names/screen';
import { type MapSymbol, NEVER } from '$lib/map/sources/features';
import { FADED, LEFT_OUT } from '$lib/map/sources/feature-states';
import { symbolAt } from './symbol';

/** Letters half as wide as high. */
const widthOf = (text: string) => text.length / 2;
const measure: Measure = {
	nameOf: ({ name }) => ({ lines: [name], width: widthOf(name), lastWidth: widthOf(name) }),
	footnoteOf: (claims) => 0.7 * widthOf(String(claims))
};

/** A screen of 800 by 600 pixels with a position in its middle. */
function screenAround([lng = 0, lat = 0]: readonly number[], zoom = 6): Screen {
	const [width, height] = [800, 600];
	const scale = 2 ** zoom;
	return { zoom, left: mercatorX(lng) - width / 2 / scale, top: mercatorY(lat) - height / 2 / scale, width, height };
}

const HERE = [36, 35];
const counts = (...claims: number[]) => Int32Array.from(claims, (count) => (count < 0 ? count : count * 8));

function namesOf(symbols: readonly MapSymbol[], states: Int32Array, screen = screenAround(HERE), selected = -1) {
	return arrange(screen, symbols, states, selected, measure).names;
}

describe('the lines of a name', () => {
	it('are one where it is short', () => {
		expect(linesOf('Homs', widthOf)).toEqual(['Homs']);
		expect(linesOf('A', widthOf, 3)).toEqual(['A']);
	});

	it('are of about the same length, the last rather shorter', () => {
		expect(linesOf('Turkish deployment in northern Syria', (text) => 0.45 * text.length)).toEqual([
			'Turkish deployment',
			'in northern Syria'
		]);
		expect(linesOf('Hydrocarbon fields near Palmyra', widthOf)).toEqual(['Hydrocarbon fields', 'near Palmyra']);
	});

	it('leave room for the footnote after the last', () => {
		expect(linesOf('Khmeimim air base', (text) => 0.47 * text.length)).toHaveLength(1);
		expect(linesOf('Khmeimim air base', (text) => 0.47 * text.length, 0.8)).toEqual(['Khmeimim', 'air base']);
	});

	it('are never broken inside of a word, however long', () => {
		expect(linesOf('Donaudampfschifffahrtsgesellschaft', widthOf)).toHaveLength(1);
		expect(linesOf('a Donaudampfschifffahrtsgesellschaft', widthOf).join(' ')).toContain('Donaudampf');
	});
});

describe('a name on the map', () => {
	it('stands to the right of its icon, with the number of its claims', () => {
		const [name] = namesOf([symbolAt(0, HERE)], counts(9));
		expect(name).toMatchObject({ claims: 9, contested: false, faded: false, position: 'beside', align: 'left' });
		expect(name?.box.left).toBeGreaterThan(408);
		expect(name?.box.left).toBeLessThan(420);
		expect((name!.box.top + name!.box.bottom) / 2).toBeCloseTo(300);
	});

	it('goes elsewhere where another icon is, and keeps clear of it', () => {
		const [first] = namesOf([symbolAt(0, HERE), symbolAt(1, [36.3, 35])], counts(9, 1));
		expect(first?.screenSymbol.symbol.number).toBe(0);
		expect(first?.align).toBe('right');
		expect(first?.box.right).toBeLessThan(392);
	});

	it('goes where the screen shows all of it', () => {
		const screen = screenAround(HERE);
		const edge = { ...screen, width: 430 };
		expect(namesOf([symbolAt(0, HERE)], counts(9), edge)[0]?.align).toBe('right');
	});

	it('that finds no room is left out, those of fewer claims first', () => {
		const crowd = Array.from({ length: 12 }, (_, number) => symbolAt(number, [36 + 0.05 * number, 35]));
		const claims = counts(...crowd.map(({ number }) => number + 1));
		const shown = namesOf(crowd, claims).map(({ claims }) => claims);
		expect(shown.length).toBeLessThan(12);
		expect(shown[0]).toBe(12);
	});

	it('beside an icon with many claims goes before one across an area with few, and after it where they have as many', () => {
		const area = { ...symbolAt(0, HERE), from: 4, across: 8, fill: 0.5 };
		const symbols = [symbolAt(1, [36.2, 35]), area];
		const inOrder = (...claims: [ofArea: number, ofIcon: number]) =>
			namesOf(symbols, counts(...claims)).map(({ screenSymbol }) => screenSymbol.symbol.number);
		expect(inOrder(2, 21)[0]).toBe(1);
		expect(inOrder(2, 2)[0]).toBe(0);
	});

	it('is first of all that of the open feature, and its own size away', () => {
		const crowd = Array.from({ length: 12 }, (_, number) => symbolAt(number, [36 + 0.05 * number, 35]));
		const names = namesOf(crowd, counts(...crowd.map(() => 5)), screenAround(HERE), 7);
		expect(names[0]?.screenSymbol.symbol.number).toBe(7);
	});

	it('comes in the order of the dataset where there are as many claims', () => {
		const names = namesOf([symbolAt(2, HERE), symbolAt(1, [37, 35]), symbolAt(0, [35, 35])], counts(1, 1, 1));
		expect(names.map(({ screenSymbol }) => screenSymbol.symbol.number)).toEqual([0, 1, 2]);
	});

	it('at a corner of its icon is as far from its middle as one beside it, not further', () => {
		// Two icons somewhat to the north are in the way of names to both sides, not of one below.
		const around = [36.45, 35.55].map((lng, index) => symbolAt(index + 1, [lng, 35.108]));
		const nameOf = (symbols: readonly MapSymbol[]) => namesOf(symbols, counts(9, 1, 1))[0]!.box;
		const [beside, corner] = [nameOf([symbolAt(0, HERE)]), nameOf([symbolAt(0, HERE), ...around])];
		expect(corner.top).toBeGreaterThan(300);
		expect(corner.left - 400).toBeCloseTo((beside.left - 400) * Math.SQRT1_2);
	});

	it('of a faded feature comes last, without a number', () => {
		const names = namesOf([symbolAt(0, HERE), symbolAt(1, [37, 35])], counts(FADED, 1));
		expect(names.map(({ claims, faded }) => [claims, faded])).toEqual([
			[1, false],
			[null, true]
		]);
	});

	it('is not there for what the filter leaves out, nor beyond the screen', () => {
		expect(namesOf([symbolAt(0, HERE), symbolAt(1, [60, 35])], counts(LEFT_OUT, 4))).toEqual([]);
	});

	it('stands in the middle of an area that can hold it, with the sign of a contradiction after it', () => {
		const area = { ...symbolAt(0, HERE), from: 4, across: 8, fill: 0.5 };
		const [name] = namesOf([area], Int32Array.from([9 * 8 + 1]));
		expect(name).toMatchObject({ position: 'across', align: 'center', contested: true });
		expect((name!.box.left + name!.box.right) / 2).toBeCloseTo(400);
	});

	it('has no such sign where there is an icon to have it', () => {
		expect(namesOf([symbolAt(0, HERE)], Int32Array.from([9 * 8 + 1]))[0]?.contested).toBe(false);
	});

	it('of a country goes away from its middle', () => {
		const country = { ...symbolAt(0, HERE), from: 2, across: 9, fill: 0 };
		const [name] = namesOf([country], counts(3));
		expect(name?.position).toBe('country');
		expect(name!.box.left - 400).toBeGreaterThan(80);
	});

	it('is tried for three of those that stand close together, until one looks closer', () => {
		const crowd = Array.from({ length: 5 }, (_, number) => symbolAt(number, [36 + 0.001 * number, 35]));
		const claims = counts(5, 4, 3, 2, 1);
		expect(namesOf(crowd, claims).length).toBeLessThanOrEqual(3);
		expect(namesOf(crowd, claims, screenAround(HERE, 16))).toHaveLength(5);
	});

	it('stands in every copy of the world that the screen shows', () => {
		const screen = { ...screenAround([180, 0], 1), width: 2400, left: 0 };
		const keys = namesOf([symbolAt(0, [170, 0])], counts(1), screen).map(({ key }) => key);
		expect(keys).toEqual(expect.arrayContaining(['0 0', '0 1']));
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('icons on each other', () => {
	const stacks = (symbols: readonly MapSymbol[], states: Int32Array, zoom = 6) =>
		arrange(screenAround([35.87, 34.91], zoom), symbols, states, -1, measure).stacks.map(({ top, hidden }) => [
			top.symbol.number,
			hidden
		]);
	const harbour = [
		symbolAt(0, [35.87, 34.91]),
		symbolAt(1, [35.8701, 34.9101]),
		symbolAt(2, [35.8702, 34.9099]),
		symbolAt(3, [36.7, 34.7])
	];

	it('are counted at the one with most claims', () => {
		expect(stacks(harbour, counts(3, 17, 1, 1))).toEqual([[1, 2]]);
	});

	it('are told apart when the map comes near', () => {
		expect(stacks(harbour, counts(3, 17, 1, 1), 17)).toEqual([]);
	});

	it('are not counted where the filter has emptied them, or an area stands in their place', () => {
		expect(stacks(harbour.slice(0, 2), counts(3, FADED))).toEqual([]);
		expect(stacks([harbour[0]!, { ...harbour[1]!, from: 5 }], counts(3, 1))).toEqual([]);
		expect(harbour[0]?.from).toBe(NEVER);
	});

	it('are counted at the one that was drawn first where two are in reach, wherever on the screen that is', () => {
		const pixel = 360 / (512 * 2 ** 6);
		for (let shift = 0; shift < 100; shift += 3) {
			const at = (right: number) => 35 + (shift + right) * pixel;
			const three = [symbolAt(0, [at(5), 34.9]), symbolAt(1, [at(-5), 34.9]), symbolAt(2, [at(0), 34.9])];
			expect(stacks(three, counts(3, 2, 1)), `${shift} pixels`).toEqual([[0, 1]]);
		}
	});

	it('are found across the edges of the grid that they are sorted into', () => {
		const pixel = 360 / (512 * 2 ** 6);
		for (let shift = 0; shift < 10; shift++) {
			const west = 35 + shift * pixel;
			const pair = (apart: number) => [symbolAt(0, [west, 34.9]), symbolAt(1, [west + apart * pixel, 34.9])];
			expect(stacks(pair(4), counts(2, 1))).toHaveLength(1);
			expect(stacks(pair(9), counts(2, 1))).toHaveLength(0);
		}
	});
});

describe('what a screen shows', () => {
	const screen = screenAround(HERE);

	it.each<[string, readonly number[], number, number[]]>([
		['one world, where it lies in it', HERE, 6, [0]],
		['two, across the antimeridian', [180, 0], 6, [0, 1]],
		['the one before, to the west of it', [-180, 0], 6, [-1, 0]],
		['many from far away', [0, 0], -1, [-1, 0, 1, 2].slice(0, 3)]
	])('is %s', (_, middle, zoom, worlds) => {
		const width = zoom < 0 ? 512 * 2 ** zoom * 2.5 : 800;
		const around = { ...screenAround(middle, zoom), width };
		const left = mercatorX(middle[0] ?? 0) - width / 2 / 2 ** zoom;
		expect(worldsOn({ ...around, left })).toEqual(worlds);
	});

	it.each<[string, readonly number[], boolean]>([
		['in its middle', HERE, true],
		['that reaches into it from the east', [41.2, 35], true],
		['that reaches into it from the north', [36, 38.2], true],
		['too far to the east', [42, 35], false],
		['too far to the west', [30, 35], false],
		['too far to the north', [36, 40], false],
		['too far to the south', [36, 30], false]
	])('is an area %s: %s', (_, position, isSeen) => {
		const area = { ...symbolAt(0, position), from: 4, across: 1.5 };
		expect(canBeSeen(area, screen)).toBe(isSeen);
	});

	it('is no area that is still an icon', () => {
		expect(canBeSeen({ ...symbolAt(0, HERE), from: 6.1, across: 1.5 }, screen)).toBe(false);
	});

	it('is an area in another copy of the world', () => {
		const area = { ...symbolAt(0, [-179, 0]), from: 0, across: 1.5 };
		expect(canBeSeen(area, screenAround([180, 0]))).toBe(true);
	});
});
