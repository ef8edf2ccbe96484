import type { Denials } from './denials';
import { oppositesOf } from './lexicon';
import { areKin, areNear, isContent, phraseIn, type Reading, type Word } from './reading';
import { CONTRARIES, LIGHT, PARTICLES } from './tables/negation-words';

/** A word of a text and what the passage has instead, its opposite. */
export interface Opposite {
	words: string;
	opposite: string;
}

/** The words and phrases of a text of which the passage has the opposite, and not them. */
export function oppositesIn(own: Denials, passage: Denials): Opposite[] {
	return [...contraries(own, passage), ...antonyms(own, passage)];
}

/** True where the dictionary has two words for opposites, in any of their forms, or one for the opposite of what means the other. */
function areOpposite(word: Word, other: Word): boolean {
	return isAmong(oppositesOf(word.low), other) || isAmong(oppositesOf(other.low), word);
}

function isAmong(words: ReadonlySet<string>, { lemmas }: Word): boolean {
	for (const lemma of lemmas) if (words.has(lemma)) return true;
	return false;
}

const countDenying = ({ denials }: Denials) => denials.filter(({ kind }) => kind === 'denying').length;

/** Phrases of a text to which the passage has the contrary. */
function contraries(own: Denials, passage: Denials): Opposite[] {
	return CONTRARIES.flatMap(([one, other]) =>
		[
			[one, other],
			[other, one]
		].flatMap(([said = [], contrary = []]) => {
			const [words, opposite] = [phraseIn(own.words, said), phraseIn(passage.words, contrary)];
			if (
				words === undefined ||
				opposite === undefined ||
				phraseIn(own.words, contrary) ||
				phraseIn(passage.words, said)
			)
				return [];
			const isDenied = [words, opposite].some((phrase) => phrase.startsWith('no '));
			if (!isDenied && countDenying(own) !== countDenying(passage)) return [];
			return [{ words, opposite }];
		})
	);
}

/** Words that the dictionary sets against words of the passage. */
function antonyms(own: Denials, passage: Denials): Opposite[] {
	return own.words.flatMap((word, at) => {
		if (!isPlain(own, at) || passage.words.some((other) => areNear(word, other))) return [];
		const place = passage.words.findIndex((other, index) => isPlain(passage, index) && areOpposite(word, other));
		const opposite = passage.words[place];
		if (opposite === undefined || own.words.some((other) => areKin(other, opposite))) return [];
		if (isDenied(own, at) !== isDenied(passage, place)) return [];
		return [{ words: word.text, opposite: opposite.text }];
	});
}

/** True for a word with a meaning of its own, which no particle changes. */
function isPlain({ words }: Reading, at: number): boolean {
	const word = words[at];
	if (word === undefined || !isContent(word) || [...word.lemmas].some((lemma) => LIGHT.has(lemma))) return false;
	return !PARTICLES.has(words[at + 1]?.low ?? '');
}

function isDenied({ denials }: Denials, at: number): boolean {
	return denials.some(({ kind, reach }) => kind === 'denying' && reach.has(at));
}
