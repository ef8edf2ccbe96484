import type { EdtfDate, EdtfPart } from '$lib/domain/edtf-date';
import { monthName } from './month-name';

/** One date in words, in the pieces from which longer ones are put together. */
export interface DateWords {
	/** "about ", "perhaps " or nothing. */
	prefix: string;
	/** The finest part, "13" of "13 Dec 2024"; the other parts, "Dec 2024", empty for a year. */
	beginning: string;
	end: string;
	/** What the finest part is. */
	exactness: 'year' | 'season' | 'month' | 'day';
	/** What stands behind in brackets: "day unknown". */
	notes: readonly string[];
}

/** The words in one: "about Dec 2024 (day unknown)". */
export function withNotes({ prefix, beginning, end, notes }: DateWords): string {
	return `${prefix}${[beginning, end].filter(Boolean).join(' ')}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

/** A date of EDTF in words, with the names of months cut to three letters where it is to be short. */
export function oneDateWords(date: EdtfDate, length: 'short' | 'long'): DateWords {
	const { prefix, notes } = qualified(date);
	const { significant, season, month, day } = date;
	if (season) {
		const { words, hemisphere } = seasonWords(date, season.code);
		return { prefix, beginning: words, end: '', exactness: 'season', notes: [...hemisphere, ...notes] };
	}
	if (!month) {
		const words = significant === null ? yearWords(date, 'alone') : date.year.digits;
		const others = date.years.length > 1 && significant !== null ? [`or another year from ${yearSpan(date)}`] : [];
		return { prefix, beginning: words, end: '', exactness: 'year', notes: [...others, ...notes] };
	}
	const unknown = [month.digits === 'XX' ? 'month' : '', day?.digits === 'XX' ? 'day' : ''].filter(Boolean);
	const names = date.months.map((one) => monthWords(one, length));
	const days = day && day.digits !== 'XX' ? oneOf(date.days.map(String)) : null;
	const told = unknown.length > 0 ? [`${unknown.join(' and ')} unknown`] : [];
	const year = yearWords(date, 'after');
	if (month.digits === 'XX') {
		const notesOfDay = days === null ? [] : [`day ${days}`];
		const words = yearWords(date, 'alone');
		return { prefix, beginning: words, end: '', exactness: 'year', notes: [...told, ...notesOfDay, ...notes] };
	}
	if (days === null) {
		return { prefix, beginning: oneOf(names), end: year, exactness: 'month', notes: [...told, ...notes] };
	}
	if (date.months.length > 1) {
		return { prefix, beginning: oneOf(names), end: year, exactness: 'month', notes: [`day ${days}`, ...notes] };
	}
	return { prefix, beginning: days, end: `${oneOf(names)} ${year}`, exactness: 'day', notes };
}

/** "2018", "the 2010s", "a year from 2000 to 2099"; `after` a month with "of" where it needs one. */
function yearWords({ year, years }: EdtfDate, place: 'alone' | 'after'): string {
	if (years.length === 1) return year.digits;
	if (place === 'alone' && /^\d{3}X$/.test(year.digits)) return `the ${year.digits.slice(0, 3)}0s`;
	const words = `a year from ${yearSpan({ years })}`;
	return place === 'after' ? `of ${words}` : words;
}

function yearSpan({ years }: Pick<EdtfDate, 'years'>): string {
	return [years[0], years.at(-1)].map(fourDigits).join(' to ');
}

function fourDigits(year: number | undefined): string {
	return String(year).padStart(4, '0');
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const PARTS: Readonly<Record<number, string>> = {
	33: 'the first quarter',
	34: 'the second quarter',
	35: 'the third quarter',
	36: 'the fourth quarter',
	37: 'the first four months',
	38: 'the second four months',
	39: 'the last four months',
	40: 'the first half',
	41: 'the second half'
};

/** "spring 2018" and its hemisphere, also where the code names none; one over the turn of the year is "winter 2018/19". */
function seasonWords(date: EdtfDate, code: number): { words: string; hemisphere: string[] } {
	const part = PARTS[code];
	const year = yearWords(date, 'after');
	if (part !== undefined) return { words: `${part} ${year.startsWith('of ') ? year : `of ${year}`}`, hemisphere: [] };
	const runsOn = date.first.slice(0, 4) !== date.last.slice(0, 4) && date.years.length === 1;
	const words = `${SEASONS[(code - 21) % 4]} ${year}${runsOn ? `/${date.last.slice(2, 4)}` : ''}`;
	return { words, hemisphere: [code < 29 ? 'northern' : 'southern'] };
}

/** A qualifier of the whole date goes before it; those of parts are told behind. */
function qualified({ year, month, day, season }: EdtfDate): { prefix: string; notes: string[] } {
	const parts: [name: string, part: EdtfPart | null][] = [
		['year', year],
		['season', season],
		['month', month],
		['day', day]
	];
	const named = parts.flatMap(([name, part]) => (part ? [{ name, words: qualifierWords(part) }] : []));
	const [first] = named;
	if (named.every(({ words }) => words === first?.words)) {
		return {
			prefix: [year.uncertain && 'perhaps ', year.approximate && 'about '].filter(Boolean).join(''),
			notes: []
		};
	}
	const byWords = new Map<string, string[]>();
	for (const { name, words } of named) if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), name]);
	return { prefix: '', notes: [...byWords].map(([words, names]) => `${names.join(' and ')} ${words}`) };
}

function qualifierWords({ uncertain, approximate }: EdtfPart): string {
	return [uncertain && 'uncertain', approximate && 'approximate'].filter(Boolean).join(' and ');
}

/** From so many on, values in a row are told by the first and the last. */
const IN_A_ROW = 4;

/** "1, 11 or 21"; "one of 10 to 19". */
function oneOf(values: readonly string[]): string {
	const [first = '', last = ''] = [values[0], values.at(-1)];
	if (values.length === 1) return first;
	if (values.length > IN_A_ROW && !hasGaps(values)) return `one of ${first} to ${last}`;
	return `${values.slice(0, -1).join(', ')} or ${last}`;
}

function hasGaps(values: readonly string[]): boolean {
	return values.some((value, at) => at > 0 && Number(value) - Number(values[at - 1]) > 1);
}

const LONGEST_SHORT = 3;

function monthWords(month: number, length: 'short' | 'long'): string {
	const name = monthName(month);
	return length === 'long' ? name : name.slice(0, LONGEST_SHORT);
}
