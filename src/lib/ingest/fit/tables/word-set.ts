/** The words of a list that has white space between them. */
export function wordSet(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
