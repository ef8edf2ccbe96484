import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Agent, InferredLink } from '$lib/domain/attribution';
import { type Claim, type DateRecord, type KnownDate, modalityOf } from '$lib/domain/claim';
import type { Dataset, DatasetInfo } from '$lib/domain/dataset';
import { intervalOf } from '$lib/domain/edtf';
import type { PlacedFeature } from '$lib/domain/feature';
import { groupBy } from '$lib/domain/group-by';
import type { Issue } from '$lib/domain/issue';
import { noteOrderOf } from '$lib/domain/note-number';
import { draftOf, parseFile, type Draft, type Entry, type ParsedFile } from './draft';
import { namesIn, readTextFile, type TextFile } from './files';
import { type ClaimForm, type FeatureForm, featureIdOf, type LinkForm } from './form';
import { remember } from './location';
import { placementOf } from './placement';
import { breach, quote } from './rule-list';
import { addressIssues } from './rules/addresses';
import { agentIssues } from './rules/agents';
import { changesIssues } from './rules/changes';
import { claimIssues } from './rules/claims';
import { documentIssues, issuedIssues } from './rules/documents';
import { featureIssues } from './rules/features';
import { infoIssues } from './rules/info';
import { paragraphIssues } from './rules/paragraphs';
import { noteIssues } from './rules/notes';
import { placeIssues } from './rules/places';
import { provenanceIssues } from './rules/provenance';
import { questionIssues } from './rules/questions';
import { referenceIssues } from './rules/references';
import { textIssues } from './rules/text';
import type { FileKind } from './schema';

/** What reading a data folder gives: a dataset, or all the issues that keep it from being one. */
export type Reading = { dataset: Dataset; issues: [] } | { dataset: null; issues: Issue[] };

/** The rules on a draft, in the order in which what breaks them is told. */
const CHECKS: readonly ((draft: Draft) => Iterable<Issue>)[] = [
	infoIssues,
	addressIssues,
	placeIssues,
	featureIssues,
	referenceIssues,
	agentIssues,
	claimIssues,
	provenanceIssues,
	questionIssues,
	noteIssues,
	documentIssues,
	issuedIssues,
	paragraphIssues,
	changesIssues
];

/**
 * Reads a data folder of the form that geodata/schema describes, holds it to every rule, and builds the dataset where it
 * keeps them all. Never throws for what stands in the folder.
 */
export async function readDataset(folder: string): Promise<Reading> {
	if ((await namesIn(folder)) === null) {
		const remedy = 'Name a folder of the form of geodata/, with GEODATA_DIR or --data.';
		const message = `${quote(folder)} is no folder that can be read.`;
		return { dataset: null, issues: [breach('folder-readable', '', '', message, remedy)] };
	}
	const { files, complete, issues } = await readFiles(folder);
	const { draft, issues: repeated } = draftOf(files, complete);
	issues.push(...repeated);
	for (const { file, kind, value } of files) {
		if (kind !== 'countries') issues.push(...textIssues(file, value));
	}
	for (const check of CHECKS) issues.push(...check(draft));
	if (issues.length > 0 || draft.info === null) return { dataset: null, issues: inReadingOrder(issues, files) };
	return { dataset: build(draft, draft.info), issues: [] };
}

/** The parts of a data folder that are sound, whatever rules it breaks, for work on one in the making; null for no folder. */
export async function readDraft(folder: string): Promise<Draft | null> {
	if ((await namesIn(folder)) === null) return null;
	const { files, complete } = await readFiles(folder);
	return draftOf(files, complete).draft;
}

/**
 * What a folder may do without: outlines where no feature names a country, a history before anything has changed, numbers of
 * notes where those of the reading order will do.
 */
const OPTIONAL: readonly FileKind[] = ['countries', 'changes', 'notes'];

/** Reads and parses every file; `complete` is false where one could not be read. */
async function readFiles(folder: string): Promise<{ files: ParsedFile[]; complete: boolean; issues: Issue[] }> {
	const issues: Issue[] = [];
	const files: ParsedFile[] = [];
	let complete = true;
	const read = async (kind: FileKind, file: string) => {
		const result = await readTextFile(folder, file);
		if (!isText(result)) {
			if (OPTIONAL.includes(kind) && result.rule === 'file-present') return;
			complete = false;
			issues.push(result);
			return;
		}
		const { parsed, issues: found } = parseFile(kind, result);
		files.push(parsed);
		issues.push(...found);
	};
	const stray = (file: string, where: string) =>
		issues.push(
			breach('file-expected', file, '', `${where} does not hold this file.`, 'Remove it, or correct its name.')
		);

	for (const kind of ['dataset', 'topics', 'questions', 'agents'] as const) await read(kind, `${kind}.json`);
	await read('countries', 'countries.geojson');
	for (const kind of ['changes', 'notes'] as const) await read(kind, `${kind}.json`);

	const listed = layerIds(files[0]);
	const layerNames = (await namesIn(join(folder, 'layers'))) ?? [];
	const named = listed?.map((id) => `${id}.geojson`) ?? [];
	const others = layerNames.filter((name) => !named.includes(name));
	for (const name of named) await read('layer', `layers/${name}`);
	for (const name of others) {
		if (name === 'README.md') continue;
		if (listed !== null || !name.endsWith('.geojson'))
			stray(`layers/${name}`, 'dataset.json names no such layer; layers/');
		if (name.endsWith('.geojson')) await read('layer', `layers/${name}`);
	}
	for (const name of (await namesIn(join(folder, 'sources'))) ?? []) {
		if (name.endsWith('.json')) await read('source', `sources/${name}`);
		else if (name !== 'README.md') stray(`sources/${name}`, 'Sources are .json files; sources/');
	}
	return { files, complete, issues };
}

