import type { Interval } from '$lib/domain/interval';
import type { OwnChoice, OwnDates } from '$lib/domain/own-feature';
import { type DateColumns, dateColumns, isOfRecord, isWeak, mayBeClock } from './date-columns';
import {
	type DateText,
	type DayOrder,
	hasShortYear,
	inOrder,
	isNumeric,
	type NumericDate,
	orderOf,
	readDateText
} from './date-texts';
import { counted, type Issues, quoted } from './issues';
import { monthOf } from './month-names';
import { nestedDate } from './nested-dates';
import type { Draft, Reading } from './file-reading';

/** What is written where nothing is. */
const EMPTY = /^(?:-+|–|—|n\/?a|nan|nat|null|none|nil|\\n)?$/i;

/** How a time is counted that is a number of seconds or milliseconds since 1970, by its digits. */
const COUNTS = [
	{ digits: /^\d{9,10}(?:\.0)?$/, unit: 'seconds', size: 1000 },
	{ digits: /^\d{12,13}(?:\.0)?$/, unit: 'milliseconds', size: 1 }
] as const;

/** The days of features in the order of the drafts, and from which columns they were taken. */
export interface Dated {
	days: (Interval | null)[];
	taken: string[];
	dates: OwnDates | null;
}

/** Why a date could not be read, where that is not its text alone. */
type Why = 'open' | 'mixed' | 'order' | 'clock';

/** What a feature's columns of a date say: days, nothing, or a text that could not be read. */
type Said = Interval | null | { unread: string; why?: Why };

/**
 * The days that features are about, from the columns that say so by their names and their values. The first that is not
 * empty decides for a feature: a date that cannot be read is told, and no wider one takes its place. How dates are written
 * is decided for a column from all its values; what these leave open waits for the person.
 */
export function datesOf(drafts: readonly Draft[], names: readonly string[], issues: Reading): Dated {
	const { choice } = issues;
	const readers = readersOf(drafts, names, choice);
	const from = new Map<string, number>();
	const unread = new Map<string, { value: string; why: Why | undefined; count: number }>();
	/** Times of records that were passed over. */
	const passed = new Map<string, number>();
	const days = drafts.map(({ properties }) => {
		const said = dayOf(properties);
		for (const { label } of passedOver(readers, said, properties)) passed.set(label, (passed.get(label) ?? 0) + 1);
		return said && !('unread' in said) ? said : null;
	});
	function dayOf(properties: Readonly<Record<string, unknown>>): Said {
		for (const [at, reader] of readers.entries()) {
			// The time of a record stands in for that of what it is about where a feature has no property for it.
			if (reader.isOfRecord && hasOtherDate(readers, properties)) continue;
			let said = reader.read(properties);
			let { label } = reader;
			if (said === null) continue;
			if (reader.columns.kind === 'span' && 'from' in said && said.from === null) {
				// An event with its date and its end: the date begins it.
				const begin = beginOf(readers, at, properties);
				if (begin && (said.to === null || begin.when.from === null || begin.when.from <= said.to)) {
					label = `${begin.label}, ${reader.columns.to ?? ''}`;
					said = { from: begin.when.from, to: said.to };
				}
			}
			if (!('unread' in said)) {
				from.set(label, (from.get(label) ?? 0) + 1);
				return said;
			}
			const key = `${label}\n${said.why ?? ''}`;
			const earlier = unread.get(key);
			unread.set(key, { value: earlier?.value ?? said.unread, why: said.why, count: (earlier?.count ?? 0) + 1 });
			return said;
		}
		return null;
	}
	for (const [key, { value, why, count }] of unread) tell(issues, key.split('\n')[0] ?? '', value, why, count);
	for (const { column, label } of readers) {
		if (from.has(label) || column?.open || choice.answers?.['day-order'] !== undefined)
			column?.tellOfForm(issues, label, choice);
	}
	for (const [label, count] of passed) {
		issues.notes.push(
			`${quoted(label)} was taken for the time of the record in ${counted(count, 'feature')}, and not for when it happened. Choose it for the time if that is wrong.`
		);
	}
	const taken = [...from].sort(([, a], [, b]) => b - a).map(([label]) => label);
	const features = [...from.values()].reduce((sum, count) => sum + count, 0);
	return { days, taken, dates: features > 0 ? { properties: taken, features } : null };
}

