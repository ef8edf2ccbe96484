import { error } from '@sveltejs/kit';
import { differencesAmong } from '$lib/query/notes';
import { readOrder } from '$lib/ui/pages/note-order';
import { outlinesAmong } from '$lib/ui/pages/outlines';
import { featureHref } from '$lib/url/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings }, params: { id }, url }) => {
	const feature = await store.feature(id);
	if (!feature) error(404, { message: `The atlas has no feature “${id.slice(0, 60)}”.` });
	const claims = await store.claimsOf({ feature: id });
	const { info, layers, sources, questions } = store.catalogue;
	return {
		canonical: settings.origin + featureHref(id),
		info,
		layers,
		sources,
		...readOrder(url.searchParams),
		outlines: outlinesAmong(await store.features()),
		selection: {
			feature,
			notes: await store.cite(claims),
			hidden: 0,
			differences: differencesAmong(claims, questions),
			latest: store.latest
		}
	};
};
