/** The items whose key an earlier one has, each with the first that has it. */
export function* repeats<T>(items: Iterable<T>, keyOf: (item: T) => unknown): Generator<{ item: T; first: T }> {
	const known = new Map<unknown, T>();
	for (const item of items) {
		const key = keyOf(item);
		const first = known.get(key);
		if (first === undefined) known.set(key, item);
		else yield { item, first };
	}
}
