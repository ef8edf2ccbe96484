import { criteriaWords, titlesOf } from '$lib/filter/criteria-words';
import { parseAddress } from '$lib/app/codec';
import { dashboardHref, embedHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { store, settings }, url }) => {
	const { view, problems } = parseAddress(url.searchParams, '', store.vocabulary);
	return {
		info: store.catalogue.info,
		fingerprint: store.catalogue.fingerprint,
		address: view,
		problems,
		page: settings.origin + embedHref({ criteria: view.criteria, feature: view.feature }),
		words: criteriaWords(view.criteria, titlesOf(store.catalogue)),
		// What is shown here is a part of the dashboard, and that is what a search engine should name.
		canonical: settings.origin + dashboardHref({ feature: view.feature }),
		first: await store.view(view.criteria, view.feature)
	};
};
