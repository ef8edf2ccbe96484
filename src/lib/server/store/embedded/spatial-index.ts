import Flatbush from 'flatbush';
import type { Extent } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';

/** Finds features by where they lie, without looking at all of them. */
export class SpatialIndex {
	/** The places of the features without geometry, in order. */
	readonly unlocated: Uint32Array;
	readonly #index: Flatbush | null;
	/** The place of the feature that each box of the index is of. */
	readonly #places: readonly number[];

	constructor(features: readonly PlacedFeature[]) {
		const boxes = features.flatMap(({ extent }, place) =>
			extent ? eastward(extent).map((box) => ({ place, box })) : []
		);
		this.unlocated = Uint32Array.from(features.flatMap(({ extent }, place) => (extent ? [] : [place])));
		this.#places = boxes.map(({ place }) => place);
		this.#index = boxes.length === 0 ? null : new Flatbush(boxes.length);
		for (const { box } of boxes) this.#index?.add(...box);
		this.#index?.finish();
	}

	/** The places of the features whose extent shares a point with another, in no order; some may be there twice. */
	touching(extent: Extent): number[] {
		return eastward(extent).flatMap((box) => this.#index?.search(...box).map((at) => this.#places[at]!) ?? []);
	}
}

/** An extent as boxes that each run from west to east: two where it crosses the antimeridian. */
function eastward([west, south, east, north]: Extent): [number, number, number, number][] {
	if (west <= east) return [[west, south, east, north]];
	return [
		[west, south, 180, north],
		[-180, south, east, north]
	];
}
