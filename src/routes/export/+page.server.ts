import { parseCriteria } from '$lib/filter/criteria-query';
import { formatsHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings }, url }) => {
	const { criteria, problems } = parseCriteria(url.searchParams, store.vocabulary);
	const sources = new Set<string>();
	for await (const { claims } of store.find(criteria)) for (const { source } of claims) sources.add(source);
	const { features, claims } = await store.count(criteria);
	return {
		canonical: settings.origin + formatsHref(),
		catalogue: store.catalogue,
		criteria,
		problems,
		amounts: { features, claims, sources: sources.size }
	};
};
