import { ITEM_END, type Page, type PageQuery } from '$lib/server/store/store';
import { etagOf } from '$lib/server/http/etag';
import type { HeaderTable } from '$lib/server/http/headers';
import { CHOOSING, type ItemQuery, readItemQuery, type Refused } from './item-query';
import type { Collection } from './collections';
import { fileResponse } from './file';
import type { OgcApi } from './ogc-api';
import { headersOf, type Representation } from './representation';
import type { PageQueries } from './page-links';
import { readToken, writeToken } from './token';
import type { HttpResponse, LazyResponse } from '$lib/server/http/message';

/** Version of how items are written; it changes when the same items would be written otherwise. */
export const ITEMS_VERSION = 2;

/** How many features are sent in one piece; more are sent as they are made. */
const AT_ONCE = 1000;

/** What a query string asks of a collection; the problems where it cannot be asked. */
export function readPage(
	{ store, queryables }: OgcApi,
	collection: Collection,
	query: URLSearchParams
): PageQuery | Refused {
	const read = readItemQuery(query, collection, store.vocabulary, queryables);
	if ('problems' in read) return read;
	const { criteria, filter, limit } = read;
	const pageQuery: PageQuery = { items: collection.items, criteria, filter, limit, from: 0 };
	const token = query.get('token');
	if (!token) return pageQuery;
	const from = readToken(token, pageOf(store.catalogue.fingerprint, collection, pageQuery));
	if (typeof from === 'number') return { ...pageQuery, from };
	return { problems: [{ parameter: 'token', value: token.slice(0, 60), detail: from }] };
}

/** `/api/collections/{id}/items`. */
export function itemsResponse(
	api: OgcApi,
	collection: Collection,
	query: URLSearchParams,
	pageQuery: PageQuery,
	shown: Representation
): LazyResponse {
	const { store, opened } = api;
	const { format, f } = shown;
	const { fingerprint } = store.catalogue;
	const etag = etagOf(
		'items',
		f,
		ITEMS_VERSION,
		format?.version ?? 0,
		api.links.origin,
		fingerprint,
		collection.id,
		query.toString()
	);
	const headers = headersOf(shown, etag, opened);
	return {
		headers,
		make: async () => {
			const page = await store.page(pageQuery);
			const links = api.pageLinks.write(collection, queriesOf(api, collection, query, pageQuery, page), shown);
			const linked = { ...headers, link: links.header };
			const { criteria } = pageQuery;
			return format
				? fileResponse(api, { format, criteria, matches: () => page.matches(), name: collection.id, headers: linked })
				: pageResponse(page, links.json, linked);
		}
	};
}

/** A page of items as GeoJSON. It says when it was asked for (/req/core/fc-timeStamp), and so is not given again. */
function pageResponse(page: Page, links: string, headers: HeaderTable): HttpResponse {
	const head = `{"type":"FeatureCollection","timeStamp":"${new Date().toISOString()}","numberMatched":${page.matched},"numberReturned":${page.returned},"links":${links},"features":[`;
	return {
		status: 200,
		headers,
		body: page.returned > AT_ONCE ? inPieces(head, page) : whole(head, page),
		cacheFor: 0
	};
}

function queriesOf(
	{ store }: OgcApi,
	collection: Collection,
	query: URLSearchParams,
	pageQuery: PageQuery,
	{ next, previous }: Page
): PageQueries {
	const search = searchOf(query);
	const of = pageOf(store.catalogue.fingerprint, collection, pageQuery);
	const at = (token: string | null) => [search, ...(token ? [`token=${token}`] : [])].filter(Boolean).join('&');
	return {
		here: at(query.get('token')),
		next: next === null ? null : at(writeToken(next, of)),
		previous: previous === null ? null : at(previous === 0 ? null : writeToken(previous, of))
	};
}

/** The parameters that go from page to page, in a fixed order, with what may stand in a query (RFC 3986) left readable. */
function searchOf(query: URLSearchParams): string {
	const kept = new URLSearchParams();
	for (const name of [...CHOOSING, 'limit']) {
		const value = query.get(name);
		if (value) kept.set(name, value);
	}
	return kept.toString().replace(/%(2C|2F|3A)/g, decodeURIComponent);
}

function pageOf(
	fingerprint: string,
	collection: Collection,
	{ criteria, filter }: Pick<ItemQuery, 'criteria' | 'filter'>
) {
	return { fingerprint, collection: collection.id, query: JSON.stringify([criteria, filter]) };
}

const TAIL = Buffer.from(']}\n');

function whole(head: string, page: Page): Uint8Array {
	return Buffer.concat(endList(head, [...page.runs()]));
}

/** A page in pieces that are each worth a write; between them others are answered. */
async function* inPieces(head: string, page: Page): AsyncGenerator<Uint8Array> {
	yield Buffer.from(head);
	let runs: Uint8Array[] = [];
	let size = 0;
	for (const run of page.runs()) {
		if (size >= 2 ** 17) {
			yield Buffer.concat(runs);
			[runs, size] = [[], 0];
			await new Promise((resolve) => setImmediate(resolve));
		}
		runs.push(run);
		size += run.length;
	}
	yield Buffer.concat(endList('', runs));
}

/** A list of items and what follows it: nothing stands between the last item and the end of the list. */
function endList(head: string, runs: readonly Uint8Array[]): Uint8Array[] {
	const last = runs.at(-1)?.subarray(0, -ITEM_END.length);
	return [Buffer.from(head), ...runs.slice(0, -1), ...(last ? [last] : []), TAIL];
}
