import { datesIn } from './calendar';
import { areForms, endsWith, isContent, lowNear, readText, type Word, wordNear, wordsNear, wordsOn } from './reading';
import {
	type Bound,
	BOUNDS,
	COUNTS,
	CURRENCIES,
	FRACTIONS,
	LARGE,
	MEASURES,
	NO_UNIT_AFTER,
	ORDINALS,
	ROUGH,
	SHORT,
	SMALL
} from './tables/number-words';
import { spanOf, SPANS } from './tables/time-words';

/** A number that a text gives, with what it is a number of. */
export interface Quantity {
	text: string;
	start: number;
	/** The least and the most that it says; the same but for rough counts such as “dozens”. */
	from: number;
	to: number;
	/** The number itself, before its unit is converted. */
	bare: number;
	kind: 'count' | 'ordinal' | 'share' | 'money' | 'measure' | 'rough' | 'one' | 'pair';
	/** The currency, or what is measured. */
	unit: string;
	bound: Bound | null;
	/** The word that is counted, where one follows. */
	counted: Word | null;
	/** True for “a decade”, which is ten years without a number. */
	implied: boolean;
}

/** The numbers of a text in digits and words, without those of its dates. */
export function quantitiesIn(text: string, language = 'en'): Quantity[] {
	const dates = datesIn(text, null, language).filter(({ pointer }) => pointer === null);
	const isDate = ({ start, end }: Word) => dates.some((date) => date.start < end && start < date.end);
	const found: Quantity[] = [];
	let next = 0;
	for (const word of readText(text).words) {
		if (word.at < next || isDate(word)) continue;
		const number = numberAt(word);
		if (number) {
			found.push(quantityOf(text, word, number));
			next = word.at + number.length;
		} else found.push(...spanAt(word));
	}
	return [...found, ...found.flatMap((one, index) => withNext(text, one, found[index + 1]))];
}

/** What a number is together with the next one: a share, a part of a year, or a pair. */
function withNext(text: string, one: Quantity, next: Quantity | undefined): Quantity[] {
	if (!next) return [];
	const between = text.slice(one.start + one.text.length, next.start);
	// “The first half of the year”: six months.
	if (one.kind === 'ordinal' && next.kind === 'share' && next.start - one.start < 10) {
		const year = SPANS['year'] ?? 365.25;
		return [{ ...next, kind: 'measure', unit: 'time', from: next.from * year, to: next.to * year, implied: true }];
	}
	if (next.kind !== 'count') return [];
	// “3-1”, of a game or a vote, in either order.
	if (one.kind === 'count' && /^[-–:]$/.test(between)) {
		const [from, to] = [Math.min(one.bare, next.bare), Math.max(one.bare, next.bare)];
		return [{ ...one, text: one.text + between + next.text, kind: 'pair', from, to, bound: null }];
	}
	// “One in four”, “66 of 99”: a number of another is a share.
	if (!['count', 'one'].includes(one.kind) || one.bare > next.bare || !OF_ALL.test(between)) return [];
	const share = one.bare / next.bare;
	return [{ ...one, kind: 'share', unit: '', from: share, to: share, implied: true }];
}
const OF_ALL = /^\s(?:in|of|out of)(?: the| its| every)?\s$/;

/** A number before its unit is read: how many words it takes, and what it is. */
interface Bare {
	length: number;
	value: number;
	kind: 'count' | 'ordinal' | 'share' | 'rough' | 'one';
	to?: number;
}

function numberAt(word: Word): Bare | null {
	const { low } = word;
	const rough = ROUGH[low];
	if (rough) return { length: 1, value: rough[0], to: rough[1], kind: 'rough' };
	// “A couple of”, “both bases”; “both” before “and” counts nothing new.
	const count = [low, ...word.lemmas].map((form) => COUNTS[form]).find((value) => value !== undefined);
	if (count !== undefined) return { length: 1, value: count, kind: 'count' };
	const fraction = FRACTIONS[low];
	if (fraction !== undefined && isFraction(word)) return { length: 1, value: fraction, kind: 'share' };
	const ordinal = ORDINALS[low] ?? Number(/^(\d+)(?:st|nd|rd|th)$/.exec(low)?.[1] ?? NaN);
	if (!Number.isNaN(ordinal) && isPlace(word)) return { length: 1, value: ordinal, kind: 'ordinal' };
	const whole = wholeAt(word);
	if (whole === null) return null;
	const { length, value } = whole;
	const after = wordNear(word, length);
	const part = FRACTIONS[after?.low ?? ''];
	if (part !== undefined && !/^\d/.test(low)) {
		return { length: length + 1, value: value * part, kind: 'share' };
	}
	const last = after?.joined && ORDINALS[after.low];
	if (last) return { length: length + 1, value: value + last, kind: 'ordinal' };
	if (after?.low === 'and' && lowNear(word, length + 2) === 'half') {
		const times = LARGE[lowNear(word, length + 3)];
		return { length: length + (times ? 4 : 3), value: (value + 1 / 2) * (times ?? 1), kind: 'count' };
	}
	return { ...whole, kind: length === 1 && low === 'one' ? 'one' : 'count' };
}

