import { WORLD_PIXELS } from '$lib/geometry/ground-scale';
import { FADED_SYMBOL } from '../look';
import type { Stack } from '../names/stacks';
import type { MapSymbol } from '../sources/features';
import { ageIn, claimsIn, FADED, isContestedIn } from '../sources/feature-states';
import { cellOf, type Sprites } from './sprites';

/** How many numbers the graphics processor reads of each sprite that is drawn. */
export const NUMBERS = 8;

/**
 * Sprites that are drawn, the lowest first. Of each the graphics processor reads the place on the map of the world, from 0 to
 * 1 east and south, as two single-precision numbers each, whose sum is exact to a millimetre; column and row on the sheet;
 * opacity; and the zoom from which it is gone.
 */
export type Instances = Float32Array;

/** An icon for each feature that is chosen or faded, those with most claims on top. */
export function iconsOf(symbols: readonly MapSymbol[], states: Int32Array, sprites: Sprites): Instances {
	const drawn = inDrawingOrder(symbols, states);
	const { data, add } = writer(drawn.length);
	for (const symbol of drawn) {
		const state = states[symbol.number] ?? 0;
		add(symbol, sprites.icon(symbol.layer, symbol.extent, ageIn(state)), state === FADED ? FADED_SYMBOL : 1);
	}
	return data;
}

/** A sign for each feature on which claims contradict each other. */
export function signsOf(symbols: readonly MapSymbol[], states: Int32Array, sprites: Sprites): Instances {
	const contested = symbols.filter(({ number }) => isContestedIn(states[number] ?? 0));
	const { data, add } = writer(contested.length);
	for (const symbol of contested) add(symbol, sprites.sign, 1);
	return data;
}

/** A figure for each icon that lies on others. */
export function figuresOf(stacks: readonly Stack[], sprites: Sprites): Instances {
	// One that is seen in two copies of the world is drawn in all of them.
	const hidden = new Map(stacks.map((stack) => [stack.top.symbol, stack.hidden]));
	const { data, add } = writer(hidden.size);
	for (const [symbol, count] of hidden) add(symbol, sprites.figure(count), 1);
	return data;
}

function writer(count: number) {
	const data: Instances = new Float32Array(count * NUMBERS);
	let at = 0;
	const add = ({ x, y, from }: MapSymbol, sprite: number, opacity: number) => {
		const east = x / WORLD_PIXELS;
		const south = y / WORLD_PIXELS;
		const { column, row } = cellOf(sprite);
		data[at++] = east;
		data[at++] = south;
		data[at++] = east - Math.fround(east);
		data[at++] = south - Math.fround(south);
		data[at++] = column;
		data[at++] = row;
		data[at++] = opacity;
		data[at++] = from;
	};
	return { data, add };
}

/** The symbols that are drawn, by the number of their claims, most last. Linear: counted, not compared. */
function inDrawingOrder(symbols: readonly MapSymbol[], states: Int32Array): MapSymbol[] {
	const byClaims: (MapSymbol[] | undefined)[] = [];
	for (const symbol of symbols) {
		const state = states[symbol.number] ?? 0;
		if (state >= FADED) (byClaims[claimsIn(state) + 1] ??= []).push(symbol);
	}
	const drawn: MapSymbol[] = [];
	for (const some of byClaims) for (const symbol of some ?? []) drawn.push(symbol);
	return drawn;
}
