import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { areOneName, isNameWord } from './name-findings';
import { readText, type Reading, type Word } from './reading';
import { NO_SPEAKER_PAST, SAYING, SPEAKER_BEFORE } from './tables/name-words';

/** Who a text lets speak, where the passage lets somebody else say it. */
export function speakerFindings(text: string, { passage, known }: Ground): Finding[] {
	const [own, given] = [speakersIn(readText(text)), speakersIn(readText(passage))];
	if (own.length === 0 || given.length === 0) return [];
	const spellings = known.map((names) =>
		names.flatMap((name) => readText(name).words.filter(({ capital }) => capital))
	);
	const isSame = (a: Word, b: Word) =>
		areOneName(a, b) || spellings.some((group) => [a, b].every((word) => group.some((one) => areOneName(one, word))));
	if (own.some((word) => given.some((other) => isSame(word, other)))) return [];
	const words = own.map(({ text: name }) => name).join(' ');
	const message = `The text lets “${words}” say it, the passage “${given.map(({ text: name }) => name).join(' ')}”.`;
	return [finding('claim-name', words, message, 'Give the words to those to whom the passage gives them.')];
}

/** Names before a verb of saying or right after it, as in “said Quill”, and after “according to”. */
function speakersIn({ words }: Reading): Word[] {
	return words.flatMap((word, at) => {
		// Who “he” is, the sentence before may say.
		if (SAYING.has(word.low) && words.slice(Math.max(0, at - 3), at).some(({ low }) => SPEAKER_BEFORE.has(low)))
			return [];
		const accordingTo = word.low === 'according' && words[at + 1]?.low === 'to';
		if (accordingTo) return namesFrom(words, at + 2, 1);
		const passive = ['was', 'were', 'been', 'is', 'are'].includes(words[at - 1]?.low ?? '');
		if (!SAYING.has(word.low) || passive) return [];
		return [...namesFrom(words, at - 1, -1), ...namesFrom(words, at + 1, 1)];
	});
}

const FAR = 8;

/** The names within some words of a place, up to a comma. */
function namesFrom(words: readonly Word[], from: number, step: 1 | -1): Word[] {
	const found: Word[] = [];
	for (let far = 0; far < FAR; far++) {
		const word = words[from + step * far];
		const last = words[from + step * (far - 1)];
		if (word === undefined) break;
		const gap = (last && far > 0 && (step > 0 ? word : last).gap) || '';
		if (/[;:.]/.test(gap) || NO_SPEAKER_PAST.has(word.low) || (step > 0 && /,/.test(gap))) break;
		if (isNameWord(word, words, from + step * far)) found.push(word);
	}
	return found;
}
