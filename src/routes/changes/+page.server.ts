import { CHANGES_HREF } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings } }) => {
	const { info, history } = store.catalogue;
	const named = new Set(history.flatMap(({ claims }) => [...claims.added, ...claims.changed].map(({ id }) => id)));
	const claims = await Promise.all([...named].map((id) => store.claim(id)));
	const features = await store.features();
	return {
		canonical: settings.origin + CHANGES_HREF,
		info,
		history,
		/** What is there now, by id, to be led to. */
		claims: new Map(claims.flatMap((claim) => (claim ? [[claim.id, claim]] : []))),
		features: new Map(features.map(({ id, name }) => [id, name]))
	};
};
