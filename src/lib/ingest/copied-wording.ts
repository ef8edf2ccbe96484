import type { Dataset } from '$lib/domain/dataset';
import { groupBy } from '$lib/domain/group-by';
import { type Location, locationOf, type PathIn, textsAt } from './location';

/** Words between quotation marks, of whatever shape, with their marks. */
export const QUOTATION = /“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]/g;

/** A text that we wrote, with the location where it stands. */
interface OwnText extends Location {
	text: string;
}

type Written<List extends keyof Dataset> = Dataset[List] extends readonly (infer Value)[]
	? readonly PathIn<Omit<Value, 'geometry'>>[]
	: never;

/** What we wrote ourselves in the entries of each list, and could have copied from a document. */
const WRITTEN = {
	topics: ['definition'] satisfies Written<'topics'>,
	agents: ['role'] satisfies Written<'agents'>,
	questions: ['title', 'remarks', 'answers/*/title'] satisfies Written<'questions'>,
	relations: ['why'] satisfies Written<'relations'>,
	unquoted: ['role'] satisfies Written<'unquoted'>,
	sources: ['dating', 'record/note', 'warnings/*/text', 'unmapped/*/why'] satisfies Written<'sources'>,
	history: [
		'note',
		'claims/added/*/why',
		'claims/changed/*/why',
		'claims/withdrawn/*/why',
		'features/added/*/why',
		'features/changed/*/why',
		'features/withdrawn/*/why',
		'claims/changed/*/was/text',
		'claims/withdrawn/*/was/text'
	] satisfies Written<'history'>,
	claims: [
		'text',
		'said/remark',
		'concerns/remark',
		'positions/*/why',
		'antecedents/*/remark'
	] satisfies Written<'claims'>
};

/** Remarks of claims that do not stand in the file where they stand in the dataset; they are told as the claim's own. */
const MOVED = ['ties/*/remark', 'attribution/*/remark', 'inferred/*/remark'] satisfies Written<'claims'>;
const OF_PLACE = ['georeference/remarks'] satisfies Written<'features'>;

/** Every text of a dataset that is ours and could have been copied from a document. */
export function textsOf(dataset: Dataset): OwnText[] {
	const textsIn = (entry: object, patterns: readonly string[], pathOf = (path: string) => path) => {
		const { file, path: parent } = locationOf(entry);
		const found = patterns.flatMap((pattern) => textsAt(entry, pattern));
		return found.map(({ path, text }) => ({ file, path: parent + pathOf(path), text }));
	};
	return [
		{ file: 'dataset.json', path: '/description', text: dataset.info.description },
		...Object.entries(WRITTEN).flatMap(([list, patterns]) =>
			dataset[list as keyof typeof WRITTEN].flatMap((entry) => textsIn(entry, patterns))
		),
		...dataset.features.flatMap((feature) => textsIn(feature, OF_PLACE, (path) => `/properties${path}`)),
		...dataset.claims.flatMap((claim) => textsIn(claim, MOVED, () => ''))
	];
}

/**
 * The indices of the texts that share `count` words in a row with a document, outside of what they quote. Words are compared
 * without case, accents of composition and punctuation, and run on over the ends of sentences and paragraphs.
 */
export function wordsInRow(texts: readonly string[], document: string, count: number): number[] {
	const rows = groupBy(texts.keys(), (index) =>
		(texts[index] ?? '').split(QUOTATION).flatMap((part) => rowsOf(part, count))
	);
	const found = new Set<number>();
	for (const row of rowsOf(document, count)) {
		for (const index of rows.get(row) ?? []) found.add(index);
	}
	return [...found].sort((a, b) => a - b);
}

function rowsOf(text: string, count: number): string[] {
	const words = wordsOf(text);
	return words.slice(count - 1).map((_, at) => words.slice(at, at + count).join(' '));
}

/** An apostrophe is part of its word, in whatever shape it is set; all else that is no letter or digit parts words. */
function wordsOf(text: string): string[] {
	const folded = text.normalize('NFKC').toLowerCase().replaceAll(/['’ʼ]/g, '');
	return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