/** True for an ordinal that says a place: not “at first”, “first of all”, “first and foremost”, “second to none”. */
function isPlace(word: Word): boolean {
	const [before, after, next] = [lowNear(word, -1), lowNear(word, 1), wordNear(word, 1)];
	if (before === 'at') return false;
	if (word.low === 'second') return after !== 'to' && after !== 'of';
	if (word.low !== 'first') return true;
	if ((after === 'of' || after === 'and') && ['all', 'foremost'].includes(lowNear(word, 2))) return false;
	const isAdverb = !next || !isContent(next) || /[.,;:]/.test(next.gap);
	return !isAdverb || before === 'the' || before === 'for';
}

/** “Half of”, “a quarter of”; a “third” that is no part of anything is an ordinal. */
function isFraction(word: Word): boolean {
	const [before, after] = [lowNear(word, -1), lowNear(word, 1)];
	if (word.low === 'half') return !(after === 'a' && lowNear(word, 2) in LARGE);
	return (
		(before === 'a' || before === 'one') &&
		['of', 'the', 'in', 'from', 'to', 'since', 'over', 'on', 'and', ''].includes(after)
	);
}

/** “Twenty-three million”, “1,200”, “3.5bn”, “two hundred and fifty”, “half a dozen”. */
function wholeAt(first: Word): { length: number; value: number } | null {
	let total = 0;
	let current = 0;
	let length = 0;
	let seen = false;
	for (let word: Word | undefined = first; word !== undefined; word = wordNear(first, length)) {
		const { low } = word;
		const before = lowNear(word, -1);
		if (length > 0 && /[^\s-]/.test(word.gap)) break;
		const [, digits, letter = ''] = /^(\d+(?:[.,]\d+)*)(\p{L}*)$/u.exec(low) ?? [];
		const [small, large] = [SMALL[low], LARGE[low]];
		if (digits !== undefined) {
			if (length > 0 || !(letter === '' || letter in SHORT || letter in MEASURES || letter in SPANS)) break;
			current = numberOf(digits) * (SHORT[letter] ?? 1);
		} else if (small !== undefined && (length === 0 || fitsAfter(before, small))) current += small;
		else if (large !== undefined && (seen || ARTICLES.has(lowNear(first, -1)))) {
			current = (current || 1) * large;
			if (large >= 1000) {
				total += current;
				current = 0;
			}
		} else if (!(low === 'and' && seen && before in LARGE && lowNear(word, 1) in SMALL)) break;
		seen = true;
		length++;
		if (letter !== '') break;
	}
	return seen ? { length, value: total + current } : null;
}

const ARTICLES = new Set(['a', 'half', 'several']);
const fitsAfter = (before: string, small: number) =>
	before in LARGE || before === 'and' || (/ty$/.test(before) && small < 10);

/** 1,200 and 1.200.000 are whole; 1,5 and 3.5 are not. */
function numberOf(digits: string): number {
	if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
	if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll('.', ''));
	return Number(digits.replace(',', '.'));
}

function quantityOf(text: string, first: Word, bare: Bare): Quantity {
	const last = wordNear(first, bare.length - 1) ?? first;
	const [start, end] = [first.start, last.end];
	const half = lowNear(first, -1) === 'a' && lowNear(first, -2) === 'half' && bare.kind === 'count';
	const value = half ? bare.value / 2 : bare.value;
	const unit = bare.kind === 'ordinal' ? null : unitOf(text, first, last);
	const { name = '', factor = 1 } = unit ?? {};
	return {
		text: text.slice(start, end),
		start,
		bare: value,
		from: value * factor,
		to: (bare.to ?? value) * factor,
		kind: bare.kind === 'rough' ? bare.kind : (unit?.kind ?? bare.kind),
		unit: name,
		bound: boundOf(text, start, unit?.end ?? end),
		counted: countedAfter(last),
		implied: false
	};
}

