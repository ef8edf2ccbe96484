import MiniSearch from 'minisearch';
import type { Dataset } from '$lib/domain/dataset';
import { wordsOf } from '$lib/domain/text';

/** For each word that was asked, the features and the claims that have it, by number. */
export type WordHits = readonly { features: Uint8Array; claims: Uint8Array }[];

/** Finds words in features' names and in claims' texts and speakers; made when it is first asked. */
export class TextIndex {
	readonly #dataset: Dataset;
	#index: MiniSearch<{ id: number; text: string }> | null = null;

	constructor(dataset: Dataset) {
		this.#dataset = dataset;
	}

	/** The hits of each word of a text, where a word matches what it begins; null for a text without words. */
	find(text: string): WordHits | null {
		const words = wordsOf(text);
		if (words.length === 0) return null;
		this.#index ??= indexOf(this.#dataset);
		const index = this.#index;
		const featureCount = this.#dataset.features.length;
		return words.map((word) => {
			const features = new Uint8Array(featureCount);
			const claims = new Uint8Array(this.#dataset.claims.length);
			for (const hit of index.search(word, { prefix: true })) {
				const id = Number(hit.id);
				if (id < featureCount) features[id] = 1;
				else claims[id - featureCount] = 1;
			}
			return { features, claims };
		});
	}
}

/** What the search looks at for one feature. */
function featureText(feature: Dataset['features'][number]): string {
	return [feature.name, ...feature.names.map((name) => name.text)].join(' ');
}

/** What the search looks at for one claim: its words, and the names of all who passed it on. */
function claimText(claim: Dataset['claims'][number], agentText: (id: string) => string): string {
	return [claim.text, ...claim.attribution.map((link) => agentText(link.agent))].join(' ');
}

/** The names of every agent, as the search looks at them, by id. */
function agentTexts(dataset: Dataset): ReadonlyMap<string, string> {
	return new Map(dataset.agents.map((agent) => [agent.id, [agent.name, ...(agent.names ?? [])].join(' ')]));
}

function indexOf(dataset: Dataset): MiniSearch<{ id: number; text: string }> {
	const index = new MiniSearch<{ id: number; text: string }>({
		fields: ['text'],
		tokenize: wordsOf,
		// The tokenizer has folded them already.
		processTerm: (term) => term
	});
	const agents = agentTexts(dataset);
	index.addAll(dataset.features.map((feature, id) => ({ id, text: featureText(feature) })));
	index.addAll(
		dataset.claims.map((claim, number) => ({
			id: dataset.features.length + number,
			text: claimText(claim, (id) => agents.get(id) ?? '')
		}))
	);
	return index;
}
