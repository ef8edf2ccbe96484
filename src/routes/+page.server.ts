import { EVERYTHING } from '$lib/domain/criteria';
import { parseAddress } from '$lib/url/codec';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { store }, url }) => {
	const { view, problems } = parseAddress(url.searchParams, '', store.vocabulary);
	return {
		info: store.catalogue.info,
		fingerprint: store.catalogue.fingerprint,
		address: view,
		problems,
		first: await store.view(view.criteria ?? EVERYTHING, view.feature)
	};
};
