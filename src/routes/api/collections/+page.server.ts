import { collectionsDocument } from '$lib/server/api/ogc/collections';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api, store } }) => ({
	document: await collectionsDocument(store, api.links, [...api.collections.values()])
});
