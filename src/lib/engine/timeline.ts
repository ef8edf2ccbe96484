import type { Clock } from '$lib/filter/clauses';
import type { Criteria } from '$lib/filter/criteria';
import { isBounded } from '$lib/domain/interval';
import type { Answer } from './filter-result';
import { MATCHED, PANEL_BITS } from './clause-bits';
import { type Columns, dayNumber, FIRST_DAY, LAST_DAY } from './columns';
import type { Days } from './runs';

/** True where criteria have a clause on a clock. */
export function asksOn(clock: Clock, { said, happened, undated }: Criteria): boolean {
	return clock === 'said' ? isBounded(said) : isBounded(happened) || undated;
}

/** The clock to show, so that no filter is hidden: the one that is shown, unless only the other has a clause. */
export function clockFor(criteria: Criteria, shown: Clock = 'said'): Clock {
	const other = shown === 'said' ? 'happened' : 'said';
	return !asksOn(shown, criteria) && asksOn(other, criteria) ? other : shown;
}

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
	/** The date that all of them have, whatever the filter; of different ones, all the days that any can mean (EDTF). */
	edtf: string;
	count: number;
}

/** A clock's histogram: what its own clause leaves out is counted too, so that the range can be widened again. */
export interface Timeline {
	clock: Clock;
	unit: 'day' | 'month' | 'year';
	bins: Bin[];
	/** In the order of their first bins, and then of their last. */
	spans: Span[];
	/** Claims whose date ends before the axis begins, and those whose date begins after it ends. */
	before: number;
	after: number;
	/** Claims without a date on this clock. */
	undated: number;
}

/** The most bins that a histogram has; above it the next coarser unit is taken, or several years at a time. */
const MOST_BINS = 120;

/** The histogram of a clock under an answer; one pass over the claims. */
export function timelineOf(columns: Columns, given: Answer, clock: Clock): Timeline {
	const { unit, bins, spans, places } = axisOf(columns, clock);
	const counts = new Uint32Array(bins.length + spans.length + OFF_AXIS);
	for (let claim = 0; claim < places.length; claim++) {
		if (given.without[claim]! & PANEL_BITS[clock]) counts[places[claim]!]!++;
	}
	const ofSpans = OFF_AXIS + bins.length;
	return {
		clock,
		unit,
		bins: bins.map(({ from, to }, bin) => ({ from, to, count: counts[OFF_AXIS + bin]! })),
		spans: spans.flatMap((span, at) => {
			const count = counts[ofSpans + at]!;
			return count > 0 ? [{ ...span, count }] : [];
		}),
		before: counts[BEFORE]!,
		after: counts[AFTER]!,
		undated: counts[UNDATED]!
	};
}

/** How many claims about no stated time the other clauses leave: what `undated` alone would give. */
export function undatedOf({ happened }: Columns, given: Answer): number {
	let count = 0;
	for (let claim = 0; claim < given.without.length; claim++) {
		if (happened.from[claim]! > happened.to[claim]! && given.without[claim]! & PANEL_BITS.happened) count++;
	}
	return count;
}

/** How many of the claims that match may have been said after a day: their date can fall before it or after. */
export function perhapsAfter(day: string, { said }: Columns, given: Answer): number {
	const last = dayNumber(day, LAST_DAY);
	let count = 0;
	for (let claim = 0; claim < given.without.length; claim++) {
		if (given.without[claim]! & MATCHED && said.from[claim]! <= last && said.to[claim]! > last) count++;
	}
	return count;
}

/** What no filter changes of a clock's histogram. */
interface Axis {
	unit: Timeline['unit'];
	bins: readonly Omit<Bin, 'count'>[];
	spans: readonly Omit<Span, 'count'>[];
	/** For each claim where it is counted: one of the places off the axis, then the bins, then the spans. */
	places: Uint32Array;
}

const [UNDATED, BEFORE, AFTER, OFF_AXIS] = [0, 1, 2, 3];

/** The axes that have been worked out. */
const axes = new WeakMap<Days, Axis>();

function axisOf(columns: Columns, clock: Clock): Axis {
	const axis = axes.get(columns[clock]) ?? layOut(columns, clock);
	axes.set(columns[clock], axis);
	return axis;
}

