import MiniSearch from 'minisearch';
import { type Unquoted, unquotedByClaim } from '$lib/domain/attribution';
import type { Dataset } from '$lib/domain/dataset';
import { wordsOf } from '$lib/domain/text';

/** For each word that was asked, the features and the claims that have it, by number. */
export type WordHits = readonly { features: Uint8Array; claims: Uint8Array }[];

/** How long texts are read ahead at a stretch, and how long others then have their turn, in milliseconds. */
const STRETCH = 3;
const PAUSE = 9;

/**
 * Finds words in features' names, and in claims' texts, speakers and whom they speak of that no source quotes. Who asks
 * waits for what is not read yet; `prepare` reads ahead.
 */
export class TextIndex {
	readonly #dataset: Dataset;
	readonly #unquotedOf: ReadonlyMap<string, readonly Unquoted[]>;
	readonly #index = new MiniSearch<{ id: number; text: string }>({
		fields: ['text'],
		tokenize: wordsOf,
		// The tokenizer has folded them already.
		processTerm: (term) => term
	});
	#agents: ReadonlyMap<string, string> | null = null;
	/** How many features and claims have been read: first all features, then all claims. */
	#read = 0;
	#preparing: Promise<void> | null = null;

	constructor(dataset: Dataset) {
		this.#dataset = dataset;
		this.#unquotedOf = unquotedByClaim(dataset.unquoted);
	}

	/** Reads everything, a little at a time, so that nobody who asks has to wait for it. */
	prepare(): Promise<void> {
		return (this.#preparing ??= this.#readAhead());
	}

	/** The hits of each word of a text, where a word matches what it begins; null for a text without words. */
	find(text: string): WordHits | null {
		const words = wordsOf(text);
		if (words.length === 0) return null;
		this.#readTo(this.#size);
		const featureCount = this.#dataset.features.length;
		return words.map((word) => {
			const features = new Uint8Array(featureCount);
			const claims = new Uint8Array(this.#dataset.claims.length);
			for (const hit of this.#index.search(word, { prefix: true })) {
				const id = Number(hit.id);
				if (id < featureCount) features[id] = 1;
				else claims[id - featureCount] = 1;
			}
			return { features, claims };
		});
	}

	get #size(): number {
		return this.#dataset.features.length + this.#dataset.claims.length;
	}

	async #readAhead(): Promise<void> {
		while (this.#read < this.#size) {
			await new Promise((resolve) => setTimeout(resolve, PAUSE));
			const until = performance.now() + STRETCH;
			while (this.#read < this.#size && performance.now() < until) this.#readTo(this.#read + 1);
		}
	}

	/** Reads up to a number of texts; those that were read before are not read again. */
	#readTo(count: number): void {
		const { features, claims, agents } = this.#dataset;
		const names = (this.#agents ??= new Map(agents.map((agent) => [agent.id, namesOf(agent)])));
		for (const until = Math.min(count, this.#size); this.#read < until; this.#read++) {
			const feature = features[this.#read];
			const claim = claims[this.#read - features.length];
			const text = feature
				? featureText(feature)
				: claimText(claim!, (id) => names.get(id) ?? '', this.#unquotedOf.get(claim!.id) ?? []);
			this.#index.add({ id: this.#read, text });
		}
	}
}

/** What the search looks at for one feature. */
function featureText(feature: Dataset['features'][number]): string {
	return [feature.name, ...feature.names.map((name) => name.text)].join(' ');
}

/** What the search looks at for one claim: its words, the names of all who passed it on, and whom it speaks of. */
function claimText(
	{ text, attribution }: Dataset['claims'][number],
	agentText: (id: string) => string,
	unquoted: readonly Unquoted[]
): string {
	return [text, ...attribution.map(({ agent }) => agentText(agent)), ...unquoted.map(namesOf)].join(' ');
}

/** Every name of someone, as the search looks at them. */
function namesOf({ name, names = [] }: { name: string; names?: readonly string[] }): string {
	return [name, ...names].join(' ');
}
