import { error } from '@sveltejs/kit';
import { conditionOnClaims } from '$lib/server/api/ogc/example';
import { readPage, showItems } from '$lib/server/api/ogc/items';
import type { PageServerLoad } from './$types';

/** How many items a page shows at most: more are for programs. */
const MOST_LINES = 200;

export const load: PageServerLoad = async ({ locals: { api, store }, parent, url }) => {
	const { collection } = await parent();
	const asked = readPage(api, collection, url.searchParams);
	if ('problems' in asked) error(400, { message: asked.problems.map(({ detail }) => detail).join(' ') });
	const limit = Math.min(asked.limit, MOST_LINES);
	const { page, links } = await showItems(api, collection, url.searchParams, { ...asked, limit });
	return {
		catalogue: store.catalogue,
		query: Object.fromEntries(url.searchParams),
		ofClaims: await conditionOnClaims(store),
		matched: page.matched,
		findings: [...page.findings()],
		links,
		outlines: await store.outlines()
	};
};
