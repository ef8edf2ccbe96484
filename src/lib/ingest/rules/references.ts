import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry, IdKind } from '../draft';
import { featureIdOf } from '../form';
import { breach, quote } from '../rule-list';

/** Ids that are referred to and do not exist, and entries that nothing refers to. */
export function referenceIssues(draft: Draft): Issue[] {
	return [...unresolved(draft), ...unused(draft), ...misnamed(draft)];
}

function unresolved(draft: Draft): Issue[] {
	const { info, features, sources, claims, agents, unquoted, questions, relations, ids, known } = draft;
	const issues: Issue[] = [];
	const missing = (file: string, path: string, what: string, id: string, where: string) =>
		issues.push(
			breach(
				'reference-resolves',
				file,
				path,
				`There is no ${what} ${quote(id)}.`,
				`Correct the id, or add it to ${where}.`
			)
		);
	const refer = (kind: IdKind, file: string, path: string, id: string) => {
		if (known[kind] && !ids[kind].has(id)) missing(file, path, kind, id, HOMES[kind]);
	};
	const answers = new Map(questions.map(({ value }) => [value.id, new Set(value.answers.map(({ id }) => id))]));
	const referToAnswer = (file: string, path: string, question: string, answer: string) => {
		refer('question', file, `${path}/question`, question);
		if (answers.get(question)?.has(answer) !== false) return;
		missing(file, `${path}/answer`, `answer to ${quote(question)} called`, answer, 'its answers');
	};

	for (const { file, path, value } of claims) {
		value.about.forEach((pin, index) => {
			const place = `${path}/about/${index}${typeof pin === 'string' ? '' : '/feature'}`;
			refer('feature', file, place, featureIdOf(pin));
		});
		value.topics.forEach((id, index) => refer('topic', file, `${path}/topics/${index}`, id));
		value.attribution.forEach(({ agent }, index) => refer('agent', file, `${path}/attribution/${index}/agent`, agent));
		value.positions?.forEach(({ question, answer }, index) =>
			referToAnswer(file, `${path}/positions/${index}`, question, answer)
		);
	}
	for (const { file, path, value } of relations) {
		value.answers.forEach(({ question, answer }, side) =>
			referToAnswer(file, `${path}/answers/${side}`, question, answer)
		);
	}
	for (const { file, path, value } of sources) {
		value.warnings?.forEach(({ claims = [] }, warning) =>
			claims.forEach((id, index) => refer('claim', file, `${path}/warnings/${warning}/claims/${index}`, id))
		);
	}
	for (const { file, path, value } of unquoted) {
		value.claims.forEach((id, index) => refer('claim', file, `${path}/claims/${index}`, id));
	}
	for (const { file, path, value } of features) {
		value.properties.names.forEach(({ sources = [] }, name) =>
			sources.forEach((id, index) => refer('source', file, `${path}/properties/names/${name}/sources/${index}`, id))
		);
	}
	for (const { file, path, value } of agents) {
		if (value.speaksFor) refer('agent', file, `${path}/speaksFor/agent`, value.speaksFor.agent);
		value.groups?.forEach((id, index) => {
			if (info === null || Object.hasOwn(info.value.agentGroups, id)) return;
			missing(file, `${path}/groups/${index}`, 'group of agents', id, 'agentGroups in dataset.json');
		});
	}
	return issues;
}

const HOMES: Record<IdKind, string> = {
	layer: 'dataset.json',
	feature: 'a file in layers/',
	source: 'sources/',
	claim: 'a file in sources/',
	topic: 'topics.json',
	question: 'questions.json',
	agent: 'agents.json'
};

/** Entries without a use, and answers marked as unclaimed with one. Waits until all sources read, as an entry may be used by the claim that does not. */
function unused({ claims, agents, topics, questions, sourcesSound }: Draft): Issue[] {
	if (!sourcesSound) return [];
	const issues: Issue[] = [];
	const usedAgents = new Set(claims.flatMap(({ value }) => value.attribution.map(({ agent }) => agent)));
	const usedTopics = new Set(claims.flatMap(({ value }) => value.topics));
	const given = new Map<string, Set<string>>();
	for (const { question, answer } of claims.flatMap(({ value }) => value.positions ?? [])) {
		given.set(question, (given.get(question) ?? new Set()).add(answer));
	}
	const idle = (
		rule: 'agent-used' | 'topic-used' | 'question-used' | 'answer-used' | 'answer-unclaimed',
		entry: Omit<Entry<{ id: string }>, 'value'>,
		id: string,
		message: string,
		remedy = 'Remove it, or correct the claim that should use it.'
	) => issues.push(breach(rule, entry.file, entry.path, message.replace('%', quote(id)), remedy));

	for (const entry of agents) {
		if (!usedAgents.has(entry.value.id)) idle('agent-used', entry, entry.value.id, 'The agent % is in no attribution.');
	}
	for (const entry of topics) {
		if (!usedTopics.has(entry.value.id)) idle('topic-used', entry, entry.value.id, 'The topic % has no claim.');
	}
	for (const entry of questions) {
		const answers = given.get(entry.value.id);
		if (answers === undefined) {
			idle('question-used', entry, entry.value.id, 'No claim takes a position on the question %.');
			continue;
		}
		entry.value.answers.forEach(({ id, unclaimed }, index) => {
			const place = { file: entry.file, path: `${entry.path}/answers/${index}` };
			if (unclaimed === undefined && !answers.has(id)) {
				const remedy = 'Correct the claim that should give it, or say in “unclaimed” why it is listed.';
				idle('answer-used', place, id, 'No claim gives the answer %.', remedy);
			} else if (unclaimed !== undefined && answers.has(id)) {
				const marked = { ...place, path: `${place.path}/unclaimed` };
				const remedy = 'Take the mark away, or correct the claim that gives it.';
				idle('answer-unclaimed', marked, id, 'A claim gives the answer %, which is marked as unclaimed.', remedy);
			}
		});
	}
	return issues;
}

/** Answers that share an id, agents that share one with a group, and sources whose id is not their file's name or their record's. */
function misnamed({ info, agents, questions, sources }: Draft): Issue[] {
	const issues: Issue[] = [];
	for (const { file, path, value } of agents) {
		const group =
			info && Object.hasOwn(info.value.agentGroups, value.id) ? info.value.agentGroups[value.id] : undefined;
		if (group === undefined) continue;
		const message = `The agent ${quote(value.id)} has the id of a group of agents, ${quote(group)} in dataset.json.`;
		const remedy =
			'Give the agent another id, here and in the attributions that name it: an address names both by their id.';
		issues.push(breach('agent-not-group', file, `${path}/id`, message, remedy));
	}
	for (const { file, path, value } of questions) {
		const seen = new Set<string>();
		value.answers.forEach(({ id }, index) => {
			if (seen.has(id)) {
				const message = `The answer id ${quote(id)} is given to another answer before.`;
				issues.push(breach('id-unique', file, `${path}/answers/${index}/id`, message, 'Give each its own.'));
			}
			seen.add(id);
		});
	}
	for (const { file, value } of sources) {
		if (file !== `sources/${value.id}.json`) {
			const message = `The source ${quote(value.id)} stands in ${file}.`;
			issues.push(
				breach(
					'source-file-name',
					file,
					'/id',
					message,
					`Rename the file to sources/${value.id}.json, or correct the id.`
				)
			);
		}
		if (value.record.id !== value.id) {
			const message = `The record of the source ${quote(value.id)} has the id ${quote(value.record.id)}.`;
			issues.push(breach('source-record-id', file, '/record/id', message, 'Give the record the id of the source.'));
		}
	}
	return issues;
}
