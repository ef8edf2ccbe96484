import { createHash } from 'node:crypto';

/** The longest text that is its own key, in characters: an address may be a hundred times as long. */
const LONGEST_KEY = 2000;

/** A text as a key: itself, or its fingerprint where it is so long that keys would weigh more than values. */
export function keyOf(text: string): string {
	return text.length <= LONGEST_KEY ? text : createHash('sha256').update(text).digest('base64');
}

/** Values that were asked for lately, by key: the least lately asked go first where the weights exceed `most`. */
export class Recent<Value> {
	// A Map keeps the order of insertion: the first entry is the one that was used longest ago.
	readonly #values = new Map<string, Value>();
	readonly #most: number;
	readonly #weightOf: (value: Value) => number;
	#weight = 0;

	constructor(most: number, weightOf: (value: Value) => number) {
		this.#most = most;
		this.#weightOf = weightOf;
	}

	get(key: string): Value | undefined {
		const value = this.#values.get(key);
		if (value === undefined) return undefined;
		this.#values.delete(key);
		this.#values.set(key, value);
		return value;
	}

	/** Keeps a value and gives it back. */
	keep(key: string, value: Value): Value {
		const before = this.#values.get(key);
		if (before !== undefined) this.#drop(key, before);
		this.#values.set(key, value);
		this.#weight += this.#weightOf(value);
		for (const [oldest, kept] of this.#values) {
			if (this.#weight <= this.#most || oldest === key) break;
			this.#drop(oldest, kept);
		}
		return value;
	}

	#drop(key: string, value: Value): void {
		this.#values.delete(key);
		this.#weight -= this.#weightOf(value);
	}
}
