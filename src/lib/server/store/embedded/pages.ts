import { LRUCache } from 'lru-cache';
import { intersecting } from '$lib/geometry/intersects';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim } from '$lib/domain/claim';
import type { Criteria } from '$lib/filter/criteria';
import { type Area, type Extent, extentOfArea, isExtent } from '$lib/domain/extent';
import type { Filter } from '$lib/filter/filter-tree';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { ClaimRow } from '$lib/formats/attributes';
import type { FilterResult } from '$lib/engine/filter-result';
import type { Columns } from '$lib/engine/columns';
import { filterBy, type RowFilter } from '$lib/engine/filter-columns';
import { claimQueryables, featureQueryables, type Queryable } from '$lib/engine/queryables';
import { itemWriter, type ItemWriter } from '$lib/server/store/item-json';
import { ITEM_END, type Item, type ItemKind, type Page, type PageQuery } from '$lib/server/store/store';
import type { FilterResultCache } from './filter-results';
import { SpatialIndex } from './spatial-index';

/** How many bytes of indices of items are cached at most, over all queries. */
const MOST_BYTES_FOUND = 32 * 2 ** 20;

/** How many items a filter looks at before others are answered. */
const AT_A_TIME = 4096;

/** The indices of items in order: of those that have a geometry, or may have, and of others, which no bbox leaves out. */
interface Found {
	placed: Uint32Array;
	unplaced: Uint32Array;
}

const NONE = new Uint32Array(0);

/**
 * Pages of items. An item's index is that of its feature or of its mention. Results are cached by their query, so
 * that the next page asks nothing anew; a feature is written once.
 */
