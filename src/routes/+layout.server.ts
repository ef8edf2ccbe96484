import type { LayoutServerLoad } from './$types';

/** What every page may need, the error page too: the atlas's title, and what may be seen of the documents. */
export const load: LayoutServerLoad = ({ locals: { store, documents } }) => ({
	title: store.catalogue.info.title,
	documentsView: {
		readable: documents.readable,
		unproved: Object.fromEntries([...documents.unproved].map(([claim, { message }]) => [claim, message]))
	}
});
