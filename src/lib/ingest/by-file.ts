/** Entries or issues by the file that they stand in, files in the order in which they first come. */
export function byFile<T extends { file: string }>(items: Iterable<T>): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(item.file);
		if (group === undefined) groups.set(item.file, [item]);
		else group.push(item);
	}
	return groups;
}
