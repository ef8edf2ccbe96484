import { CHANGES_HREF } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings } }) => {
	const { info, history } = store.catalogue;
	const named = (of: 'claims' | 'features') =>
		new Set(history.flatMap((version) => [...version[of].added, ...version[of].changed].map(({ id }) => id)));
	const claims = await Promise.all([...named('claims')].map((id) => store.claim(id)));
	const features = await Promise.all([...named('features')].map((id) => store.feature(id)));
	return {
		canonical: settings.origin + CHANGES_HREF,
		info,
		history,
		/** What is there now, by id, to be led to. */
		claims: new Map(claims.flatMap((claim) => (claim ? [[claim.id, claim]] : []))),
		features: new Map(features.flatMap((feature) => (feature ? [[feature.id, feature.name]] : [])))
	};
};
