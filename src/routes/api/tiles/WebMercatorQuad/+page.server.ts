import { tileJsonDocument, tilesetDocument } from '$lib/server/api/ogc/tileset';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api, store } }) => {
	const { attributes } = api.tiles.cutter;
	const [document, { tiles }] = await Promise.all([
		tilesetDocument(store, attributes, api.links),
		tileJsonDocument(store, attributes, api.links)
	]);
	return { document, template: tiles[0] ?? '', tileJson: `${api.links.tileset()}?f=tilejson` };
};
