import { withParameter } from '$lib/app/links';
import { EVERYTHING } from '$lib/filter/criteria';
import type { Item } from '$lib/server/store/store';
import { etagOf } from '$lib/server/http/etag';
import type { LazyResponse } from '$lib/server/http/message';
import type { Collection } from './collections';
import { fileResponse } from './file';
import { ITEMS_VERSION } from './items';
import { type Link, linkHeader, selfAndAlternates } from './api-links';
import type { OgcApi } from './ogc-api';
import { headersOf, HTML_PAGE, ITEMS, type Representation } from './representation';

/** An item of a collection; null where it has none of this id. */
export async function findItem({ store }: OgcApi, { items, layer }: Collection, id: string): Promise<Item | null> {
	const item = await store.item(items, id);
	return item && (layer === null || item.match.feature.layer === layer) ? item : null;
}

/** `/api/collections/{collection}/items/{item}`. */
export function itemResponse(
	api: OgcApi,
	collection: Collection,
	id: string,
	{ bytes, match }: Item,
	shown: Representation
): LazyResponse {
	const { store, opened, links } = api;
	const { format, f } = shown;
	const version = format?.version ?? ITEMS_VERSION;
	const etag = etagOf('item', f, version, links.origin, store.catalogue.fingerprint, collection.id, id);
	const described = headersOf(shown, etag, opened);
	return {
		headers: described,
		make: async () => {
			const linked = itemLinks(api, collection, id, { bytes, match }, shown);
			const headers = { ...described, link: linkHeader(linked) };
			if (format) {
				return fileResponse(api, { format, criteria: EVERYTHING, matches: () => [match], name: id, headers });
			}
			// The links go in before the brace that ends the feature.
			const end = Buffer.from(`,"links":${JSON.stringify(linked)}}\n`);
			return { status: 200, headers, body: Buffer.concat([bytes.subarray(0, -1), end]) };
		}
	};
}

/** The links of an item. */
function itemLinks(
	{ links }: OgcApi,
	collection: Collection,
	id: string,
	{ match }: Item,
	shown: Representation
): Link[] {
	const address = links.item(collection.id, id);
	const [self, ...alternates] = selfAndAlternates(address, shown, ITEMS);
	const isLayer = collection.layer !== null;
	const html = HTML_PAGE.mediaType;
	return [
		...(self ? [{ ...self, href: shown === ITEMS[0] ? address : withParameter(address, 'f', shown.f) }] : []),
		{ rel: 'collection', type: 'application/json', title: collection.title, href: links.collection(collection.id) },
		{ rel: 'about', type: html, title: 'What the sources say about it', href: links.about(collection.items, match) },
		// The same feature stands in its layer and among all.
		...(isLayer
			? [{ rel: 'canonical', type: shown.mediaType, title: 'It among all features', href: links.item('features', id) }]
			: []),
		...alternates
	];
}