function tell(issues: Issues, label: string, value: string, why: Why | undefined, count: number): void {
	const place = `Property ${quoted(label)}`;
	const features = count === 1 ? 'one feature' : counted(count, 'feature');
	if (why === 'open') {
		issues.add(
			place,
			`In ${features} it is a date of which day, month and year cannot be told apart, for example ${quoted(value)}; no value of the column shows which comes first. Choose it in the file’s card. Until then the features are shown without a date.`
		);
	} else if (why === 'mixed') {
		issues.add(
			place,
			`In ${features} it is a date whose day and month cannot be told apart, for example ${quoted(value)}: some dates of the column have the day first, others the month. The features are shown without a date.`
		);
	} else if (why === 'clock') {
		issues.add(
			place,
			`In ${features} it may be a year or a time of day, for example ${quoted(value)}. If it is a year, choose the column for the time in the file’s card. The features are shown without a date.`
		);
	} else if (why === 'order') {
		issues.add(
			place,
			`In ${features} it ends before it begins, for example ${quoted(value)}. The features are shown without a date.`
		);
	} else {
		issues.add(
			place,
			`In ${features} it is not a date that can be read, for example ${quoted(value)}: write 2024-12-08, 2024-12, 2024, or another date in EDTF, such as 2024-12~ or 2018/2019. The features are shown without a date.`
		);
	}
}

/** Reads the date of a feature from its columns. */
interface Reader {
	columns: DateColumns;
	label: string;
	read: (properties: Readonly<Record<string, unknown>>) => Said;
	column?: Column;
	/** Whether it is of the time of the record: a time stamp. */
	isOfRecord?: boolean;
}

function namesOf(columns: DateColumns): readonly (string | null)[] {
	switch (columns.kind) {
		case 'date':
			return [columns.name];
		case 'span':
			return [columns.from, columns.to];
		case 'parts':
			return columns.names;
		case 'span of parts':
			return [...columns.from, ...columns.to];
	}
}

/** Whether a feature has a property for the time of what it is about, empty or not. */
function hasOtherDate(readers: readonly Reader[], properties: Readonly<Record<string, unknown>>): boolean {
	return readers.some((reader) => !reader.isOfRecord && hasAny(reader.columns, properties));
}

/** Times of the record that a feature has and that were not taken, although nothing else says more than the year. */
function passedOver(
	readers: readonly Reader[],
	said: Said,
	properties: Readonly<Record<string, unknown>>
): readonly Reader[] {
	if ((said !== null && ('unread' in said || !isWholeYears(said))) || !hasOtherDate(readers, properties)) return [];
	return readers.filter((reader) => reader.isOfRecord && isRead(reader.read(properties)));
}

function isWholeYears({ from, to }: Interval): boolean {
	return from !== null && to !== null && from.endsWith('-01-01') && to.endsWith('-12-31');
}

/** The date that begins what has an end alone: that of the first single column behind it. */
function beginOf(
	readers: readonly Reader[],
	at: number,
	properties: Readonly<Record<string, unknown>>
): { when: Interval; label: string } | null {
	for (const [index, { columns, label, read }] of readers.entries()) {
		if (index === at || columns.kind !== 'date') continue;
		const said = read(properties);
		if (said && !('unread' in said)) return { when: said, label };
	}
	return null;
}

/** Readers for the columns that are dates by name and values, or for those that were chosen. */
function readersOf(drafts: readonly Draft[], names: readonly string[], choice: OwnChoice): Reader[] {
	const candidates = choice.time ? chosenColumns(choice.time, names) : dateColumns(withDates(names, drafts));
	const isChosen = choice.time !== undefined;
	const readers: Reader[] = [];
	/** Columns that are of time by name, and whose values are all something else: what is in them is told. */
	const unread: Reader[] = [];
	/** Columns of times of day, and records' times that cannot be read: told for want of others. */
	const others: Reader[] = [];
	for (const columns of candidates) {
		if (columns.kind === 'parts' || columns.kind === 'span of parts') {
			const reader = columns.kind === 'parts' ? partsReader(columns) : partsSpanReader(columns);
			if (drafts.some(({ properties }) => isRead(reader.read(properties)))) readers.push(reader);
			continue;
		}
		const own = columns.kind === 'date' ? [columns.name] : [columns.from, columns.to].filter((name) => name !== null);
		const column = new Column(own, drafts, isChosen, choice);
		const reader = { columns, label: own.join(', '), read: readerOf(columns, column), column, isOfRecord: false };
		if (column.filled === 0) continue;
		reader.isOfRecord = own.some(isOfRecord) && !isChosen;
		if (column.isClock || (reader.isOfRecord && column.read === 0 && !own.every(isWeak))) others.push(reader);
		else if (column.read > 0 || column.open) readers.push(reader);
		else if (isChosen || !own.every(isWeak)) unread.push(reader);
	}
	const all = [...readers, ...unread];
	const taken = all.length > 0 ? all : others.slice(0, 1);
	return taken.sort((a, b) => candidates.indexOf(a.columns) - candidates.indexOf(b.columns));
}

function hasAny(columns: DateColumns, properties: Readonly<Record<string, unknown>>): boolean {
	return namesOf(columns).some((name) => name !== null && Object.hasOwn(properties, name));
}

