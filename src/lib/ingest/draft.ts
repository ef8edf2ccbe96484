import type { Agent, Unquoted } from '$lib/domain/attribution';
import type { DatasetInfo } from '$lib/domain/dataset';
import type { DatasetVersion } from '$lib/domain/history';
import type { Issue } from '$lib/domain/issue';
import type { Layer } from '$lib/domain/layer';
import type { AnswerRelation, Question } from '$lib/domain/question';
import type { Source } from '$lib/domain/source';
import type { Topic } from '$lib/domain/topic';
import type { TextFile } from './files';
import type { ClaimForm, FeatureForm } from './form';
import { parseJson } from './json';
import type { Location } from './location';
import { breachIn, quote } from './rule-list';
import { schemaIssues, type FileKind } from './schema';

/** A value with the location where it stands. */
export interface Entry<T> extends Location {
	value: T;
}

/** The things that are referred to by id. */
const ID_KINDS = ['layer', 'feature', 'source', 'claim', 'topic', 'question', 'agent'] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** The lists of the files, by their names there. */
interface Lists {
	layers: Layer;
	features: FeatureForm;
	claims: ClaimForm;
	topics: Topic;
	questions: Question;
	relations: AnswerRelation;
	agents: Agent;
	unquoted: Unquoted;
	/** Versions of the dataset; none where it has no history. */
	versions: DatasetVersion;
}
type ListName = keyof Lists;

/** Which lists a file of each kind has. */
const LISTS: Readonly<Record<FileKind, readonly ListName[]>> = {
	dataset: ['layers'],
	layer: ['features'],
	source: ['claims'],
	topics: ['topics'],
	questions: ['questions', 'relations'],
	agents: ['agents', 'unquoted'],
	changes: ['versions'],
	notes: [],
	countries: []
};

/**
 * The data folder between reading and the rules: every part whose form is sound, typed, with its location. A rule that
 * needs a whole list of something waits until that list reads, so that one mistake is not reported as fifty.
 */
export type Draft = { [List in ListName]: Entry<Lists[List]>[] } & {
	files: readonly ParsedFile[];
	info: Entry<DatasetInfo> | null;
	/** Sources whose own members are sound; their claims stand in `claims`, and only there. */
	sources: Entry<Source>[];
	/** The order of notes' numbers by the id of their feature; null where the folder leaves it to the reading order. */
	noteOrder: Entry<Record<string, string[]>> | null;
	/** True where the history is of sound form throughout. */
	historySound: boolean;
	/** Every id that is given, of entries with unsound form as well. */
	ids: Record<IdKind, Set<string>>;
	/** True where every file that gives ids of the kind could be read. */
	known: Record<IdKind, boolean>;
	/** True where every source is of sound form throughout. */
	sourcesSound: boolean;
	/** Files that are sound from end to end. */
	soundFiles: Set<string>;
};

/** A file of the data with its kind and its value; `value` is undefined where the text is not JSON. */
export interface ParsedFile extends TextFile {
	kind: FileKind;
	value: unknown;
	/** Paths in the file whose form is unsound. */
	unsound: string[];
}

/** Parses a file and holds it against the schema of its kind. */
export function parseFile(kind: FileKind, file: TextFile): { parsed: ParsedFile; issues: Issue[] } {
	const { value, issues: syntax } = parseJson(file.file, file.text);
	const issues = syntax.length > 0 ? syntax : schemaIssues(kind, file.file, value);
	return { parsed: { ...file, kind, value, unsound: issues.map(({ path }) => path) }, issues };
}

/** The draft of a folder, with the issues of ids that stand twice. `complete` is false where a file could not be read. */
export function draftOf(files: readonly ParsedFile[], complete: boolean): { draft: Draft; issues: Issue[] } {
	const issues: Issue[] = [];
	const isSound = ({ unsound }: ParsedFile) => unsound.length === 0;
	const each = (kind: FileKind, holds: (file: ParsedFile) => boolean) =>
		files.every((file) => file.kind !== kind || holds(file));
	const byKind = <T>(of: (kind: IdKind) => T) =>
		Object.fromEntries(ID_KINDS.map((kind) => [kind, of(kind)])) as Record<IdKind, T>;
	const readable = (kind: IdKind) =>
		kind === 'source'
			? each('source', ({ value }) => value !== undefined)
			: files.every((file) => LISTS[file.kind].every((list) => kindOf(list) !== kind || listOf(file, list) !== null));
	const draft: Draft = {
		files,
		info: null,
		layers: [],
		features: [],
		sources: [],
		claims: [],
		topics: [],
		questions: [],
		relations: [],
		agents: [],
		unquoted: [],
		noteOrder: null,
		versions: [],
		historySound: each('changes', isSound),
		ids: byKind(() => new Set()),
		known: byKind((kind) => complete && readable(kind)),
		sourcesSound: complete && each('source', isSound),
		soundFiles: new Set(files.filter(isSound).map(({ file }) => file))
	};

	const give = (kind: IdKind, entry: Entry<unknown>) => {
		const id = memberOf(entry.value, 'id');
		if (typeof id !== 'string') return;
		if (draft.ids[kind].has(id)) {
			const message = `The ${kind} id ${quote(id)} is given to another ${kind} before.`;
			issues.push(breachIn('id-unique', entry, '/id', message, 'Give each its own.'));
		}
		draft.ids[kind].add(id);
	};

	for (const parsed of files) {
		const { kind, file, value, unsound } = parsed;
		const whole = { file, path: '', value };
		// Of a path, what leads to the entry of a list.
		const broken = new Set(unsound.map((path) => path.split('/').slice(0, 3).join('/')));
		if (kind === 'source') give('source', whole);
		for (const list of LISTS[kind]) {
			const entries = listOf(parsed, list) ?? [];
			const ids = kindOf(list);
			if (ids) entries.forEach((entry) => give(ids, entry));
			(draft[list] as Entry<unknown>[]).push(...entries.filter(({ path }) => !broken.has(path)));
		}
		const inClaims = (path: string) => /^\/claims\/./.test(path);
		if (kind === 'source' && listOf(parsed, 'claims') !== null && unsound.every(inClaims)) {
			draft.sources.push(whole as Entry<Source>);
		}
		if (unsound.length > 0) continue;
		if (kind === 'dataset') draft.info = whole as Entry<DatasetInfo>;
		if (kind === 'notes') {
			draft.noteOrder = { file, path: '/notes', value: memberOf(value, 'notes') as Record<string, string[]> };
		}
	}
	return { draft, issues };
}

/** What the ids of a list's entries are ids of. */
function kindOf(list: ListName): IdKind | undefined {
	return ID_KINDS.find((kind) => list === `${kind}s`);
}

/** The entries of a list of a file, sound or not; null where the file has no such list. */
function listOf({ file, value }: ParsedFile, list: ListName): Entry<unknown>[] | null {
	const values = memberOf(value, list);
	if (!Array.isArray(values)) return null;
	return values.map((entry: unknown, index) => ({ file, path: `/${list}/${index}`, value: entry }));
}

function memberOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;
}
