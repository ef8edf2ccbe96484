import { type Extent, wrongExtent } from '$lib/domain/extent';
import { ALWAYS, daysOf, type Interval } from '$lib/domain/interval';
import { wordsOf } from '$lib/domain/text';
import { unquotedWords } from '$lib/words/unquoted-words';
import type { Criteria, ListClause } from './criteria';
import { parseDatetime } from './datetime';
import type { Vocabulary } from './vocabulary';

/** A parameter that could not be read, and what was made of it. */
export interface QueryProblem {
	parameter: string;
	value: string;
	detail: string;
}

/** The longest search text that is read. */
export const LONGEST_TEXT = 200;

/** How many ids that are not there are named one by one. */
const MOST_UNKNOWN = 20;

/** The most corners that an area may have. */
export const MOST_CORNERS = 100;

/**
 * Reads clauses from the parameters of a query string. One that is there without a value, as a form sends it, is none. What
 * cannot be read is no clause either, and a problem.
 */
export class ParameterReader {
	readonly problems: QueryProblem[] = [];
	readonly #query: URLSearchParams;
	readonly #vocabulary: Vocabulary;

	constructor(query: URLSearchParams, vocabulary: Vocabulary) {
		this.#query = query;
		this.#vocabulary = vocabulary;
	}

	/** Ids with commas between them, or in several parameters of the name; null for none. */
	ids(parameter: string, list: ListClause): readonly string[] | null {
		const known = this.#vocabulary[list];
		const former: Partial<Record<ListClause, ReadonlyMap<string, readonly string[]>>> = this.#vocabulary.former;
		const ids = new Set(this.#listed(parameter).flatMap((id) => former[list]?.get(id) ?? id));
		const unknown = [...ids].filter((id) => !known.has(id));
		for (const id of unknown.slice(0, MOST_UNKNOWN)) {
			this.refuse(parameter, id, `${parameter} has no “${clip(id)}”.${this.#remedy(list, id)}`);
		}
		const more = unknown.length - MOST_UNKNOWN;
		if (more > 0) this.refuse(parameter, '', `${parameter} has none of the ${more} ids after these either.`);
		const found = [...ids].filter((id) => known.has(id));
		if (found.length < 2) return found.length === 0 ? null : found;
		// In the order of the data, so that the same choice is always the same address.
		return [...known].filter((id) => ids.has(id));
	}

	/** The same where `none` is the empty list and, in a form of boxes, every box ticked asks for everything: no clause. */
	choice(parameter: string, list: ListClause, { hasBoxes }: { hasBoxes: boolean }): readonly string[] | null {
		const listed = this.#listed(parameter);
		if (listed.length > 0 && listed.every((id) => id === 'none')) return [];
		const ids = this.ids(parameter, list);
		return hasBoxes && ids?.length === this.#vocabulary[list].size ? null : ids;
	}

	/** An interval from two parameters; one that ends before it begins is no clause. */
	days(first: string, last: string): Interval {
		const from = this.#bound(first, [first, last])?.first ?? null;
		const to = this.#bound(last, [first, last])?.last ?? null;
		if (from === null || to === null || from <= to) return { from, to };
		this.refuse(first, from, `${first} (${from}) is later than ${last} (${to}).`);
		return ALWAYS;
	}

	/** The last day of a date. */
	lastDay(parameter: string): string | null {
		return this.#bound(parameter)?.last ?? null;
	}

	/** An interval as OGC API - Features writes it. */
	datetime(parameter: string): Interval {
		const form =
			'a date or a date-time of RFC 3339, such as 2024-12-08 or 2024-12-08T00:00:00Z, or an interval of them with a slash between, where .. or nothing stands for an open end';
		return this.#read(parameter, form, parseDatetime) ?? ALWAYS;
	}

	/** 1 or 0. */
	flag(parameter: string): boolean {
		return this.#read(parameter, '1 or 0', (value) => (/^[01]$/.test(value) ? value : NO_MORE)) === '1';
	}

	/** A text with words to look for. */
	text(parameter: string): string {
		const text = (this.value(parameter) ?? '').trim();
		const wrong = wrongText(text);
		if (wrong === null) return text;
		this.refuse(parameter, text, `${parameter} ${wrong}`);
		return '';
	}

	/** Four numbers; where heights may be among them, also six. The atlas has no heights, and each fits. */
	extent(parameter: string, heights: 'without heights' | 'with heights'): Extent | null {
		const [form, count] =
			heights === 'with heights'
				? ['four numbers, west,south,east,north in degrees, or six with a height after each corner', 'four or six']
				: ['west,south,east,north in degrees', 'four'];
		return this.#read(parameter, form, (value) => {
			const numbers = numbersIn(value);
			const hasHeights = heights === 'with heights' && numbers.length === 6;
			const [low = 0, high = 0] = hasHeights ? [numbers[2], numbers[5]] : [];
			const flat = hasHeights ? numbers.filter((_, at) => at % 3 !== 2) : numbers;
			if (flat.length !== 4 || !numbers.every(Number.isFinite)) return { wrong: `it is not ${count} numbers` };
			const extent = flat as unknown as Extent;
			const reversed = low > high ? `the lower height (${low}) is greater than the upper one (${high})` : null;
			const wrong = wrongExtent(extent) ?? reversed;
			return wrong === null ? extent : { wrong };
		});
	}

	/** The outer ring of a polygon, its corners one after the other. */
	ring(parameter: string): Criteria['area'] {
		const form = `the corners of a polygon, 3 to ${MOST_CORNERS}, as longitude,latitude,longitude,latitude,… in degrees`;
		return this.#read(parameter, form, (value) => {
			const numbers = numbersIn(value);
			const corners = numbers.flatMap((lng, at) => (at % 2 === 0 ? [[lng, numbers[at + 1] ?? NaN]] : []));
			const inRange = corners.every(([lng = NaN, lat = NaN]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90);
			return inRange && corners.length >= 3 && corners.length <= MOST_CORNERS ? corners : NO_MORE;
		});
	}

	/** What a parameter says; null where it is not there, or empty. Of several values, none is what is meant. */
	value(parameter: string): string | null {
		const values = new Set(this.#query.getAll(parameter).filter((value) => value !== ''));
		const [value = null, ...others] = values;
		if (others.length === 0) return value;
		this.refuse(parameter, [...values].join(', '), `${parameter} has ${values.size} values, and can have one.`);
		return null;
	}

	/** Notes what is wrong with a parameter. */
	refuse(parameter: string, value: string, detail: string): void {
		this.problems.push({ parameter, value: clip(value), detail });
	}

	/** What `read` makes of a value; null where there is none, and for what is wrong, of which the form is told. */
	#read<Value extends object | string>(
		parameter: string,
		form: string,
		read: (value: string) => Value | { wrong: string }
	): Value | null {
		const value = this.value(parameter);
		if (value === null) return null;
		const found = read(value);
		if (typeof found !== 'object' || !('wrong' in found)) return found;
		const why = found.wrong && `: ${found.wrong}`;
		this.refuse(parameter, value, `${parameter} must be ${form}, not “${clip(value)}”${why}.`);
		return null;
	}

	#listed(parameter: string): string[] {
		const values = this.#query.getAll(parameter).flatMap((value) => value.split(','));
		return values.filter((id) => id !== '');
	}

	/**
	 * The days of a bound: a date of EDTF level 0 (ISO 8601-2). What is uncertain or an interval bounds nothing; the sentence
	 * says what to write for it.
	 */
	#bound(parameter: string, pair?: readonly [first: string, last: string]): ReturnType<typeof daysOf> {
		const text = this.value(parameter)?.trim() ?? '';
		if (text === '') return null;
		const days = daysOf(text);
		if (!days) {
			const detail = `${parameter} must be a year, a month or a day, such as 2024, 2024-12 or 2024-12-08, not “${clip(text)}”.`;
			this.refuse(parameter, text, detail + boundRemedy(text, pair));
		}
		return days;
	}

	/** What to do for one who is asked for as an agent, and only spoken of; empty for other ids. */
	#remedy(list: ListClause, id: string): string {
		const silent = list === 'agents' || list === 'groups' ? this.#vocabulary.unquoted.get(id) : undefined;
		if (!silent) return '';
		return ` ${silent.name} is ${unquotedWords(silent.claims.length)}: a search for the name finds what is said of them.`;
	}
}

/** Wrong, of which there is no more to say than what it should be. */
const NO_MORE = { wrong: '' };

/** What to write for a date that says more than a bound can; empty for what looks like no date. */
function boundRemedy(text: string, pair?: readonly [first: string, last: string]): string {
	if (!/^\W{0,3}[\dX]{2}/.test(text)) return '';
	if (/\/|\.\./.test(text)) {
		if (!pair) return ' It is one date, not an interval.';
		return ` For an interval, give its first and its last date in a parameter each: ${pair.join(' and ')}.`;
	}
	if (/[~?%X]/.test(text)) return ' A bound is certain: leave out “~”, “?” and “%”, and what “X” leaves open.';
	return '';
}

/** Why a text cannot be looked for, as the end of a sentence; null where it can, or is empty. */
function wrongText(text: string): string | null {
	if (text.length > LONGEST_TEXT) return `may have at most ${LONGEST_TEXT} characters.`;
	if (text !== '' && wordsOf(text).length === 0) return 'must have a letter or a digit: only words are looked for.';
	return null;
}

function numbersIn(value: string): number[] {
	return value
		.split(',')
		.map((part) => (/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(part) ? Number(part) : NaN));
}

/** A value as a problem repeats it. */
export function clip(value: string): string {
	return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
