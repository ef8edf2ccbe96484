/** Items by their ids, in their order. */
export function byId<Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
	return new Map(items.map((item) => [item.id, item]));
}
