import { datesIn } from './calendar';
import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { memoized } from './memoized';
import { lowOf, readText } from './reading';
import { dateFindings } from './date-findings';

/** True where a passage is in another language than our texts: by what its source says, or else by its script. */
export function isForeign(passage: string, language: string | undefined): boolean {
	if (language !== undefined && !/^en\b/i.test(language)) return true;
	const letters = passage.match(/\p{L}/gu) ?? [];
	return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length > letters.length / 2;
}

/** What is compared across languages: digits, dates, and the names that have a known spelling in the passage's language. */
export function foreignFindings(text: string, ground: Ground): Finding[] {
	return [...digitFindings(text, ground), ...dateFindings(text, ground), ...knownNameFindings(text, ground)];
}

/** Where the passage writes its numbers in words alone, digits of ours have nothing to be held against. */
function digitFindings(text: string, { passage, context, language }: Ground): Finding[] {
	const given = new Set([passage, ...context].flatMap((part) => digitsIn(part, language)));
	if (given.size === 0) return [];
	return digitsIn(text, 'en')
		.filter((digits) => !given.has(digits))
		.map((words) =>
			finding('claim-number', words, `The text says “${words}”, a number that the passage does not give.`)
		);
}

/** The numbers in digits of a text without those of its dates, in the digits of whatever script, without grouping. */
function digitsIn(text: string, language: string): string[] {
	const plain = latinDigits(text);
	const dates = datesIn(plain, null, language);
	return [...plain.matchAll(/\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?/g)]
		.filter(({ index }) => !dates.some(({ start, end }) => start <= index && index < end))
		.map(([digits]) => digits.replace(/[.,\u00a0\u202f ](?=\d{3}(?!\d))/g, '').replace(',', '.'));
}

/** Digits of any script as 0 to 9: each script has its ten in a row. */
export function latinDigits(text: string): string {
	return text.replace(/\p{Nd}/gu, (digit) => {
		const point = digit.codePointAt(0) ?? 0;
		let zero = point;
		while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero--;
		return String((point - zero) % 10);
	});
}

function knownNameFindings(text: string, { passage, context, names, known, language }: Ground): Finding[] {
	const parts = [passage, ...context];
	const allowed = new Set(names.map(lowOf));
	const words = readText(text).words;
	const has = (name: string) => {
		const parts = readText(name).words;
		return parts.length > 0 && words.some((_, at) => parts.every((part, index) => words[at + index]?.low === part.low));
	};
	return [...known, ...countryNames(language)].flatMap((spellings) => {
		const said = spellings.find((name) => /\p{Script=Latin}/u.test(name) && has(name));
		if (said === undefined || spellings.some((name) => allowed.has(lowOf(name)))) return [];
		// Without a spelling in its script, the passage cannot be asked for the name.
		const comparable = spellings.filter((name) => name !== said);
		if (comparable.length === 0 || spellings.some((name) => parts.some((part) => hasSpelling(part, name)))) return [];
		const message = `The text names “${said}”, which the passage does not by any spelling that is known.`;
		return [
			finding('claim-name', said, message, 'Name who or what the passage names, or add the spelling that it uses.')
		];
	});
}

/** Whether a spelling stands in a text, its last letter aside, which declension changes. */
function hasSpelling(text: string, spelling: string): boolean {
	const low = lowOf(spelling);
	const stem = low.length > 4 ? low.slice(0, -1) : low;
	return stem.length > 2 && lowOf(text).includes(stem);
}

/** The names of countries in English and in another language. */
const countryNames = memoized((language) => {
	const names = ['en', language].map((tag) => new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }));
	const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
	const codes = letters.flatMap((first) => letters.map((second) => first + second));
	return codes
		.map((code) => names.flatMap((name) => name.of(code) ?? []))
		.filter((spellings) => spellings.length === names.length);
});
