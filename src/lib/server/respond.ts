import { apiHandler, isOfApi } from '$lib/server/api/ogc/api-handler';
import { problem } from '$lib/server/api/problem';
import { finalizeResponse } from '$lib/server/http/finalize-response';
import { METHODS, OPTIONS_HEADERS } from '$lib/server/http/headers';
import { type HttpRequest, type HttpResponse, type LazyResponse, responseOf } from '$lib/server/http/message';
import type { Atlas } from './atlas';
import { canonicalAddress } from './canonical-address';
import { type PageContext, pageResponse } from './page-response';
import { errorMessage } from './unexpected';

/** What responses are made from: the context of a handler. */
export type ServerContext = Pick<Atlas, 'store' | 'cache'> & PageContext;

/** What responds to a request. */
interface Handler {
	/** Under what its response is cached; null for one that is not. */
	key: string | null;
	/** Null where Kit has to render it. */
	handle: (() => Promise<HttpResponse | LazyResponse>) | null;
}

/**
 * Responds to a request: refuses it, or finds its handler, gives what is cached, or has it made and finalized. `render` has
 * Kit make a page or a file; without it, the response is null where that is needed.
 */
export function respond(
	context: ServerContext,
	request: HttpRequest,
	render: () => Promise<Response>
): Promise<HttpResponse>;
export function respond(context: ServerContext, request: HttpRequest, render: null): Promise<HttpResponse | null>;
export async function respond(
	context: ServerContext,
	request: HttpRequest,
	render: (() => Promise<Response>) | null
): Promise<HttpResponse | null> {
	const refusal = refusalOf(request);
	if (refusal) return refusal;
	const { key, handle } = handlerOf(context, request, render);
	const cached = key === null ? undefined : context.cache.get(key);
	if (cached) return cached.to(request);
	return handle && finalizeResponse(request, await handle(), context.cache, key);
}

/** The response to OPTIONS, and to what nothing here takes. */
function refusalOf({ method, url }: HttpRequest): HttpResponse | null {
	if (method === 'OPTIONS') return { status: 204, headers: OPTIONS_HEADERS, body: null };
	if (!METHODS.includes(method)) {
		const headers = { allow: METHODS.join(', '), connection: 'close' };
		return responseOf(problem('method-not-allowed', `${method} is not one of ${METHODS.join(', ')}.`, {}, headers));
	}
	// Kit's remote functions, of which there are none: looking for one by a name such as __proto__ would fail inside Kit.
	if (url.startsWith('/_app/remote/')) return responseOf(problem('not-found', errorMessage(404)));
	return url.startsWith('/') ? null : responseOf(problem('malformed-address', 'The target is not a path.'));
}

function handlerOf(context: ServerContext, request: HttpRequest, render: (() => Promise<Response>) | null): Handler {
	const page = render && (() => pageResponse(context, request, render));
	if (!isOfApi(request.url)) return { key: canonicalAddress(request.url, context.store.vocabulary), handle: page };
	const { f, handle } = apiHandler(context.api, request);
	return { key: f === null ? null : `${f} ${request.url}`, handle: handle ?? page };
}
