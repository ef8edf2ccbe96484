import { answerKey } from '$lib/domain/conflict';
import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry, IdKind } from '../draft';
import { type Location, type PathIn, textsAt } from '../location';
import { repeats } from '../repeats';
import { breachIn, quote } from '../rule-list';

/** Ids that are referred to and do not exist, and entries that nothing refers to. */
export function* referenceIssues(draft: Draft): Generator<Issue> {
	yield* unresolved(draft);
	yield* unused(draft);
	yield* misnamed(draft);
}

type Refers<List extends keyof Draft> = Draft[List] extends Entry<infer Value>[]
	? { readonly [Path in PathIn<Omit<Value, 'geometry'>>]?: IdKind }
	: never;

/** Where an entry of each list refers to others by id. */
const REFERENCES = {
	claims: {
		'about/*': 'feature',
		'about/*/feature': 'feature',
		'topics/*': 'topic',
		'attribution/*/agent': 'agent',
		'positions/*/question': 'question'
	} satisfies Refers<'claims'>,
	relations: { 'answers/*/question': 'question' } satisfies Refers<'relations'>,
	sources: { 'warnings/*/claims/*': 'claim' } satisfies Refers<'sources'>,
	unquoted: { 'claims/*': 'claim' } satisfies Refers<'unquoted'>,
	features: { 'properties/names/*/sources/*': 'source' } satisfies Refers<'features'>,
	agents: { 'speaksFor/agent': 'agent' } satisfies Refers<'agents'>
} as const;

/** Where the entries that ids belong to are added. */
const HOMES: Record<IdKind, string> = {
	layer: 'dataset.json',
	feature: 'a file in layers/',
	source: 'sources/',
	claim: 'a file in sources/',
	topic: 'topics.json',
	question: 'questions.json',
	agent: 'agents.json'
};

function* unresolved(draft: Draft): Generator<Issue> {
	const { info, claims, agents, questions, relations, ids, known } = draft;
	const missing = (entry: Location, path: string, what: string, id: string, home: string) => {
		const remedy = `Correct the id, or add it to ${home}.`;
		return breachIn('reference-resolves', entry, path, `There is no ${what} ${quote(id)}.`, remedy);
	};
	for (const [list, references] of Object.entries(REFERENCES)) {
		for (const entry of draft[list as keyof typeof REFERENCES]) {
			for (const [pattern, kind] of Object.entries(references)) {
				for (const { path, text } of textsAt(entry.value, pattern)) {
					if (known[kind] && !ids[kind].has(text)) yield missing(entry, path, kind, text, HOMES[kind]);
				}
			}
		}
	}
	const answers = new Map(questions.map(({ value }) => [value.id, new Set(value.answers.map(({ id }) => id))]));
	const given = [
		...claims.map((entry) => ({ entry, list: 'positions', references: entry.value.positions ?? [] })),
		...relations.map((entry) => ({ entry, list: 'answers', references: entry.value.answers }))
	];
	for (const { entry, list, references } of given) {
		for (const [index, { question, answer }] of references.entries()) {
			if (answers.get(question)?.has(answer) !== false) continue;
			const what = `answer to ${quote(question)} called`;
			yield missing(entry, `/${list}/${index}/answer`, what, answer, 'its answers');
		}
	}
	for (const entry of agents) {
		for (const { path, text } of textsAt(entry.value, 'groups/*')) {
			if (info === null || Object.hasOwn(info.value.agentGroups, text)) continue;
			yield missing(entry, path, 'group of agents', text, 'agentGroups in dataset.json');
		}
	}
}

const IDLE = 'Remove it, or correct the claim that should use it.';

/** Entries without a use, and answers marked as unclaimed with one. Waits until all sources read, as an entry may be used by the claim that does not. */
function* unused({ claims, agents, topics, questions, sourcesSound }: Draft): Generator<Issue> {
	if (!sourcesSound) return;
	const used = (pattern: PathIn<(typeof claims)[number]['value']>) =>
		new Set(claims.flatMap(({ value }) => textsAt(value, pattern).map(({ text }) => text)));
	const [usedAgents, usedTopics, asked] = [used('attribution/*/agent'), used('topics/*'), used('positions/*/question')];
	const given = new Set(claims.flatMap(({ value }) => value.positions?.map(answerKey) ?? []));

	for (const entry of agents) {
		const { id } = entry.value;
		if (!usedAgents.has(id))
			yield breachIn('agent-used', entry, '', `The agent ${quote(id)} is in no attribution.`, IDLE);
	}
	for (const entry of topics) {
		const { id } = entry.value;
		if (!usedTopics.has(id)) yield breachIn('topic-used', entry, '', `The topic ${quote(id)} has no claim.`, IDLE);
	}
	for (const entry of questions) {
		const { id: question, answers } = entry.value;
		if (!asked.has(question)) {
			yield breachIn('question-used', entry, '', `No claim takes a position on the question ${quote(question)}.`, IDLE);
			continue;
		}
		for (const [index, { id, unclaimed }] of answers.entries()) {
			const [path, isGiven] = [`/answers/${index}`, given.has(answerKey({ question, answer: id }))];
			if (unclaimed === undefined && !isGiven) {
				const remedy = 'Correct the claim that should give it, or say in “unclaimed” why it is listed.';
				yield breachIn('answer-used', entry, path, `No claim gives the answer ${quote(id)}.`, remedy);
			} else if (unclaimed !== undefined && isGiven) {
				const message = `A claim gives the answer ${quote(id)}, which is marked as unclaimed.`;
				const remedy = 'Take the mark away, or correct the claim that gives it.';
				yield breachIn('answer-unclaimed', entry, `${path}/unclaimed`, message, remedy);
			}
		}
	}
}

/** Answers that share an id, agents that share one with a group, and sources whose id is not their file's name or their record's. */
function* misnamed({ info, agents, questions, sources }: Draft): Generator<Issue> {
	for (const entry of agents) {
		const { id } = entry.value;
		if (!info || !Object.hasOwn(info.value.agentGroups, id)) continue;
		const group = info.value.agentGroups[id];
		const message = `The agent ${quote(id)} has the id of a group of agents, ${quote(group)} in dataset.json.`;
		const remedy =
			'Give the agent another id, here and in the attributions that name it: an address names both by their id.';
		yield breachIn('agent-not-group', entry, '/id', message, remedy);
	}
	for (const entry of questions) {
		for (const { item } of repeats(entry.value.answers.entries(), ([, { id }]) => id)) {
			const [index, { id }] = item;
			const message = `The answer id ${quote(id)} is given to another answer before.`;
			yield breachIn('id-unique', entry, `/answers/${index}/id`, message, 'Give each its own.');
		}
	}
	for (const entry of sources) {
		const { id, record } = entry.value;
		const file = `sources/${id}.json`;
		if (entry.file !== file) {
			const message = `The source ${quote(id)} stands in ${entry.file}.`;
			yield breachIn('source-file-name', entry, '/id', message, `Rename the file to ${file}, or correct the id.`);
		}
		if (record.id !== id) {
			const message = `The record of the source ${quote(id)} has the id ${quote(record.id)}.`;
			yield breachIn('source-record-id', entry, '/record/id', message, 'Give the record the id of the source.');
		}
	}
}
