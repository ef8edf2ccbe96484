import { type Answer, CLAUSES } from './answer';
import { type Columns, type Days, FIRST_DAY, LAST_DAY } from './columns';

/** What is counted over time: when it was said, or when it happened. */
export type Clock = 'said' | 'happened';

/** A bin of the histogram: its days, both included (ISO 8601), and the claims that certainly fall into it. */
export interface Bin {
	from: string;
	to: string;
	count: number;
}

/** Claims whose date is uncertain, or lasts, drawn as a span over several bins, first and last included. */
export interface Span {
	first: number;
	last: number;
	/** True where the date begins before the axis does, or ends after it. */
	openStart: boolean;
	openEnd: boolean;
	count: number;
}

/** A clock's histogram: what its own clause leaves out is counted too, so that the range can be widened again. */
export interface Timeline {
	clock: Clock;
	unit: 'day' | 'month' | 'year';
	bins: Bin[];
	spans: Span[];
	/** Claims without a date on this clock. */
	undated: number;
}

/** The most bins that a histogram has; above it the next coarser unit is taken. */
const MOST_BINS = 120;

/** The histogram of a clock under an answer. */
export function timelineOf(columns: Columns, given: Answer, clock: Clock): Timeline {
	const days = columns[clock];
	const [first, last] = axisOf(days);
	if (first > last) return { clock, unit: 'day', bins: [], spans: [], undated: columns.dataset.claims.length };
	const { unit, bins, binOf } = binsBetween(first, last);
	const spans = new Map<number, Span>();
	let undated = 0;
	for (let claim = 0; claim < given.without.length; claim++) {
		if (!(given.without[claim]! & CLAUSES[clock])) continue;
		const [from, to] = [days.from[claim]!, days.to[claim]!];
		if (from > to) {
			undated++;
			continue;
		}
		const [openStart, openEnd] = [from < first, to > last];
		const start = binOf(Math.min(Math.max(from, first), last));
		const end = binOf(Math.max(Math.min(to, last), first));
		if (start === end && !openStart && !openEnd) bins[start]!.count++;
		else {
			const key = ((start * MOST_BINS + end) * 2 + Number(openStart)) * 2 + Number(openEnd);
			const span = spans.get(key);
			if (span) span.count++;
			else spans.set(key, { first: start, last: end, openStart, openEnd, count: 1 });
		}
	}
	const ordered = [...spans.values()].sort((a, b) => a.first - b.first || a.last - b.last);
	return { clock, unit, bins, spans: ordered, undated };
}

/** The axes that have been worked out: no filter changes them. */
const axes = new WeakMap<Days, [number, number]>();

function axisOf(days: Days): [number, number] {
	const axis = axes.get(days) ?? boundsOf(days);
	axes.set(days, axis);
	return axis;
}

/**
 * The days that the axis reaches over: those of all dates that are known to a month or better, whatever the filter, so
 * that it stays still while one filters; a rougher date would stretch it to where nothing can be told apart. Where all
 * are rough, those of all.
 */
function boundsOf(days: Days): [number, number] {
	const bounds = boundsWithin(days, A_MONTH);
	return bounds[0] <= bounds[1] ? bounds : boundsWithin(days, Infinity);
}

function boundsWithin({ from, to }: Days, mostDays: number): [number, number] {
	let first = LAST_DAY;
	let last = FIRST_DAY;
	for (let claim = 0; claim < from.length; claim++) {
		const [start, end] = [from[claim]!, to[claim]!];
		if (start > end || start === FIRST_DAY || end === LAST_DAY) continue;
		if ((utc(end) - utc(start)) / DAY > mostDays) continue;
		if (start < first) first = start;
		if (end > last) last = end;
	}
	return [first, last];
}

const A_MONTH = 31;

function binsBetween(
	first: number,
	last: number
): Pick<Timeline, 'unit' | 'bins'> & { binOf: (day: number) => number } {
	const [firstYear, lastYear] = [Math.trunc(first / 10_000), Math.trunc(last / 10_000)];
	const months = (lastYear - firstYear) * 12 + monthOf(last) - monthOf(first) + 1;
	const firstMonth = firstYear * 12 + monthOf(first) - 1;
	const start = utc(first);
	const days = (utc(last) - start) / DAY + 1;
	if (days <= MOST_BINS) {
		const bins = Array.from({ length: days }, (_, index) => oneDay(new Date(start + index * DAY)));
		return { unit: 'day', bins, binOf: (day) => (utc(day) - start) / DAY };
	}
	if (months <= MOST_BINS) {
		const bins = Array.from({ length: months }, (_, index) => oneMonth(firstMonth + index));
		return { unit: 'month', bins, binOf: (day) => Math.trunc(day / 10_000) * 12 + monthOf(day) - 1 - firstMonth };
	}
	const bins = Array.from({ length: Math.min(lastYear - firstYear + 1, MOST_BINS) }, (_, index) =>
		oneYear(firstYear + index)
	);
	return { unit: 'year', bins, binOf: (day) => Math.min(Math.trunc(day / 10_000) - firstYear, bins.length - 1) };
}

const DAY = 86_400_000;

function oneDay(date: Date): Bin {
	const day = date.toISOString().slice(0, 10);
	return { from: day, to: day, count: 0 };
}

function oneMonth(month: number): Bin {
	const [year, index] = [Math.floor(month / 12), month % 12];
	const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
	const text = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`;
	return { from: `${text}-01`, to: `${text}-${length}`, count: 0 };
}

function oneYear(year: number): Bin {
	const text = String(year).padStart(4, '0');
	return { from: `${text}-01-01`, to: `${text}-12-31`, count: 0 };
}

function monthOf(day: number): number {
	return Math.trunc(day / 100) % 100;
}

function utc(day: number): number {
	return Date.UTC(Math.trunc(day / 10_000), monthOf(day) - 1, day % 100);
}