/** “A decade”, “year-long”: one of its unit, without a number. */
function spanAt(word: Word): Quantity[] {
	const { low, text, start } = word;
	const span = SPANS[low];
	const isOne = ['a', 'an', 'per'].includes(lowNear(word, -1)) || wordNear(word, 1)?.joined === true;
	if (span === undefined || !(isOne || ['decade', 'fortnight', 'century'].includes(low))) return [];
	const one = { bare: 1, from: span, to: span, kind: 'measure', unit: 'time' } as const;
	return [{ text, start, ...one, bound: null, counted: null, implied: true }];
}

interface Unit {
	kind: 'money' | 'measure' | 'share';
	name: string;
	factor: number;
	end: number;
}

function unitOf(text: string, first: Word, last: Word): Unit | null {
	const { end, low: number } = last;
	const [sign] = /(?:us)?[$€£¥₽₺]$/i.exec(text.slice(0, first.start).trimEnd()) ?? [];
	if (sign !== undefined) return { kind: 'money', name: CURRENCIES[sign.toLowerCase()] ?? sign, factor: 1, end };
	if (/^\s?(?:%|per ?cent\b|percent\b)/.test(text.slice(end))) {
		return { kind: 'share', name: '', factor: 1 / 100, end: end + 1 };
	}
	const [, glued] = /^\d[\d.,]*(\p{L}+)$/u.exec(number) ?? [];
	for (const word of [...(glued === undefined ? [] : [glued]), ...wordsNear(last, 1, 4).map(({ low }) => low)]) {
		if (NO_UNIT_AFTER.has(word)) break;
		const [currency, measure, span] = [CURRENCIES[word], MEASURES[word], spanOf(word)];
		if (currency !== undefined) return { kind: 'money', name: currency, factor: 1, end };
		if (measure) return { kind: 'measure', name: measure[0], factor: measure[1], end };
		if (span !== undefined && word !== 'second' && word !== 'quarter') {
			return { kind: 'measure', name: 'time', factor: span, end };
		}
	}
	return null;
}

/** The words before or after a number that say how exact it is; its unit ends at `end`. */
function boundOf(text: string, start: number, end: number): Bound | null {
	const leading = text.slice(0, start);
	const before = leading
		.toLowerCase()
		.replace(/(?:\b(?:a|an|us|equivalent of|worth|sum of|total of)|[$€£¥₽₺])?[\s-]*(?:us)?[$€£¥₽₺]?\s*$/i, '')
		.trimEnd();
	const after = text.slice(end).toLowerCase();
	const [, loose] =
		/\b(?:just|slightly|well|far|narrowly)\s(below|under|over|above|short of)\sthe(?:\s\p{Ll}+)?[\s-]*$/u.exec(
			leading
		) ?? [];
	if (loose !== undefined) return loose === 'over' || loose === 'above' ? 'more' : 'less';
	const said = BOUNDS.flatMap(({ bound, before: all }) =>
		all.filter((words) => endsWith(before, words)).map(({ length }) => ({ bound, length }))
	);
	const [longest] = said.sort((a, b) => b.length - a.length);
	if (longest) return longest.bound;
	const follows = (words: string) => new RegExp(`^(?:\\s*[\\p{L}]+){0,2}[\\s,-]*${words}\\b`, 'u').test(after);
	return BOUNDS.find((one) => one.after.some(follows))?.bound ?? null;
}

/** The word that a number counts: the last of the content words that follow it without a break. */
function countedAfter(number: Word): Word | null {
	let counted: Word | null = null;
	for (const word of wordsOn(number, 1, 4, /[,;:.()]/)) {
		if (counted === null && ['of', 'the', 'its', 'their', 'other', 'more'].includes(word.low)) continue;
		if (!isContent(word)) break;
		if (counted !== null && [...word.lemmas].every((lemma) => lemma === word.low) && !word.low.endsWith('s')) break;
		counted = word;
	}
	return counted;
}

/** True where two numbers are said to be of the same thing. */
export function countSame(a: Quantity, b: Quantity): boolean {
	return a.counted !== null && b.counted !== null && areForms(a.counted, b.counted);
}
