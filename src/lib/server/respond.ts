import { isOfApi } from '$lib/server/api/ogc/answer-api';
import { kindOf, problem } from '$lib/server/api/problem';
import type { Atlas } from './atlas';
import type { Asking } from '$lib/server/http/cached-response';
import { canonicalAddress } from './canonical-address';
import { isForPrograms } from './audience';
import { finish, lifetimeOf } from '$lib/server/http/finalize-response';
import { PAGE_HEADERS } from '$lib/server/http/headers';
import type { Settings } from './config';
import { embedHref } from '$lib/app/links';
import { errorMessage } from './unexpected';

/** The one page that others may frame. */
const EMBED_PATH = embedHref();

/**
 * Answers a request with what `resolve` gives: errors become problem documents where a program asked, every header is
 * set, and a complete answer is kept for the next who asks.
 */
export async function respond(
	{
		store,
		kept,
		api,
		settings
	}: Pick<Atlas, 'store' | 'kept' | 'api'> & { settings: Pick<Settings, 'frameAncestors'> },
	request: Request,
	resolve: () => Promise<Response>
): Promise<Response> {
	const url = new URL(request.url);
	const framed = url.pathname === EMBED_PATH ? settings.frameAncestors : "'none'";
	const response = await answerTo(request, url, framed, resolve);
	if (response.ok && isOfApi(url.pathname)) addApiHeaders(response.headers, api.opened);
	const address = canonicalAddress(url.pathname + url.search, store.vocabulary);
	return finish(askingOf(request), response, (answer) => {
		if (address !== null) kept.keep(address, answer, lifetimeOf(response.headers));
	});
}

async function answerTo(
	request: Request,
	url: URL,
	framed: string,
	resolve: () => Promise<Response>
): Promise<Response> {
	// Kit's remote functions, of which there are none: looking for one by a name such as __proto__ would fail inside Kit.
	if (url.pathname.startsWith('/_app/remote/')) return problem('not-found', errorMessage(404));
	const response = await resolve();
	const { status, headers } = response;
	const isProblem = headers.get('content-type') === 'application/problem+json';
	if (status >= 400 && !isProblem && isForPrograms(url.pathname, request.headers.get('accept'))) {
		await response.body?.cancel();
		return problem(kindOf(status), errorMessage(status));
	}
	if (headers.get('access-control-allow-origin') === '*') return response;
	return withPageHeaders(response, framed);
}

/** A page with its headers; `framed` says who may frame it, as a policy beside the one that Kit has made with the page. */
function withPageHeaders(response: Response, framed: string): Response {
	const { status, body } = response;
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(PAGE_HEADERS)) headers.set(name, value);
	headers.append('content-security-policy', `frame-ancestors ${framed}`);
	if (status >= 400) headers.append('vary', 'Accept');
	if (!headers.has('cache-control')) headers.set('cache-control', status === 200 ? 'public, no-cache' : 'no-store');
	return new Response(body, { status, headers });
}

/** A page of the API may be fetched from anywhere, as its data may, and says as they do since when it has been so. */
function addApiHeaders(headers: Headers, opened: Date): void {
	headers.set('access-control-allow-origin', '*');
	headers.set('last-modified', opened.toUTCString());
}

function askingOf({ method, headers }: Request): Asking {
	return { method, ifNoneMatch: headers.get('if-none-match'), acceptEncoding: headers.get('accept-encoding') };
}
