import type { DateRecord } from '$lib/domain/claim';
import { datesIn, type DateParts } from './calendar';
import { readText } from './reading';
import { spanOf } from './tables/time-words';

/**
 * The years, months and days of a date record (EDTF) that nothing explains: no date of the texts, in words or resolved from the day
 * of speaking, no weekday, no span of days that they count from a date, and none of the days that are known besides (ISO 8601).
 */
export function unexplainedDates(
	{ edtf }: DateRecord,
	texts: readonly string[],
	known: readonly string[],
	spoken: string | null,
	language: string
): string[] {
	const given: DateParts[] = [
		...texts.flatMap((text) => [
			...datesIn(text, spoken),
			...(language === 'en' ? [] : datesIn(text, spoken, language))
		]),
		...known.flatMap((date) => datesIn(date, null))
	].map(({ stated, resolved }) => ({ ...lastYearOf(stated, spoken), ...resolved, ...stated }));
	const reach = reachOf(texts);
	return [...new Set(datesWritten(edtf))].filter((date) => !isExplained(date, given, reach));
}

/** The years, months and days that EDTF is written with, as ISO 8601. */
export function datesWritten(edtf: string): string[] {
	return edtf.match(/\d{4}(?:-\d\d(?:-\d\d)?)?/g) ?? [];
}

/** “In December”, said in March, is that of the year before. */
function lastYearOf({ year, month }: DateParts, spoken: string | null): DateParts {
	if (spoken === null || year !== undefined || month === undefined) return {};
	const [now = 0, current = 0] = spoken.split('-').map(Number);
	return { year: month > current ? now - 1 : now };
}

function isExplained(date: string, given: readonly DateParts[], reach: number): boolean {
	const [year = 0, month, day] = date.split('-').map(Number);
	const years = given.filter(
		(one) => one.year === year || (one.decade !== undefined && Math.floor(year / 10) * 10 === one.decade)
	);
	if (years.length === 0) return false;
	// Months from 21 are seasons, which only words give.
	if (month === undefined || month > 12) return true;
	const months = given.filter((one) => one.month === month && (one.year === undefined || one.year === year));
	const time = Date.UTC(year, month - 1, day ?? 15);
	const isCounted = given.some((one) => {
		if (one.year === undefined || one.month === undefined) return false;
		const from = Date.UTC(one.year, one.month - 1, one.day ?? 15);
		return Math.abs(from - time) / 86_400_000 <= reach;
	});
	if (day !== undefined && (isEdge(month, day) || (months.length > 0 && isMonthEdge(year, month, day)))) return true;
	if (months.length === 0) return isCounted;
	if (day === undefined) return true;
	const weekday = new Date(time).getUTCDay();
	return months.some((one) => one.day === day) || given.some((one) => one.weekday === weekday) || isCounted;
}

/** True for the first and the last day of a year, which stand for it where a range begins or ends. */
const isEdge = (month: number, day: number) => (month === 1 && day === 1) || (month === 12 && day === 31);

/** True for the first and the last day of a month. */
function isMonthEdge(year: number, month: number, day: number): boolean {
	return day === 1 || new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
}

/** How many days a text may count from a date that it names: those of the longest span that it speaks of, and as many again. */
function reachOf(texts: readonly string[]): number {
	const spans = texts.flatMap((text) => readText(text).words.flatMap(({ low }) => spanOf(low) ?? []));
	return 2 * Math.max(0, ...spans.filter((days) => days >= 1 && days < 60));
}
