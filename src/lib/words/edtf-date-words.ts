import type { EdtfDate, EdtfPart } from '$lib/domain/edtf-date';
import { groupBy } from '$lib/domain/group-by';
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
	const words = (exactness: DateWords['exactness'], beginning: string, end: string, ...told: string[]): DateWords => {
		return { prefix, beginning, end, exactness, notes: [...told, ...notes] };
	};
	if (season) {
		const { words: named, hemisphere } = seasonWords(date, season.code);
		return words('season', named, '', ...hemisphere);
	}
	if (!month) {
		if (significant === null) return words('year', yearWords(date, 'alone'), '');
		const others = date.years.length > 1 ? [`or another year from ${yearSpan(date)}`] : [];
		return words('year', date.year.digits, '', ...others);
	}
	const unknown = Object.entries({ month, day }).flatMap(([name, part]) => (part?.digits === 'XX' ? [name] : []));
	const told = unknown.length > 0 ? [`${unknown.join(' and ')} unknown`] : [];
	const days = day && day.digits !== 'XX' ? oneOf(date.days.map(String)) : null;
	const ofDay = days === null ? [] : [`day ${days}`];
	if (month.digits === 'XX') return words('year', yearWords(date, 'alone'), '', ...told, ...ofDay);
	const names = oneOf(date.months.map((one) => monthWords(one, length)));
	const year = yearWords(date, 'after');
	if (days === null || date.months.length > 1) return words('month', names, year, ...told, ...ofDay);
	return words('day', days, `${names} ${year}`);
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
	const prefix = [year.uncertain && 'perhaps ', year.approximate && 'about '].filter(Boolean).join('');
	const named = Object.entries({ year, season, month, day }).flatMap(([name, part]) => {
		return part ? [{ name, words: qualifierWords(part) }] : [];
	});
	const told = groupBy(named, ({ words }) => [words]);
	if (told.size === 1) return { prefix, notes: [] };
	const notes = [...told].filter(([words]) => words !== '');
	return {
		prefix: '',
		notes: notes.map(([words, parts]) => `${parts.map(({ name }) => name).join(' and ')} ${words}`)
	};
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
	return monthName(month).slice(0, length === 'long' ? undefined : LONGEST_SHORT);
}
