import { type Extent, union } from '$lib/domain/extent';
import { ALWAYS, type Interval } from '$lib/domain/interval';
import type { Columns } from '$lib/engine/columns';
import type { Bounds } from '$lib/server/store/store';

/** The bounds of nothing. */
export const NOWHERE: Bounds = { extent: null, said: ALWAYS };

/** Where the features of a dataset lie and when their claims were said: of all, and of each layer; one pass over each list. */
export function boundsOf({ dataset, lists, mentionClaim, mentionFeature }: Columns): {
	all: Bounds;
	layers: ReadonlyMap<string, Bounds>;
} {
	const all = new Gathered();
	const { values: layerOf } = lists.layers;
	const layers = dataset.layers.map(() => new Gathered());
	for (const [feature, { extent }] of dataset.features.entries()) {
		if (!extent) continue;
		all.extents.push(extent);
		layers[layerOf[feature]!]!.extents.push(extent);
	}
	for (let mention = 0; mention < mentionClaim.length; mention++) {
		const { interval } = dataset.claims[mentionClaim[mention]!]!.said;
		all.tell(interval);
		layers[layerOf[mentionFeature[mention]!]!]!.tell(interval);
	}
	return { all: all.bounds, layers: new Map(dataset.layers.map(({ id }, layer) => [id, layers[layer]!.bounds])) };
}

class Gathered {
	readonly extents: Extent[] = [];
	#said: Interval | null = null;

	/** Takes in when a claim was said; an end that is open once stays open. */
	tell(interval: Interval): void {
		if (!this.#said) {
			this.#said = { ...interval };
			return;
		}
		const { from, to } = this.#said;
		if (from !== null && (interval.from === null || interval.from < from)) this.#said.from = interval.from;
		if (to !== null && (interval.to === null || interval.to > to)) this.#said.to = interval.to;
	}

	get bounds(): Bounds {
		return { extent: union(this.extents), said: this.#said ?? ALWAYS };
	}
}
