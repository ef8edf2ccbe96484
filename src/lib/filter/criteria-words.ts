import type { Catalogue } from '$lib/domain/catalogue';
import type { Criteria } from './criteria';
import type { Interval } from '$lib/domain/interval';

/** What the ids in a criteria's lists are called. */
export type Titles = Record<
	'layers' | 'topics' | 'sources' | 'agents' | 'groups' | 'questions',
	readonly { id: string; title: string }[]
>;

/** What the ids of a catalogue are called. */
export function titlesOf({ info, layers, topics, sources, agents, questions }: Catalogue): Titles {
	return {
		layers,
		topics,
		sources,
		agents: agents.map(({ id, name }) => ({ id, title: name })),
		groups: Object.entries(info.agentGroups).map(([id, title]) => ({ id, title })),
		questions
	};
}

/** Criteria as a phrase that a person reads: `layer Tartus; topics Bases or Diplomacy; said from 2024-12-08 on`. */
export function criteriaWords(criteria: Criteria, titles: Titles): string {
	const { text, bbox, area, known } = criteria;
	const clauses = [
		listWords('layer', 'layers', criteria.layers, titles.layers),
		listWords('topic', 'topics', criteria.topics, titles.topics),
		listWords('source', 'sources', criteria.sources, titles.sources),
		listWords('speaker or outlet', 'speakers or outlets', criteria.agents, titles.agents),
		listWords('group', 'groups', criteria.groups, titles.groups),
		listWords('question', 'questions', criteria.questions, titles.questions),
		intervalWords('said', criteria.said),
		intervalWords('about what happened', criteria.happened),
		criteria.undated ? 'about no stated time' : null,
		known && `as known on ${known}`,
		criteria.contested ? 'only contested features' : null,
		text === '' ? null : `with the words “${text}”`,
		bbox && `within ${bbox.join(', ')} (west, south, east, north)`,
		area && `within the polygon ${area.map((corner) => corner.join(' ')).join(', ')}`
	].filter((clause) => clause !== null);
	return clauses.length === 0 ? 'all features and claims' : clauses.join('; ');
}

/** Whether claims contradict each other under a filter; that none do is an answer too. */
export function contestedWords(features: number): string {
	if (features === 0) return 'No two claims about one place here contradict each other.';
	return `Claims contradict each other on ${features} ${features === 1 ? 'feature' : 'features'} here.`;
}

function listWords(
	one: string,
	many: string,
	ids: readonly string[] | null,
	list: readonly { id: string; title: string }[]
): string | null {
	if (ids === null) return null;
	if (ids.length === 0) return `no ${one}`;
	const titles = ids.map((id) => list.find((item) => item.id === id)?.title ?? id);
	return `${titles.length === 1 ? one : many} ${disjunction.format(titles)}`;
}

function intervalWords(clock: string, { from, to }: Interval): string | null {
	if (from !== null && to !== null) return `${clock} from ${from} to ${to}`;
	if (from !== null) return `${clock} from ${from} on`;
	return to === null ? null : `${clock} until ${to}`;
}

const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' });