export class Pages {
	readonly #columns: Columns;
	readonly #results: FilterResultCache;
	readonly #write: ItemWriter;
	readonly #queryables: { features: readonly Queryable<FeatureWithClaims>[]; claims: readonly Queryable<ClaimRow>[] };
	readonly #index: SpatialIndex;
	readonly #written: (Uint8Array | undefined)[];
	readonly #found = new LRUCache<string, Found>({
		maxSize: MOST_BYTES_FOUND,
		sizeCalculation: ({ placed, unplaced }, key) => placed.byteLength + unplaced.byteLength + 2 * key.length
	});
	/** The indices of what a filter result chooses of items without geometry, once that was asked for. */
	readonly #unplaced = new WeakMap<FilterResult, Partial<Record<ItemKind, Uint32Array>>>();

	constructor(columns: Columns, results: FilterResultCache, catalogue: Catalogue) {
		this.#columns = columns;
		this.#results = results;
		this.#write = itemWriter(catalogue);
		this.#queryables = { features: featureQueryables(catalogue), claims: claimQueryables(catalogue) };
		this.#index = new SpatialIndex(columns.dataset.features);
		this.#written = Array.from(columns.dataset.features, () => undefined);
	}

	/** A page of the items that criteria and a filter choose. */
	async page(pageQuery: PageQuery): Promise<Page> {
		const { items, criteria, limit, from } = pageQuery;
		const { placed, unplaced } = await this.#find(pageQuery);
		const { shown, next, previous } = pageOf(placed, unplaced, from, limit);
		return {
			matched: placed.length + unplaced.length,
			returned: shown.length,
			next,
			previous,
			runs: () => this.#runsOf(items, shown),
			matches: () => this.#matchesOf(items, shown, criteria)
		};
	}

	/** One item; null where there is none of this id. */
	item(items: ItemKind, id: string): Item | null {
		const { dataset, features, claims, featureMentions, mentionClaim } = this.#columns;
		if (items === 'features') {
			const index = features.get(id);
			if (index === undefined) return null;
			const match = this.#match(index);
			return { bytes: this.#write.place(match), match };
		}
		const [claimId = '', featureId = ''] = id.split('.', 2);
		const number = features.get(featureId);
		const claim = claims.get(claimId);
		if (number === undefined || claim === undefined || id !== `${claimId}.${featureId}`) return null;
		const { starts, values } = featureMentions;
		const mentions = values.subarray(starts[number], starts[number + 1]);
		if (!mentions.some((mention) => mentionClaim[mention] === claim)) return null;
		const row = { feature: dataset.features[number]!, claim: dataset.claims[claim]! };
		return {
			bytes: this.#write.claim(row).subarray(0, -ITEM_END.length),
			match: { feature: row.feature, claims: [row.claim] }
		};
	}

	/** All items that are asked for. What the index answers by itself is not worth caching. */
	async #find({ items, criteria, filter }: PageQuery): Promise<Found> {
		if (!filter && areasOf(criteria).length > 0) return this.#candidates(items, criteria, null);
		const key = JSON.stringify([items, criteria, filter]);
		const known = this.#found.get(key);
		if (known) return known;
		const ready = filter && this.#ready(items, filter);
		const { placed, unplaced } = this.#candidates(items, criteria, ready?.extent ?? null);
		const found = {
			placed: ready ? await passing(placed, ready.test) : placed,
			unplaced: ready ? await passing(unplaced, ready.test) : unplaced
		};
		this.#found.set(key, found);
		return found;
	}

	/** A filter made ready for indices. */
	#ready(items: ItemKind, filter: Filter): { test: (index: number) => boolean; extent: Extent | null } {
		if (items === 'features') {
			const { test, extent } = checked(filterBy(filter, this.#queryables.features));
			return { test: (index) => test(this.#match(index)), extent };
		}
		const { test, extent } = checked(filterBy(filter, this.#queryables.claims));
		return { test: (index) => test(this.#row(index)), extent };
	}

	/** What criteria choose, as far as it is not outside of `extent`. */
	#candidates(items: ItemKind, criteria: Criteria, extent: Extent | null): Found {
		const result = this.#resultOf(criteria);
		const chosen = items === 'features' ? result.chosen : result.mentions;
		const near = this.#near(areasOf(criteria), extent);
		if (!near) return { placed: flagged(chosen), unplaced: NONE };
		const placed = those(this.#itemsOf(items, near), chosen);
		// A filter's extent is where a geometry has to be: what has none matches no such filter.
		if (!criteria.unlocated || extent) return { placed, unplaced: NONE };
		const known = this.#unplaced.get(result) ?? {};
		this.#unplaced.set(result, known);
		const unplaced = (known[items] ??= those(this.#itemsOf(items, [...this.#index.unlocated]), chosen));
		return { placed, unplaced };
	}

	/** The filter result of criteria but for their clauses of place, which the index answers. */
	#resultOf(criteria: Criteria): FilterResult {
		return this.#results.get({ ...criteria, bbox: null, area: null });
	}

	/** The features themselves, or the claims about them; in order. */
	#itemsOf(items: ItemKind, features: readonly number[]): Uint32Array {
		if (items === 'features') return inOrder(features);
		const { starts, values } = this.#columns.featureMentions;
		const mentions: number[] = [];
		for (const feature of features) {
			for (let at = starts[feature]!; at < starts[feature + 1]!; at++) mentions.push(values[at]!);
		}
		return inOrder(mentions);
	}

	/** The features where criteria and a filter look, in no order; null where they look everywhere. */
	#near(areas: readonly Area[], filtered: Extent | null): number[] | null {
		const searched = areas[0] ? extentOfArea(areas[0]) : filtered;
		if (!searched) return null;
		const { within, touching } = this.#index.near(searched);
		// The filter itself looks at each of them.
		if (areas.length === 0) return [...within, ...touching];
		const { features } = this.#columns.dataset;
		const tests = areas.map(intersecting);
		const meetsAll = (index: number) => tests.every((test) => test(features[index]!));
		// An extent alone is met by all that lies within it.
		const found = areas.every(isExtent) ? within : within.filter(meetsAll);
		return [...found, ...touching.filter(meetsAll)];
	}

	/** Items as they are written, one in each run. */
	*#runsOf(items: ItemKind, indices: Uint32Array): Generator<Uint8Array> {
		for (const index of indices) {
			if (items === 'claims') yield this.#write.claim(this.#row(index));
			else yield (this.#written[index] ??= this.#write.feature(this.#match(index)));
		}
	}

	*#matchesOf(items: ItemKind, indices: Uint32Array, criteria: Criteria): Generator<FeatureWithClaims> {
		const { mentions } = this.#resultOf(criteria);
		for (const index of indices) {
			if (items === 'features') yield this.#match(index, mentions);
			else {
				const { feature, claim } = this.#row(index);
				yield { feature, claims: [claim] };
			}
		}
	}

	/** A feature with all claims about it, or with those whose mention is flagged. */
	#match(index: number, flags?: Uint8Array): FeatureWithClaims {
		const { dataset, featureMentions, mentionClaim } = this.#columns;
		const { starts, values } = featureMentions;
		const claims: Claim[] = [];
		for (let at = starts[index]!; at < starts[index + 1]!; at++) {
			const mention = values[at]!;
			if (flags?.[mention] !== 0) claims.push(dataset.claims[mentionClaim[mention]!]!);
		}
		return { feature: dataset.features[index]!, claims };
	}

	#row(mention: number): ClaimRow {
		const { dataset, mentionClaim, mentionFeature } = this.#columns;
		return {
			feature: dataset.features[mentionFeature[mention]!]!,
			claim: dataset.claims[mentionClaim[mention]!]!
		};
	}
}

/** Where criteria look, which the index answers: the extent first. */
function areasOf({ bbox, area }: Criteria): Area[] {
	return [bbox, area].filter((one) => one !== null);
}

/** The indices that pass a test, in order. */
async function passing(indices: Uint32Array, test: (index: number) => boolean): Promise<Uint32Array> {
	const passed: number[] = [];
	for (const [at, index] of indices.entries()) {
		if (at % AT_A_TIME === AT_A_TIME - 1) await new Promise((resolve) => setImmediate(resolve));
		if (test(index)) passed.push(index);
	}
	return Uint32Array.from(passed);
}

/** A filter without problems: whoever asks has told of them before. */
function checked<Row>(filter: RowFilter<Row>): Exclude<RowFilter<Row>, { problems: readonly unknown[] }> {
	if (filter.problems) throw new TypeError(filter.problems.map(({ detail }) => detail).join(' '));
	return filter;
}

/** The indices that are flagged, in order. */
function flagged(flags: Uint8Array): Uint32Array {
	const indices = new Uint32Array(flags.length);
	let count = 0;
	for (let index = 0; index < flags.length; index++) if (flags[index] === 1) indices[count++] = index;
	return indices.slice(0, count);
}

/** Indices in order, each once. */
function inOrder(indices: readonly number[]): Uint32Array {
	const sorted = new Uint32Array(indices.length);
	sorted.set(indices);
	sorted.sort();
	let count = 0;
	for (let at = 0; at < sorted.length; at++) {
		if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at]!;
	}
	return sorted.subarray(0, count);
}

/** Those of some indices that are flagged, in their order. */
function those(indices: Uint32Array, flags: Uint8Array): Uint32Array {
	let count = 0;
	for (const index of indices) if (flags[index] === 1) indices[count++] = index;
	return indices.subarray(0, count);
}

/**
 * The page of two lists in order, with nothing in both, that begins at the first index from `from` on: as if they were one,
 * without making that of them.
 */
function pageOf(
	a: Uint32Array,
	b: Uint32Array,
	from: number,
	limit: number
): { shown: Uint32Array; next: number | null; previous: number | null } {
	let [inA, inB] = [firstFrom(a, from), firstFrom(b, from)];
	let [backA, backB] = [inA, inB];
	const before = inA + inB;
	const shown = new Uint32Array(Math.min(limit, a.length + b.length - before));
	const takesA = () => inB >= b.length || (inA < a.length && a[inA]! < b[inB]!);
	for (let at = 0; at < shown.length; at++) shown[at] = takesA() ? a[inA++]! : b[inB++]!;
	const next = inA + inB < a.length + b.length ? (takesA() ? a[inA]! : b[inB]!) : null;
	if (before <= limit) return { shown, next, previous: before === 0 ? null : 0 };
	let previous = from;
	for (let step = 0; step < limit; step++) {
		previous = backB === 0 || (backA > 0 && a[backA - 1]! > b[backB - 1]!) ? a[--backA]! : b[--backB]!;
	}
	return { shown, next, previous };
}

/** The offset of the first of sorted indices that is not before `from`. */
function firstFrom(indices: Uint32Array, from: number): number {
	let [low, high] = [0, indices.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (indices[middle]! < from) low = middle + 1;
		else high = middle;
	}
	return low;
}
