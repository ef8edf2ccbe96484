import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { areOneName, isNameWord } from './name-findings';
import { lowNear, readText, type Reading, type Word, wordNear, wordsNear, wordsOn } from './reading';
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
	const [words = '', other = ''] = [own, given].map((speakers) => speakers.map(({ text: name }) => name).join(' '));
	const message = `The text lets “${words}” say it, the passage “${other}”.`;
	return [finding('claim-name', words, message, 'Give the words to those to whom the passage gives them.')];
}

/** Names before a verb of saying or right after it, as in “said Quill”, and after “according to”. */
function speakersIn({ words }: Reading): Word[] {
	return words.flatMap((word) => {
		if (word.low === 'according' && lowNear(word, 1) === 'to') return namesFrom(word, 2, 1);
		if (!SAYING.has(word.low) || PASSIVE.has(lowNear(word, -1))) return [];
		// Who “he” is, the sentence before may say.
		if (wordsNear(word, -3, 0).some(({ low }) => SPEAKER_BEFORE.has(low))) return [];
		return [...namesFrom(word, -1, -1), ...namesFrom(word, 1, 1)];
	});
}

const PASSIVE = new Set(['was', 'were', 'been', 'is', 'are']);
const FAR = 8;

/** The names from the word that is so many steps away onwards, up to a sign that ends what is said of it. */
function namesFrom(word: Word, steps: number, step: 1 | -1): Word[] {
	const first = wordNear(word, steps);
	if (!first) return [];
	const near = [first, ...wordsOn(first, step, FAR - 1, step > 0 ? /[,;:.]/ : /[;:.]/)];
	const end = near.findIndex(({ low }) => NO_SPEAKER_PAST.has(low));
	return near.slice(0, end < 0 ? undefined : end).filter(isNameWord);
}
