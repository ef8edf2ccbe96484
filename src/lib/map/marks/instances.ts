import { WORLD_PIXELS } from '../ground-scale';
import { FADED_MARK } from '../look';
import type { Mark } from '../sources/features';
import { ageIn, FADED, isContestedIn } from '../sources/footnotes';

/** How many numbers the graphics processor reads of each icon or sign. */
export const NUMBERS = 8;

/** The icons and signs of marks, for the graphics processor. */
export interface Instances {
	/**
	 * For each the place on the map of the world, from 0 to 1 east and south, as two single-precision numbers each whose
	 * sum is exact to a millimetre; column and row on the sheet of sprites; opacity; and the zoom from which it is gone.
	 */
	data: Float32Array;
	/** How many icons there are; signs follow them. */
	icons: number;
	signs: number;
}

/** The row of the sprite sheet for the features of a layer (its place in the dataset); the columns are ages. */
export function rowOf(layer: number, within: boolean): number {
	return 2 * layer + Number(within);
}

/** The row after those of all layers has the sign of a contradiction. */
export function signRowOf(layers: number): number {
	return 2 * layers;
}

/**
 * The icons of what is chosen or faded, those with most claims last, so that they lie on top; then the signs of what is
 * contested. Marks with as many are drawn in their order.
 */
export function instancesOf(marks: readonly Mark[], footnotes: Int32Array, layers: number): Instances {
	const order = drawingOrder(marks, footnotes);
	const contested = marks.filter(({ number }) => isContestedIn(footnotes[number] ?? 0));
	const data = new Float32Array((order.length + contested.length) * NUMBERS);
	let at = 0;
	const write = ({ x, y, from }: Mark, column: number, row: number, opacity: number) => {
		const east = x / WORLD_PIXELS;
		const south = y / WORLD_PIXELS;
		data[at++] = east;
		data[at++] = south;
		data[at++] = east - Math.fround(east);
		data[at++] = south - Math.fround(south);
		data[at++] = column;
		data[at++] = row;
		data[at++] = opacity;
		data[at++] = from;
	};
	for (const place of order) {
		const mark = marks[place];
		if (!mark) continue;
		const footnote = footnotes[mark.number] ?? 0;
		write(mark, ageIn(footnote), rowOf(mark.layer, mark.within), footnote === FADED ? FADED_MARK : 1);
	}
	for (const mark of contested) write(mark, 0, signRowOf(layers), 1);
	return { data, icons: order.length, signs: contested.length };
}

/** The places of the marks that are drawn, that on top last. */
function drawingOrder(marks: readonly Mark[], footnotes: Int32Array): Float64Array {
	const keys = new Float64Array(marks.length);
	let found = 0;
	for (let place = 0; place < marks.length; place++) {
		const footnote = footnotes[marks[place]?.number ?? 0] ?? 0;
		// From 0 up, so that the place can be read back.
		if (footnote >= FADED) keys[found++] = (footnote - FADED) * marks.length + place;
	}
	const sorted = keys.subarray(0, found).sort();
	return sorted.map((key) => key % marks.length);
}
