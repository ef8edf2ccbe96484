import type { Denials } from './denials';
import { oppositesOf } from './lexicon';
import { areKin, areNear, hasFormIn, isContent, lowNear, phraseIn, type Word } from './reading';
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
	return hasFormIn(other, oppositesOf(word.low)) || hasFormIn(word, oppositesOf(other.low));
}

const countDenying = ({ denials }: Denials) => denials.filter(({ kind }) => kind === 'denying').length;

/** Phrases of a text to which the passage has the contrary. */
function contraries(own: Denials, passage: Denials): Opposite[] {
	const bothWays = CONTRARIES.flatMap(([one = [], other = []]) => [[one, other] as const, [other, one] as const]);
	return bothWays.flatMap(([said, contrary]) => {
		const [words, opposite] = [phraseIn(own.words, said), phraseIn(passage.words, contrary)];
		if (words === undefined || opposite === undefined) return [];
		if (phraseIn(own.words, contrary) ?? phraseIn(passage.words, said)) return [];
		const isDenied = words.startsWith('no ') || opposite.startsWith('no ');
		return isDenied || countDenying(own) === countDenying(passage) ? [{ words, opposite }] : [];
	});
}

/** Words that the dictionary sets against words of the passage. */
function antonyms(own: Denials, passage: Denials): Opposite[] {
	const given = passage.words.filter(isPlain);
	return own.words.filter(isPlain).flatMap((word) => {
		if (passage.words.some((other) => areNear(word, other))) return [];
		const opposite = given.find((other) => areOpposite(word, other));
		if (opposite === undefined || own.words.some((other) => areKin(other, opposite))) return [];
		return isDenied(own, word) === isDenied(passage, opposite) ? [{ words: word.text, opposite: opposite.text }] : [];
	});
}

/** True for a word with a meaning of its own, which no particle changes. */
function isPlain(word: Word): boolean {
	return isContent(word) && !hasFormIn(word, LIGHT) && !PARTICLES.has(lowNear(word, 1));
}

function isDenied({ denials }: Denials, word: Word): boolean {
	return denials.some(({ kind, reach }) => kind === 'denying' && reach.has(word));
}
