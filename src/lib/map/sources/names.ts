import type { Answer } from '$lib/query/answer';
import { mercatorX, mercatorY } from '../ground-scale';
import type { DrawnFeatures } from './features';

/** A square of the map in which names compete: about half as wide as a name, in CSS pixels at a whole zoom. */
const CELL_PIXELS = 48;
/** How many names of one square are tried. More lines of text hardly fit it. */
const MOST_IN_CELL = 3;
/** From this whole zoom on every name is tried: the squares are then a few hundred metres wide. */
const LAST_ZOOM = 13;

/**
 * Which names the map tries to find room for. Each costs it eight tries against all that stands already, whenever
 * something changes, and among thousands in one view nearly all of them fail. So of names that stand close together only
 * those of the features with most claims are tried; more of them, the closer one looks. Where the marks stand is worked
 * out once.
 */
export class NameChances {
	/** The place in the dataset of the feature of each mark. */
	readonly #numbers: Int32Array;
	/** The number of the square of each mark at each whole zoom, the zooms of a mark beside each other. */
	readonly #squares: Int32Array;
	#squareCount = 0;

	constructor({ marks: { features } }: Pick<DrawnFeatures, 'marks'>) {
		this.#numbers = Int32Array.from(features, ({ id }) => Number(id));
		this.#squares = new Int32Array(features.length * LAST_ZOOM);
		const x = features.map(({ geometry }) => mercatorX(geometry.coordinates[0] ?? 0));
		const y = features.map(({ geometry }) => mercatorY(geometry.coordinates[1] ?? 0));
		for (let zoom = 0; zoom < LAST_ZOOM; zoom++) {
			const scale = 2 ** zoom / CELL_PIXELS;
			const numbers = new Map<number, number>();
			x.forEach((east, mark) => {
				// There are fewer than 2 ** 20 rows at any zoom.
				const key = Math.floor(east * scale) * 2 ** 20 + Math.floor((y[mark] ?? 0) * scale);
				const number = numbers.get(key) ?? this.#squareCount++;
				numbers.set(key, number);
				this.#squares[mark * LAST_ZOOM + zoom] = number;
			});
		}
	}

	/**
	 * For each feature, by its place in the dataset, the whole zoom from which its name is tried. What an answer chooses
	 * goes before what it fades, and what has more claims before what has fewer; 0 for what is left out.
	 */
	from(answer: Pick<Answer, 'marks' | 'chosen' | 'faded'>): Uint8Array {
		const zooms = new Uint8Array(answer.marks.length);
		const taken = new Uint8Array(this.#squareCount);
		for (const mark of this.#inOrder(answer)) {
			const first = mark * LAST_ZOOM;
			const namesAt = (zoom: number) => taken[this.#squares[first + zoom] ?? 0] ?? 0;
			let zoom = 0;
			while (zoom < LAST_ZOOM && namesAt(zoom) >= MOST_IN_CELL) zoom++;
			zooms[this.#numbers[mark] ?? 0] = zoom;
			// A square that has room lies in none that is full: it has room at every closer zoom too.
			for (; zoom < LAST_ZOOM; zoom++) taken[this.#squares[first + zoom] ?? 0] = namesAt(zoom) + 1;
		}
		return zooms;
	}

	/** The marks that an answer has on the map, those first whose names go before others. */
	#inOrder({ marks, chosen, faded }: Pick<Answer, 'marks' | 'chosen' | 'faded'>): Float64Array {
		const count = this.#numbers.length;
		const keys = new Float64Array(count);
		let found = 0;
		this.#numbers.forEach((number, mark) => {
			const rank = chosen[number] === 1 ? (marks[number] ?? 0) + 1 : faded[number] === 1 ? 0 : -1;
			if (rank >= 0) keys[found++] = mark - rank * count;
		});
		const sorted = keys.subarray(0, found).sort();
		return sorted.map((key) => ((key % count) + count) % count);
	}
}
