import type { Clock } from '$lib/filter/clauses';
import type { Criteria } from '$lib/filter/criteria';
import { daysOf, hullOf, isBounded, isoDate } from '$lib/domain/interval';
import type { FilterResult } from './filter-result';
import { MATCHED, PANEL_BITS } from './clause-bits';
import { type Columns, dayNumber, FIRST_DAY, LAST_DAY } from './columns';
import type { Days } from './runs';

/** True where criteria have a clause on a clock. */
export function filtersTime(clock: Clock, { said, happened, undated }: Criteria): boolean {
	return clock === 'said' ? isBounded(said) : isBounded(happened) || undated;
}

/** The clock to show, so that no filter is hidden: the one that is shown, unless only the other has a clause. */
export function clockFor(criteria: Criteria, shown: Clock = 'said'): Clock {
	const other = shown === 'said' ? 'happened' : 'said';
	return !filtersTime(shown, criteria) && filtersTime(other, criteria) ? other : shown;
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

/** The histogram of a clock under a filter result; one pass over the claims. */
export function timelineOf(columns: Columns, result: FilterResult, clock: Clock): Timeline {
	const { unit, bins, spans, places } = axisOf(columns, clock);
	const counts = new Uint32Array(bins.length + spans.length + OFF_AXIS);
	for (let claim = 0; claim < places.length; claim++) {
		if (result.without[claim]! & PANEL_BITS[clock]) counts[places[claim]!]!++;
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
export function undatedOf({ happened }: Columns, result: FilterResult): number {
	let count = 0;
	for (let claim = 0; claim < result.without.length; claim++) {
		if (happened.from[claim]! > happened.to[claim]! && result.without[claim]! & PANEL_BITS.happened) count++;
	}
	return count;
}

/** How many of the claims that match may have been said after a day: their date can fall before it or after. */
export function perhapsAfter(day: string, { said }: Columns, result: FilterResult): number {
	const last = dayNumber(day, LAST_DAY);
	let count = 0;
	for (let claim = 0; claim < result.without.length; claim++) {
		if (result.without[claim]! & MATCHED && said.from[claim]! <= last && said.to[claim]! > last) count++;
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
	const { from, to } = hullOf(dates.map(({ interval }) => interval));
	return `${from ?? '..'}/${to ?? '..'}`;
}

/**
 * The days that the axis reaches over: those of all dates that are known to a month or better, whatever the filter, so
 * that it stays still while one filters; a rougher date would stretch it to where nothing can be told apart. Where all
 * are rough, those of all; where none has both ends, the ends that there are.
 */
function boundsOf({ from, to }: Days): [number, number] {
	const isKnown = (day: number) => day !== FIRST_DAY && day !== LAST_DAY;
	const within = (mostDays: number) => (start: number, end: number) =>
		isKnown(start) && isKnown(end) && (utc(end) - utc(start)) / DAY <= mostDays;
	for (const counts of [within(A_MONTH), within(Infinity), () => true]) {
		let [first, last] = [LAST_DAY, FIRST_DAY];
		for (let claim = 0; claim < from.length; claim++) {
			const ends = [from[claim]!, to[claim]!] as const;
			if (!counts(...ends)) continue;
			for (const day of ends.filter(isKnown)) [first, last] = [Math.min(first, day), Math.max(last, day)];
		}
		if (first <= last) return [first, last];
	}
	return [LAST_DAY, FIRST_DAY];
}

const A_MONTH = 31;

/** What a bin can be, from the finest on: the index of a day among all of them, and how the one at an index is written. */
const UNITS = [
	{
		unit: 'day',
		indexOf: (day: number) => utc(day) / DAY,
		write: (index: number) => new Date(index * DAY).toISOString().slice(0, 10)
	},
	{
		unit: 'month',
		indexOf: (day: number) => yearOf(day) * 12 + monthOf(day) - 1,
		write: (index: number) => isoDate(Math.floor(index / 12), (index % 12) + 1)
	},
	{ unit: 'year', indexOf: yearOf, write: (index: number) => isoDate(Math.min(index, 9999)) }
] as const;

function binsBetween(first: number, last: number): Pick<Axis, 'unit' | 'bins'> & { binOf: (day: number) => number } {
	const fits = ({ indexOf }: (typeof UNITS)[number]) => indexOf(last) - indexOf(first) < MOST_BINS;
	const { unit, indexOf, write } = UNITS.find(fits) ?? UNITS[2];
	const start = indexOf(first);
	const count = indexOf(last) - start + 1;
	const each = Math.ceil(count / MOST_BINS);
	const bins = Array.from({ length: Math.ceil(count / each) }, (_, bin) => ({
		from: daysOf(write(start + bin * each))!.first,
		to: daysOf(write(start + (bin + 1) * each - 1))!.last
	}));
	return { unit, bins, binOf: (day) => Math.trunc((indexOf(day) - start) / each) };
}

const DAY = 86_400_000;

function yearOf(day: number): number {
	return Math.trunc(day / 10_000);
}

function monthOf(day: number): number {
	return Math.trunc(day / 100) % 100;
}

function utc(day: number): number {
	// Date.UTC takes a year below 100 for one of the twentieth century.
	return new Date(0).setUTCFullYear(yearOf(day), monthOf(day) - 1, day % 100);
}
