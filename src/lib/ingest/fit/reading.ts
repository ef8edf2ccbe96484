import { groupBy } from '$lib/domain/group-by';
import { kinOf, lemmasOf, neighboursOf } from './lexicon';
import { FUNCTION_WORDS } from './tables/function-words';

/** A word of a text, with where it stands and the words of the dictionary that it may be a form of. */
export interface Word {
	/** As it stands there. */
	text: string;
	/** In lower case, without accents, without a possessive. */
	low: string;
	start: number;
	end: number;
	lemmas: ReadonlySet<string>;
	/** Begins with a capital letter. */
	capital: boolean;
	/** The first of a sentence or a quotation. */
	opens: boolean;
	/** Joined to the word before by a hyphen. */
	joined: boolean;
	/** What stands between it and the word before. */
	gap: string;
	/** The words of its text, and its place among them. */
	among: readonly Word[];
	at: number;
}

/** A text as the comparisons read it. */
export interface Reading {
	text: string;
	words: Word[];
}

const WORD = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*['’]?|\d+(?:[.,]\d+)*[\p{L}]*/gu;

/** Reads a text into words; “isn’t” is “is” and “not”, and the parts of “decade-long” are two. */
export function readText(text: string): Reading {
	const known = readings.get(text);
	if (known) return known;
	if (readings.size === MOST_REMEMBERED) readings.clear();
	const reading = { text, words: wordsIn(text) };
	readings.set(text, reading);
	return reading;
}

/** A text is read for each of the comparisons. */
const readings = new Map<string, Reading>();
const MOST_REMEMBERED = 1000;

function wordsIn(text: string): Word[] {
	const words: Word[] = [];
	let before = 0;
	for (const match of text.matchAll(WORD)) {
		const start = match.index;
		const gap = text.slice(before, start);
		const opens = words.length === 0 || /[.!?:]["”’»)]?\s+["“‘«(]?$/.test(gap) || /["“«]$/.test(gap);
		const joined = words.length > 0 && /^[-‑–]$/.test(gap);
		const end = start + match[0].length;
		contractedParts(match[0]).forEach((part, index) => {
			const low = lowOf(part);
			const place = { start, end, opens, joined, gap: index > 0 ? '' : gap };
			const among = { among: words, at: words.length };
			words.push({ text: part, low, lemmas: lemmasOf(low), capital: /^\p{Lu}/u.test(part), ...place, ...among });
		});
		before = end;
	}
	return words;
}

/** “can’t” in its two words; any other word as it is. */
function contractedParts(text: string): string[] {
	const [, verb = ''] = /^(\p{L}+)n['’]t$/iu.exec(text) ?? [];
	if (verb !== '') return [{ ca: 'can', wo: 'will', sha: 'shall' }[verb.toLowerCase()] ?? verb, 'not'];
	return /^cannot$/i.test(text) ? ['can', 'not'] : [text];
}

/** A word as it is compared: lower case, without accents, possessive or apostrophe. */
export function lowOf(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/['’ʼ](s|d|ll|ve|re|m)?$/u, '')
		.replace(/['’ʼ]/g, '');
}

/** True where a text ends with some words, as whole ones. */
export function endsWith(text: string, words: string): boolean {
	return new RegExp(`(?:^|[^\\p{L}])${words}$`, 'u').test(text);
}

/** True for a word that says something by itself, unlike “the” or “with”. */
export function isContent({ low }: Word): boolean {
	return !FUNCTION_WORDS.has(low) && /\p{L}/u.test(low);
}

/** True where a form of a word is among some words of the dictionary. */
export function hasFormIn({ lemmas }: Word, words: ReadonlySet<string>): boolean {
	for (const lemma of lemmas) if (words.has(lemma)) return true;
	return false;
}

/** True where two words have a form in common. */
export function areForms(a: Word, b: Word): boolean {
	return hasFormIn(a, b.lemmas);
}

/** True where two words are forms of one word or made of one another. */
export function areKin(a: Word, b: Word): boolean {
	return hasFormIn(b, kinOf(a.low)) || hasFormIn(a, kinOf(b.low));
}

/** True where two words are kin or share a meaning. */
export function areNear(a: Word, b: Word): boolean {
	return areKin(a, b) || hasFormIn(b, neighboursOf(a.low));
}

/** The word so many steps after a word, or before it where `steps` is negative. */
export function wordNear({ among, at }: Word, steps: number): Word | undefined {
	return among[at + steps];
}

/** How that word is compared; empty where there is none. */
export function lowNear(word: Word, steps: number): string {
	return wordNear(word, steps)?.low ?? '';
}

/** The words from so many steps after or before a word up to, and without, so many. */
export function wordsNear({ among, at }: Word, from: number, to: number): readonly Word[] {
	return among.slice(Math.max(0, at + from), at + to);
}

/** The words after a word, or before it, one by one: at most so many, and none past a sign that `stops`. */
export function* wordsOn(word: Word, step: 1 | -1, most: number, stops: RegExp): Generator<Word> {
	let last = word;
	for (let far = 1; far <= most; far++) {
		const next = wordNear(word, step * far);
		if (!next || stops.test((step > 0 ? next : last).gap)) return;
		yield next;
		last = next;
	}
}

/** Small words that part from their verb, as in “turned the offer down”. */
const PARTICLES = new Set(['down', 'out', 'off', 'up', 'back', 'away']);
const MOST_BETWEEN = 4;

/**
 * The first words of all places where a phrase stands. A word of the phrase fits all forms of it, but “will” not “willing”; a
 * particle may stand some words after its verb.
 */
export function findPhrase(words: readonly Word[], phrase: string): Word[] {
	const [first = '', ...rest] = phrase.split(' ');
	const [last = ''] = rest;
	return (placesIn(words).get(first) ?? []).filter(
		(word) =>
			rest.every((part, index) => fits(wordNear(word, index + 1), part)) ||
			(rest.length === 1 && PARTICLES.has(last) && wordsNear(word, 2, 2 + MOST_BETWEEN).some(({ low }) => low === last))
	);
}

/** The first of some phrases that stands among words. */
export function phraseIn(words: readonly Word[], phrases: readonly string[]): string | undefined {
	return phrases.find((phrase) => findPhrase(words, phrase).length > 0);
}

const indices = new WeakMap<readonly Word[], Map<string, Word[]>>();

/** The words by each of their forms. */
function placesIn(words: readonly Word[]): Map<string, Word[]> {
	const known = indices.get(words);
	if (known) return known;
	const places = groupBy(words, (word) => [word.low, ...word.lemmas].filter((form) => fits(word, form)));
	indices.set(words, places);
	return places;
}

function fits(word: Word | undefined, part: string): boolean {
	return word !== undefined && (word.low === part || (!FUNCTION_WORDS.has(part) && word.lemmas.has(part)));
}
