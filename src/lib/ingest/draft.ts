import type { Agent, Unquoted } from '$lib/domain/attribution';
import type { DatasetInfo } from '$lib/domain/dataset';
import type { DatasetVersion } from '$lib/domain/history';
import type { Issue } from '$lib/domain/issue';
import type { AnswerRelation, Question } from '$lib/domain/question';
import type { Source } from '$lib/domain/source';
import type { Topic } from '$lib/domain/topic';
import type { TextFile } from './files';
import type { ClaimForm, FeatureForm } from './form';
import { child, parseJson } from './json';
import { breach, quote } from './rule-list';
import { schemaIssues, type FileKind } from './schema';

/** A value with the place where it stands: a JSON Pointer into a file. */
export interface Entry<T> {
	file: string;
	path: string;
	value: T;
}

/** The things that are referred to by id. */
export type IdKind = 'layer' | 'feature' | 'source' | 'claim' | 'topic' | 'question' | 'agent';

/**
 * The data folder between reading and the rules: every part whose form is sound, typed, with its place. A rule that
 * needs a whole list of something waits until that list reads, so that one mistake is not reported as fifty.
 */
export interface Draft {
	info: Entry<DatasetInfo> | null;
	features: (Entry<FeatureForm> & { layer: string })[];
	/** Sources whose own members are sound; their claims stand in `claims`, and only there. */
	sources: Entry<Source>[];
	claims: Entry<ClaimForm>[];
	topics: Entry<Topic>[];
	questions: Entry<Question>[];
	relations: Entry<AnswerRelation>[];
	agents: Entry<Agent>[];
	unquoted: Entry<Unquoted>[];
	/** The order of notes' numbers by the id of their feature; null where the folder leaves it to the reading order. */
	noteOrder: Entry<Record<string, string[]>> | null;
	/** Versions of the dataset; none where it has no history. */
	versions: Entry<DatasetVersion>[];
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
}

/** A file of the data with its kind and its value; `value` is undefined where the text is not JSON. */
export interface ParsedFile extends TextFile {
	kind: FileKind;
	value: unknown;
	/** Places of the file whose form is unsound. */
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
	const readable = (kind: FileKind, list: string) =>
		complete && files.every((file) => file.kind !== kind || Array.isArray(memberOf(file.value, list)));
	const draft: Draft = {
		info: null,
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
		historySound: files.every(({ kind, unsound }) => kind !== 'changes' || unsound.length === 0),
		ids: {
			layer: new Set(),
			feature: new Set(),
			source: new Set(),
			claim: new Set(),
			topic: new Set(),
			question: new Set(),
			agent: new Set()
		},
		known: {
			layer: readable('dataset', 'layers'),
			feature: readable('layer', 'features'),
			source: complete && files.every(({ kind, value }) => kind !== 'source' || value !== undefined),
			claim: readable('source', 'claims'),
			topic: readable('topics', 'topics'),
			question: readable('questions', 'questions'),
			agent: readable('agents', 'agents')
		},
		sourcesSound: complete && files.every(({ kind, unsound }) => kind !== 'source' || unsound.length === 0),
		soundFiles: new Set(files.filter(({ unsound }) => unsound.length === 0).map(({ file }) => file))
	};

	const give = (kind: IdKind, file: string, path: string, value: unknown) => {
		const id = memberOf(value, 'id');
		if (typeof id !== 'string') return;
		if (draft.ids[kind].has(id)) {
			const message = `The ${kind} id ${quote(id)} is given to another ${kind} before.`;
			issues.push(breach('id-unique', file, child(path, 'id'), message, 'Give each its own.'));
		}
		draft.ids[kind].add(id);
	};

	for (const parsed of files) {
		const { kind, file, value } = parsed;
		switch (kind) {
			case 'dataset':
				for (const { value: layer, path } of entries(parsed, 'layers').all) give('layer', file, path, layer);
				if (parsed.unsound.length === 0) draft.info = { file, path: '', value: value as DatasetInfo };
				break;
			case 'layer': {
				const features = entries<FeatureForm>(parsed, 'features');
				for (const { value: feature, path } of features.all) give('feature', file, path, feature);
				const layer = file.slice('layers/'.length, -'.geojson'.length);
				for (const entry of features.sound) draft.features.push({ ...entry, layer });
				break;
			}
			case 'source': {
				give('source', file, '', value);
				const claims = entries<ClaimForm>(parsed, 'claims');
				for (const { value: claim, path } of claims.all) give('claim', file, path, claim);
				draft.claims.push(...claims.sound);
				if (claims.restIsSound) draft.sources.push({ file, path: '', value: value as Source });
				break;
			}
			case 'topics':
				for (const entry of entries(parsed, 'topics').all) give('topic', file, entry.path, entry.value);
				draft.topics = entries<Topic>(parsed, 'topics').sound;
				break;
			case 'questions':
				for (const entry of entries(parsed, 'questions').all) give('question', file, entry.path, entry.value);
				draft.questions = entries<Question>(parsed, 'questions').sound;
				draft.relations = entries<AnswerRelation>(parsed, 'relations').sound;
				break;
			case 'agents':
				for (const entry of entries(parsed, 'agents').all) give('agent', file, entry.path, entry.value);
				draft.agents = entries<Agent>(parsed, 'agents').sound;
				draft.unquoted = entries<Unquoted>(parsed, 'unquoted').sound;
				break;
			case 'changes':
				draft.versions = entries<DatasetVersion>(parsed, 'versions').sound;
				break;
			case 'notes':
				if (parsed.unsound.length === 0) {
					draft.noteOrder = { file, path: '/notes', value: memberOf(value, 'notes') as Record<string, string[]> };
				}
				break;
			case 'countries':
				break;
		}
	}
	return { draft, issues };
}

/** The entries of a list of a file: all of them, and those whose form is sound. */
function entries<T>(
	{ file, value, unsound }: ParsedFile,
	list: string
): { all: Entry<unknown>[]; sound: Entry<T>[]; restIsSound: boolean } {
	const values = memberOf(value, list);
	if (!Array.isArray(values)) return { all: [], sound: [], restIsSound: false };
	const all = values.map((entry: unknown, index) => ({ file, path: `/${list}/${index}`, value: entry }));
	const broken = new Set<string>();
	let restIsSound = true;
	for (const path of unsound) {
		const [, inList, index] = path.split('/');
		if (inList === list && index !== undefined) broken.add(`/${list}/${index}`);
		else restIsSound = false;
	}
	return { all, sound: all.filter(({ path }) => !broken.has(path)) as Entry<T>[], restIsSound };
}

function memberOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;
}
