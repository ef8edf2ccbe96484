import { changesSince } from '$lib/server/pages/page-changes';
import { parseAddress } from '$lib/app/codec';
import { dashboardHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { store, settings }, url }) => {
	const { view, problems } = parseAddress(url.searchParams, '', store.vocabulary);
	return {
		info: store.catalogue.info,
		fingerprint: store.catalogue.fingerprint,
		address: view,
		problems,
		changes: await changesSince(store, url.searchParams.get('version'), { criteria: view.criteria }),
		page: settings.origin + dashboardHref({ criteria: view.criteria, feature: view.feature }),
		canonical: settings.origin + dashboardHref({ feature: view.feature }),
		first: await store.view(view.criteria, view.feature)
	};
};
