import { ITEM_PARAMETERS } from './item-query';
import { collectionDocument, collectionsDocument } from './collections';
import { conformanceDocument } from './conformance';
import { findItem, itemResponse } from './item-resource';
import { itemsResponse, readPage } from './items';
import { landingDocument } from './landing';
import { type Link, linkHeader, WEB_MERCATOR_QUAD } from './api-links';
import type { OgcApi } from './ogc-api';
import { openapiDocument } from './openapi';
import { queryablesOf } from './queryables-schema';
import {
	DOCUMENTS,
	headersOf,
	HTML_PAGE,
	ITEMS,
	MVT,
	OPENAPI,
	type Representation,
	QUERYABLES,
	TILEJSON,
	TILESET
} from './representation';
import { tileMatrixSetDocument, tileMatrixSetsDocument } from './tile-matrix-set';
import { tileJsonDocument, tilesetDocument, tilesetsDocument } from './tileset';
import { parameterProblem, problem } from '$lib/server/api/problem';
import { etagOf } from '$lib/server/http/etag';
import type { HttpResponse, LazyResponse } from '$lib/server/http/message';

/** What a handler gives; a problem as a Response. */
type Given = HttpResponse | LazyResponse | Response;

/** What stands at an address of the API. */
export interface Resource {
	/** The forms in which it can be had, the one that is sent to who has no wish first. */
	offered: readonly Representation[];
	/** The parameters that it takes. */
	parameters: readonly string[];
	/** Its handler in a form other than a page, where it has one. */
	handle?: (shown: Representation, query: URLSearchParams) => Given | Promise<Given>;
}

/** The resource at a path, in decoded segments after `/api`; a problem where there is none. */
export function resourceAt(api: OgcApi, segments: readonly string[]): Resource | Response {
	const { store, links } = api;
	const [first, id, part, item, ...more] = segments;
	switch (first) {
		case undefined:
			return documentAt(api, () => landingDocument(store.catalogue, links));
		case 'conformance':
			if (id !== undefined) break;
			return documentAt(api, () => conformanceDocument(links));
		case 'openapi.json':
			if (id !== undefined) break;
			return documentAt(api, () => openapiDocument(api), [OPENAPI]);
		case 'docs':
			if (id !== undefined) break;
			return { offered: [HTML_PAGE], parameters: ['f'] };
		case 'collections':
			if (id === undefined) {
				return documentAt(api, () => collectionsDocument(store, links, [...api.collections.values()]));
			}
			if (more.length === 0) return inCollection(api, id, part, item);
			break;
		case 'tiles':
			if (id === undefined) return documentAt(api, () => tilesetsDocument(store.catalogue, links));
			if (id === WEB_MERCATOR_QUAD.id && more.length <= 1) return inTileset(api, part, item, more[0]);
			break;
		case 'tileMatrixSets':
			if (id === undefined) return documentAt(api, () => tileMatrixSetsDocument(links));
			if (id !== WEB_MERCATOR_QUAD.id || part !== undefined) break;
			return documentAt(api, () => tileMatrixSetDocument(links));
	}
	return problem(
		'not-found',
		'The API has nothing at this address; its landing page at /api leads to all that it has.'
	);
}

function inCollection(
	api: OgcApi,
	id: string,
	part: string | undefined,
	item: string | undefined
): Resource | Response {
	const { store, links, collections } = api;
	const collection = collections.get(id);
	if (!collection) {
		const known = [...collections.keys()].join(', ');
		return problem('not-found', `There is no collection “${id.slice(0, 60)}”. There are ${known}.`);
	}
	if (part === undefined) return documentAt(api, () => collectionDocument(store, links, collection));
	if (part === 'queryables' && item === undefined) {
		return documentAt(api, () => queryablesOf(api, collection), QUERYABLES);
	}
	if (part !== 'items') return problem('not-found', `The collection ${id} has items and queryables, and nothing else.`);
	if (item === undefined) {
		return {
			offered: ITEMS,
			parameters: ITEM_PARAMETERS,
			handle(shown, query) {
				const pageQuery = readPage(api, collection, query);
				if ('problems' in pageQuery) return parameterProblem(pageQuery.problems);
				return itemsResponse(api, collection, query, pageQuery, shown);
			}
		};
	}
	return {
		offered: ITEMS,
		parameters: ['f'],
		async handle(shown) {
			const found = await findItem(api, collection, item);
			if (!found) return problem('not-found', `The collection ${id} has no item “${item.slice(0, 60)}”.`);
			return itemResponse(api, collection, item, found, shown);
		}
	};
}

/** The tileset, or one of its tiles by zoom, row and column. */
function inTileset(
	{ store, links, tiles, opened }: OgcApi,
	zoom: string | undefined,
	row: string | undefined,
	column: string | undefined
): Resource | Response {
	const { attributes } = tiles.cutter;
	if (zoom === undefined) {
		return {
			offered: TILESET,
			parameters: ['f'],
			async handle(shown) {
				const make = shown === TILEJSON ? tileJsonDocument : tilesetDocument;
				return documentResponse(await make(store, attributes, links), shown, opened);
			}
		};
	}
	if (row === undefined || column === undefined) {
		return problem('not-found', 'A tile has an address of three numbers: zoom, row and column.');
	}
	return {
		offered: [MVT],
		parameters: ['f'],
		handle: () => tiles.response(zoom, row, column)
	};
}

/** A document that is the same for everyone, as long as the dataset is open. */
function documentAt(
	{ opened }: OgcApi,
	make: () => object | Promise<object>,
	offered: readonly Representation[] = DOCUMENTS
): Resource {
	return {
		offered,
		parameters: ['f'],
		handle: async (shown) => documentResponse(await make(), shown, opened)
	};
}

function documentResponse(document: object, shown: Representation, modified: Date): HttpResponse {
	const text = `${JSON.stringify(document, null, '\t')}\n`;
	const link = 'links' in document ? { link: linkHeader(document.links as readonly Link[]) } : {};
	const headers = { ...headersOf(shown, etagOf(shown.mediaType, text), modified), ...link };
	return { status: 200, headers, body: Buffer.from(text) };
}
