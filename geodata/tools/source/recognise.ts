import type { Draft } from '$lib/ingest/draft';
import { groupBy } from '$lib/domain/group-by';
import { wordsOf } from '$lib/domain/text';

/** Something that the atlas knows, and how a text spells it. */
export interface Recognised {
	kind: 'place' | 'agent' | 'topic';
	id: string;
	name: string;
	/** The spellings that were found, as the atlas has them. */
	spellings: string[];
}

type Known = Pick<Draft, 'features' | 'agents' | 'topics'>;

interface Spelling {
	words: string[];
	text: string;
	of: Omit<Recognised, 'spellings'>;
}

/**
 * Finds what a folder's places, agents and topics are called in a text: whole words, whatever their case and accents. Of a
 * person the last name does, of a topic its id, and whether it is singular or plural.
 */
export function recogniser(draft: Known): (text: string) => Recognised[] {
	const byFirstWord = groupBy(spellingsIn(draft), ({ words }) => words.slice(0, 1));
	return (text) => {
		const words = namesIn(text);
		const found = new Map<string, Recognised>();
		words.forEach((word, at) => {
			for (const { words: wanted, text: spelling, of } of byFirstWord.get(word) ?? []) {
				if (!wanted.every((one, index) => words[at + index] === one)) continue;
				const key = `${of.kind} ${of.id}`;
				const entry = found.get(key) ?? { ...of, spellings: [] };
				if (!entry.spellings.includes(spelling)) entry.spellings.push(spelling);
				found.set(key, entry);
			}
		});
		return [...found.values()];
	};
}

function spellingsIn({ features, agents, topics }: Known): Spelling[] {
	return [
		...features.flatMap(({ value: { id, properties } }) =>
			spellings({ kind: 'place', id, name: properties.name }, ...properties.names.map(({ text }) => text))
		),
		...agents.flatMap(({ value: { id, name, kind, names = [] } }) =>
			spellings({ kind: 'agent', id, name }, ...names, ...(kind === 'person' ? name.split(' ').slice(-1) : []))
		),
		...topics.flatMap(({ value: { id, title } }) =>
			spellings({ kind: 'topic', id, name: title }, ...id.split('-and-').map((part) => part.replaceAll('-', ' ')))
		)
	];
}

/** Each spelling once, however it is capitalised and accented. */
function spellings(of: Spelling['of'], ...others: readonly string[]): Spelling[] {
	const known = new Map<string, Spelling>();
	for (const text of [of.name, ...others]) {
		const words = namesIn(text);
		if (!known.has(words.join(' '))) known.set(words.join(' '), { words, text, of });
	}
	return [...known.values()];
}

/** Folded words without what a genitive or a plural adds. */
function namesIn(text: string): string[] {
	return wordsOf(text.replaceAll(/['’]s?(?![\p{L}\p{N}])/gu, '')).map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''));
}
