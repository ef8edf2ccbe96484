import { ALWAYS, type Interval } from '$lib/domain/interval';
import { dateWords } from '$lib/words/edtf-words';

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
		ticks.push({
			day,
			at,
			label: hasRoom ? dateWords(day === span.from ? day : day.slice(0, 7)) : null,
			closes: false
		});
	}
	if (last !== null) ticks.push({ day: `${last} (end)`, at: 1, label: dateWords(last), closes: true });
	return ticks;
}

/** The first days of the months within a span. */
function monthsIn({ from, to }: Interval): string[] {
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
