import { escapeXml } from '$lib/formats/xml';
import { criteriaWords, titlesOf } from '$lib/filter/criteria-words';
import { isUnfiltered } from '$lib/filter/criteria';
import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { type AddressView, DEFAULT_VIEW, parseAddress } from '$lib/app/codec';
import { embedHref } from '$lib/app/links';
import { parameterProblem, problem } from './problem';

/** The size of a frame where nobody asks for less, in pixels. */
const WIDTH = 800;
const HEIGHT = 520;

/** How long others may cache a response, in seconds. */
const LIFETIME = 3600;

/**
 * `/oembed`: what another page needs to show a page of the atlas, a frame (oEmbed 1.0, section 2). Parameters that oEmbed
 * does not define are let through, as its consumers add their own.
 */
export async function oembedResponse(store: Store, origin: string, query: URLSearchParams): Promise<Response> {
	const format = query.get('format') ?? 'json';
	if (format !== 'json') {
		return problem('not-implemented', `oEmbed is answered as json, not as “${format.slice(0, 60)}”.`);
	}
	const asked = query.get('url');
	if (asked === null) {
		return parameterProblem([{ parameter: 'url', value: '', detail: 'url must name the page to be framed.' }]);
	}
	const sizes = [sizeIn(query, 'maxwidth', WIDTH), sizeIn(query, 'maxheight', HEIGHT)] as const;
	const [width, height] = sizes;
	if (width === null || height === null) {
		const parameter = width === null ? 'maxwidth' : 'maxheight';
		const value = (query.get(parameter) ?? '').slice(0, 60);
		const detail = `${parameter} must be a whole number of pixels, 1 or more, not “${value}”.`;
		return parameterProblem([{ parameter, value, detail }]);
	}
	const view = await viewAt(store, origin, asked);
	if (!view) return problem('not-found', 'The atlas has no map to frame at this address.');
	const title = await titleOf(store, view);
	const src = origin + embedHref(view);
	const body = {
		version: '1.0',
		type: 'rich',
		provider_name: store.catalogue.info.title,
		provider_url: `${origin}/`,
		title,
		html: frameOf(src, title, width, height),
		width,
		height,
		cache_age: LIFETIME
	};
	return new Response(`${JSON.stringify(body, null, '\t')}\n`, {
		headers: { ...DATA_HEADERS, 'Content-Type': 'application/json', 'Cache-Control': `public, max-age=${LIFETIME}` }
	});
}

/** The frame that shows an address, as HTML. */
export function frameOf(src: string, title: string, width: number | '100%', height: number): string {
	return `<iframe src="${escapeXml(src)}" title="${escapeXml(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

/** The view of a page that has a map to frame: the dashboard, a framed map, a feature. Null for any other. */
async function viewAt(store: Store, origin: string, address: string): Promise<AddressView | null> {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (url?.origin !== origin) return null;
	if (url.pathname === '/' || url.pathname === '/embed') {
		return parseAddress(url.searchParams, url.hash, store.vocabulary).view;
	}
	const [, id] = /^\/features\/([^/]+)$/.exec(url.pathname) ?? [];
	const feature = id === undefined ? null : await store.feature(id);
	return feature && { ...DEFAULT_VIEW, feature: feature.id };
}

/** What a view is called: its feature, else what it asks for, before the name of the atlas. */
async function titleOf(store: Store, { criteria, feature }: AddressView): Promise<string> {
	const { title } = store.catalogue.info;
	const open = feature === null ? null : await store.feature(feature);
	if (open) return `${open.name} · ${title}`;
	return isUnfiltered(criteria) ? title : `${title}: ${criteriaWords(criteria, titlesOf(store.catalogue))}`;
}

/** A size that is asked for, at most `most`; null for one that is no number of pixels. */
function sizeIn(query: URLSearchParams, parameter: string, most: number): number | null {
	const value = query.get(parameter);
	if (value === null) return most;
	return /^[1-9]\d{0,8}$/.test(value) ? Math.min(Number(value), most) : null;
}