function isRead(said: Said): boolean {
	return said !== null && !('unread' in said);
}

/** The names of columns, without “claims” where that is not a list of the atlas's own. */
function withDates(names: readonly string[], drafts: readonly Draft[]): string[] {
	return names.filter(
		(name) => name !== 'claims' || drafts.some(({ properties }) => nestedDate(properties['claims']) !== undefined)
	);
}

function chosenColumns(time: readonly string[], names: readonly string[]): DateColumns[] {
	const [first, second] = time.filter((name) => names.includes(name));
	if (first === undefined) return [];
	return [second === undefined ? { kind: 'date', name: first } : { kind: 'span', from: first, to: second }];
}

function readerOf(columns: DateColumns, column: Column): Reader['read'] {
	if (columns.kind === 'date') return (properties) => column.say(properties[columns.name]);
	if (columns.kind !== 'span') return () => null;
	const valueOf = (properties: Readonly<Record<string, unknown>>, name: string | null) =>
		name !== null && Object.hasOwn(properties, name) ? properties[name] : null;
	return (properties) => {
		const values = [valueOf(properties, columns.from), valueOf(properties, columns.to)];
		const [first = null, last = null] = values.map((value) => column.say(value));
		if (first === null && last === null) return null;
		const unread = values
			.filter((value) => textOf(value) !== null)
			.map((value) => textOf(value) ?? '')
			.join(' – ');
		const wrong = [first, last].find((said) => said !== null && 'unread' in said);
		if (wrong && 'unread' in wrong) return { unread, ...(wrong.why && { why: wrong.why }) };
		return spanOf(first as Interval | null, last as Interval | null, unread);
	};
}

/** The columns of one date, or of both ends of a span, whose form is decided together. */
class Column {
	/** How many values there are that are not empty, and how many of them are dates. */
	filled = 0;
	read = 0;
	/** Whether dates wait for the person to say their order. */
	open = false;
	/** Whether all values are, or may be, times of day. */
	isClock = false;
	readonly #found = new Map<string, DateText | null>();
	readonly #orders = new Map<string, DayOrder | 'open' | 'mixed'>();
	#count: (typeof COUNTS)[number] | null = null;
	#hasClockYears = false;
	#shortYears = false;
	#open: NumericDate | null = null;

	constructor(names: readonly string[], drafts: readonly Draft[], isChosen: boolean, { answers = {} }: OwnChoice) {
		const texts: string[] = [];
		for (const { properties } of drafts) {
			for (const name of names) {
				const text = Object.hasOwn(properties, name) ? textOf(properties[name]) : null;
				if (text !== null) texts.push(text);
			}
		}
		this.filled = texts.length;
		if (texts.length === 0) return;
		this.#count = COUNTS.find(({ digits }) => texts.every((text) => digits.test(text))) ?? null;
		if (this.#count) {
			this.read = texts.length;
			return;
		}
		const groups = new Map<string, NumericDate[]>();
		for (const text of new Set(texts)) {
			const found = readDateText(text);
			this.#found.set(text, found);
			if (!found || !Array.isArray(found)) continue;
			for (const end of found as (Interval | NumericDate)[]) {
				if (!isNumeric(end)) continue;
				const group = groups.get(end.mark);
				if (group) group.push(end);
				else groups.set(end.mark, [end]);
			}
		}
		const answer = answers['day-order'];
		for (const [mark, dates] of groups) {
			const order = orderOf(dates);
			const chosen = answer === 'day' || answer === 'month' || answer === 'year' ? answer : null;
			this.#orders.set(mark, order === 'open' && chosen ? chosen : order);
			if (order === 'open') this.#open = dates[0] ?? null;
			if (order === 'open' && !chosen) this.open = true;
			this.#shortYears ||= dates.some(hasShortYear);
		}
		const clocks = texts.filter((text) => CLOCK.test(text)).length;
		const years = texts.filter((text) => /^\d{4}$/.test(text)).length;
		this.isClock = !isChosen && clocks === texts.length && names.every(mayBeClock);
		// Four digits in a column of times are years only beside dates that are surely such.
		this.#hasClockYears = !isChosen && years > 0 && names.some(mayBeClock) && !this.#hasWholeDates();
		this.read = texts.filter((text) => isRead(this.say(text))).length;
	}

