import { daysInMonth, isoDate } from './interval';

/** A year, month, season or day as it is written: its digits, X for one that is not known, and how sure it is. */
export interface EdtfPart {
	digits: string;
	/** Qualified with `?` or `%`. */
	uncertain: boolean;
	/** Qualified with `~` or `%`. */
	approximate: boolean;
}

/** One date of EDTF, with the days that it can mean. */
export interface EdtfDate {
	kind: 'date';
	year: EdtfPart;
	month: EdtfPart | null;
	day: EdtfPart | null;
	/** 21 to 41, in place of a month. */
	season: (EdtfPart & { code: number }) | null;
	/** How many digits of the year count, where that is written. */
	significant: number | null;
	/** The years, months and days that the digits can stand for, in ascending order. */
	years: readonly number[];
	months: readonly number[];
	days: readonly number[];
	/** The first and the last day that it can mean, as ISO 8601 dates. */
	first: string;
	last: string;
}

/** What a date has that says no more than its year. */
const WHOLE_YEAR = {
	kind: 'date',
	month: null,
	day: null,
	season: null,
	significant: null,
	months: [],
	days: []
} as const;

/** Why a text is no date, as the end of the sentence “… is no date here: ”. */
export interface NoDate {
	wrong: string;
}

/** What is wrong with text that is no EDTF at all. */
export const NOT_EDTF = 'it is not EDTF';
const OUTSIDE = 'it lies outside the years 0000 to 9999';

/** Year, month and day, each with a qualifier before it, which is of that part alone, or behind, of all parts so far. */
const DATE = /^([?~%]?)([\dX]{4})(S\d+)?([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;

/**
 * Reads one date of EDTF (Library of Congress, levels 0 to 2; ISO 8601-2, section 4), or says what is wrong with it.
 *
 * Seasons are those of meteorology, three whole months each. 21 to 24 name no hemisphere and are read as northern, as 25 to
 * 28 are: spring is March to May. A season that runs into the next year is of the year in which it begins: winter 2018
 * is December 2018 to February 2019, as is the summer of the southern hemisphere.
 */
export function readDate(text: string): EdtfDate | NoDate {
	const match = DATE.exec(text);
	if (!match) return { wrong: whyNoDate(text) };
	const [, , yearDigits = '', significance] = match;
	if (yearDigits === 'XXXX') return { wrong: 'it leaves every digit of its year open' };
	const [year, second, day] = partsOf(match);
	if (!year) return { wrong: NOT_EDTF };
	const years = numbersLike(yearDigits);
	const code = Number(second?.digits);
	if (significance !== undefined) {
		return second ? { wrong: NOT_EDTF } : significantYear(year, Number(significance.slice(1)));
	}
	if (second && code >= 21 && code <= 41) {
		return day ? { wrong: 'it names a day of a season' } : seasonOf(year, years, { ...second, code });
	}
	const months = second ? numbersLike(second.digits).filter((month) => month >= 1 && month <= 12) : [];
	if (second && months.length === 0)
		return { wrong: 'its month is neither one from 01 to 12 nor a season from 21 to 41' };
	// Of years, only whether one of them is a leap year matters to the length of a month.
	const longestYear = years.find((one) => daysInMonth(one, 2) === 29) ?? years[0] ?? 0;
	const longest = day ? Math.max(...months.map((one) => daysInMonth(longestYear, one))) : 0;
	const days = day ? numbersLike(day.digits).filter((one) => one >= 1 && one <= longest) : [];
	const first = firstDay(years, months, day && days, false);
	const last = firstDay([...years].reverse(), [...months].reverse(), day && [...days].reverse(), true);
	if (first === null || last === null) return { wrong: 'it names a day that its month does not have' };
	return { ...WHOLE_YEAR, year, month: second ?? null, day: day ?? null, years, months, days, first, last };
}

/** The parts that are there, each with the qualifiers that reach it. */
function partsOf(match: RegExpExecArray): EdtfPart[] {
	const written = [match.slice(1, 5), match.slice(5, 8), match.slice(8, 11)].flatMap((group) => {
		const [before = '', digits] = group;
		return digits === undefined ? [] : [{ before, digits, behind: group.at(-1) ?? '' }];
	});
	return written.map(({ before, digits }, at) => {
		const marks = written.slice(at).reduce((all, { behind }) => all + behind, before);
		return { digits, uncertain: /[?%]/.test(marks), approximate: /[~%]/.test(marks) };
	});
}

/** The numbers that digits with X in them can stand for, in ascending order. */
function numbersLike(digits: string): number[] {
	return Array.from(digits).reduce<number[]>(
		(numbers, digit) =>
			digit === 'X'
				? numbers.flatMap((number) => Array.from({ length: 10 }, (_, next) => number * 10 + next))
				: numbers.map((number) => number * 10 + Number(digit)),
		[0]
	);
}

/** The first day that exists of years, months and days in the order given; `atEnd` takes the end of a year or month. */
function firstDay(
	years: readonly number[],
	months: readonly number[],
	days: readonly number[] | undefined,
	atEnd: boolean
): string | null {
	for (const year of years) {
		for (const month of months.length > 0 ? months : [atEnd ? 12 : 1]) {
			const length = daysInMonth(year, month);
			const day = days ? days.find((one) => one <= length) : atEnd ? length : 1;
			if (day !== undefined) return isoDate(year, month, day);
		}
	}
	return null;
}

function significantYear(year: EdtfPart, significant: number): EdtfDate | NoDate {
	if (year.digits.includes('X') || significant === 0) return { wrong: NOT_EDTF };
	if (significant > year.digits.length) return { wrong: 'it has more significant digits than its year has digits' };
	const years = numbersLike(year.digits.slice(0, significant).padEnd(year.digits.length, 'X'));
	const [first = 0, last = first] = [years[0], years.at(-1)];
	return { ...WHOLE_YEAR, year, significant, years, first: isoDate(first, 1, 1), last: isoDate(last, 12, 31) };
}

/** The month in which each season from 21 on begins, counted from 1, and how many months it has (ISO 8601-2, section 4.8). */
const SEASONS = [
	[3, 6, 9, 12], // of no hemisphere
	[3, 6, 9, 12], // northern
	[9, 12, 3, 6], // southern
	[1, 4, 7, 10], // quarters
	[1, 5, 9],
	[1, 7]
].flatMap((year) => year.map((begins) => [begins, 12 / year.length] as const));

function seasonOf(year: EdtfPart, years: readonly number[], season: EdtfPart & { code: number }): EdtfDate | NoDate {
	const [begins, length] = SEASONS[season.code - 21] ?? [1, 12];
	const [firstYear = 0, lastYear = firstYear] = [years[0], years.at(-1)];
	const ends = begins + length - 1;
	const [endYear, endMonth] = ends > 12 ? [lastYear + 1, ends - 12] : [lastYear, ends];
	if (endYear > 9999) return { wrong: OUTSIDE };
	const last = isoDate(endYear, endMonth, daysInMonth(endYear, endMonth));
	return { ...WHOLE_YEAR, year, season, years, first: isoDate(firstYear, begins, 1), last };
}

/** What EDTF has and is not taken here is refused by its name. */
function whyNoDate(text: string): string {
	if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}/.test(text)) return 'it carries a clock time';
	if (/^[?~%]?Y-?\d+E\d+(S\d+)?[?~%]?$/.test(text)) return 'it is an exponential year, outside the years 0000 to 9999';
	if (/^[?~%]?(Y-?\d{5,}|-\d[\dX]{3})(S\d+)?(?![\d])/.test(text)) return OUTSIDE;
	return NOT_EDTF;
}
