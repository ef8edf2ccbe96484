import { datesIn } from './calendar';
import { areForms, isContent, type Reading, readText, type Word } from './reading';
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
import { SPANS } from './tables/time-words';

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
	const reading = readText(text);
	const isDate = ({ start, end }: Word) => dates.some((date) => date.start < end && start < date.end);
	const found: Quantity[] = [];
	for (let at = 0; at < reading.words.length;) {
		const word = reading.words[at];
		const number = word && !isDate(word) ? numberAt(reading, at) : null;
		if (number === null) {
			if (word && !isDate(word)) found.push(...spanAt(reading, at));
			at++;
			continue;
		}
		found.push(quantityOf(reading, at, number));
		at += number.length;
	}
	return [...found, ...sharesIn(text, found), ...monthsIn(found), ...pairsIn(text, found)];
}

/** “The first half of the year”: six months. */
function monthsIn(quantities: readonly Quantity[]): Quantity[] {
	const year = SPANS['year'] ?? 365.25;
	return quantities.flatMap((half, index): Quantity[] => {
		const before = quantities[index - 1];
		const isPart = before?.kind === 'ordinal' && half.kind === 'share' && half.start - before.start < 10;
		if (!isPart) return [];
		return [{ ...half, kind: 'measure', unit: 'time', from: half.from * year, to: half.to * year, implied: true }];
	});
}

/** “3-1”, of a game or a vote, in either order. */
function pairsIn(text: string, quantities: readonly Quantity[]): Quantity[] {
	return quantities.flatMap((one, index): Quantity[] => {
		const other = quantities[index + 1];
		if (other === undefined || !/^[-–:]$/.test(text.slice(one.start + one.text.length, other.start))) return [];
		if (one.kind !== 'count' || other.kind !== 'count') return [];
		const [from, to] = [Math.min(one.bare, other.bare), Math.max(one.bare, other.bare)];
		return [
			{ ...one, text: text.slice(one.start, other.start + other.text.length), kind: 'pair', from, to, bound: null }
		];
	});
}

/** “One in four”, “66 of 99”: a number of another is a share. */
function sharesIn(text: string, quantities: readonly Quantity[]): Quantity[] {
	return quantities.flatMap((part, index): Quantity[] => {
		const whole = quantities[index + 1];
		if (
			whole === undefined ||
			!['count', 'one'].includes(part.kind) ||
			whole.kind !== 'count' ||
			part.bare > whole.bare
		)
			return [];
		if (!OF_ALL.test(text.slice(part.start + part.text.length, whole.start))) return [];
		const share = part.bare / whole.bare;
		return [{ ...part, kind: 'share', unit: '', from: share, to: share, implied: true }];
	});
}
const OF_ALL = /^\s(?:in|of|out of)(?: the| its| every)?\s$/;

/** A number before its unit is read: how many words it takes, and what it is. */
interface Bare {
	length: number;
	value: number;
	kind: 'count' | 'ordinal' | 'share' | 'rough' | 'one';
	to?: number;
}

function numberAt({ words }: Reading, at: number): Bare | null {
	const word = words[at];
	if (word === undefined) return null;
	const next = words[at + 1];
	const before = words[at - 1]?.low;
	const rough = ROUGH[word.low];
	if (rough) return { length: 1, value: rough[0], to: rough[1], kind: 'rough' };
	const count = [word.low, ...word.lemmas].map((form) => COUNTS[form]).find((value) => value !== undefined);
	if (count !== undefined) {
		// “A couple of”, “both bases”; “both” before “and” counts nothing new.
		return { length: 1, value: count, kind: 'count' };
	}
	if (word.low in FRACTIONS && isFraction(words, at))
		return { length: 1, value: FRACTIONS[word.low] ?? 0, kind: 'share' };
	const isAdverb = word.low === 'first' && (next === undefined || !isContent(next) || /[.,;:]/.test(next.gap));
	const isPlace =
		!(isAdverb && before !== 'the' && before !== 'for') &&
		before !== 'at' &&
		!(word.low === 'first' && ['of', 'and'].includes(next?.low ?? '') && IN_ALL.has(words[at + 2]?.low ?? ''));
	const ordinal = ORDINALS[word.low] ?? Number(/^(\d+)(?:st|nd|rd|th)$/.exec(word.low)?.[1] ?? NaN);
	if (isPlace && !Number.isNaN(ordinal) && !(word.low === 'second' && ['to', 'of'].includes(next?.low ?? ''))) {
		return { length: 1, value: ordinal, kind: 'ordinal' };
	}
	const whole = wholeAt(words, at);
	if (whole === null) return null;
	const after = words[at + whole.length];
	if (after !== undefined && after.low in FRACTIONS && !['second'].includes(after.low) && !/^\d/.test(word.low)) {
		return { length: whole.length + 1, value: whole.value * (FRACTIONS[after.low] ?? 0), kind: 'share' };
	}
	if (after !== undefined && ORDINALS[after.low] !== undefined && after.joined) {
		return { length: whole.length + 1, value: whole.value + (ORDINALS[after.low] ?? 0), kind: 'ordinal' };
	}
	if (after?.low === 'and' && words[at + whole.length + 2]?.low === 'half') {
		const times = LARGE[words[at + whole.length + 3]?.low ?? ''];
		return { length: whole.length + (times ? 4 : 3), value: (whole.value + 1 / 2) * (times ?? 1), kind: 'count' };
	}
	const isOne = whole.length === 1 && word.low === 'one';
	return { ...whole, kind: isOne ? 'one' : 'count' };
}