	/** What a value says. */
	say(value: unknown): Said {
		const text = textOf(value);
		if (text === null) return null;
		if (this.#count) {
			const day = new Date(Number(text) * this.#count.size).toISOString().slice(0, 10);
			return { from: day, to: day };
		}
		if (this.#hasClockYears && /^\d{4}$/.test(text)) return { unread: text, why: 'clock' };
		const found = this.#found.get(text) ?? null;
		if (!found) return { unread: text };
		if (!isEnds(found)) return found;
		const ends: Interval[] = [];
		for (const end of found) {
			if (!isNumeric(end)) {
				ends.push(end);
				continue;
			}
			const order = this.#orders.get(end.mark) ?? 'open';
			if (order === 'open' || order === 'mixed') return { unread: text, why: order };
			const interval = inOrder(end, order);
			if (!interval) return { unread: text };
			ends.push(interval);
		}
		const when = { from: ends[0]?.from ?? null, to: ends.at(-1)?.to ?? null };
		return when.from !== null && when.to !== null && when.from > when.to ? { unread: text, why: 'order' } : when;
	}

	/** Says how the dates were taken where they do not show it, and asks where that is open. */
	tellOfForm(issues: Issues, label: string, { answers = {} }: OwnChoice): void {
		if (this.#count) {
			issues.notes.push(`${quoted(label)} counts ${this.#count.unit} since 1970: the days are those of UTC.`);
		}
		if (this.#shortYears) {
			issues.notes.push(`Years of two digits in ${quoted(label)} were taken for 1970 to 2039.`);
		}
		if (!this.#open && answers['day-order'] === undefined) return;
		if (!this.#open || issues.questions.some(({ kind }) => kind === 'day-order')) return;
		const { numbers, mark } = this.#open;
		const written = numbers.join(mark);
		const orders = (['day', 'month', 'year'] as const).flatMap((order) => {
			const found = this.#open && inOrder(this.#open, order);
			return found ? [{ value: order, label: `${ORDER_WORDS[order]} (${written} is ${found.from ?? ''})` }] : [];
		});
		issues.questions.push({
			kind: 'day-order',
			message: `What comes first in the dates of ${quoted(label)}?`,
			answers: orders
		});
	}

	#hasWholeDates(): boolean {
		return [...this.#found].some(([text, found]) => found !== null && !/^\d{4}$/.test(text));
	}
}

const ORDER_WORDS: Readonly<Record<DayOrder, string>> = {
	day: 'The day',
	month: 'The month',
	year: 'The year'
};

/** A time of day, or four digits that may be one. */
const CLOCK =
	/^(?:[01]?\d|2[0-4])[:.h]?[0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;

function isEnds(found: DateText): found is readonly (Interval | NumericDate)[] {
	return Array.isArray(found);
}

/** The text of a value; null for an empty one. A year that a table has as 2024.0 is one. */
function textOf(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	const nested = nestedDate(value);
	if (nested !== undefined) return nested;
	const text = (typeof value === 'string' ? value : JSON.stringify(value)).trim();
	return EMPTY.test(text) ? null : text.replace(/^(\d{4})\.0$/, '$1');
}

/** Reads a first and a last day of which each has its year, month and day in columns of their own. */
function partsSpanReader(columns: Extract<DateColumns, { kind: 'span of parts' }>): Reader {
	const ends = [columns.from, columns.to].map((names) => partsReader({ kind: 'parts', names }));
	return {
		columns,
		label: ends.map(({ label }) => label).join(', '),
		read: (properties) => {
			const [first = null, last = null] = ends.map((end) => end.read(properties));
			if (first === null && last === null) return null;
			const wrong = [first, last].find((said) => said !== null && 'unread' in said);
			if (wrong && 'unread' in wrong) return wrong;
			return spanOf(
				first as Interval | null,
				last as Interval | null,
				namesOf(columns)
					.map((name) => textOf(properties[name ?? '']))
					.join(' ')
			);
		}
	};
}

/** From the first day of one to the last of the other; `text` is told where it ends before it begins. */
function spanOf(first: Interval | null, last: Interval | null, text: string): Said {
	const when = { from: first?.from ?? null, to: last?.to ?? null };
	return when.from !== null && when.to !== null && when.from > when.to ? { unread: text, why: 'order' } : when;
}

/** Reads a year, a month and a day that stand in columns of their own. */
function partsReader(columns: Extract<DateColumns, { kind: 'parts' }>): Reader {
	const { names } = columns;
	return {
		columns,
		label: names.join(', '),
		read: (properties) => {
			const [year, month = null, day = null] = names.map((name) => textOf(properties[name]));
			const whole = [year, month, day].filter((part) => part !== null && part !== undefined).join(' ');
			if (year === null || year === undefined) return month === null && day === null ? null : { unread: whole };
			if (month === null && day !== null) return { unread: whole };
			const number = month === null ? null : /^\d{1,2}(?:\.0)?$/.test(month) ? Number(month) : monthOf(month);
			if (month !== null && number === null) return { unread: whole };
			if (day !== null && !/^\d{1,2}(?:\.0)?$/.test(day)) return { unread: whole };
			const parts = [number, day].filter((part) => part !== null).map((part) => String(Number(part)).padStart(2, '0'));
			const found = readDateText([year, ...parts].join('-'));
			return found && !isEnds(found) ? found : { unread: whole };
		}
	};
}
