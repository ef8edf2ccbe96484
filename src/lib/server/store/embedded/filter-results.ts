import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { applyFilter, type FilterResult } from '$lib/engine/filter-result';
import type { Columns } from '$lib/engine/columns';
import { LRUCache } from 'lru-cache';

/** How many bytes of filter results are cached at most. */
const MOST = 64 * 2 ** 20;

const ALL = JSON.stringify(EVERYTHING);

/** A cache of the filter results of one dataset: each takes a pass over all of its claims. The most recent are kept, and that without a clause always. */
export class FilterResultCache {
	/** The filter result without a clause. */
	readonly everything: FilterResult;
	readonly #columns: Columns;
	readonly #results = new LRUCache<string, FilterResult>({
		maxSize: MOST,
		sizeCalculation: (result, key) => sizeOf(result) + 2 * key.length
	});

	constructor(columns: Columns) {
		this.#columns = columns;
		this.everything = applyFilter(columns, EVERYTHING);
	}

	get(criteria: Criteria): FilterResult {
		const key = JSON.stringify(criteria);
		if (key === ALL) return this.everything;
		const known = this.#results.get(key);
		if (known) return known;
		const result = applyFilter(this.#columns, criteria);
		this.#results.set(key, result);
		return result;
	}
}

function sizeOf({ claimCounts, named, chosen, faded, mentions, without }: FilterResult): number {
	return [claimCounts, named, chosen, faded, mentions, without].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
