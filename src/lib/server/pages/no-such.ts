/** What a page says that is asked for something which the atlas does not have. */
export function noSuch(what: 'feature' | 'source' | 'question', id: string): string {
	return `The atlas has no ${what} “${id.slice(0, 60)}”.`;
}
