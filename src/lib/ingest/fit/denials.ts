import { antonymsOf, isCommonWord, kinOf, lemmasOf } from './lexicon';
import {
	findPhrase,
	isContent,
	lowNear,
	phraseIn,
	readText,
	type Reading,
	type Word,
	wordNear,
	wordsNear,
	wordsOn
} from './reading';
import {
	CLAUSES,
	DENYING,
	DENYING_NEXT,
	DENYING_PREFIXES,
	HINDERING,
	LASTING,
	NO_DENIALS,
	PREDICATES,
	REFUSING
} from './tables/negation-words';

/** Something that denies: its first word and all of them, and the words that it denies. */
export interface Denial {
	word: Word;
	words: string;
	kind: 'denying' | 'refusing' | 'prefix' | 'hindering';
	focus: readonly Word[];
	/** The words that it is over. */
	reach: ReadonlySet<Word>;
}

/** A text with all that it denies. */
export interface Denials extends Reading {
	denials: Denial[];
	/** True where something stands that may answer to a denial told otherwise. */
	lasting: boolean;
	/** True where anything at all is denied, also what both texts deny alike. */
	any: boolean;
}

/** Reads what a text denies: by “not” and its like, by words that begin with “un-”, and by verbs that refuse or hinder. */
export function readDenials(text: string): Denials {
	const reading = readText(text);
	const { words } = reading;
	const denials = [...denyingIn(reading), ...words.flatMap(prefixedIn)];
	const refusing = [...refusingIn(words, 'refusing', REFUSING), ...refusingIn(words, 'hindering', HINDERING)];
	for (const denial of refusing) if (!denials.some(({ word }) => word === denial.word)) denials.push(denial);
	denials.push(...findPhrase(words, 'too').flatMap(tooIn));
	return {
		...reading,
		denials,
		any: denials.length > 0,
		lasting: phraseIn(words, LASTING) !== undefined
	};
}

/** “Not”, “no”, “without” with the words that they deny. */
function denyingIn({ text, words }: Reading): Denial[] {
	const idle = NO_DENIALS.flatMap((phrase) =>
		findPhrase(words, phrase).flatMap((first) => wordsNear(first, 0, phrase.split(' ').length))
	);
	const denying = words.filter((word) => DENYING.has(word.low) && !idle.includes(word));
	return denying.map((word) => {
		// “No longer” tells of a change, which “left” or “ended” tells as well.
		const clause = lowNear(word, 1) === 'longer' ? [] : clauseAfter(word);
		const focus = clause.filter((other) => isContent(other) && !ADVERB.test(other.low));
		const [first] = focus;
		return {
			word,
			words: first ? text.slice(word.start, first.end) : word.text,
			kind: 'denying',
			focus: focus.slice(0, DENYING_NEXT.has(word.low) ? 2 : 4),
			reach: around(word, 8, 12)
		};
	});
}

/** “Unsuccessful”, which denies “successful”. */
function prefixedIn(word: Word): Denial[] {
	const rest = DENYING_PREFIXES.map((prefix) => withoutPrefix(word.low, prefix)).find((low) => low !== null);
	if (rest === undefined) return [];
	const positive: Word = { ...word, text: rest, low: rest, lemmas: lemmasOf(rest), among: [] };
	return [{ word, words: word.text, kind: 'prefix', focus: [positive], reach: around(word, 6, 8) }];
}

/** “Rejected”, “failed to”, “stopped”. */
function refusingIn(words: readonly Word[], kind: 'refusing' | 'hindering', phrases: readonly string[]): Denial[] {
	return phrases.flatMap((phrase) =>
		findPhrase(words, phrase).map((word) => {
			const last = wordNear(word, phrase.split(' ').length - 1) ?? word;
			const focus = objectAfter(last).slice(0, 3);
			return { word, words: word.text, kind, focus, reach: around(word, 6, 8) };
		})
	);
}

/** “Too vague to be enforced”. */
function tooIn(word: Word): Denial[] {
	const to = wordsNear(word, 1, 4).find(({ low }) => low === 'to');
	return to
		? [{ word, words: 'too', kind: 'refusing', focus: objectAfter(to).slice(0, 2), reach: around(word, 0, 8) }]
		: [];
}

const ADVERB = /ly$/;

/** “Successful” of “unsuccessful”; null where no word of the dictionary is left. */
function withoutPrefix(low: string, prefix: string): string | null {
	if (!low.startsWith(prefix) || low.length < prefix.length + 4) return null;
	const rest = low.slice(prefix.length);
	if (!isCommonWord(rest) || !isCommonWord(low)) return null;
	if (prefix === 'un' || prefix === 'non') return rest;
	const opposites = [...kinOf(low)].flatMap((kin) => [...antonymsOf(kin)]).map((other) => other.slice(0, 4));
	return opposites.some((stem) => low.endsWith(stem) || rest.startsWith(stem)) ? rest : null;
}

/** What ends a clause, forwards and backwards. */
const CLAUSE_END = /[.;:?!—]/;
const CLAUSE_BEGIN = /[.,;:?!—]/;

/** The words that follow within the clause. */
export function clauseAfter(word: Word, most = 8): Word[] {
	return upToClause(wordsOn(word, 1, most, CLAUSE_END));
}

/** What a refusal is of: the words with a meaning up to the next clause. */
function objectAfter(word: Word): Word[] {
	const clause = clauseAfter(word);
	const end = clause.findIndex(({ low }) => CLAUSES.has(low));
	return clause.slice(0, end < 0 ? undefined : end).filter((other) => isContent(other) || /^\d/.test(other.low));
}

/** Words up to “and” or “but” where a new predicate follows, which the denial of the one before does not reach. */
function upToClause(words: Iterable<Word>): Word[] {
	const all = [...words];
	const end = all.findIndex((word) => ['and', 'but'].includes(word.low) && PREDICATES.has(lowNear(word, 1)));
	return all.slice(0, end < 0 ? undefined : end);
}

/** The words near a word within its clause, without itself. */
function around(word: Word, back: number, ahead: number): Set<Word> {
	const before = upToClause(wordsOn(word, -1, back, CLAUSE_BEGIN));
	return new Set([...before, ...upToClause(wordsOn(word, 1, ahead, CLAUSE_END))]);
}
