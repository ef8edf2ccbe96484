import { withParameter } from '$lib/app/links';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Bounds, ItemKind, Store } from '$lib/server/store/store';
import { DOCUMENTS, ITEMS, JSON_DOCUMENT, QUERYABLES, type Representation } from './representation';
import { type ApiLinks, type Link, QUERYABLES_REL, selfAndAlternates } from './api-links';

/** A collection of the API. */
export interface Collection {
	id: string;
	title: string;
	description: string;
	items: ItemKind;
	/** The layer whose features it has; null for those of all. */
	layer: string | null;
}

/** WGS 84, longitude before latitude. */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const GREGORIAN = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian';

/** The collections that a dataset gives: all features, all claims, and each layer. */
export function collectionsOf({ layers }: Catalogue): readonly Collection[] {
	const whole: readonly Collection[] = [
		{
			id: 'features',
			title: 'All features',
			description: 'Every feature of every layer, with how many claims there are about it and from whom.',
			items: 'features',
			layer: null
		},
		{
			id: 'claims',
			title: 'All claims',
			description:
				'One item for each claim and each feature that it is about, with the geometry of the feature: what is said, by whom, when, and where in which source.',
			items: 'claims',
			layer: null
		}
	];
	const taken = new Set(whole.map(({ id }) => id));
	return [
		...whole,
		...layers
			.filter(({ id }) => !taken.has(id))
			.map(({ id, title, description }): Collection => ({ id, title, description, items: 'features', layer: id }))
	];
}

/** A collection as the API describes it (OGC 17-069r4, schema `collection`). */
export type CollectionDocument = Awaited<ReturnType<typeof collectionDocument>>;

/** `/api/collections/{id}`. */
export async function collectionDocument(store: Store, links: ApiLinks, collection: Collection) {
	const { id, title, description, items, layer } = collection;
	return {
		id,
		title,
		description,
		itemType: 'feature',
		crs: [CRS84],
		...extentOf(await store.bounds(layer ?? undefined)),
		links: [
			...selfAndAlternates(links.collection(id), JSON_DOCUMENT, DOCUMENTS),
			...linksInForms('items', title, links.items(id), ITEMS),
			...linksInForms(
				QUERYABLES_REL,
				`What ${title} can be filtered by,`,
				links.to('collections', id, 'queryables'),
				QUERYABLES
			),
			{ rel: 'enclosure', title: `${title} as one file`, href: links.whole(items, layer) },
			...links.ofData(store.catalogue.info)
		]
	};
}

/** All collections (schema `collections`). */
export type CollectionsDocument = Awaited<ReturnType<typeof collectionsDocument>>;

/** `/api/collections`. */
export async function collectionsDocument(store: Store, links: ApiLinks, collections: readonly Collection[]) {
	const { title, description } = store.catalogue.info;
	return {
		title,
		description,
		links: [
			...selfAndAlternates(links.to('collections'), JSON_DOCUMENT, DOCUMENTS),
			...links.ofData(store.catalogue.info)
		],
		collections: await Promise.all(collections.map((one) => collectionDocument(store, links, one)))
	};
}

/** A link to each form of a resource, the first of which its address gives by itself. */
function linksInForms(rel: string, title: string, href: string, forms: readonly Representation[]): Link[] {
	return forms.map((form, index) => ({
		rel,
		type: form.mediaType,
		title: `${title} as ${form.title}`,
		href: index === 0 ? href : withParameter(href, 'f', form.f)
	}));
}

/** The extent of bounds; nothing where they have neither place nor time. */
function extentOf({ extent, said }: Bounds) {
	const isDated = said.from !== null || said.to !== null;
	if (!extent && !isDated) return {};
	return {
		extent: {
			...(extent && { spatial: { bbox: [[...extent]], crs: CRS84 } }),
			// The standard has moments here; what the data knows are days.
			...(isDated && {
				temporal: {
					interval: [[said.from && `${said.from}T00:00:00Z`, said.to && `${said.to}T23:59:59Z`]],
					trs: GREGORIAN
				}
			})
		}
	};
}