/** The ids of the layers that dataset.json names, each once; null where it does not say. */
function layerIds(dataset: ParsedFile | undefined): string[] | null {
	if (dataset?.kind !== 'dataset') return null;
	const layers: unknown = (dataset.value as { layers?: unknown } | null | undefined)?.layers;
	if (!Array.isArray(layers)) return null;
	const ids = layers.map((layer: unknown) => (layer as { id?: unknown } | null)?.id);
	const sound = ids.filter((id) => typeof id === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) as string[];
	return sound.length === ids.length ? [...new Set(sound)] : null;
}

function isText(result: TextFile | Issue): result is TextFile {
	return 'bytes' in result;
}

/** Issues by file, in the order in which files are read; within a file as they were found. */
function inReadingOrder(issues: readonly Issue[], files: readonly ParsedFile[]): Issue[] {
	const rank = new Map(files.map(({ file }, index) => [file, index]));
	const of = ({ file }: Issue) => rank.get(file) ?? -1;
	return [...issues].sort((a, b) => of(a) - of(b) || (a.file < b.file ? -1 : Number(a.file > b.file)));
}

function build(draft: Draft, info: Entry<DatasetInfo>): Dataset {
	const idOf = new Map(draft.sources.map(({ file, value }) => [file, value.id]));
	const claims = claimsInOrder(draft).map((entry) => remember(claimOf(entry.value, idOf.get(entry.file) ?? ''), entry));
	return {
		info: without(info.value, EDITORS),
		layers: info.value.layers,
		topics: draft.topics.map(valueOf),
		questions: draft.questions.map(valueOf),
		relations: draft.relations.map(valueOf),
		agents: agentsOf(draft),
		unquoted: draft.unquoted.map(valueOf),
		sources: draft.sources.map((entry) => remember(without(entry.value, [...EDITORS, 'claims']), entry)),
		features: draft.features.map((entry) => remember(featureOf(entry), entry)),
		claims,
		noteOrder: draft.noteOrder?.value ?? noteOrderOf(claims),
		history: draft.versions.map(valueOf),
		fingerprint: fingerprintOf(draft.files)
	};
}

/** What files have for editors alone. */
const EDITORS = ['$schema'];

/** A value without some of its members. */
function without<T extends object>(value: T, members: readonly string[]): T {
	return Object.fromEntries(Object.entries(value).filter(([name]) => !members.includes(name))) as T;
}

/** The claims of a draft in the order of their sources, and in each as their passages stand in it. */
export function claimsInOrder({ claims }: Draft): Entry<ClaimForm>[] {
	return [...groupBy(claims, ({ file }) => [file]).values()].flatMap((entries) =>
		entries.sort(
			({ value: { selector: a } }, { value: { selector: b } }) => a.paragraph - b.paragraph || a.start - b.start
		)
	);
}

function valueOf<T extends object>(entry: Entry<T>): T {
	return remember(entry.value, entry);
}

/** The agents, with a mark on those who stand only in inferred links. */
function agentsOf({ agents, claims }: Draft): Agent[] {
	const links = claims.flatMap(({ value }) => value.attribution);
	const stated = new Set(links.filter(({ basis }) => basis !== 'inferred').map(({ agent }) => agent));
	return agents.map((entry) => {
		const value = stated.has(entry.value.id) ? entry.value : { ...entry.value, onlyInferred: true as const };
		return valueOf({ ...entry, value });
	});
}

function featureOf({ file, value }: Entry<FeatureForm>): PlacedFeature {
	const { id, geometry, properties } = value;
	return { id, layer: basename(file, '.geojson'), ...properties, geometry, ...placementOf(geometry) };
}

function claimOf(form: ClaimForm, source: string): Claim {
	const { about, attribution, said, concerns, modality, positions = [], ...rest } = form;
	const ties = about.filter((pin) => typeof pin !== 'string');
	const inferred = inferredIn(attribution);
	return {
		...rest,
		source,
		about: about.map(featureIdOf),
		...(ties.length > 0 && { ties }),
		attribution: attribution.flatMap(({ agent, as, basis, remark }) =>
			basis === 'inferred' ? [] : [{ agent, as, ...(remark && { remark }) }]
		),
		...(inferred.length > 0 && { inferred }),
		said: known(said),
		...(concerns === undefined ? {} : { concerns: known(concerns) }),
		modality: modalityOf(modality),
		positions,
		proof: 'not-looked-up'
	};
}

/** The links of a chain that are inferred, each with the place among the stated ones before which it stands. */
function inferredIn(attribution: readonly LinkForm[]): InferredLink[] {
	let before = 0;
	return attribution.flatMap(({ agent, as, basis, remark = '', pages = [] }) => {
		if (basis === 'inferred') return [{ agent, as, before, remark, pages }];
		before++;
		return [];
	});
}

function known(date: DateRecord): KnownDate {
	const interval = intervalOf(date.edtf);
	if ('wrong' in interval) throw new Error(`${date.edtf} passed the rules and has no interval`);
	return { ...date, interval };
}

/** SHA-256 over names, lengths and bytes of all files, in the order in which they are read. */
function fingerprintOf(files: readonly TextFile[]): string {
	const hash = createHash('sha256');
	for (const { file, bytes } of files) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
	return hash.digest('hex');
}
