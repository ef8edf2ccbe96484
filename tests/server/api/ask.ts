import type { Dataset } from '$lib/domain/dataset';
import { citeFile } from '$lib/server/api/cite';
import { exportFile } from '$lib/server/api/export';
import { feedFile } from '$lib/server/api/feeds';
import { layerFile } from '$lib/server/api/layers';
import { OgcApi } from '$lib/server/api/ogc/ogc-api';
import { openapiDocument } from '$lib/server/api/ogc/openapi';
import { oembedResponse } from '$lib/server/api/oembed';
import { snapshotFile } from '$lib/server/api/snapshot';
import { requestOf, toWebResponse } from '$lib/server/http/message';
import { ResponseCache } from '$lib/server/http/response-cache';
import { respond } from '$lib/server/respond';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import type { Store } from '$lib/server/store/store';
import { datasetWith } from '../../fixtures/dataset';
import { Description } from './described';

/** What a handler is asked with: a method other than GET, headers. */
type Options = Pick<RequestInit, 'method' | 'headers'>;

/** When the answers of the tests are made. */
const NOW = new Date('2026-11-22T10:00:00.000Z');

/** When the dataset of the tests was opened. */
const OPENED = new Date('2026-11-22T09:00:00.500Z');

/** What a page of the API stands for in the tests: Kit is not here to render it. */
const PAGE = '<!doctype html><title>A page</title>';

/** Asks the handlers of a store, through everything that each answer of the server goes through. */
export function handlersOf(dataset: Dataset = datasetWith()) {
	const store: Store = new EmbeddedStore(dataset);
	const cache = new ResponseCache();
	const api = new OgcApi(store, 'http://atlas.example', OPENED);
	const description = new Description(openapiDocument(api));
	const served = { store, cache, api, settings: { frameAncestors: 'https://news.example' } };
	const through = async (address: string, options: Options, handler: (url: URL) => Promise<Response>) => {
		const request = new Request(`http://atlas.example${address}`, options);
		const render = () => handler(new URL(request.url));
		return toWebResponse(await respond(served, requestOf(request), render));
	};
	return {
		store,
		cache,
		/** `/export/{file}`, with a query string. */
		export(file: string, options: Options = {}): Promise<Response> {
			return through(`/export/${file}`, options, (url) => {
				const [, name = '', extension = ''] = /^\/export\/([^.]*)\.(.*)$/.exec(url.pathname) ?? [];
				return exportFile(store, { origin: url.origin }, url.searchParams, { name, extension }, NOW);
			});
		},
		layer: (id: string, query = '', options: Options = {}): Promise<Response> =>
			through(`/layers/${id}.geojson${query}`, options, (url) => layerFile(store, url.searchParams, id)),
		/** `/cite.{file}`, the extension with a query string. */
		cite: (file: string, options: Options = {}): Promise<Response> =>
			through(`/cite.${file}`, options, (url) =>
				citeFile(store, url.origin, url.searchParams, url.pathname.slice('/cite.'.length), NOW)
			),
		/** `/feed.{file}`, the extension with a query string. */
		feed: (file: string, options: Options = {}): Promise<Response> =>
			through(`/feed.${file}`, options, (url) =>
				feedFile(store, url.origin, url.searchParams, url.pathname.slice('/feed.'.length))
			),
		/** `/oembed` with a query string. */
		oembed: (query: string): Promise<Response> =>
			through(`/oembed${query}`, {}, (url) => oembedResponse(store, url.origin, url.searchParams)),
		snapshot: (fingerprint: string, options: Options = {}): Promise<Response> =>
			through(`/atlas/${fingerprint}.json`, options, (url) => snapshotFile(store, url.searchParams, fingerprint)),
		/** An address under `/api`; what comes back is held against the OpenAPI document. */
		async api(address: string, options: Options = {}): Promise<Response> {
			const page = new Response(PAGE, { headers: { 'content-type': 'text/html' } });
			const response = await through(`/api${address}`, options, () => Promise.resolve(page));
			const isRead = ['GET', undefined].includes(options.method);
			if (isRead) await description.hold(new URL(`http://atlas.example/api${address}`).pathname, response);
			return response;
		},
		/** Any address, with what Kit would have answered. */
		page: (address: string, response: Response, options: Options = {}): Promise<Response> =>
			through(address, options, () => Promise.resolve(response))
	};
}

/** The problem document of an answer. */
export async function problemOf(response: Response): Promise<Record<string, unknown>> {
	return (await response.json()) as Record<string, unknown>;
}
