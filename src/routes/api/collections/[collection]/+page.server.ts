import { collectionDocument } from '$lib/server/api/ogc/collections';
import { outlinesAmong } from '$lib/server/pages/outlines';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api, store }, parent }) => {
	const { collection } = await parent();
	const features = await store.features(collection.layer ?? undefined);
	return {
		document: await collectionDocument(store, api.links, collection),
		layers: store.catalogue.layers,
		features,
		outlines: outlinesAmong(await store.features())
	};
};
