import { getContext, setContext } from 'svelte';

/** What a reader may see of the documents. */
export interface DocumentsView {
	/** Ids of the sources whose passages may be opened. */
	readonly readable: readonly string[];
	/** Why claims are not proved by their document, by claim id; empty where all that could be looked up are. */
	readonly unproved: Readonly<Record<string, string>>;
}

const KEY = Symbol('documents');

/** Hands what may be seen of the documents to every note below; a function, as the page's data may change. */
export function provideDocuments(view: () => DocumentsView): void {
	setContext(KEY, view);
}

/** What may be seen of the documents; nothing where no one has said. */
export function documentsView(): DocumentsView {
	const view = getContext<(() => DocumentsView) | undefined>(KEY);
	return view?.() ?? { readable: [], unproved: {} };
}
