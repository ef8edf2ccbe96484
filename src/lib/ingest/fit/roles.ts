import { finding, type Finding } from './fit-finding';
import { canBeVerb } from './lexicon';
import { areOneName, isNameWord } from './name-findings';
import type { Ground } from './ground';
import { areForms, isContent, readText, type Reading, type Word } from './reading';
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
function rolesIn(reading: Reading): Role[] {
	const { words } = reading;
	return words.flatMap((verb, at) => {
		if (verb.capital || !isContent(verb) || !canBeVerb(verb.low)) return [];
		const [before, after] = [nameNear(reading, at, -1), nameNear(reading, at, 1)];
		if (before === null || after === null) return [];
		const passive = ['was', 'were', 'been', 'is', 'are', 'be', 'being'].includes(words[at - 1]?.low ?? '');
		if (passive && !hasBy(words, at)) return [];
		return [passive ? { verb, by: after, to: before } : { verb, by: before, to: after }];
	});
}

const FAR = 8;
const hasBy = (words: readonly Word[], at: number) => words.slice(at + 1, at + FAR).some(({ low }) => low === 'by');

function nameNear({ words }: Reading, at: number, step: 1 | -1): Word | null {
	for (let far = 1; far <= FAR; far++) {
		const [word, last] = [words[at + step * far], words[at + step * (far - 1)]];
		if (word === undefined || last === undefined) return null;
		if (/[.;:]/.test((step > 0 ? word : last).gap)) return null;
		if (isNameWord(word, words, at + step * far)) return word;
	}
	return null;
}

function areConverse(verb: Word, other: Word): boolean {
	return CONVERSES.some(([one, two]) => {
		const is = (word: Word, lemmas: readonly string[]) => lemmas.some((lemma) => word.lemmas.has(lemma));
		return (is(verb, one) && is(other, two)) || (is(verb, two) && is(other, one));
	});
}
