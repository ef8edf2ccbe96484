import { groupBy } from '$lib/domain/group-by';
import type { Interval } from '$lib/domain/interval';
import { mayBeClock } from './date-columns';
import {
	type DateEnd,
	type DayOrder,
	hasShortYear,
	inOrder,
	isNumeric,
	type NumericDate,
	orderOf,
	readDateText
} from './date-texts';
import type { Draft, Reading } from './file-reading';
import { quoted } from './issues';
import { nestedDate } from './nested-dates';

/** A text that is no date that can be taken, and why. */
export interface Unread {
	unread: string;
	why: 'text' | 'open' | 'mixed' | 'order' | 'clock';
}

/** What a feature's columns of a date say: days, nothing, or a text that could not be read. */
export type Said = Interval | Unread | null;

/** Whether columns say days. */
export function isDays(said: Said): said is Interval {
	return said !== null && 'from' in said;
}

/** From the first day of one to the last of the other; `text` is told where one is unread, or it ends before it begins. */
export function spanOf(first: Said, last: Said, text: string): Said {
	if (first === null && last === null) return null;
	if (first && !isDays(first)) return { ...first, unread: text };
	if (last && !isDays(last)) return { ...last, unread: text };
	const [from, to] = [first?.from ?? null, last?.to ?? null];
	return from !== null && to !== null && from > to ? { unread: text, why: 'order' } : { from, to };
}

/** What is written where nothing is. */
const EMPTY = /^(?:-+|–|—|n\/?a|nan|nat|null|none|nil|\\n)?$/i;

/** The text of a feature's property; null for an empty one. A year that a table has as 2024.0 is one. */
export function textIn(properties: Readonly<Record<string, unknown>>, name: string): string | null {
	const value = Object.hasOwn(properties, name) ? properties[name] : null;
	if (value === null || value === undefined) return null;
	const nested = nestedDate(value);
	if (nested !== undefined) return nested;
	const text = (typeof value === 'string' ? value : JSON.stringify(value)).trim();
	return EMPTY.test(text) ? null : text.replace(/^(\d{4})\.0$/, '$1');
}

/** How a time is counted that is a number of seconds or milliseconds since 1970, by its digits. */
const COUNTS = [
	{ digits: /^\d{9,10}(?:\.0)?$/, unit: 'seconds', size: 1000 },
	{ digits: /^\d{12,13}(?:\.0)?$/, unit: 'milliseconds', size: 1 }
] as const;

/** A time of day, or four digits that may be one. */
const CLOCK =
	/^(?:[01]?\d|2[0-4])[:.h]?[0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;

const FOUR_DIGITS = /^\d{4}$/;

const ORDER_WORDS: Readonly<Record<DayOrder, string>> = { day: 'The day', month: 'The month', year: 'The year' };

const ORDERS: readonly DayOrder[] = ['day', 'month', 'year'];

/** How dates are written in one column, or in those of both ends of a span: decided from all their values together. */
export class DateForm {
	/** How many values there are that are not empty, and how many of them are dates. */
	readonly filled: number;
	readonly read: number;
	/** Whether dates wait for the person to say their order. */
	readonly isOpen: boolean;
	/** Whether all values are, or may be, times of day. */
	readonly isClock: boolean;
	readonly #found = new Map<string, readonly DateEnd[] | null>();
	/** The order of the numbers in dates, by the mark between them. */
	readonly #orders = new Map<string, DayOrder | 'open' | 'mixed'>();
	readonly #count: (typeof COUNTS)[number] | undefined;
	/** Whether four digits may be a time of day. */
	readonly #hasClockYears: boolean = false;
	/** A date with a year of two digits, and one whose order no value shows. */
	#short: NumericDate | undefined;
	#open: NumericDate | undefined;

	/** `isChosen`: whether a person has named the columns for the time. */
	constructor(names: readonly string[], drafts: readonly Draft[], isChosen: boolean, answer: string | undefined) {
		const texts = drafts
			.flatMap(({ properties }) => names.map((name) => textIn(properties, name)))
			.filter((text) => text !== null);
		const hasAll = (form: RegExp) => texts.every((text) => form.test(text));
		this.filled = texts.length;
		this.#count = this.filled > 0 ? COUNTS.find(({ digits }) => hasAll(digits)) : undefined;
		const isOther = this.filled === 0 || this.#count !== undefined;
		const byMark = isOther ? new Map<string, NumericDate[]>() : this.#readAll(texts);
		const chosen = ORDERS.find((order) => order === answer);
		for (const [mark, dates] of byMark) {
			const order = orderOf(dates);
			if (order === 'open') this.#open = dates[0];
			this.#orders.set(mark, order === 'open' ? (chosen ?? order) : order);
			this.#short ??= dates.find(hasShortYear);
		}
		this.isOpen = this.#open !== undefined && chosen === undefined;
		this.isClock = !isOther && !isChosen && names.every(mayBeClock) && hasAll(CLOCK);
		// Four digits in a column of times are years only beside dates that are surely such.
		const hasWholeDates = [...this.#found].some(([text, found]) => found && !FOUR_DIGITS.test(text));
		this.#hasClockYears = !isChosen && !hasWholeDates && names.some(mayBeClock);
		this.read = texts.filter((text) => isDays(this.say(text))).length;
	}

	/** Reads all texts, and gives the dates whose order is to be found, by the mark between their numbers. */
	#readAll(texts: readonly string[]): Map<string, NumericDate[]> {
		for (const text of new Set(texts)) this.#found.set(text, readDateText(text));
		const numeric = [...this.#found.values()].flatMap((found) => found?.filter(isNumeric) ?? []);
		return groupBy(numeric, ({ mark }) => [mark]);
	}

	/** What a text of the columns says. */
	say(text: string | null): Said {
		if (text === null) return null;
		if (this.#count) {
			const day = new Date(Number(text) * this.#count.size).toISOString().slice(0, 10);
			return { from: day, to: day };
		}
		if (this.#hasClockYears && FOUR_DIGITS.test(text)) return { unread: text, why: 'clock' };
		const [first, last = first] = this.#found.get(text) ?? [];
		return first && last
			? spanOf(this.#inOrder(first, text), this.#inOrder(last, text), text)
			: { unread: text, why: 'text' };
	}

	#inOrder(end: DateEnd, text: string): Said {
		if (!isNumeric(end)) return end;
		const order = this.#orders.get(end.mark) ?? 'open';
		if (order === 'open' || order === 'mixed') return { unread: text, why: order };
		return inOrder(end, order) ?? { unread: text, why: 'text' };
	}

	/** Says how the dates were taken where they do not show it, and asks where that is open. */
	tell(reading: Reading, label: string): void {
		if (this.#count) {
			reading.notes.push(`${quoted(label)} counts ${this.#count.unit} since 1970: the days are those of UTC.`);
		}
		if (this.#short) reading.notes.push(`Years of two digits in ${quoted(label)} were taken for 1970 to 2039.`);
		const open = this.#open;
		if (!open || reading.questions.some(({ kind }) => kind === 'day-order')) return;
		const written = open.numbers.join(open.mark);
		reading.questions.push({
			kind: 'day-order',
			message: `What comes first in the dates of ${quoted(label)}?`,
			answers: ORDERS.flatMap((order) => {
				const found = inOrder(open, order);
				return found ? [{ value: order, label: `${ORDER_WORDS[order]} (${written} is ${found.from ?? ''})` }] : [];
			})
		});
	}
}
