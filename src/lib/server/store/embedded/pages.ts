import { meets } from '$lib/analysis/meets';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim } from '$lib/domain/claim';
import type { Criteria } from '$lib/domain/criteria';
import { type Area, type Extent, extentOf } from '$lib/domain/extent';
import type { Filter } from '$lib/domain/filter';
import type { Finding } from '$lib/domain/finding';
import type { ClaimRow } from '$lib/formats/columns';
import { answer } from '$lib/query/answer';
import type { Columns } from '$lib/query/columns';
import { filterBy, type RowFilter } from '$lib/query/filter';
import { claimQueryables, featureQueryables, type Queryable } from '$lib/query/queryables';
import { itemWriter, type ItemWriter } from '$lib/server/store/item';
import type { Item, ItemKind, Page, PageAsked } from '$lib/server/store/store';
import { Recent } from '$lib/server/recent';
import { SpatialIndex } from './spatial-index';

/** How many places of items are remembered at most, over all questions: 4 bytes each. */
const MOST_PLACES = 8 * 2 ** 20;

/** How many bytes of answers without their clauses of place are remembered at most. */
const MOST_ANSWERED = 32 * 2 ** 20;

/** How many items a filter looks at before others are answered. */
const AT_A_TIME = 4096;

/** What criteria choose, whatever they say of place: 1 for each feature and for each mention. */
interface Chosen {
	features: Uint8Array;
	mentions: Uint8Array;
}

/**
 * Pages of items. An item's place is the number of its feature or of its mention. What was asked before is remembered, so
 * that the next page asks nothing anew; a feature is written once.
 */
export class Pages {
	readonly #columns: Columns;
	readonly #write: ItemWriter;
	readonly #queryables: { features: readonly Queryable<Finding>[]; claims: readonly Queryable<ClaimRow>[] };
	readonly #index: SpatialIndex;
	readonly #written: (Uint8Array | undefined)[];
	readonly #places = new Recent<Uint32Array>(MOST_PLACES, (places) => places.length + 1);
	readonly #chosen = new Recent<Chosen>(MOST_ANSWERED, ({ features, mentions }) => features.length + mentions.length);

	constructor(columns: Columns, catalogue: Catalogue) {
		this.#columns = columns;
		this.#write = itemWriter(catalogue);
		this.#queryables = { features: featureQueryables(catalogue), claims: claimQueryables(catalogue) };
		this.#index = new SpatialIndex(columns.dataset.features);
		this.#written = Array.from(columns.dataset.features, () => undefined);
	}

	/** A page of the items that criteria and a filter choose. */
	async page(asked: PageAsked): Promise<Page> {
		const { items, criteria, limit, from } = asked;
		const places = await this.#find(asked);
		const at = firstFrom(places, from);
		const shown = places.subarray(at, at + limit);
		return {
			matched: places.length,
			returned: shown.length,
			next: places[at + limit] ?? null,
			previous: at === 0 ? null : at <= limit ? 0 : places[at - limit]!,
			features: () => this.#bytesOf(items, shown),
			findings: () => this.#findingsOf(items, shown, criteria)
		};
	}