/** “First of all”, “first and foremost”. */
const IN_ALL = new Set(['all', 'foremost']);

/** “Half of”, “a quarter of”; a “third” that is no part of anything is an ordinal. */
function isFraction(words: readonly Word[], at: number): boolean {
	const [low = '', before = '', after = ''] = [words[at]?.low, words[at - 1]?.low, words[at + 1]?.low];
	if (low === 'half') return !(after === 'a' && (words[at + 2]?.low ?? '') in LARGE);
	return (
		(before === 'a' || before === 'one') &&
		['of', 'the', 'in', 'from', 'to', 'since', 'over', 'on', 'and', ''].includes(after)
	);
}

/** “Twenty-three million”, “1,200”, “3.5bn”, “two hundred and fifty”, “half a dozen”. */
function wholeAt(words: readonly Word[], at: number): { length: number; value: number } | null {
	let [total, current, length, seen] = [0, 0, 0, false];
	for (let word = words[at]; word !== undefined; word = words[at + length]) {
		const { low } = word;
		const [, digits, letter = ''] = /^(\d+(?:[.,]\d+)*)(\p{L}*)$/u.exec(low) ?? [];
		const before = words[at + length - 1];
		if (length > 0 && /[^\s-]/.test(word.gap)) break;
		if (
			digits !== undefined &&
			length === 0 &&
			(letter === '' || letter in SHORT || letter in MEASURES || letter in SPANS)
		) {
			current = numberOf(digits) * (SHORT[letter] ?? 1);
			seen = true;
			length++;
			if (letter !== '') break;
		} else if (low in SMALL && digits === undefined && (length === 0 || fitsAfter(before?.low ?? '', low))) {
			current += SMALL[low] ?? 0;
			seen = true;
			length++;
		} else if (low in LARGE && (seen || isArticle(words[at - 1]))) {
			const times = LARGE[low] ?? 1;
			current = (seen ? current || 1 : 1) * times;
			if (times >= 1000) [total, current] = [total + current, 0];
			seen = true;
			length++;
		} else if (low === 'and' && seen && isHundreds(before) && (words[at + length + 1]?.low ?? '') in SMALL) {
			length++;
		} else break;
	}
	return seen ? { length, value: total + current } : null;
}

const isArticle = (word: Word | undefined) => word?.low === 'a' || word?.low === 'half' || word?.low === 'several';
const isHundreds = (word: Word | undefined) => word !== undefined && word.low in LARGE;
const fitsAfter = (before: string, low: string) =>
	before in LARGE || before === 'and' || (/ty$/.test(before) && (SMALL[low] ?? 0) < 10);

/** 1,200 and 1.200.000 are whole; 1,5 and 3.5 are not. */
function numberOf(digits: string): number {
	if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
	if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll('.', ''));
	return Number(digits.replace(',', '.'));
}

function quantityOf(reading: Reading, at: number, bare: Bare): Quantity {
	const { text, words } = reading;
	const [first, last] = [words[at], words[at + bare.length - 1]];
	const [start, end] = [first?.start ?? 0, last?.end ?? 0];
	const half = words[at - 1]?.low === 'a' && words[at - 2]?.low === 'half' && bare.kind === 'count';
	const value = half ? bare.value / 2 : bare.value;
	const unit = bare.kind === 'ordinal' ? null : unitOf(text, reading, at, bare.length);
	const kind = unit === null ? bare.kind : unit.kind;
	const factor = unit?.factor ?? 1;
	return {
		text: text.slice(start, end),
		start,
		bare: value,
		from: value * factor,
		to: (bare.to ?? value) * factor,
		kind: bare.kind === 'rough' || bare.kind === 'ordinal' ? bare.kind : kind,
		unit: unit?.name ?? '',
		bound: boundOf(text, start, end, unit?.end ?? end),
		counted: countedAfter(reading, at + bare.length),
		implied: false
	};
}

