import { error } from '@sveltejs/kit';
import { claimColumns, type ColumnValue, featureColumns } from '$lib/formats/attributes';
import { answersAt } from '$lib/engine/answers-at';
import { findItem, itemLinks } from '$lib/server/api/ogc/item-resource';
import { HTML_PAGE } from '$lib/server/api/ogc/representation';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api, store }, params, parent }) => {
	const { collection } = await parent();
	const item = await findItem(api, collection, params.item);
	if (!item) error(404, { message: `The collection ${collection.id} has no item “${params.item.slice(0, 60)}”.` });
	return {
		item: JSON.parse(new TextDecoder().decode(item.bytes)) as { properties: Record<string, ColumnValue> },
		columns: (collection.items === 'features' ? featureColumns(store.catalogue) : claimColumns(store.catalogue)).map(
			({ name, title }) => ({ name, title })
		),
		finding: item.finding,
		lines: collection.items === 'features' ? answersAt(item.finding.claims, store.catalogue) : [],
		layers: store.catalogue.layers,
		links: itemLinks(api, collection, params.item, item, HTML_PAGE),
		outlines: await store.outlines()
	};
};
