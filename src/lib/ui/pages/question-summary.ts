import { ALWAYS, type Interval } from '$lib/domain/interval';
import type { Question } from '$lib/domain/question';
import type { CitedClaim } from '$lib/query/cited';
import { standingOf, type Standing } from '$lib/query/origins';

/** One answer to a question, with the claims that give it in order of time; none where no source gives it. */
export interface GivenAnswer {
	id: string;
	title: string;
	notes: CitedClaim[];
	standing: Standing;
}

/** The answers to a question, in the question's order. */
export function answersTo(question: Question, notes: readonly CitedClaim[]): GivenAnswer[] {
	const ordered = inOrderOfTime(notes);
	return question.answers.map(({ id, title }) => {
		const giving = ordered.filter(({ positions }) =>
			positions.some((position) => position.question.id === question.id && position.answer.id === id)
		);
		return { id, title, notes: giving, standing: standingOf(giving) };
	});
}

/** Claims in the order in which they were said; what was said on the same days stays as it was. */
export function inOrderOfTime(notes: readonly CitedClaim[]): CitedClaim[] {
	const days = ({ said: { interval } }: CitedClaim) => `${interval.from ?? ''}/${interval.to ?? '9999'}`;
	return [...notes].sort((a, b) => days(a).localeCompare(days(b)));
}

/** How much stands behind claims: "3 claims, 2 origins". Five reports of one statement have one origin. */
export function standingWords({ claims, origins }: Pick<Standing, 'claims' | 'origins'>): string {
	return `${counted(claims, 'claim')}, ${counted(origins, 'origin')}`;
}

/** A number with its noun: "1 claim", "2 claims". */
export function counted(number: number, one: string, many = `${one}s`): string {
	return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

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
