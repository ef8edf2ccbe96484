import type { Claim } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';

/** What a dataset covers; lists in the order of the dataset. A claim counts once in each row that it belongs to. */
export type Coverage = ReturnType<typeof coverageOf>;

/** Counts what a dataset covers. */
export function coverageOf({ sources, layers, features, topics, questions, agents, claims }: Dataset) {
	const layerOf = new Map(features.map(({ id, layer }) => [id, layer]));
	const counter = (idsOf: (claim: Claim) => readonly (string | undefined)[]) => {
		const counts = new Map<string | undefined, number>();
		for (const claim of claims) {
			for (const id of new Set(idsOf(claim))) counts.set(id, (counts.get(id) ?? 0) + 1);
		}
		return (id: string) => counts.get(id) ?? 0;
	};
	const ofSource = counter(({ source }) => [source]);
	const ofLayer = counter(({ about }) => about.map((id) => layerOf.get(id)));
	const ofTopic = counter(({ topics: ids }) => ids);
	const ofAnswer = counter(({ positions }) => positions.map(({ question, answer }) => `${question}/${answer}`));
	const ofAgent = counter(({ attribution }) => attribution.map(({ agent }) => agent));
	return {
		/** How much of each source's document stands in the atlas, in paragraphs. */
		sources: sources.map(({ id, document: { paragraphs }, unmapped }) => {
			const grounds = claims.filter(({ source }) => source === id).map(({ selector }) => selector.paragraph);
			const [claimed, listed] = [new Set(grounds), new Set(unmapped.map(({ paragraph }) => paragraph))];
			return {
				source: id,
				paragraphs,
				/** Those that a claim rests on. */
				claimed: claimed.size,
				/** Those listed with the reason why none does. */
				unmapped: listed.size,
				/** 0 in a dataset that passed the gate. */
				neither: paragraphs - new Set([...claimed, ...listed]).size,
				claims: ofSource(id)
			};
		}),
		/** How many features each layer has, and how many of them are drawn or only help to read the map. */
		layers: layers.map(({ id }) => {
			const own = features.filter(({ layer }) => layer === id);
			return {
				layer: id,
				features: own.length,
				drawn: own.filter(({ geometry }) => geometry !== null).length,
				context: own.filter(({ context }) => context === true).length,
				claims: ofLayer(id)
			};
		}),
		topics: topics.map(({ id }) => ({ id, claims: ofTopic(id) })),
		answers: questions
			.flatMap(({ id: question, answers }) => answers.map(({ id }) => `${question}/${id}`))
			.map((id) => ({ id, claims: ofAnswer(id) })),
		agents: agents.map(({ id }) => ({ id, claims: ofAgent(id) }))
	};
}

/** A coverage as tables of text, the members of its rows in their order and numbers right-aligned under their heads. */
export function coverageTable({ sources, layers, topics, answers, agents }: Coverage): string {
	return [
		table(['source', 'paragraphs', 'claimed', 'unmapped', 'neither', 'claims'], sources.map(Object.values)),
		table(['layer', 'features', 'drawn', 'context', 'claims'], layers.map(Object.values)),
		table(['topic', 'claims'], topics.map(Object.values)),
		table(['question/answer', 'claims'], answers.map(Object.values)),
		table(['agent', 'claims'], agents.map(Object.values))
	].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	const cells = [head, ...rows.map((row) => row.map(String))];
	const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('  ');
	return cells.map((row) => line(row).trimEnd()).join('\n');
}
