/** A function of one text that works each answer out once. */
export function memoized<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		const earlier = known.get(text);
		if (earlier !== undefined) return earlier;
		const result = work(text);
		known.set(text, result);
		return result;
	};
}
