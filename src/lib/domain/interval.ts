/**
 * A span of days, both ends included, as ISO 8601 dates; null is an open end. Days are compared as text and never pass
 * through a clock time or a time zone.
 */
export interface Interval {
	from: string | null;
	to: string | null;
}

/** The interval without bounds. */
export const ALWAYS: Interval = { from: null, to: null };

/** True where two intervals share a day. */
export function overlaps(a: Interval, b: Interval): boolean {
	return notAfter(a.from, b.to) && notAfter(b.from, a.to);
}

/** True for an interval with at least one bound. */
export function isBounded({ from, to }: Interval): boolean {
	return from !== null || to !== null;
}

/** The first and the last day of a date written as a year, a year and month, or a day; null where it is none of these. */
export function daysOf(text: string): { first: string; last: string } | null {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
	if (!match) return null;
	const [, year = '', month, day] = match;
	if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
	const length = daysInMonth(Number(year), Number(month));
	if (length === 0) return null;
	if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
	return Number(day) >= 1 && Number(day) <= length ? { first: text, last: text } : null;
}

function notAfter(first: string | null, last: string | null): boolean {
	return first === null || last === null || first <= last;
}

/** How many days a month has, counted from 1; 0 for what is no month. */
export function daysInMonth(year: number, month: number): number {
	if (month < 1 || month > 12) return 0;
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A year, a month or a day as ISO 8601 writes it. */
export function isoDate(year: number, ...rest: readonly number[]): string {
	return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** From the first to the last day of some intervals; an end is open where that of one is, and where there are none. */
export function hullOf(intervals: readonly Interval[]): Interval {
	return { from: outermost(intervals, 'from'), to: outermost(intervals, 'to') };
}

/** The first day of some intervals, or the last; null where one of them is open there, and where there are none. */
export function outermost(intervals: readonly Interval[], end: keyof Interval): string | null {
	const days = intervals.map((interval) => interval[end]);
	if (days.includes(null)) return null;
	const isFurther = (day: string, other: string) => (end === 'from' ? day < other : day > other);
	return days.reduce((found, day) => (found === null || isFurther(day ?? '', found) ? day : found), null);
}
