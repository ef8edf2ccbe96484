/** The phrases of a list that has commas between them. */
export function phrases(list: string): readonly string[] {
	return list.split(/,\s+/).filter((phrase) => phrase !== '');
}
