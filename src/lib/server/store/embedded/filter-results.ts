import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { answer, type Answer } from '$lib/engine/filter-result';
import type { Columns } from '$lib/engine/columns';
import { LRUCache } from 'lru-cache';

/** How many bytes of answers are remembered at most. */
const MOST = 64 * 2 ** 20;

const ALL = JSON.stringify(EVERYTHING);

/** Answers of one dataset: each takes a pass over all of its claims, so those given lately are remembered, and that to no question always. */
export class Answers {
	/** The answer to criteria without a clause. */
	readonly everything: Answer;
	readonly #columns: Columns;
	readonly #given = new LRUCache<string, Answer>({
		maxSize: MOST,
		sizeCalculation: (given, key) => sizeOf(given) + 2 * key.length
	});

	constructor(columns: Columns) {
		this.#columns = columns;
		this.everything = answer(columns, EVERYTHING);
	}

	to(criteria: Criteria): Answer {
		const key = JSON.stringify(criteria);
		if (key === ALL) return this.everything;
		const known = this.#given.get(key);
		if (known) return known;
		const given = answer(this.#columns, criteria);
		this.#given.set(key, given);
		return given;
	}
}

function sizeOf({ marks, named, chosen, faded, mentions, without }: Answer): number {
	return [marks, named, chosen, faded, mentions, without].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
