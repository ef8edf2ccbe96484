import { quotedAmong } from '$lib/domain/attribution';
import { wordsOf } from '$lib/domain/text';
import type { Columns } from './columns';

/** Something that a search text names: a feature to open, or an agent to filter by. */
export interface Suggestion {
	kind: 'feature' | 'agent';
	id: string;
	title: string;
}

const MOST_FEATURES = 4;
const MOST_AGENTS = 3;

/** The features and agents that have every word of a text in their names. */
export function suggestionsFor({ dataset, text: index }: Columns, text: string): Suggestion[] {
	const hits = index.find(text);
	if (!hits) return [];
	const features: Suggestion[] = [];
	for (let number = 0; number < dataset.features.length && features.length < MOST_FEATURES; number++) {
		if (!hits.every((word) => word.features[number] === 1)) continue;
		const { id, name } = dataset.features[number]!;
		features.push({ kind: 'feature', id, title: name });
	}
	const asked = wordsOf(text);
	const agents = quotedAmong(dataset.agents)
		.filter((agent) => {
			const words = wordsOf([agent.name, ...(agent.names ?? [])].join(' '));
			return asked.every((word) => words.some((candidate) => candidate.startsWith(word)));
		})
		.slice(0, MOST_AGENTS)
		.map(({ id, name }): Suggestion => ({ kind: 'agent', id, title: name }));
	return [...features, ...agents];
}
