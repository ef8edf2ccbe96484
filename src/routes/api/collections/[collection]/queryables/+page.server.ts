import { queryablesOf } from '$lib/server/api/ogc/queryables';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api }, parent }) => {
	const { collection } = await parent();
	return { document: queryablesOf(api, collection), items: api.links.items(collection.id) };
};
