import { SOURCES_HREF } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings } }) => {
	const { info, sources } = store.catalogue;
	return {
		canonical: settings.origin + SOURCES_HREF,
		info,
		sources: await Promise.all(
			sources.map(async (source) => ({ source, claims: await store.claimCount({ source: source.id }) }))
		)
	};
};
