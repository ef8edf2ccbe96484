import type { Dataset } from '$lib/domain/dataset';

/** How much of a source's document stands in the atlas, in paragraphs. */
interface SourceCoverage {
	source: string;
	paragraphs: number;
	/** Paragraphs that a claim rests on. */
	claimed: number;
	/** Paragraphs listed with the reason why none does. */
	unmapped: number;
	/** Paragraphs that are neither; 0 in a dataset that passed the gate. */
	neither: number;
	claims: number;
}

/** How many features a layer has, and how many of them cannot be drawn or only help to read the map. */
interface LayerCoverage {
	layer: string;
	features: number;
	drawn: number;
	context: number;
	claims: number;
}

/** A number of claims under an id. */
interface Count {
	id: string;
	claims: number;
}

/** What a dataset covers; lists in the order of the dataset. A claim counts once in each row that it belongs to. */
export interface Coverage {
	sources: SourceCoverage[];
	layers: LayerCoverage[];
	topics: Count[];
	/** Answers as `question/answer`. */
	answers: Count[];
	agents: Count[];
}

/** Counts what a dataset covers. */
export function coverageOf({ sources, layers, features, topics, questions, agents, claims }: Dataset): Coverage {
	const grounds = new Map<string, Set<number>>(sources.map(({ id }) => [id, new Set()]));
	const bySource = new Map<string, number>();
	const byLayer = new Map<string, number>();
	const byTopic = new Map<string, number>();
	const byAnswer = new Map<string, number>();
	const byAgent = new Map<string, number>();
	const layerOf = new Map(features.map(({ id, layer }) => [id, layer]));
	const count = (counts: Map<string, number>, ids: Iterable<string | undefined>) => {
		for (const id of new Set(ids)) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
	};

	for (const claim of claims) {
		grounds.get(claim.source)?.add(claim.selector.paragraph);
		count(bySource, [claim.source]);
		count(
			byLayer,
			claim.about.map((id) => layerOf.get(id))
		);
		count(byTopic, claim.topics);
		count(
			byAnswer,
			claim.positions.map(({ question, answer }) => `${question}/${answer}`)
		);
		count(
			byAgent,
			claim.attribution.map(({ agent }) => agent)
		);
	}
	return {
		sources: sources.map(({ id, document: { paragraphs }, unmapped }) => {
			const claimed = grounds.get(id) ?? new Set();
			const listed = new Set(unmapped.map(({ paragraph }) => paragraph));
			return {
				source: id,
				paragraphs,
				claimed: claimed.size,
				unmapped: listed.size,
				neither: paragraphs - new Set([...claimed, ...listed]).size,
				claims: bySource.get(id) ?? 0
			};
		}),
		layers: layers.map(({ id }) => {
			const own = features.filter(({ layer }) => layer === id);
			return {
				layer: id,
				features: own.length,
				drawn: own.filter(({ geometry }) => geometry !== null).length,
				context: own.filter(({ context }) => context === true).length,
				claims: byLayer.get(id) ?? 0
			};
		}),
		topics: topics.map(({ id }) => ({ id, claims: byTopic.get(id) ?? 0 })),
		answers: questions.flatMap(({ id, answers }) =>
			answers.map((answer) => ({ id: `${id}/${answer.id}`, claims: byAnswer.get(`${id}/${answer.id}`) ?? 0 }))
		),
		agents: agents.map(({ id }) => ({ id, claims: byAgent.get(id) ?? 0 }))
	};
}

/** A coverage as tables of text, numbers right-aligned under their heads. */
export function coverageTable({ sources, layers, topics, answers, agents }: Coverage): string {
	const counts = (head: string, rows: readonly Count[]) =>
		table(
			[head, 'claims'],
			rows.map(({ id, claims }) => [id, claims])
		);
	return [
		table(
			['source', 'paragraphs', 'claimed', 'unmapped', 'neither', 'claims'],
			sources.map((row) => [row.source, row.paragraphs, row.claimed, row.unmapped, row.neither, row.claims])
		),
		table(
			['layer', 'features', 'drawn', 'context', 'claims'],
			layers.map((row) => [row.layer, row.features, row.drawn, row.context, row.claims])
		),
		counts('topic', topics),
		counts('question/answer', answers),
		counts('agent', agents)
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
