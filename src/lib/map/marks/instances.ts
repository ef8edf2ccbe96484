import { WORLD_PIXELS } from '../ground-scale';
import { FADED_MARK } from '../look';
import type { Stack } from '../names/stacks';
import type { Mark } from '../sources/features';
import { ageIn, claimsIn, FADED, isContestedIn } from '../sources/footnotes';
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
export function iconsOf(marks: readonly Mark[], footnotes: Int32Array, sprites: Sprites): Instances {
	const drawn = inDrawingOrder(marks, footnotes);
	const { data, add } = writer(drawn.length);
	for (const mark of drawn) {
		const footnote = footnotes[mark.number] ?? 0;
		add(mark, sprites.icon(mark.layer, mark.extent, ageIn(footnote)), footnote === FADED ? FADED_MARK : 1);
	}
	return data;
}

/** A sign for each feature on which claims contradict each other. */
export function signsOf(marks: readonly Mark[], footnotes: Int32Array, sprites: Sprites): Instances {
	const contested = marks.filter(({ number }) => isContestedIn(footnotes[number] ?? 0));
	const { data, add } = writer(contested.length);
	for (const mark of contested) add(mark, sprites.sign, 1);
	return data;
}

/** A figure for each icon that lies on others. */
export function figuresOf(stacks: readonly Stack[], sprites: Sprites): Instances {
	// One that is seen in two copies of the world is drawn in all of them.
	const hidden = new Map(stacks.map((stack) => [stack.top.mark, stack.hidden]));
	const { data, add } = writer(hidden.size);
	for (const [mark, count] of hidden) add(mark, sprites.figure(count), 1);
	return data;
}

function writer(count: number) {
	const data: Instances = new Float32Array(count * NUMBERS);
	let at = 0;
	const add = ({ x, y, from }: Mark, sprite: number, opacity: number) => {
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

/** The marks that are drawn, by the number of their claims, most last. Linear: counted, not compared. */
function inDrawingOrder(marks: readonly Mark[], footnotes: Int32Array): Mark[] {
	const byClaims: (Mark[] | undefined)[] = [];
	for (const mark of marks) {
		const footnote = footnotes[mark.number] ?? 0;
		if (footnote >= FADED) (byClaims[claimsIn(footnote) + 1] ??= []).push(mark);
	}
	const drawn: Mark[] = [];
	for (const some of byClaims) for (const mark of some ?? []) drawn.push(mark);
	return drawn;
}
