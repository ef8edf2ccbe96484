import type { Dataset } from '$lib/domain/dataset';
import { type Extent, union } from '$lib/domain/extent';
import { ALWAYS, type Interval } from '$lib/domain/interval';
import type { Bounds } from '$lib/server/store/store';

/** The bounds of nothing. */
export const NOWHERE: Bounds = { extent: null, said: ALWAYS };

/** Where the features of a dataset lie and when their claims were said: of all, and of each layer; one pass over each list. */
export function boundsOf({ features, claims }: Dataset): { all: Bounds; layers: ReadonlyMap<string, Bounds> } {
	const all = new Gathered();
	const layers = new Map<string, Gathered>();
	const layerOf = new Map(features.map(({ id, layer }) => [id, layer]));
	for (const { layer, extent } of features) {
		const gathered = layers.get(layer) ?? new Gathered();
		layers.set(layer, gathered);
		for (const one of [all, gathered]) if (extent) one.extents.push(extent);
	}
	for (const { about, said } of claims) {
		all.said.push(said.interval);
		for (const layer of new Set(about.map((id) => layerOf.get(id)))) layers.get(layer ?? '')?.said.push(said.interval);
	}
	return { all: all.bounds, layers: new Map([...layers].map(([layer, gathered]) => [layer, gathered.bounds])) };
}

class Gathered {
	readonly extents: Extent[] = [];
	readonly said: Interval[] = [];

	get bounds(): Bounds {
		return { extent: union(this.extents), said: hull(this.said) };
	}
}

/** The interval from the first day of all to the last; open where one of them is, and for none. */
function hull([first, ...others]: readonly Interval[]): Interval {
	if (!first) return ALWAYS;
	let { from, to } = first;
	for (const other of others) {
		from = from === null || other.from === null ? null : other.from < from ? other.from : from;
		to = to === null || other.to === null ? null : other.to > to ? other.to : to;
	}
	return { from, to };
}
