import { finding, type Finding } from './fit-finding';
import { canBeVerb } from './lexicon';
import { areOneName, isNameWord } from './name-findings';
import type { Ground } from './ground';
import { areForms, isContent, lowNear, readText, type Reading, type Word, wordsNear, wordsOn } from './reading';
import { CONVERSES } from './tables/name-words';

/** Names that change places around a verb: who lost and who won, who sold and who bought. */
export function roleFindings(text: string, { passage }: Ground): Finding[] {
	const [own, given] = [rolesIn(readText(text)), rolesIn(readText(passage))];
	return own.flatMap((one) => {
		const other = given.find((role) => areForms(one.verb, role.verb) || areConverse(one.verb, role.verb));
		if (other === undefined) return [];
		const turned = areConverse(one.verb, other.verb);
		const [by, to] = turned ? [other.to, other.by] : [other.by, other.to];
		const swapped = areOneName(one.by, to) && areOneName(one.to, by);
		if (!swapped || areOneName(by, to)) return [];
		const words = `${one.by.text} ${one.verb.text} ${one.to.text}`;
		const message = `The text puts “${one.by.text}” where the passage has “${by.text}” with “${other.verb.text}”.`;
		return [finding('claim-name', words, message, 'Let each do what the passage lets them do.')];
	});
}

interface Role {
	verb: Word;
	by: Word;
	to: Word;
}

/** Verbs with the name before them and the name after them; turned round where the verb is passive. */
function rolesIn({ words }: Reading): Role[] {
	return words.flatMap((verb) => {
		if (verb.capital || !isContent(verb) || !canBeVerb(verb.low)) return [];
		const [before, after] = [nameNear(verb, -1), nameNear(verb, 1)];
		if (!before || !after) return [];
		if (!PASSIVE.has(lowNear(verb, -1))) return [{ verb, by: before, to: after }];
		return wordsNear(verb, 1, FAR).some(({ low }) => low === 'by') ? [{ verb, by: after, to: before }] : [];
	});
}

const PASSIVE = new Set(['was', 'were', 'been', 'is', 'are', 'be', 'being']);
const FAR = 8;

function nameNear(word: Word, step: 1 | -1): Word | undefined {
	return [...wordsOn(word, step, FAR, /[.;:]/)].find(isNameWord);
}

function areConverse(verb: Word, other: Word): boolean {
	const is = (word: Word, lemmas: readonly string[]) => lemmas.some((lemma) => word.lemmas.has(lemma));
	return CONVERSES.some(([one, two]) => (is(verb, one) && is(other, two)) || (is(verb, two) && is(other, one)));
}
