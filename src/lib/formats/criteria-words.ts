import type { Catalogue } from '$lib/domain/catalogue';
import type { Criteria } from '$lib/domain/criteria';
import type { Interval } from '$lib/domain/interval';

/** Criteria as a phrase that a person reads: `layer Tartus; topics Bases or Diplomacy; said from 2024-12-08`. */
export function filterWords(
	criteria: Criteria,
	catalogue: Pick<Catalogue, 'layers' | 'topics' | 'sources' | 'agents'>
): string {
	const { said, text, bbox } = criteria;
	const clauses = [
		listWords('layer', criteria.layers, catalogue.layers),
		listWords('topic', criteria.topics, catalogue.topics),
		listWords('source', criteria.sources, catalogue.sources),
		listWords(
			'speaker or outlet',
			criteria.agents,
			catalogue.agents.map(({ id, name }) => ({ id, title: name })),
			'speakers or outlets'
		),
		intervalWords(said),
		text === '' ? null : `with the words “${text}”`,
		bbox && `within ${bbox.join(', ')} (west, south, east, north)`
	].filter((clause) => clause !== null);
	return clauses.length === 0 ? 'all features and claims' : clauses.join('; ');
}

function listWords(
	one: string,
	ids: readonly string[] | null,
	list: readonly { id: string; title: string }[],
	many = `${one}s`
): string | null {
	if (ids === null) return null;
	if (ids.length === 0) return `no ${one}`;
	const titles = ids.map((id) => list.find((item) => item.id === id)?.title ?? id);
	return `${titles.length === 1 ? one : many} ${disjunction.format(titles)}`;
}

function intervalWords({ from, to }: Interval): string | null {
	if (from !== null && to !== null) return `said from ${from} to ${to}`;
	if (from !== null) return `said from ${from} on`;
	return to === null ? null : `said until ${to}`;
}

const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' });
