import { calendarNames } from '$lib/domain/calendar-names';
import { memoized } from './memoized';
import { endsWith } from './reading';
import { SMALL } from './tables/number-words';
import { PARTS, POINTERS, SIDES, SPANS, type Part, type Side } from './tables/time-words';
import { table } from './tables/word-table';

/** A year, month, day and the like, as numbers; a month from 1, a weekday from 0 for Sunday. */
export interface DateParts {
	year?: number;
	month?: number;
	day?: number;
	weekday?: number;
	/** The first year of a decade, as 1990. */
	decade?: number;
}

/** A date that a text names. */
export interface DateMention {
	text: string;
	start: number;
	end: number;
	/** What the words say. */
	stated: DateParts;
	/** For “last month” and its like: which unit, and which way from the day of speaking, as -1, 0 or 1. */
	pointer: { unit: string; way: number } | null;
	/** What a pointer means where the day of speaking is known. */
	resolved: DateParts;
	/** Which side of the date the text speaks of. */
	side: Side | null;
	/** Which part of it. */
	part: Part | null;
}

/** The names that months or weekdays have in a language, short ones among them, in lower case. */
function namesOf(language: string, unit: 'month' | 'weekday'): Map<string, number> {
	const forms = [{ [unit]: 'long' }, { [unit]: 'short' }, { day: 'numeric', [unit]: 'long' }] as const;
	const named = calendarNames(language, unit, forms).map(
		([name, number]) => [name.toLowerCase().replace(/\.$/, ''), number] as const
	);
	const more = language === 'en' && unit === 'month' ? ([['sept', 9]] as const) : [];
	return new Map([...named.filter(([name]) => name.length > 2), ...more]);
}

/** The names of months and weekdays in a language, and what dates look like in it. */
const grammarOf = memoized((language) => {
	const [months, weekdays] = [namesOf(language, 'month'), namesOf(language, 'weekday')];
	const any = (names: Iterable<string>) => [...names].sort((a, b) => b.length - a.length).join('|');
	const day = '(?:0?[1-9]|[12]\\d|3[01])';
	const month = `(?<![\\p{L}])(?:${any(months.keys())})(?![\\p{L}])\\.?`;
	const year = '(?:1[5-9]|20)\\d\\d(?!\\d)';
	const parts = [
		`(?<iso>(?<![\\d-])${year}-\\d\\d(?:-\\d\\d)?(?!\\d))`,
		`(?<numeric>(?<![\\d.])${day}[./](?:0?[1-9]|1[0-2])[./]${year})`,
		`(?<dayMonth>(?<![\\d.,])${day}(?:st|nd|rd|th|\\.)?(?: of)? ${month}(?:,? ${year})?)`,
		`(?<monthDay>${month} ${day}(?:st|nd|rd|th)?(?![\\d,.]*\\d{3})(?!\\d)(?:,? ${year})?)`,
		`(?<monthYear>${month}(?:,| of)? ${year})`,
		`(?<month>${month})`,
		`(?<weekday>(?<![\\p{L}])(?:${any(weekdays.keys())})(?:s)?(?![\\p{L}])\\.?)`,
		`(?<year>(?<![\\d.,$€£¥])${year}(?<decade>['’]?s)?(?![\\d%]|[.,]\\d))`
	];
	return { months, weekdays, pattern: new RegExp(parts.join('|'), 'giu') };
});

/** Of short names that are words too, only those with a capital are dates; “may” and “march” likewise. */
const WORDS_TOO = /^(?:mar|may|march|sat|sun|wed|sep|dec|august|second)\.?$/;

