import { conditionOnClaims } from '$lib/server/api/ogc/example';
import { queryablesOf } from '$lib/server/api/ogc/queryables-schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api, store }, parent }) => {
	const { collection } = await parent();
	return {
		document: queryablesOf(api, collection),
		items: api.links.items(collection.id),
		ofClaims: await conditionOnClaims(store)
	};
};
