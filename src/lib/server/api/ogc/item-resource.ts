import { EVERYTHING } from '$lib/filter/criteria';
import type { Item } from '$lib/server/store/store';
import type { Answer } from '$lib/server/http/cached-response';
import { etagOf } from '$lib/server/http/etag';
import type { MadeAnswer } from '$lib/server/http/send';
import type { Collection } from './collections';
import type { ApiRequest } from './api-request';
import { keptOf } from './document';
import { fileAnswer } from './file';
import { headersOf } from './api-headers';
import { ITEMS_VERSION } from './items';
import { latelyKey } from './api-request';
import { type Link, linkHeader, selfAndAlternates, withParameter } from './api-links';
import type { OgcApi } from './ogc-api';
import { HTML_PAGE, ITEMS, type Representation } from './representation';
import { hasIt, unmodified } from './unmodified';

/** An item of a collection; null where it has none of this id. */
export async function findItem({ store }: OgcApi, { items, layer }: Collection, id: string): Promise<Item | null> {
	const item = await store.item(items, id);
	return item && (layer === null || item.finding.feature.layer === layer) ? item : null;
}

/** `/api/collections/{collection}/items/{item}`. */
export async function itemAnswer(
	api: OgcApi,
	collection: Collection,
	id: string,
	{ bytes, finding }: Item,
	shown: Representation,
	request: ApiRequest
): Promise<Answer | MadeAnswer> {
	const { store, opened, links } = api;
	const { format, mediaType, f } = shown;
	const version = format?.version ?? ITEMS_VERSION;
	const etag = etagOf('item', f, version, links.origin, store.catalogue.fingerprint, collection.id, id);
	if (hasIt(request, etag, opened)) return unmodified(headersOf({ mediaType, etag, modified: opened, links: '' }));
	const linked = itemLinks(api, collection, id, { bytes, finding }, shown);
	const headers = headersOf({ mediaType, etag, modified: opened, links: linkHeader(linked) });
	if (format) return fileAnswer(api, { format, criteria: EVERYTHING, findings: () => [finding], name: id, headers });
	// The links go in before the brace that ends the feature.
	const end = Buffer.from(`,"links":${JSON.stringify(linked)}}\n`);
	const kept = keptOf(headers, Buffer.concat([bytes.subarray(0, -1), end]));
	return api.lately.keep(latelyKey(request), kept).answer;
}

/** The links of an item. */
export function itemLinks(
	{ links }: OgcApi,
	collection: Collection,
	id: string,
	{ finding }: Item,
	shown: Representation
): Link[] {
	const address = links.item(collection.id, id);
	const [self, ...alternates] = selfAndAlternates(address, shown, ITEMS);
	const isLayer = collection.layer !== null;
	const html = HTML_PAGE.mediaType;
	return [
		...(self ? [{ ...self, href: shown === ITEMS[0] ? address : withParameter(address, 'f', shown.f) }] : []),
		{ rel: 'collection', type: 'application/json', title: collection.title, href: links.collection(collection.id) },
		{ rel: 'about', type: html, title: 'What the sources say about it', href: links.about(collection.items, finding) },
		// The same feature stands in its layer and among all.
		...(isLayer
			? [{ rel: 'canonical', type: shown.mediaType, title: 'It among all features', href: links.item('features', id) }]
			: []),
		...alternates
	];
}
