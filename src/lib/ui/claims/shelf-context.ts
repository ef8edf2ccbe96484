import { getContext, setContext } from 'svelte';

/** What a reader may see of the documents. */
export interface ShelfView {
	/** Ids of the sources whose passages may be opened. */
	readonly readable: readonly string[];
	/** Why claims are not proved by their document, by claim id; empty where all that could be looked up are. */
	readonly unproved: Readonly<Record<string, string>>;
}

const KEY = Symbol('shelf');

/** Hands what may be seen of the documents to every note below; a function, as the page's data may change. */
export function provideShelf(view: () => ShelfView): void {
	setContext(KEY, view);
}

/** What may be seen of the documents; nothing where no one has said. */
export function shelfView(): ShelfView {
	const view = getContext<(() => ShelfView) | undefined>(KEY);
	return view?.() ?? { readable: [], unproved: {} };
}
