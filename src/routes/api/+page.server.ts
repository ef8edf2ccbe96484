import { collectionsDocument } from '$lib/server/api/ogc/collections';
import { landingDocument } from '$lib/server/api/ogc/landing';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api, store } }) => {
	const { collections } = await collectionsDocument(store, api.links, [...api.collections.values()]);
	return { document: landingDocument(store.catalogue, api.links), root: api.links.root, collections };
};
