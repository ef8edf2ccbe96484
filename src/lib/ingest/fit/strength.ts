import type { Finding } from './fit-finding';
import type { Ground } from './ground';
import { areNear, findPhrase, readText, type Word } from './reading';
import { DENYING } from './tables/negation-words';
import { MAY_BE, STRENGTHS, type Strength } from './tables/strength-words';

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
		return [finding(word, `The passage says ${says} (“${word}”), the text does not.`)];
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
		return word === null ? [] : [finding(word, `The text says ${says} (“${word}”), the passage does not.`)];
	});
}

/** The first word of a strength in one text that nothing in the other answers to; null where there is none. */
function unanswered({ words, like }: Strength, from: readonly Word[], to: readonly Word[]): string | null {
	const places = words.flatMap((phrase) => findPhrase(from, phrase).map((at) => ({ at, phrase })));
	const word = places.filter(({ at, phrase }) => !isOther(from, at, phrase)).sort((a, b) => a.at - b.at)[0];
	if (word === undefined) return null;
	if ([...words, ...like].some((phrase) => findPhrase(to, phrase).length > 0)) return null;
	const said = from[word.at];
	if (word.phrase.includes(' ')) return word.phrase;
	if (said !== undefined && to.some((other) => areNear(said, other))) return null;
	return said?.text ?? word.phrase;
}

/** Words that look like one of strength and are another: the month of May, “at all”, “in particular”. */
function isOther(words: readonly Word[], at: number, phrase: string): boolean {
	const [before = '', word, after = ''] = [words[at - 1]?.low, words[at], words[at + 1]?.low];
	if (phrase === 'may' && word?.text === 'May' && (!word.opens || /^\d/.test(after))) return true;
	if (phrase === 'could' && after === 'not') return true;
	if (phrase === 'should' && PRONOUNS.has(after)) return true;
	if (
		phrase === 'only' &&
		(after === 'in' || after === 'a' ? words[at + 2]?.low : after)?.match(/^(?:part|few|some|partial)/)
	)
		return true;
	if (phrase === 'will' && ['the', 'a', 'his', 'her', 'their', 'of', 'its'].includes(before)) return true;
	if (phrase === 'all' && ['at', 'above', 'after', 'first', 'of'].includes(before)) return true;
	if (phrase === 'some' && /^\d/.test(after)) return true;
	if (phrase === 'most' && ['at', 'the'].includes(before)) return true;
	if (phrase === 'can' && (after === 'not' || ['a', 'the', 'there'].includes(before))) return true;
	if (phrase === 'part' && ['take', 'took', 'taking', 'taken', 'takes'].includes(before)) return true;
	return phrase === 'certain' && !['a', 'some'].includes(before) && after === 'that';
}

/** After “should”, they make a condition of it: “should it fail”. */
const PRONOUNS = new Set(['it', 'he', 'she', 'they', 'we', 'there', 'this', 'that']);

function finding(words: string, message: string): Finding {
	return {
		rule: 'claim-strength',
		words,
		message,
		remedy: 'Say it as surely and as widely as the passage does, no more and no less.'
	};
}
