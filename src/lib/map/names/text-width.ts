import type { MapSymbol } from '../sources/features';
import { FOOTNOTE_SCALE } from '../look';
import { linesOf } from './label-lines';

/** How the name of a symbol is set. Widths are in sizes of its letters. */
export interface SetName {
	lines: readonly string[];
	/** Of the widest line. */
	width: number;
	/** Of the last line, which the footnote follows. */
	lastWidth: number;
}

/** The size at which letters are measured, in CSS pixels: so large that rounding does not count. */
const MEASURED_SIZE = 100;

/** Measures names in a font; each once, until the fonts of the page change. */
export class NameMeasure {
	readonly #context: CanvasRenderingContext2D | null;
	readonly #names = new Map<number, SetName>();
	readonly #footnotes = new Map<number, number>();

	/** `families` are CSS font families, first choice first; names are set in a weight of 600. */
	constructor(families: string) {
		this.#context = document.createElement('canvas').getContext('2d');
		if (this.#context) this.#context.font = `600 ${MEASURED_SIZE}px ${families}`;
	}

	/** Lines are broken with room for the footnote that a symbol has without a filter: a filter breaks none elsewhere. */
	nameOf({ number, name, claims }: Pick<MapSymbol, 'number' | 'name' | 'claims'>): SetName {
		const known = this.#names.get(number);
		if (known) return known;
		const lines = linesOf(name, (text) => this.#widthOf(text), this.footnoteOf(claims));
		const widths = lines.map((line) => this.#widthOf(line));
		const set = { lines, width: Math.max(...widths), lastWidth: widths.at(-1) ?? 0 };
		this.#names.set(number, set);
		return set;
	}

	/** The width of a footnote, in sizes of the name that it follows. */
	footnoteOf(claims: number): number {
		const known = this.#footnotes.get(claims);
		if (known !== undefined) return known;
		const width = FOOTNOTE_SCALE * this.#widthOf(String(claims));
		this.#footnotes.set(claims, width);
		return width;
	}

	/** Forgets what was measured: other fonts have come. */
	forget(): void {
		this.#names.clear();
		this.#footnotes.clear();
	}

	#widthOf(text: string): number {
		return (this.#context?.measureText(text).width ?? 0) / MEASURED_SIZE;
	}
}
