/** A table by words, in which nothing stands but its own: “constructor” is a word too. */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
	return Object.assign(Object.create(null) as Record<string, T>, entries);
}
