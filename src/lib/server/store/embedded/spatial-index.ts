import Flatbush from 'flatbush';
import { eastward, type Extent } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';

/** Finds features by where they lie, without looking at all of them. */
export class SpatialIndex {
	/** The indices of the features without geometry, in order. */
	readonly unlocated: Uint32Array;
	readonly #index: Flatbush | null;
	/** True where a feature has more than one box. */
	readonly #hasHalves: boolean;
	/** The index of the feature that each box is of. */
	readonly #indices: readonly number[];

	constructor(features: readonly PlacedFeature[]) {
		const boxes = features.flatMap(({ extent }, index) =>
			extent ? eastward(extent).map((box) => ({ index, box })) : []
		);
		this.unlocated = Uint32Array.from(features.flatMap(({ extent }, index) => (extent ? [] : [index])));
		this.#indices = boxes.map(({ index }) => index);
		this.#hasHalves = boxes.length + this.unlocated.length > features.length;
		this.#index = boxes.length === 0 ? null : new Flatbush(boxes.length);
		for (const { box } of boxes) this.#index?.add(...box);
		this.#index?.finish();
	}

	/**
	 * The indices of the features whose extent shares a point with another, each once and in no order: those that lie wholly
	 * within it, and those of which only the geometry can tell.
	 */
	near(extent: Extent): { within: number[]; touching: number[] } {
		const found = { within: new Array<number>(), touching: new Array<number>() };
		for (const [west, south, east, north] of eastward(extent)) {
			// The index gives each box that it finds: looking at the features themselves would take longer than finding them.
			this.#index?.search(west, south, east, north, (at, x0, y0, x1, y1) => {
				const isWithin = west <= x0 && x1 <= east && south <= y0 && y1 <= north;
				found[isWithin ? 'within' : 'touching'].push(this.#indices[at]!);
				return false;
			});
		}
		if (extent[0] <= extent[2] && !this.#hasHalves) return found;
		// A feature across the antimeridian has two boxes, and may have been found by each.
		const touching = new Set([...found.within, ...found.touching]);
		return { within: [], touching: [...touching] };
	}
}
