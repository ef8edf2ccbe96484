import { tilesetsDocument } from '$lib/server/api/ogc/tileset';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { api, store } }) => ({
	document: tilesetsDocument(store.catalogue, api.links)
});
