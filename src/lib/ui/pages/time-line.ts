import { ALWAYS, type Interval } from '$lib/domain/interval';

/** The days from the first to the last that dates can mean; an open end counts as the day it starts from. */
export function spanOf(intervals: readonly Interval[]): Interval {
	const firsts = intervals.map(({ from, to }) => from ?? to).filter((day) => day !== null);
	const lasts = intervals.map(({ from, to }) => to ?? from).filter((day) => day !== null);
	if (firsts.length === 0) return ALWAYS;
	return { from: firsts.reduce((a, b) => (a < b ? a : b)), to: lasts.reduce((a, b) => (a > b ? a : b)) };
}

/** Where an interval lies in a span, as shares from 0 to 1; a day is a day wide. */
export function shareOf(span: Interval, { from, to }: Interval): { start: number; end: number } {
	const first = dayNumber(span.from);
	const length = dayNumber(span.to) + 1 - first;
	if (!(length > 0)) return { start: 0, end: 1 };
	return {
		start: Math.max(0, (dayNumber(from ?? span.from) - first) / length),
		end: Math.min(1, (dayNumber(to ?? span.to) + 1 - first) / length)
	};
}

/** Days since 1970 in the proleptic Gregorian calendar, counted in UTC so that no time zone moves them. */
function dayNumber(day: string | null): number {
	return day === null ? NaN : Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** The first days of the months within a span, for the ticks of a time line. */
export function monthsIn({ from, to }: Interval): string[] {
	if (from === null || to === null) return [];
	const months: string[] = [];
	let [year, month] = from.split('-').map(Number) as [number, number];
	for (;;) {
		const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
		if (day > to) return months;
		if (day >= from) months.push(day);
		month = month === 12 ? 1 : month + 1;
		if (month === 1) year++;
	}
}