	/** One item; null where there is none of this id. */
	item(items: ItemKind, id: string): Item | null {
		const { dataset, features, claims, featureMentions, mentionClaim } = this.#columns;
		if (items === 'features') {
			const place = features.get(id);
			if (place === undefined) return null;
			return { bytes: this.#featureBytes(place), finding: this.#finding(place) };
		}
		const [claimId = '', featureId = ''] = id.split('.', 2);
		const number = features.get(featureId);
		const claim = claims.get(claimId);
		if (number === undefined || claim === undefined || id !== `${claimId}.${featureId}`) return null;
		const { starts, values } = featureMentions;
		const mentions = values.subarray(starts[number], starts[number + 1]);
		if (!mentions.some((mention) => mentionClaim[mention] === claim)) return null;
		const row = { feature: dataset.features[number]!, claim: dataset.claims[claim]! };
		return { bytes: this.#write.claim(row), finding: { feature: row.feature, claims: [row.claim] } };
	}

	/** The places of all items that are asked for, in order. What the index answers by itself is not worth remembering. */
	async #find({ items, criteria, filter }: PageAsked): Promise<Uint32Array> {
		if (!filter && (criteria.bbox ?? criteria.area)) return this.#candidates(items, criteria, null);
		const key = JSON.stringify([items, criteria, filter]);
		const known = this.#places.get(key);
		if (known) return known;
		const ready = filter && this.#ready(items, filter);
		const candidates = this.#candidates(items, criteria, ready?.extent ?? null);
		return this.#places.keep(key, ready ? await passing(candidates, ready.test) : candidates);
	}

	/** A filter made ready for places. */
	#ready(items: ItemKind, filter: Filter): { test: (place: number) => boolean; extent: Extent | null } {
		if (items === 'features') {
			const { test, extent } = checked(filterBy(filter, this.#queryables.features));
			return { test: (place) => test(this.#finding(place)), extent };
		}
		const { test, extent } = checked(filterBy(filter, this.#queryables.claims));
		return { test: (place) => test(this.#row(place)), extent };
	}

	/** What criteria choose, as far as it is not outside of `extent`. */
	#candidates(items: ItemKind, criteria: Criteria, extent: Extent | null): Uint32Array {
		const { features, mentions } = this.#choose(criteria);
		const near = this.#near(criteria, extent);
		if (!near) return flagged(items === 'features' ? features : mentions);
		if (items === 'features') return those(near, features);
		const { starts, values } = this.#columns.featureMentions;
		const places: number[] = [];
		for (const feature of near) {
			for (let at = starts[feature]!; at < starts[feature + 1]!; at++) {
				if (mentions[values[at]!] === 1) places.push(values[at]!);
			}
		}
		return inOrder(places);
	}

	/** What criteria choose but for their clauses of place, which the index answers. */
	#choose({ bbox: _, area: __, ...others }: Criteria): Chosen {
		const criteria: Criteria = { ...others, bbox: null, area: null };
		const key = JSON.stringify(criteria);
		const known = this.#chosen.get(key);
		if (known) return known;
		const { chosen, mentions } = answer(this.#columns, criteria);
		return this.#chosen.keep(key, { features: chosen, mentions });
	}

	/** The features where criteria and a filter look; null where they look everywhere. */
	#near({ bbox, area, unlocated }: Criteria, filtered: Extent | null): Uint32Array | null {
		const areas: Area[] = [];
		if (bbox) areas.push(bbox);
		if (area) areas.push(area);
		if (areas.length === 0) return filtered && inOrder(this.#index.touching(filtered));
		const searched = bbox ?? extentOf({ type: 'LineString', coordinates: [...area!] })!;
		const { features } = this.#columns.dataset;
		const near: number[] = [];
		for (const place of this.#index.touching(searched)) {
			const feature = features[place]!;
			if (areas.every((one) => meets(feature, one))) near.push(place);
		}
		// A filter's extent is where a geometry has to be: what has none matches no such filter.
		return unlocated && !filtered ? merged(inOrder(near), this.#index.unlocated) : inOrder(near);
	}

	*#bytesOf(items: ItemKind, places: Uint32Array): Generator<Uint8Array> {
		for (const place of places) yield items === 'features' ? this.#featureBytes(place) : this.#claimBytes(place);
	}

	#featureBytes(place: number): Uint8Array {
		return (this.#written[place] ??= this.#write.feature(this.#finding(place)));
	}

	#claimBytes(mention: number): Uint8Array {
		return this.#write.claim(this.#row(mention));
	}

	*#findingsOf(items: ItemKind, places: Uint32Array, criteria: Criteria): Generator<Finding> {
		const { mentions } = this.#choose(criteria);
		for (const place of places) {
			if (items === 'features') yield this.#finding(place, mentions);
			else {
				const { feature, claim } = this.#row(place);
				yield { feature, claims: [claim] };
			}
		}
	}

	/** A feature with all claims about it, or with those whose mention is flagged. */
	#finding(place: number, flags?: Uint8Array): Finding {
		const { dataset, featureMentions, mentionClaim } = this.#columns;
		const { starts, values } = featureMentions;
		const claims: Claim[] = [];
		for (let at = starts[place]!; at < starts[place + 1]!; at++) {
			const mention = values[at]!;
			if (flags?.[mention] !== 0) claims.push(dataset.claims[mentionClaim[mention]!]!);
		}
		return { feature: dataset.features[place]!, claims };
	}

	#row(mention: number): ClaimRow {
		const { dataset, mentionClaim, mentionFeature } = this.#columns;
		return {
			feature: dataset.features[mentionFeature[mention]!]!,
			claim: dataset.claims[mentionClaim[mention]!]!
		};
	}
}

/** The places that pass a test, in order. */
async function passing(places: Uint32Array, test: (place: number) => boolean): Promise<Uint32Array> {
	const passed: number[] = [];
	for (const [at, place] of places.entries()) {
		if (at % AT_A_TIME === AT_A_TIME - 1) await new Promise((resolve) => setImmediate(resolve));
		if (test(place)) passed.push(place);
	}
	return Uint32Array.from(passed);
}

/** A filter without problems: whoever asks has told of them before. */
function checked<Row>(filter: RowFilter<Row>): Exclude<RowFilter<Row>, { problems: readonly unknown[] }> {
	if (filter.problems) throw new TypeError(filter.problems.map(({ detail }) => detail).join(' '));
	return filter;
}

/** The places that are flagged, in order. */
function flagged(flags: Uint8Array): Uint32Array {
	const places = new Uint32Array(flags.length);
	let count = 0;
	for (let place = 0; place < flags.length; place++) if (flags[place] === 1) places[count++] = place;
	return places.slice(0, count);
}

/** Places in order, each once. */
function inOrder(places: readonly number[]): Uint32Array {
	const sorted = new Uint32Array(places.length);
	sorted.set(places);
	sorted.sort();
	let count = 0;
	for (let at = 0; at < sorted.length; at++) {
		if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at]!;
	}
	return sorted.subarray(0, count);
}

/** Those of some places that are flagged, in their order. */
function those(places: Uint32Array, flags: Uint8Array): Uint32Array {
	let count = 0;
	for (const place of places) if (flags[place] === 1) places[count++] = place;
	return places.subarray(0, count);
}

/** Two lists in order as one; nothing stands in both. */
function merged(a: Uint32Array, b: Uint32Array): Uint32Array {
	const all = new Uint32Array(a.length + b.length);
	let [inA, inB] = [0, 0];
	for (let at = 0; at < all.length; at++) {
		const takesA = inB >= b.length || (inA < a.length && a[inA]! < b[inB]!);
		all[at] = takesA ? a[inA++]! : b[inB++]!;
	}
	return all;
}

/** Where the first of sorted places stands that is not before `from`. */
function firstFrom(places: Uint32Array, from: number): number {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (places[middle]! < from) low = middle + 1;
		else high = middle;
	}
	return low;
}
