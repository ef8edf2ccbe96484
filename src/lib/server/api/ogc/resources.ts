import type { ApiRequest, ApiAnswer } from './api-request';
import { ITEM_PARAMETERS } from './item-query';
import { collectionDocument, collectionsDocument } from './collections';
import { conformanceDocument } from './conformance';
import { documentAnswer } from './document';
import { findItem, itemAnswer } from './item-resource';
import { itemsAnswer, readPage } from './items';
import { landingDocument } from './landing';
import { WEB_MERCATOR_QUAD } from './api-links';
import type { OgcApi } from './ogc-api';
import { openapiDocument } from './openapi';
import { queryablesOf } from './queryables-schema';
import {
	DOCUMENTS,
	HTML_PAGE,
	ITEMS,
	MVT,
	OPENAPI,
	type Representation,
	SCHEMA,
	TILEJSON,
	TILESET
} from './representation';
import { tileMatrixSetDocument, tileMatrixSetsDocument } from './tile-matrix-set';
import { tileJsonDocument, tilesetDocument, tilesetsDocument } from './tileset';
import { parameterProblem, problem } from '$lib/server/api/problem';

/** What stands at an address of the API. */
export interface Resource {
	/** The forms in which it can be had, the one that is sent to who has no wish first. */
	offered: readonly Representation[];
	/** The parameters that it takes. */
	parameters: readonly string[];
	/** Its answer in a form other than a page, where it has one; a problem as a Response. */
	answer?: (asked: {
		shown: Representation;
		query: URLSearchParams;
		request: ApiRequest;
	}) => Promise<Exclude<ApiAnswer, 'page'> | Response>;
}

/** The resource at a path, in decoded segments after `/api`; a problem where there is none. */
export function resourceAt(api: OgcApi, segments: readonly string[]): Resource | Response {
	const { store, links } = api;
	const [first, id, part, item, ...more] = segments;
	switch (first) {
		case undefined:
			return documentAt(api, 'landing', () => landingDocument(store.catalogue, links));
		case 'conformance':
			if (id !== undefined) break;
			return documentAt(api, 'conformance', () => conformanceDocument(links));
		case 'openapi.json':
			if (id !== undefined) break;
			return documentAt(api, 'openapi', () => openapiDocument(api), [OPENAPI]);
		case 'docs':
			if (id !== undefined) break;
			return { offered: [HTML_PAGE], parameters: ['f'] };
		case 'collections':
			if (id === undefined) {
				return documentAt(api, 'collections', () => collectionsDocument(store, links, [...api.collections.values()]));
			}
			if (more.length === 0) return inCollection(api, id, part, item);
			break;
		case 'tiles':
			if (id === undefined) return documentAt(api, 'tilesets', () => tilesetsDocument(store.catalogue, links));
			if (id === WEB_MERCATOR_QUAD.id && more.length <= 1) return inTileset(api, part, item, more[0]);
			break;
		case 'tileMatrixSets':
			if (id === undefined) return documentAt(api, 'tile matrix sets', () => tileMatrixSetsDocument(links));
			if (id !== WEB_MERCATOR_QUAD.id || part !== undefined) break;
			return documentAt(api, 'tile matrix set', () => tileMatrixSetDocument(links));
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
	if (part === undefined)
		return documentAt(api, `collection ${id}`, () => collectionDocument(store, links, collection));
	if (part === 'queryables' && item === undefined) {
		return documentAt(api, `queryables ${id}`, () => queryablesOf(api, collection), [SCHEMA, HTML_PAGE]);
	}
	if (part !== 'items') return problem('not-found', `The collection ${id} has items and queryables, and nothing else.`);
	if (item === undefined) {
		return {
			offered: ITEMS,
			parameters: ITEM_PARAMETERS,
			answer({ shown, query, request }) {
				const asked = readPage(api, collection, query);
				if (!('problems' in asked)) return itemsAnswer(api, collection, query, asked, shown, request);
				return Promise.resolve(parameterProblem(asked.problems));
			}
		};
	}
	return {
		offered: ITEMS,
		parameters: ['f'],
		async answer({ shown, request }) {
			const found = await findItem(api, collection, item);
			if (!found) return problem('not-found', `The collection ${id} has no item “${item.slice(0, 60)}”.`);
			return itemAnswer(api, collection, item, found, shown, request);
		}
	};
}

/** The tileset, or one of its tiles by zoom, row and column. */
function inTileset(
	{ store, links, tiles, documents, opened }: OgcApi,
	zoom: string | undefined,
	row: string | undefined,
	column: string | undefined
): Resource | Response {
	const { attributes } = tiles.cutter;
	if (zoom === undefined) {
		return {
			offered: TILESET,
			parameters: ['f'],
			answer({ shown, request }) {
				const make = shown === TILEJSON ? tileJsonDocument : tilesetDocument;
				return documentAnswer(
					{ documents, opened },
					`tileset as ${shown.f}`,
					() => make(store, attributes, links),
					shown,
					request
				);
			}
		};
	}
	if (row === undefined || column === undefined) {
		return problem('not-found', 'A tile has an address of three numbers: zoom, row and column.');
	}
	return {
		offered: [MVT],
		parameters: ['f'],
		answer: ({ request }) => tiles.answer(zoom, row, column, request)
	};
}

/** A document that is the same for everyone, as long as the dataset is open. */
function documentAt(
	api: OgcApi,
	name: string,
	make: () => object | Promise<object>,
	offered: readonly Representation[] = DOCUMENTS
): Resource {
	return {
		offered,
		parameters: ['f'],
		answer: ({ shown, request }) => documentAnswer(api, name, make, shown, request)
	};
}
