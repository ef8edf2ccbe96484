import type { Claim } from '$lib/domain/claim';
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
	const layerOf = new Map(features.map(({ id, layer }) => [id, layer]));
	const counter = (idsOf: (claim: Claim) => readonly (string | undefined)[]) => {
		const counts = new Map<string | undefined, number>();
		for (const claim of claims) {
			for (const id of new Set(idsOf(claim))) counts.set(id, (counts.get(id) ?? 0) + 1);
		}
		return (id: string): Count => ({ id, claims: counts.get(id) ?? 0 });
	};
	const ofSource = counter(({ source }) => [source]);
	const ofLayer = counter(({ about }) => about.map((id) => layerOf.get(id)));
	const ofTopic = counter(({ topics: ids }) => ids);
	const ofAnswer = counter(({ positions }) => positions.map(({ question, answer }) => `${question}/${answer}`));
	const ofAgent = counter(({ attribution }) => attribution.map(({ agent }) => agent));
	return {
		sources: sources.map(({ id, document: { paragraphs }, unmapped }) => {
			const grounds = claims.filter(({ source }) => source === id).map(({ selector }) => selector.paragraph);
			const [claimed, listed] = [new Set(grounds), new Set(unmapped.map(({ paragraph }) => paragraph))];
			return {
				source: id,
				paragraphs,
				claimed: claimed.size,
				unmapped: listed.size,
				neither: paragraphs - new Set([...claimed, ...listed]).size,
				claims: ofSource(id).claims
			};
		}),
		layers: layers.map(({ id }) => {
			const own = features.filter(({ layer }) => layer === id);
			return {
				layer: id,
				features: own.length,
				drawn: own.filter(({ geometry }) => geometry !== null).length,
				context: own.filter(({ context }) => context === true).length,
				claims: ofLayer(id).claims
			};
		}),
		topics: topics.map(({ id }) => ofTopic(id)),
		answers: questions.flatMap(({ id, answers }) => answers.map((answer) => ofAnswer(`${id}/${answer.id}`))),
		agents: agents.map(({ id }) => ofAgent(id))
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
