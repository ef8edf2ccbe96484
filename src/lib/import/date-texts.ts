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

/** What a text says: its days, or one or two dates whose order is to be found. */
export type DateText = Interval | readonly (Interval | NumericDate)[];

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
 * What a text says of days, whole: EDTF (ISO 8601-2), in which an instant stands for the day that it names; a day with the
 * name of its month in many languages; three numbers; and spans of these. Null for anything else.
 */
export function readDateText(text: string): DateText | null {
	if (text.length > 2 * LONGEST || !/\p{N}/u.test(text)) return null;
	const isAscii = /^[ -~]*$/.test(text);
	const even = isAscii ? text.trim() : asciiDigits(text.normalize('NFC').trim()).replaceAll(/[\u200e\u200f]/g, '');
	const plain = even.replaceAll(/\s+/g, ' ');
	if (plain === '' || plain.length > LONGEST) return null;
	if (/^\d*[.:]\d*$/.test(plain)) return null;
	const hasForeignDigits = !isAscii && /[٠-٩۰-۹]/.test(text);
	const interval = isoInterval(plain);
	if (interval) return hasForeignDigits && isOtherCalendar(interval) ? null : interval;
	const whole = endOf(plain);
	if (whole) return [whole];
	if (/^\d+$/.test(plain)) return null;
	const ends = plain.split(SPAN);
	const slashes = plain.split('/');
	const parts = ends.length === 2 ? ends : slashes.length === 2 ? slashes : slashes.length === 6 ? halves(slashes) : [];
	if (parts.length !== 2) return null;
	const found = parts.map((part) => {
		const iso = daysOf(withoutClock(part));
		return iso ? { from: iso.first, to: iso.last } : endOf(part);
	});
	return found.every((end) => end !== null) ? found : null;
}

function halves(parts: readonly string[]): string[] {
	return [parts.slice(0, 3).join('/'), parts.slice(3).join('/')];
}

/** The days of an EDTF date, or of an ISO 8601 instant or span. */
function isoInterval(plain: string): Interval | null {
	const ends = plain.split('/').map(withoutClock);
	const days = ends.map(daysOf);
	const [first, last] = [days[0], days.at(-1)];
	if (ends.length <= 2 && first && last) return first.first <= last.last ? { from: first.first, to: last.last } : null;
	const text = ends.join('/');
	const interval = edtfIntervalOf(text);
	return 'wrong' in interval ? null : interval;
}

/** An instant as the day that it names, in whatever time zone; any other text as it is. */
function withoutClock(text: string): string {
	if (text.length < 5) return text;
	const [, day] =
		(/\d[:.h]\d/.test(text) ? CLOCK.exec(text) : null) ?? BASIC_CLOCK.exec(text) ?? ZONED.exec(text) ?? [];
	return day?.replace(/,$/, '').trim() ?? text;
}

/** Days of a year that people count after another calendar, if three numbers have it. */
function isOtherCalendar({ from }: Interval): boolean {
	const year = Number(from?.slice(0, 4));
	return (year > 1300 && year < 1500) || year > 2400;
}

/** What stands behind a year: “2024 г.”, “2024 года”. */
const YEAR = String.raw`(\d{4}|['’]?\d{2})(?:\s?(?:г|р|года|року)\.?|\.)?`;
const MONTH = String.raw`(\p{L}[\p{L}\p{M}'’]*(?:\s\p{L}[\p{L}\p{M}]*)??)\.?`;
const BETWEEN = String.raw`[\s\-/.,،]*`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|ère|e|º|ª|\.)?`;

const NAMED: readonly { form: RegExp; parts: readonly ('day' | 'month' | 'year')[] }[] = [
	{
		form: new RegExp(String.raw`^${DAY}${BETWEEN}(?:de |of )?${MONTH}${BETWEEN}(?:de |del |of )?${YEAR}$`, 'iu'),
		parts: ['day', 'month', 'year']
	},
	{
		form: new RegExp(String.raw`^${MONTH}[\s\-]+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|-)(\d{4})$`, 'iu'),
		parts: ['month', 'day', 'year']
	},
	{
		form: new RegExp(String.raw`^${MONTH}${BETWEEN}(?:de |del |of )?(\d{4})(?:\s?(?:г|р|года|року)\.?)?$`, 'iu'),
		parts: ['month', 'year']
	},
	{
		form: new RegExp(String.raw`^(\d{4})\.?[\s\-/.]*${MONTH}[\s\-/.]*(\d{1,2})\.?$`, 'iu'),
		parts: ['year', 'month', 'day']
	},
	{ form: /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?$/u, parts: ['year', 'month', 'day'] },
	{ form: /^(\d{4})(?:年|년)$/u, parts: ['year'] },
	// As Unix and X write an instant, the weekday gone: “Dec 08 10:00:00 +0000 2024”.
	{
		form: /^(\p{L}{3}) {1,2}(\d{1,2}) \d\d:\d\d:\d\d (?:[A-Z]{3,4} |[-+]\d{4} )?(\d{4})$/u,
		parts: ['month', 'day', 'year']
	},
	{ form: /^(\d{1,2})[/.-](\d{4})$/, parts: ['month', 'year'] }
];

/** One date that is not in ISO 8601: its days, or its numbers where their order is open. */
function endOf(text: string): Interval | NumericDate | null {
	const date = withoutWeekday(withoutClock(text));
	const [, basicYear = '', basicMonth, basicDay] = /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? [];
	if (Number(basicYear) >= 1500) return interval(basicYear, basicMonth, basicDay);
	const [, year, mark, month, day] = /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?$/.exec(date) ?? [];
	if (year !== undefined && mark !== undefined) {
		const found = interval(year, month, day);
		return found && isOtherCalendar(found) ? null : found;
	}
	const [, a, sign, b, c] = /^(\d{1,2})([-/.]|\. )(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(date) ?? [];
	if (a !== undefined && b !== undefined && c !== undefined) return { numbers: [a, b, c], mark: sign?.trim() ?? '' };
	if (!/[\p{L}/.-]/u.test(date) || !mayHaveMonth(date)) return null;
	for (const { form, parts } of NAMED) {
		const match = form.exec(date);
		if (!match) continue;
		const part = (name: 'day' | 'month' | 'year') => match[parts.indexOf(name) + 1];
		const named = part('month');
		const number = named === undefined || /^\d+$/.test(named) ? named : monthOf(named)?.toString();
		if (parts.includes('month') && number === undefined) continue;
		const found = interval(part('year') ?? '', number, parts.includes('day') ? part('day') : undefined);
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
	if (whole === null) return null;
	const parts = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
	const days = daysOf([whole, ...parts].join('-'));
	return days && { from: days.first, to: days.last };
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
	if (order === 'year' && c.length !== 2) return null;
	const found =
		order === 'day'
			? interval(c, b, a)
			: order === 'month'
				? interval(c, a, b)
				: a.length === 2
					? interval(a, b, c)
					: null;
	return found && isOtherCalendar(found) ? null : found;
}

/** Whether one end of a date is numbers whose order is open. */
export function isNumeric(end: Interval | NumericDate): end is NumericDate {
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
