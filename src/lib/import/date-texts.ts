import { intervalOf as edtfIntervalOf } from '$lib/domain/edtf';
import { daysOf, type Interval } from '$lib/domain/interval';
import { asciiDigits } from './angles';
import { isWeekday, monthOf } from './month-names';

/** Which of three numbers comes first in a date: 8/12/2024, 12/8/2024, 24/12/8. */
export type DayOrder = 'day' | 'month' | 'year';

/** A date of three numbers whose order its text does not show. */
export interface NumericDate {
	numbers: readonly [string, string, string];
	/** What stands between them; each is a form of its own. */
	mark: string;
}

/** One end of what a text says, or all of it: its days, or a date whose order is to be found. */
export type DateEnd = Interval | NumericDate;

/** The longest text that is taken for a date. */
const LONGEST = 100;

/** A time of day behind a date, with its zone. */
const CLOCK =
	/^(.*[\p{L}\d.])(?:\s*,\s*|T|\s+)(?:at\s+|um\s+|à\s+|в\s+)?(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::?[0-6]\d(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:Z|UTC|GMT|(?:UTC|GMT)?\s?[-+−]\d{1,2}(?::?\d{2})?|[ECMPA][SD]?T|CES?T|EES?T|WES?T|MSK|BST|TRT|AST)?(?:\s*\([^()]*\))?$/iu;

/** A time of day of four digits, as ISO 8601 has it in its basic form. */
const BASIC_CLOCK = /^(\d{8})T\d{4}(?:\d{2})?(?:Z|[-+]\d{2}(?::?\d{2})?)?$/;

/** A date with a time zone and no time (XML Schema). */
const ZONED = /^(\d{4}(?:-\d{2}){0,2})(?:Z|(?<=\d{4}-\d{2}-\d{2})[-+]\d{2}:\d{2})$/;

/** What parts the two ends of a span, where EDTF would write a slash. */
const SPAN =
	/(?<=^\d{4})-(?=\d{4}$)|\s*[–—]\s*|\s+-\s+|\s+(?:to|until|till|through|bis|au|hasta|al|до|по)\s+|\s*\.\.\.?\s*/u;

/**
 * What a text says of days, whole, as one date or the two ends of a span: EDTF (ISO 8601-2), in which an instant stands for the
 * day that it names; a day with the name of its month in many languages; three numbers. Null for anything else.
 */
export function readDateText(text: string): readonly DateEnd[] | null {
	if (text.length > 2 * LONGEST || !/\p{N}/u.test(text)) return null;
	const isAscii = /^[ -~]*$/.test(text);
	const even = isAscii ? text.trim() : asciiDigits(text.normalize('NFC').trim()).replaceAll(/[\u200e\u200f]/g, '');
	const plain = even.replaceAll(/\s+/g, ' ');
	if (plain === '' || plain.length > LONGEST || /^\d*[.:]\d*$/.test(plain)) return null;
	const hasForeignDigits = !isAscii && /[٠-٩۰-۹]/.test(text);
	const interval = edtfIntervalOf(plain.split('/').map(withoutClock).join('/'));
	if (!('wrong' in interval)) return hasForeignDigits && !ofOurCalendar(interval) ? null : [interval];
	const whole = endOf(plain);
	if (whole) return [whole];
	if (/^\d+$/.test(plain)) return null;
	const ends = plain.split(SPAN);
	const slashes = plain.split('/');
	const halves = [slashes.slice(0, 3).join('/'), slashes.slice(3).join('/')];
	const parts = ends.length === 2 ? ends : slashes.length === 6 ? halves : slashes;
	if (parts.length !== 2) return null;
	const found = parts.map((part) => intervalOf(withoutClock(part)) ?? endOf(part));
	return found.every((end) => end !== null) ? found : null;
}

/** The days of a year, a month or a day in ISO 8601; null for other text. */
function intervalOf(text: string): Interval | null {
	const days = daysOf(text);
	return days && { from: days.first, to: days.last };
}

/** An instant as the day that it names, in whatever time zone; any other text as it is. */
function withoutClock(text: string): string {
	if (text.length < 5) return text;
	const [, day] =
		(/\d[:.h]\d/.test(text) ? CLOCK.exec(text) : null) ?? BASIC_CLOCK.exec(text) ?? ZONED.exec(text) ?? [];
	return day?.replace(/,$/, '').trim() ?? text;
}

/** Days of the Gregorian calendar; null where three numbers have a year that people count after another. */
function ofOurCalendar(days: Interval | null): Interval | null {
	const year = Number(days?.from?.slice(0, 4));
	return (year > 1300 && year < 1500) || year > 2400 ? null : days;
}

/** What stands behind a year: “2024 г.”, “2024 года”. */
const YEAR = String.raw`(?<year>\d{4}|['’]?\d{2})(?:\s?(?:г|р|года|року)\.?|\.)?`;
const MONTH = String.raw`(?<month>\p{L}[\p{L}\p{M}'’]*(?:\s\p{L}[\p{L}\p{M}]*)??)\.?`;
const BETWEEN = String.raw`[\s\-/.,،]*`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|ère|e|º|ª|\.)?`;

/** Dates with the name of a month, or a sign for what each number is. */
const NAMED: readonly RegExp[] = [
	new RegExp(String.raw`^${DAY}${BETWEEN}(?:de |of )?${MONTH}${BETWEEN}(?:de |del |of )?${YEAR}$`, 'iu'),
	new RegExp(String.raw`^${MONTH}[\s\-]+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|-)(?<year>\d{4})$`, 'iu'),
	new RegExp(String.raw`^${MONTH}${BETWEEN}(?:de |del |of )?(?<year>\d{4})(?:\s?(?:г|р|года|року)\.?)?$`, 'iu'),
	new RegExp(String.raw`^(?<year>\d{4})\.?[\s\-/.]*${MONTH}[\s\-/.]*(?<day>\d{1,2})\.?$`, 'iu'),
	/^(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월](?:\s?(?<day>\d{1,2})\s?[日일])?$/u,
	/^(?<year>\d{4})(?:年|년)$/u,
	// As Unix and X write an instant, the weekday gone: “Dec 08 10:00:00 +0000 2024”.
	/^(?<month>\p{L}{3}) {1,2}(?<day>\d{1,2}) \d\d:\d\d:\d\d (?:[A-Z]{3,4} |[-+]\d{4} )?(?<year>\d{4})$/u,
	/^(?<month>\d{1,2})[/.-](?<year>\d{4})$/
];

/** One date that is not in ISO 8601: its days, or its numbers where their order is open. */
function endOf(text: string): DateEnd | null {
	const date = withoutWeekday(withoutClock(text));
	const [, basicYear = '', basicMonth, basicDay] = /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? [];
	if (Number(basicYear) >= 1500) return interval(basicYear, basicMonth, basicDay);
	const [, year, , month, day] = /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?$/.exec(date) ?? [];
	if (year !== undefined) return ofOurCalendar(interval(year, month, day));
	const [, a, sign = '', b, c] = /^(\d{1,2})([-/.]|\. )(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(date) ?? [];
	if (a !== undefined && b !== undefined && c !== undefined) return { numbers: [a, b, c], mark: sign.trim() };
	if (!/[\p{L}/.-]/u.test(date) || !mayHaveMonth(date)) return null;
	for (const form of NAMED) {
		const { year: named, month: word = '', day: number } = form.exec(date)?.groups ?? {};
		if (named === undefined) continue;
		const monthNumber = /^\d*$/.test(word) ? word : monthOf(word)?.toString();
		const found = monthNumber === undefined ? null : interval(named, monthNumber, number);
		if (found) return found;
	}
	return null;
}

/** Whether a text has no word, or one that is a month: what has neither costs no more. */
function mayHaveMonth(text: string): boolean {
	const words = text.match(WORDS);
	if (!words) return true;
	return words.some(
		(word, at) => /^[年月日년월일]/u.test(word) || isMonth(word) || isMonth(`${word} ${words[at + 1] ?? ''}`)
	);
}

const WORDS = /\p{L}[\p{L}\p{M}'’]*/gu;

function isMonth(words: string): boolean {
	return monthOf(words) !== null;
}

function withoutWeekday(text: string): string {
	if (!/^\p{L}/u.test(text)) return text;
	const [, word = '', rest = ''] = /^(\p{L}[\p{L}\p{M}]*(?:\s\p{L}+)?)\.?\s?[,،]?\s+(.*\d.*)$/u.exec(text) ?? [];
	if (word !== '' && isWeekday(word)) return rest;
	// “Sun Dec 08 2024”: the month is not part of the weekday.
	const [first = '', ...others] = text.split(/[\s,،]+/);
	return others.length > 1 && /^\p{L}/u.test(first) && isWeekday(first) ? others.join(' ') : text;
}

/** The days of a year, a month of it, or a day of that; null where there is no such day or its century is open. */
function interval(year: string, month?: string, day?: string): Interval | null {
	const whole = yearOf(year);
	const parts = [month, day].flatMap((part) => (part ? part.padStart(2, '0') : []));
	return whole === null ? null : intervalOf([whole, ...parts].join('-'));
}

/** Four digits of a year: two are of this century up to 39, of the last from 70, and of neither for certain between these. */
function yearOf(text: string): string | null {
	const digits = text.replace(/^['’]/, '');
	if (digits.length !== 2) return digits;
	const number = Number(digits);
	return number < 40 ? `20${digits}` : number >= 70 ? `19${digits}` : null;
}

/** Whether the year of a date has two digits, so that its century is taken rather than read. */
export function hasShortYear({ numbers }: NumericDate): boolean {
	return numbers[2].length === 2;
}

/** The days of three numbers in an order; null where there is no such day, or the year is of another calendar. */
export function inOrder({ numbers: [a, b, c] }: NumericDate, order: DayOrder): Interval | null {
	if (order === 'year' && (a.length !== 2 || c.length !== 2)) return null;
	const parts = { day: [c, b, a], month: [c, a, b], year: [a, b, c] } as const;
	return ofOurCalendar(interval(...parts[order]));
}

/** Whether one end of a date is numbers whose order is open. */
export function isNumeric(end: DateEnd): end is NumericDate {
	return 'numbers' in end;
}

/**
 * The order of the numbers in all dates of one column that have the same mark between them; 'open' where more than one
 * order makes sense of them and gives other days, 'mixed' where none makes sense of all. Points part days, months, years.
 */
export function orderOf(dates: readonly NumericDate[]): DayOrder | 'open' | 'mixed' {
	const orders: readonly DayOrder[] = dates[0]?.mark === '.' ? ['day'] : ['day', 'month', 'year'];
	const days = dates.map((date) => orders.map((order) => inOrder(date, order)));
	// What is no date in any order says nothing of the others.
	const readable = days.filter((found) => found.some((one) => one !== null));
	const fitting = orders.filter((_, at) => readable.every((found) => found[at] !== null));
	const [first] = fitting;
	if (first === undefined) return 'mixed';
	const isSame = readable.every((found) => {
		const fromDays = fitting.map((order) => found[orders.indexOf(order)]?.from);
		return fromDays.every((day) => day === fromDays[0]);
	});
	return isSame ? first : 'open';
}
