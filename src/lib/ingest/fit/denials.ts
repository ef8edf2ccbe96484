import { antonymsOf, familyOf, isCommonWord, lemmasOf } from './lexicon';
import { findPhrase, isContent, phraseIn, readText, type Reading, type Word } from './reading';
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

/** Something that denies: its place and words, and the words that it denies. */
export interface Denial {
	at: number;
	words: string;
	kind: 'denying' | 'refusing' | 'prefix' | 'hindering';
	focus: Word[];
	/** Places of the words that it is over. */
	reach: ReadonlySet<number>;
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
	const denials = [...denyingIn(reading), ...prefixedIn(reading)];
	for (const denial of [...refusingIn(reading), ...tooIn(reading)]) {
		if (denial.words === 'too' || !denials.some(({ at }) => at === denial.at)) denials.push(denial);
	}
	return {
		...reading,
		denials,
		any: denials.length > 0,
		lasting: phraseIn(words, LASTING) !== undefined
	};
}

/** “Not”, “no”, “without” with the words that they deny. */
function denyingIn(reading: Reading): Denial[] {
	const { text, words } = reading;
	const lengthOf = (phrase: string, at: number) => phrase.split(' ').map((_, index) => at + index);
	const idle = new Set(NO_DENIALS.flatMap((phrase) => findPhrase(words, phrase).flatMap((at) => lengthOf(phrase, at))));
	return words.flatMap((word, at): Denial[] => {
		if (idle.has(at) || !DENYING.has(word.low)) return [];
		// “No longer” tells of a change, which “left” or “ended” tells as well.
		const clause = words[at + 1]?.low === 'longer' ? [] : clauseAfter(reading, at);
		const focus = clause.filter((other) => isContent(other) && !ADVERB.test(other.low));
		const count = DENYING_NEXT.has(word.low) ? 2 : 4;
		const [first] = focus;
		const denied = first ? text.slice(word.start, first.end) : word.text;
		return [{ at, words: denied, kind: 'denying', focus: focus.slice(0, count), reach: around(reading, at, 8, 12) }];
	});
}

/** “Unsuccessful”, which denies “successful”. */
function prefixedIn(reading: Reading): Denial[] {
	return reading.words.flatMap((word, at): Denial[] => {
		const rest = DENYING_PREFIXES.map((prefix) => withoutPrefix(word.low, prefix)).find((low) => low !== null);
		if (rest === undefined) return [];
		const positive: Word = { ...word, text: rest, low: rest, lemmas: lemmasOf(rest) };
		return [{ at, words: word.text, kind: 'prefix', focus: [positive], reach: around(reading, at, 6, 8) }];
	});
}

/** “Rejected”, “failed to”, “stopped”. */
function refusingIn(reading: Reading): Denial[] {
	const { words } = reading;
	const of = (kind: 'refusing' | 'hindering', phrases: readonly string[]) =>
		phrases.flatMap((phrase) =>
			findPhrase(words, phrase).map((at): Denial => {
				const focus = objectAfter(reading, at + phrase.split(' ').length - 1).slice(0, 3);
				return { at, words: words[at]?.text ?? phrase, kind, focus, reach: around(reading, at, 6, 8) };
			})
		);
	return [...of('refusing', REFUSING), ...of('hindering', HINDERING)];
}

/** “Too vague to be enforced”. */
function tooIn(reading: Reading): Denial[] {
	const { words } = reading;
	return findPhrase(words, 'too').flatMap((at): Denial[] => {
		const to = words.slice(at + 1, at + 4).findIndex(({ low }) => low === 'to');
		if (to < 0) return [];
		const focus = objectAfter(reading, at + 1 + to).slice(0, 2);
		return [{ at, words: 'too', kind: 'refusing', focus, reach: around(reading, at, 0, 8) }];
	});
}

const ADVERB = /ly$/;

/** “Successful” of “unsuccessful”; null where no word of the dictionary is left. */
function withoutPrefix(low: string, prefix: string): string | null {
	if (!low.startsWith(prefix) || low.length < prefix.length + 4) return null;
	const rest = low.slice(prefix.length);
	if (!isCommonWord(rest) || !isCommonWord(low)) return null;
	const isOpposite = [...lemmasOf(low)].some((lemma) => {
		const family = [...familyOf(lemma)];
		return family.some((kin) =>
			[...antonymsOf(kin)].some((other) => low.endsWith(other.slice(0, 4)) || rest.startsWith(other.slice(0, 4)))
		);
	});
	return isOpposite || prefix === 'un' || prefix === 'non' ? rest : null;
}

/** The words that follow within the clause. */
export function clauseAfter({ words }: Reading, at: number, most = 8): Word[] {
	const found: Word[] = [];
	for (let next = at + 1; next < words.length && found.length < most; next++) {
		const word = words[next];
		if (!word || /[.;:?!—]/.test(word.gap)) break;
		if (opensClause(words, next)) break;
		found.push(word);
	}
	return found;
}

/** What a refusal is of: the words with a meaning up to the next clause. */
function objectAfter(reading: Reading, at: number): Word[] {
	const clause = clauseAfter(reading, at);
	const end = clause.findIndex(({ low }) => CLAUSES.has(low));
	return (end < 0 ? clause : clause.slice(0, end)).filter((word) => isContent(word) || /^\d/.test(word.low));
}
/** True for “and” and “but” where a new predicate follows, which the denial of the one before does not reach. */
function opensClause(words: readonly Word[], at: number): boolean {
	return ['and', 'but'].includes(words[at]?.low ?? '') && PREDICATES.has(words[at + 1]?.low ?? '');
}
/** The places near a word within its clause, without its own. */
function around({ words }: Reading, at: number, back: number, ahead: number): Set<number> {
	const reach = new Set<number>();
	for (const [step, count] of [
		[-1, back],
		[1, ahead]
	] as const) {
		for (let far = 1; far <= count; far++) {
			const [near, word] = [words[at + step * (far - 1)], words[at + step * far]];
			if (!near || !word) break;
			const { gap } = step > 0 ? word : near;
			if (opensClause(words, at + step * far)) break;
			if (step > 0 ? /[.;:?!—]/.test(gap) : /[.,;:?!—]/.test(gap)) break;
			reach.add(at + step * far);
		}
	}
	return reach;
}