/** “A decade”, “year-long”: one of its unit, without a number. */
function spanAt({ words }: Reading, at: number): Quantity[] {
	const word = words[at];
	const span = word && SPANS[word.low];
	if (word === undefined || span === undefined) return [];
	const article = ['a', 'an', 'per'].includes(words[at - 1]?.low ?? '') || words[at + 1]?.joined === true;
	if (!article && !['decade', 'fortnight', 'century'].includes(word.low)) return [];
	const { text, start } = word;
	return [
		{
			text,
			start,
			bare: 1,
			from: span,
			to: span,
			kind: 'measure',
			unit: 'time',
			bound: null,
			counted: null,
			implied: true
		}
	];
}

interface Unit {
	kind: 'money' | 'measure' | 'share';
	name: string;
	factor: number;
	end: number;
}

function unitOf(text: string, { words }: Reading, at: number, length: number): Unit | null {
	const [first, last] = [words[at], words[at + length - 1]];
	if (first === undefined || last === undefined) return null;
	const [sign = ''] = /(?:us)?[$€£¥₽₺]$/i.exec(text.slice(0, first.start).trimEnd()) ?? [];
	if (sign !== '') return { kind: 'money', name: CURRENCIES[sign.toLowerCase()] ?? sign, factor: 1, end: last.end };
	if (/^\s?(?:%|per ?cent\b|percent\b)/.test(text.slice(last.end))) {
		return { kind: 'share', name: '', factor: 1 / 100, end: last.end + 1 };
	}
	const glued = /^\d[\d.,]*(\p{L}+)$/u.exec(last.low)?.[1];
	for (const word of [glued, ...words.slice(at + length, at + length + 3).map(({ low }) => low)]) {
		if (word === undefined) continue;
		if (NO_UNIT_AFTER.has(word)) break;
		const currency = CURRENCIES[word];
		if (currency !== undefined) return { kind: 'money', name: currency, factor: 1, end: last.end };
		const measure = MEASURES[word];
		if (measure) return { kind: 'measure', name: measure[0], factor: measure[1], end: last.end };
		const span = SPANS[word] ?? SPANS[word.replace(/s$/, '')] ?? (word === 'centuries' ? SPANS['century'] : undefined);
		if (span !== undefined && word !== 'second' && word !== 'quarter')
			return { kind: 'measure', name: 'time', factor: span, end: last.end };
	}
	return null;
}

/** The words before or after a number that say how exact it is. */
function boundOf(text: string, start: number, end: number, unitEnd: number): Bound | null {
	const before = text
		.slice(0, start)
		.toLowerCase()
		.replace(/(?:\b(?:a|an|us|equivalent of|worth|sum of|total of)|[$€£¥₽₺])?[\s-]*(?:us)?[$€£¥₽₺]?\s*$/i, '');
	const after = text.slice(Math.max(end, unitEnd)).toLowerCase();
	const [, loose] =
		/\b(?:just|slightly|well|far|narrowly)\s(below|under|over|above|short of)\sthe(?:\s\p{Ll}+)?[\s-]*$/u.exec(
			text.slice(0, start)
		) ?? [];
	if (loose !== undefined) return loose === 'over' || loose === 'above' ? 'more' : 'less';
	let best: { bound: Bound; length: number } | null = null;
	for (const [bound, { before: leading, after: trailing }] of Object.entries(BOUNDS) as [
		Bound,
		(typeof BOUNDS)[Bound]
	][]) {
		for (const words of leading) {
			if (!new RegExp(`(?:^|[^\\p{L}])${words}$`, 'u').test(before.trimEnd())) continue;
			if (best === null || words.length > best.length) best = { bound, length: words.length };
		}
		for (const words of trailing) {
			if (best === null && new RegExp(`^(?:\\s*[\\p{L}]+){0,2}[\\s,-]*${words}\\b`, 'u').test(after))
				best = { bound, length: 0 };
		}
	}
	return best?.bound ?? null;
}

/** The word that a number counts: the last of the content words that follow it without a break. */
function countedAfter({ words }: Reading, from: number): Word | null {
	let counted: Word | null = null;
	for (let at = from; at < Math.min(words.length, from + 4); at++) {
		const word = words[at];
		if (word === undefined || /[,;:.()]/.test(word.gap)) break;
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
