import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { familyOf, isCommonWord, isPlaceName, kinOf, sharersOf } from './lexicon';
import { memoized } from './memoized';
import { areForms, readText, type Word, wordNear } from './reading';
import { CURRENCY_OWNERS, DEMONYM_ENDINGS, NO_NAMES, SMALL_WORDS } from './tables/name-words';
import { FUNCTION_WORDS } from './tables/function-words';

/** Names in a text that neither the passage has, nor its context, the claim's features or the agents of its chain. */
export function nameFindings(text: string, ground: Ground): Finding[] {
	const given = readText(allowedBy(ground).join(' . ')).words;
	const own = readText(text).words;
	const isGiven = (word: Word) => given.some((other) => areOneName(word, other));
	const spelledOut = initialsSpelledOut(own, given);
	const surnames = new Set(ground.known.flat().flatMap(surnameOf));
	const unknown = own.filter(
		(word) =>
			(isNameWord(word) || (word.capital && surnames.has(word.low))) &&
			!isGiven(word) &&
			!spelledOut.has(word) &&
			!isShortFor(word, given)
	);
	return together(text, unknown).map((words) =>
		finding('claim-name', words, `The text names “${words}”, which the passage does not.`)
	);
}

/** Words that stand side by side, as one name. */
function together(text: string, words: readonly Word[]): string[] {
	const spans: { start: number; end: number }[] = [];
	for (const { start, end } of words) {
		const last = spans.at(-1);
		if (last && /^[\s-]?$/.test(text.slice(last.end, start))) last.end = end;
		else spans.push({ start, end });
	}
	return spans.map(({ start, end }) => text.slice(start, end).replace(/['’]s?$/, ''));
}

/** What the names of a text may come from: every spelling of what the passage or its context names by one of them. */
function allowedBy({ passage, context, names, known }: Ground): string[] {
	const texts = [passage, ...context];
	const words = readText(texts.join(' . ')).words;
	const named = known.filter((spellings) => spellings.some((name) => hasName(words, name)));
	return [...texts, ...names, ...named.flat()];
}

/** True where a text has a name whole, or the last word of one of several, which is how persons are named again. */
function hasName(words: readonly Word[], name: string): boolean {
	const parts = readText(name).words.filter(({ low }) => !SMALL_WORDS.has(low));
	const whole = parts.length > 0 && parts.every((part) => words.some((word) => word.low === part.low));
	const last = parts.at(-1);
	return (
		whole ||
		(last !== undefined && last.capital && !isCommonWord(last.low) && words.some(({ low }) => low === last.low))
	);
}

/** The last word of a name of several, all with a capital: it names somebody also where it opens a sentence. */
function surnameOf(name: string): string[] {
	const { words } = readText(name);
	const last = words.at(-1);
	return words.length > 1 && last !== undefined && words.every(({ capital }) => capital) ? [last.low] : [];
}

/** True for a word with a capital that is not only that of the sentence, and is no title, day or month. */
export function isNameWord(word: Word): boolean {
	const { low, text, capital, opens } = word;
	const next = wordNear(word, 1);
	if (!capital || NO_NAMES.has(low) || (FUNCTION_WORDS.has(low) && text !== 'US')) return false;
	// “US dollars” for “$”.
	if (CURRENCY_OWNERS.some(([owner, currency]) => owner === low && next?.lemmas.has(currency))) return false;
	if (!opens || /^\p{Lu}{2,}/u.test(text)) return true;
	// An adjective that opens a sentence before a name, as in “Former Vice President”, is mostly no part of it.
	return !isCommonWord(low) || isPlaceName(low);
}

/** True where two words are one name or one is made of the other: “Syrian” and “Syria”, “US” and “American”. */
export function areOneName(word: Word, other: Word): boolean {
	if (word.low === other.low || areForms(word, other)) return true;
	if (isDemonym(word.low, other.low) || isDemonym(other.low, word.low)) return true;
	const names = otherNamesOf(word.low);
	for (const name of otherNamesOf(other.low)) if (names.has(name)) return true;
	// “Defence” and “Defense”: where the dictionary has both for one thing.
	return other.capital && word.low.length > 3 && isCommonWord(word.low) && sharersOf(word.low).has(other.low);
}

/** “Ruritanian” of “Ruritania”, for what no dictionary knows. */
function isDemonym(longer: string, shorter: string): boolean {
	const stem = shorter.replace(/[aeo]$/, '').replace(/i$/, '');
	return stem.length > 3 && longer.startsWith(stem) && DEMONYM_ENDINGS.has(longer.slice(stem.length));
}

/** What a name is called besides: its synonyms, and what is made of them. */
const otherNamesOf = memoized((low): ReadonlySet<string> => {
	const found = new Set([...kinOf(low)].flatMap((name) => [name, ...sharersOf(name)]));
	for (const name of [...found]) for (const other of familyOf(name)) found.add(other);
	return found;
});

/** Words of a text whose initials are an abbreviation of the passage: “United Nations” where it has “UN”. */
function initialsSpelledOut(own: readonly Word[], given: readonly Word[]): Set<Word> {
	const short = new Set(given.filter(({ text }) => isAbbreviation(text)).map(({ low }) => low));
	return new Set(
		runsOf(own).flatMap((run) =>
			partsOf(run)
				.filter((part) => short.has(initialsOf(part)))
				.flat()
		)
	);
}

/** True for an abbreviation whose letters begin words that stand in a row in the passage. */
function isShortFor({ text, low }: Word, given: readonly Word[]): boolean {
	return isAbbreviation(text) && runsOf(given).some((run) => partsOf(run).some((part) => initialsOf(part) === low));
}

const isAbbreviation = (text: string) => /^\p{Lu}{2,}s?$/u.test(text.replace(/['’]s?$/, '').replaceAll('.', ''));
const initialsOf = (words: readonly Word[]) => words.map(({ low }) => low[0] ?? '').join('');

/** Words with a capital that follow each other, small words between them left out. */
function runsOf(words: readonly Word[]): Word[][] {
	const runs: Word[][] = [[]];
	for (const word of words) {
		if (word.capital) runs.at(-1)?.push(word);
		else if (!SMALL_WORDS.has(word.low)) runs.push([]);
	}
	return runs.filter((run) => run.length > 1);
}

function partsOf(run: readonly Word[]): Word[][] {
	return run.flatMap((_, from) =>
		Array.from({ length: Math.min(6, run.length - from) - 1 }, (_, more) => run.slice(from, from + more + 2))
	);
}
