import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { areNear, findPhrase, lowNear, phraseIn, readText, type Word } from './reading';
import { DENYING } from './tables/negation-words';
import { MAY_BE, STRENGTHS, type Strength } from './tables/strength-words';
import { wordSet } from './tables/word-set';

/** Words that make a text surer, wider or narrower than its passage, and such words of the passage that it leaves out. */
export function strengthFindings(text: string, ground: Ground): Finding[] {
	const own = readText(text).words;
	const passage = readText(ground.passage).words;
	const denies = own.some(({ low }) => DENYING.has(low));
	// What is denied altogether needs no “may”.
	const asked = STRENGTHS.filter(({ says, mayBeLost }) => mayBeLost !== true && !(says === MAY_BE && denies));
	const lost = unanswered(asked, passage, own).map(({ says, word }) =>
		finding('claim-strength', word, `The passage says ${says} (“${word}”), the text does not.`)
	);
	return [...addedStrength(text, ground), ...lost];
}

/** Words that make a text surer, wider or narrower than its passage and what gives that its meaning. */
export function addedStrength(text: string, { passage, context, verbs }: Ground): Finding[] {
	const given = readText([passage, ...context, ...verbs].join(' . ')).words;
	return unanswered(STRENGTHS, readText(text).words, given).map(({ says, word }) =>
		finding('claim-strength', word, `The text says ${says} (“${word}”), the passage does not.`)
	);
}

/** The strengths of one text that nothing in the other answers to, each with its first word. */
function unanswered(
	strengths: readonly Strength[],
	from: readonly Word[],
	to: readonly Word[]
): { says: string; word: string }[] {
	return strengths.flatMap(({ says, words, like }) => {
		const places = words.flatMap((phrase) => findPhrase(from, phrase).map((word) => ({ word, phrase })));
		const [first] = places.filter(({ word, phrase }) => !isOther(word, phrase)).sort((a, b) => a.word.at - b.word.at);
		if (first === undefined || phraseIn(to, [...words, ...like]) !== undefined) return [];
		const { word, phrase } = first;
		if (phrase.includes(' ')) return [{ says, word: phrase }];
		return to.some((other) => areNear(word, other)) ? [] : [{ says, word: word.text }];
	});
}

/** Words that look like one of strength and are another by the words beside them: “at all”, “take part”. */
const OTHERS: Readonly<Record<string, { before?: ReadonlySet<string>; after?: ReadonlySet<string> }>> = {
	could: { after: wordSet('not') },
	should: { after: wordSet('it he she they we there this that') },
	will: { before: wordSet('the a his her their of its') },
	all: { before: wordSet('at above after first of') },
	most: { before: wordSet('at the') },
	can: { before: wordSet('a the there'), after: wordSet('not') },
	part: { before: wordSet('take took taking taken takes') }
};

/** True for such a word, and for the month of May, “only part”, “some 20” and “in particular”. */
function isOther(word: Word, phrase: string): boolean {
	const [before, after] = [lowNear(word, -1), lowNear(word, 1)];
	const other = OTHERS[phrase];
	if (other) return other.before?.has(before) === true || other.after?.has(after) === true;
	switch (phrase) {
		case 'may':
			return word.text === 'May' && (!word.opens || /^\d/.test(after));
		case 'only':
			return /^(?:part|few|some|partial)/.test(after === 'in' || after === 'a' ? lowNear(word, 2) : after);
		case 'some':
			return /^\d/.test(after);
		case 'certain':
			return !['a', 'some'].includes(before) && after === 'that';
		default:
			return false;
	}
}
