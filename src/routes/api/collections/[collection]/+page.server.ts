import { collectionDocument } from '$lib/server/api/ogc/collections';
import { EVERYTHING } from '$lib/filter/criteria';
import type { PageServerLoad } from './$types';

/** How many features are drawn beside the collection: more would be neither drawn nor read. */
const MOST_DRAWN = 300;

export const load: PageServerLoad = async ({ locals: { api, store }, parent }) => {
	const { collection } = await parent();
	const criteria = { ...EVERYTHING, layers: collection.layer === null ? null : [collection.layer] };
	const page = await store.page({ items: 'features', criteria, filter: null, limit: MOST_DRAWN, from: 0 });
	return {
		document: await collectionDocument(store, api.links, collection),
		layers: store.catalogue.layers,
		features: Array.from(page.findings(), ({ feature }) => feature),
		outlines: await store.outlines()
	};
};