/** What makes a year of four digits although a noun follows. */
const BEFORE_YEAR =
	/(?:\b(?:in|since|of|by|until|till|before|after|between|and|from|to|during|early|mid|late|around|circa|the|a|an|his|her|its|their)|[-–/(])[\s-]*$/i;
const NOUN_AFTER = /^\s+(?:\p{Ll}+\s+)?\p{Ll}+s\b/u;
const MEASURE_AFTER =
	/^[\s-]*(?:hundred|thousand|million|billion|km|kilomet|miles?|met(?:re|er)|tonn?e|per cent|dollar|euro)/;

/**
 * The dates that a text names in the words of a language (BCP 47). `spoken` is the day of speaking as ISO 8601, which gives
 * “last month” its month; null where it is not known.
 */
export function datesIn(text: string, spoken: string | null, language = 'en'): DateMention[] {
	const grammar = grammarOf(language);
	const found: DateMention[] = [];
	const add = (start: number, words: string, end: number, stated: DateParts, resolved: DateParts) =>
		found.push({ ...around(text, start), text: words, start, end, stated, pointer: null, resolved });
	for (const { 0: whole, index: start, groups = {} } of text.matchAll(grammar.pattern)) {
		const words = whole.replace(/\.$/, '');
		if (WORDS_TOO.test(words) && language === 'en') continue;
		if (groups['year'] !== undefined && !isYear(text, start, words)) continue;
		const stated = statedParts(groups, words, grammar);
		const end = start + words.length;
		add(start, words, end, stated, stated.month === undefined ? {} : yearAfter(text.slice(end), spoken));
		const before = text.slice(0, start);
		const [, first] = groups['dayMonth'] === undefined ? [] : (/(\d{1,2})\s*(?:-|–|to|and|or)\s*$/.exec(before) ?? []);
		if (first !== undefined && stated.month !== undefined) {
			add(before.lastIndexOf(first), first, start, { ...stated, day: Number(first) }, {});
		}
	}
	if (language === 'en') found.push(...pointersIn(text, spoken));
	return found.sort((a, b) => a.start - b.start);
}

/** The year of “January last year”. */
function yearAfter(after: string, spoken: string | null): DateParts {
	const [, pointer] = /^,?\s(?:of\s)?(last|this|next)\syear\b/i.exec(after) ?? [];
	if (pointer === undefined || spoken === null) return {};
	return { year: Number(spoken.slice(0, 4)) + (POINTERS[pointer.toLowerCase()] ?? 0) };
}

function isYear(text: string, start: number, words: string): boolean {
	const after = text.slice(start + words.length);
	if (MEASURE_AFTER.test(after)) return false;
	return words.length > 4 || !NOUN_AFTER.test(after) || BEFORE_YEAR.test(text.slice(0, start));
}

function statedParts(
	groups: Readonly<Record<string, string | undefined>>,
	words: string,
	{ months, weekdays }: ReturnType<typeof grammarOf>
): DateParts {
	const [first = 0, second = 0, third = 0] = words.match(/\d+/g)?.map(Number) ?? [];
	if (groups['iso'] !== undefined) return { year: first, month: second, ...(third > 0 && { day: third }) };
	if (groups['numeric'] !== undefined) return { day: first, month: second, year: third };
	if (groups['decade'] !== undefined) return { decade: first };
	if (groups['year'] !== undefined) return { year: first };
	const names = words.toLowerCase().match(/\p{L}+/gu) ?? [];
	const numberIn = (known: ReadonlyMap<string, number>) =>
		names.map((name) => known.get(name) ?? known.get(name.replace(/s$/, ''))).find((number) => number !== undefined);
	const weekday = numberIn(weekdays);
	if (groups['weekday'] !== undefined) return weekday === undefined ? {} : { weekday };
	const month = numberIn(months);
	const parts: DateParts = month === undefined ? {} : { month };
	if (groups['monthYear'] !== undefined) return { ...parts, year: first };
	if (groups['month'] !== undefined) return parts;
	return { ...parts, day: first, ...(second > 0 && { year: second }) };
}

const UNITS = Object.keys(SPANS).join('|');
const COUNTS = `an?|${Object.keys(SMALL).slice(1, 13).join('|')}|\\d+`;
const POINTER = new RegExp(
	`\\bend of (?:the|this) (?<end>year|month)\\b|\\b(?<pointer>${Object.keys(POINTERS).join('|')})\\s+(?<unit>${UNITS})\\b(?!\\s+(?:before|after|of|prior|until))|\\b(?<day>yesterday|today|tonight|tomorrow)\\b` +
		`|\\b(?<count>${COUNTS})\\s+(?<units>${UNITS})s?\\s+(?<way>ago|earlier|from now)\\b`,
	'gi'
);
/** How many days from that of speaking each of these is. */
const DAYS = table<number>({ yesterday: -1, today: 0, tonight: 0, tomorrow: 1 });

/** “Last month”, “yesterday”, “three weeks ago”. */
function pointersIn(text: string, spoken: string | null): DateMention[] {
	return [...text.matchAll(POINTER)].flatMap(({ 0: words, index: start, groups = {} }): DateMention[] => {
		const place = { ...around(text, start), text: words, start, end: start + words.length, stated: {} };
		const low = (group: string) => groups[group]?.toLowerCase() ?? '';
		if (low('end') !== '') {
			if (spoken === null) return [];
			const [year = 0, month = 0] = spoken.split('-').map(Number);
			const resolved = low('end') === 'year' ? { year, month: 12, day: 31 } : { year, month };
			return [{ ...place, pointer: { unit: 'end', way: 1 }, resolved, part: 'late' }];
		}
		const unit = low('unit') || low('units') || 'day';
		const steps =
			POINTERS[low('pointer')] ?? DAYS[low('day')] ?? countOf(low('count')) * (low('way') === 'from now' ? 1 : -1);
		return [{ ...place, pointer: { unit, way: Math.sign(steps) }, resolved: movedBy(spoken, unit, steps) }];
	});
}

/** How many “a”, “three” or “3” are. */
export function countOf(word: string): number {
	return /^an?$/.test(word) ? 1 : (SMALL[word] ?? Number(word));
}

/** The date that lies so many units from a day, as exact as the unit is; nothing where the day is not known. */
function movedBy(spoken: string | null, unit: string, steps: number): DateParts {
	const [year, month, day] = spoken?.split('-').map(Number) ?? [];
	if (!year || month === undefined) return {};
	if (unit === 'year') return { year: year + steps };
	if (unit === 'decade') return { decade: Math.floor(year / 10) * 10 + 10 * steps };
	if (unit === 'month') {
		const count = year * 12 + month - 1 + steps;
		return { year: Math.floor(count / 12), month: (count % 12) + 1 };
	}
	if (unit !== 'day' || day === undefined) return {};
	return partsOfDay(new Date(Date.UTC(year, month - 1, day + steps)));
}

/** A day as its parts. */
export function partsOfDay(date: Date): DateParts {
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		weekday: date.getUTCDay()
	};
}

/** The side and the part that the words before a date give it. */
function around(text: string, start: number): { side: Side | null; part: Part | null } {
	const clean = (words: string) =>
		words.replace(/[\s-]+$/, '').replace(/\s+(?:the|a|an|his|her|its|their|last|on|in)$/, '');
	const before = clean(text.slice(0, start).toLowerCase());
	const part = endingIn(before, PARTS);
	const side = endingIn(part === null ? before : clean(before.slice(0, -part.words.length)), SIDES);
	return { side: side?.value ?? null, part: part?.value ?? null };
}

function endingIn<T>(text: string, table: Readonly<Record<string, T>>): { words: string; value: T } | null {
	for (const [words, value] of Object.entries(table)) {
		if (endsWith(text, words)) return { words, value };
	}
	return null;
}
