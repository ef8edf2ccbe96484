import { parseCriteria } from '$lib/filter/criteria-query';
import { changesSince } from '$lib/server/pages/page-changes';
import { type FeatureLine, lineOf, pageOf, readTable, sortLines } from '$lib/ui/pages/feature-table';
import { FEATURES_HREF } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings }, url }) => {
	const { criteria, problems } = parseCriteria(url.searchParams, store.vocabulary);
	const { sort, page, problems: ofTable } = readTable(url.searchParams);
	const lines: FeatureLine[] = [];
	for await (const match of store.find(criteria)) lines.push(lineOf(match));
	return {
		canonical: settings.origin + FEATURES_HREF,
		catalogue: store.catalogue,
		criteria,
		sort,
		changes: await changesSince(store, url.searchParams.get('version'), { criteria }),
		problems: [...problems, ...ofTable],
		counts: await store.count(criteria),
		...pageOf(sortLines(lines, sort, store.catalogue.layers), page)
	};
};
