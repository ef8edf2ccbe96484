import { ALWAYS, type Interval, isoDate } from '$lib/domain/interval';
import { dateWords } from '$lib/words/edtf-words';

/** The days from the first to the last that dates can mean; an open end counts as the day it starts from. */
export function spanOf(intervals: readonly Interval[]): Interval {
	const days = (ends: (string | null)[]) => ends.filter((day) => day !== null).sort();
	const [first] = days(intervals.map(({ from, to }) => from ?? to));
	const last = days(intervals.map(({ from, to }) => to ?? from)).at(-1);
	return first === undefined || last === undefined ? ALWAYS : { from: first, to: last };
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

/** A mark of a time line: a day, where it lies as a share of the span, and what it is called where there is room. */
export interface Tick {
	/** What tells it from the others. */
	day: string;
	at: number;
	label: string | null;
	/** True for the end of the span, whose label stands before it. */
	closes: boolean;
}

/** The room that a label needs, as a share of the span. */
const LABEL = 0.19;

/** The start of a span, the first days of the months in it, and its last day. */
export function ticksOf(span: Interval): Tick[] {
	if (span.from === null) return [];
	const ticks: Tick[] = [];
	const last = span.to === null || span.to === span.from ? null : span.to;
	const room = last === null ? 1 : 1 - LABEL;
	let free = 0;
	for (const day of new Set([span.from, ...monthsIn(span)])) {
		const at = shareOf(span, { from: day, to: day }).start;
		const hasRoom = at >= free && at + LABEL <= room;
		if (hasRoom) free = at + LABEL;
		const label = hasRoom ? dateWords(day === span.from ? day : day.slice(0, 7)) : null;
		ticks.push({ day, at, label, closes: false });
	}
	if (last !== null) ticks.push({ day: `${last} (end)`, at: 1, label: dateWords(last), closes: true });
	return ticks;
}

/** The first days of the months within a span. */
function monthsIn({ from, to }: Interval): string[] {
	if (from === null || to === null) return [];
	const first = monthOf(from);
	const months = Array.from({ length: monthOf(to) - first + 1 }, (_, index) => first + index);
	return months.map((month) => isoDate(Math.floor(month / 12), (month % 12) + 1, 1)).filter((day) => day >= from);
}

/** The number of the month of a day, counted from January of the year 0. */
function monthOf(day: string): number {
	const [year = 0, month = 1] = day.split('-').map(Number);
	return 12 * year + month - 1;
}