function layOut(columns: Columns, clock: Clock): Axis {
	const days = columns[clock];
	const places = new Uint32Array(days.from.length);
	const bounds = boundsOf(days);
	if (bounds[0] > bounds[1]) return { unit: 'day', bins: [], spans: [], places };
	const { unit, bins, binOf } = binsBetween(...bounds);
	// A month or a year that the axis begins or ends in belongs to it as a whole.
	const first = dayNumber(bins[0]!.from, FIRST_DAY);
	const last = dayNumber(bins[bins.length - 1]!.to, LAST_DAY);
	const spans = new Map<number, Omit<Span, 'count'> & { claims: number[] }>();
	for (let claim = 0; claim < places.length; claim++) {
		const [from, to] = [days.from[claim]!, days.to[claim]!];
		if (from > to) continue;
		if (to < first || from > last) {
			places[claim] = to < first ? BEFORE : AFTER;
			continue;
		}
		const [openStart, openEnd] = [from < first, to > last];
		const start = openStart ? 0 : binOf(from);
		const end = openEnd ? bins.length - 1 : binOf(to);
		if (start === end && !openStart && !openEnd) {
			places[claim] = OFF_AXIS + start;
			continue;
		}
		const key = ((start * MOST_BINS + end) * 2 + Number(openStart)) * 2 + Number(openEnd);
		const span = spans.get(key) ?? { first: start, last: end, openStart, openEnd, edtf: '', claims: [] };
		spans.set(key, span);
		span.claims.push(claim);
	}
	const ordered = [...spans.values()].sort((a, b) => a.first - b.first || a.last - b.last);
	return {
		unit,
		bins,
		places,
		spans: ordered.map(({ claims, ...span }, at) => {
			for (const claim of claims) places[claim] = OFF_AXIS + bins.length + at;
			return { ...span, edtf: edtfOf(columns, clock, claims) };
		})
	};
}

/** The date of claims on a clock where they have the same, and else from the first to the last day that any can mean. */
function edtfOf({ dataset }: Columns, clock: Clock, claims: readonly number[]): string {
	const dates = claims.flatMap((number) => {
		const { said, concerns } = dataset.claims[number]!;
		const date = clock === 'said' ? said : concerns;
		return date ? [date] : [];
	});
	const [one] = dates;
	if (one && dates.every(({ edtf }) => edtf === one.edtf)) return one.edtf;
	const from = dates.map(({ interval }) => interval.from);
	const to = dates.map(({ interval }) => interval.to);
	const earliest = from.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b), from[0] ?? null);
	const latest = to.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b), to[0] ?? null);
	return `${earliest ?? '..'}/${latest ?? '..'}`;
}

/**
 * The days that the axis reaches over: those of all dates that are known to a month or better, whatever the filter, so
 * that it stays still while one filters; a rougher date would stretch it to where nothing can be told apart. Where all
 * are rough, those of all; where none has both ends, the ends that there are.
 */
function boundsOf(days: Days): [number, number] {
	for (const mostDays of [A_MONTH, Infinity]) {
		const bounds = boundsWithin(days, mostDays);
		if (bounds[0] <= bounds[1]) return bounds;
	}
	let first = LAST_DAY;
	let last = FIRST_DAY;
	for (const ends of [days.from, days.to]) {
		for (let claim = 0; claim < ends.length; claim++) {
			const day = ends[claim]!;
			if (day === FIRST_DAY || day === LAST_DAY) continue;
			first = Math.min(first, day);
			last = Math.max(last, day);
		}
	}
	return [first, last];
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

function binsBetween(first: number, last: number): Pick<Axis, 'unit' | 'bins'> & { binOf: (day: number) => number } {
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
	const years = lastYear - firstYear + 1;
	const each = Math.ceil(years / MOST_BINS);
	const bins = Array.from({ length: Math.ceil(years / each) }, (_, index) => someYears(firstYear + index * each, each));
	return { unit: 'year', bins, binOf: (day) => Math.trunc((Math.trunc(day / 10_000) - firstYear) / each) };
}

const DAY = 86_400_000;

function oneDay(date: Date): Omit<Bin, 'count'> {
	const day = date.toISOString().slice(0, 10);
	return { from: day, to: day };
}

function oneMonth(month: number): Omit<Bin, 'count'> {
	const [year, index] = [Math.floor(month / 12), month % 12];
	const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
	const text = `${yearText(year)}-${String(index + 1).padStart(2, '0')}`;
	return { from: `${text}-01`, to: `${text}-${length}` };
}

function someYears(first: number, years: number): Omit<Bin, 'count'> {
	return { from: `${yearText(first)}-01-01`, to: `${yearText(first + years - 1)}-12-31` };
}

function yearText(year: number): string {
	return String(year).padStart(4, '0');
}

function monthOf(day: number): number {
	return Math.trunc(day / 100) % 100;
}

function utc(day: number): number {
	return Date.UTC(Math.trunc(day / 10_000), monthOf(day) - 1, day % 100);
}
