import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { areNear, findPhrase, phraseIn, readText, type Word } from './reading';
import { DENYING } from './tables/negation-words';
import { MAY_BE, STRENGTHS, type Strength } from './tables/strength-words';
import { wordSet } from './tables/word-set';

/** Words that make a text surer, wider or narrower than its passage, and such words of the passage that it leaves out. */
export function strengthFindings(text: string, ground: Ground): Finding[] {
	const own = readText(text).words;
	const passage = readText(ground.passage).words;
	const denies = own.some(({ low }) => DENYING.has(low));
	const added = addedStrength(text, ground);
	const lost = STRENGTHS.flatMap((strength) => {
		const { says, mayBeLost } = strength;
		const word = unanswered(strength, passage, own);
		// What is denied altogether needs no “may”.
		if (word === null || mayBeLost === true || (says === MAY_BE && denies)) return [];
		return [finding('claim-strength', word, `The passage says ${says} (“${word}”), the text does not.`)];
	});
	return [...added, ...lost];
}

/** Words that make a text surer, wider or narrower than its passage and what gives that its meaning. */
export function addedStrength(text: string, { passage, context, verbs }: Ground): Finding[] {
	const own = readText(text).words;
	const given = [passage, ...context, verbs.join(' ')].flatMap((part) => readText(part).words);
	return STRENGTHS.flatMap((strength) => {
		const { says } = strength;
		const word = unanswered(strength, own, given);
		return word === null
			? []
			: [finding('claim-strength', word, `The text says ${says} (“${word}”), the passage does not.`)];
	});
}

/** The first word of a strength in one text that nothing in the other answers to; null where there is none. */
function unanswered({ words, like }: Strength, from: readonly Word[], to: readonly Word[]): string | null {
	const places = words.flatMap((phrase) => findPhrase(from, phrase).map((at) => ({ at, phrase })));
	const word = places.filter(({ at, phrase }) => !isOther(from, at, phrase)).sort((a, b) => a.at - b.at)[0];
	if (word === undefined) return null;
	if (phraseIn(to, [...words, ...like]) !== undefined) return null;
	const said = from[word.at];
	if (word.phrase.includes(' ')) return word.phrase;
	if (said !== undefined && to.some((other) => areNear(said, other))) return null;
	return said?.text ?? word.phrase;
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
function isOther(words: readonly Word[], at: number, phrase: string): boolean {
	const [before = '', word, after = ''] = [words[at - 1]?.low, words[at], words[at + 1]?.low];
	const other = OTHERS[phrase];
	if (other) return other.before?.has(before) === true || other.after?.has(after) === true;
	if (phrase === 'may') return word?.text === 'May' && (!word.opens || /^\d/.test(after));
	if (phrase === 'only') {
		const what = after === 'in' || after === 'a' ? words[at + 2]?.low : after;
		return /^(?:part|few|some|partial)/.test(what ?? '');
	}
	if (phrase === 'some') return /^\d/.test(after);
	return phrase === 'certain' && !['a', 'some'].includes(before) && after === 'that';
}
