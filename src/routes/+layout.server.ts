import type { LayoutServerLoad } from './$types';

/** What may be seen of the documents, for every note on every page. */
export const load: LayoutServerLoad = ({ locals: { documents } }) => ({
	shelf: {
		readable: documents.readable,
		unproved: Object.fromEntries([...documents.unproved].map(([claim, { message }]) => [claim, message]))
	}
});
