import { withParameter } from '$lib/app/links';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Bounds, ItemKind, Store } from '$lib/server/store/store';
import { ITEMS, DOCUMENTS, HTML_PAGE, JSON_DOCUMENT, SCHEMA } from './representation';
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

/** A collection as the API describes it (OGC 17-069r4, schema `collection`). */
export interface CollectionDocument {
	id: string;
	title: string;
	description: string;
	itemType: 'feature';
	crs: string[];
	extent?: {
		spatial?: { bbox: number[][]; crs: string };
		temporal?: { interval: (string | null)[][]; trs: string };
	};
	links: Link[];
}

/** All collections (schema `collections`). */
export interface CollectionsDocument {
	title: string;
	description: string;
	links: Link[];
	collections: CollectionDocument[];
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

/** `/api/collections/{id}`. */
export async function collectionDocument(
	store: Store,
	links: ApiLinks,
	collection: Collection
): Promise<CollectionDocument> {
	const { id, title, description, items, layer } = collection;
	const { licence } = store.catalogue.info;
	const [geojson] = ITEMS;
	return {
		id,
		title,
		description,
		itemType: 'feature',
		crs: [CRS84],
		...extentOf(await store.bounds(layer ?? undefined)),
		links: [
			...selfAndAlternates(links.collection(id), JSON_DOCUMENT, DOCUMENTS),
			...ITEMS.map((one) => ({
				rel: 'items',
				type: one.mediaType,
				title: `${title} as ${one.title}`,
				href: one === geojson ? links.items(id) : withParameter(links.items(id), 'f', one.f)
			})),
			...[SCHEMA, HTML_PAGE].map((one) => ({
				rel: QUERYABLES_REL,
				type: one.mediaType,
				title: `What ${title} can be filtered by, as ${one.title}`,
				href: one === SCHEMA ? links.queryables(id) : withParameter(links.queryables(id), 'f', one.f)
			})),
			{ rel: 'enclosure', title: `${title} as one file`, href: links.whole(items, layer) },
			{ rel: 'license', type: HTML_PAGE.mediaType, title: licence.name, href: licence.url },
			{ rel: 'describedby', type: HTML_PAGE.mediaType, title: 'How the data was made', href: links.method() }
		]
	};
}

/** `/api/collections`. */
export async function collectionsDocument(
	store: Store,
	links: ApiLinks,
	collections: readonly Collection[]
): Promise<CollectionsDocument> {
	const { title, description, licence } = store.catalogue.info;
	return {
		title,
		description,
		links: [
			...selfAndAlternates(links.collections(), JSON_DOCUMENT, DOCUMENTS),
			{ rel: 'license', type: HTML_PAGE.mediaType, title: licence.name, href: licence.url },
			{ rel: 'describedby', type: HTML_PAGE.mediaType, title: 'How the data was made', href: links.method() }
		],
		collections: await Promise.all(collections.map((one) => collectionDocument(store, links, one)))
	};
}

/** The extent of bounds; nothing where they have neither place nor time. */
function extentOf({ extent, said }: Bounds): Pick<CollectionDocument, 'extent'> {
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
