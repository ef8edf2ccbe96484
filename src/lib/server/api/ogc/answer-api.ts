import { parameterProblem, problem } from '$lib/server/api/problem';
import { METHODS, OPTIONS_HEADERS } from '$lib/server/http/headers';
import { type MadeAnswer, type Piece, sizeOf } from '$lib/server/http/send';
import { answerAgain } from './document';
import { type ApiAnswer, type ApiRequest, latelyKey } from './api-request';
import { negotiate } from './negotiation';
import type { OgcApi } from './ogc-api';
import { problemsOfNames } from './parameter-names';
import { DOCUMENTS, HTML_PAGE, type Representation } from './representation';
import { resourceAt } from './resources';

/** Whether a path is one of the API's. */
export function isOfApi(path: string): boolean {
	return path === '/api' || path.startsWith('/api/') || path.startsWith('/api?');
}

/**
 * Answers a request under `/api` (OGC API - Features): with data, with a problem (RFC 9457), or with 'page' where the
 * request asks for HTML, which is rendered elsewhere.
 */
export async function answerApi(api: OgcApi, request: ApiRequest): Promise<ApiAnswer> {
	const { method, target, accept } = request;
	if (method === 'OPTIONS') return { status: 204, headers: OPTIONS_HEADERS, body: null };
	if (!METHODS.includes(method)) {
		return made(
			problem('method-not-allowed', `${method} is not one of ${METHODS.join(', ')}.`, {}, { Allow: METHODS.join(', ') })
		);
	}
	const known = api.lately.get(latelyKey(request));
	if (known) return answerAgain(known, request, api.opened);
	const { segments, query } = readTarget(target);
	if (!segments) return made(problem('malformed-address', 'The path is not percent-encoded UTF-8.'));
	const f = query.get('f');
	const resource = resourceAt(api, segments);
	if (resource instanceof Response) return negotiate(DOCUMENTS, f, accept) === HTML_PAGE ? 'page' : made(resource);
	const { offered, parameters, answer } = resource;
	const shown = negotiate(offered, f, accept);
	if (shown === HTML_PAGE) return 'page';
	const [wrong, ...others] = problemsOfNames(query, parameters);
	if (wrong) return made(parameterProblem([wrong, ...others]));
	if (!shown || !answer) return made(f ? noSuchForm(f, offered) : nothingFits(offered));
	const given = await answer({ shown, query, request });
	const complete = given instanceof Response ? await made(given) : given;
	return method === 'HEAD' && 'body' in complete ? withoutBody(complete) : complete;
}

/** The path and the query of a target: the segments after `/api`, decoded; null where they cannot be. */
export function readTarget(target: string): { segments: string[] | null; query: URLSearchParams } {
	const mark = target.indexOf('?');
	const path = mark < 0 ? target : target.slice(0, mark);
	const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
	const parts = path.replace(/\/$/, '').split('/').slice(2);
	try {
		return { segments: path.includes('%') ? parts.map(decodeURIComponent) : parts, query };
	} catch {
		return { segments: null, query };
	}
}

function noSuchForm(f: string, offered: readonly Representation[]): Response {
	const value = f.slice(0, 60);
	const known = offered.map((one) => one.f).join(', ');
	return parameterProblem([{ parameter: 'f', value, detail: `f must be one of ${known}, not “${value}”.` }]);
}

function nothingFits(offered: readonly Representation[]): Response {
	const known = offered.map(({ mediaType, f }) => `${mediaType} (f=${f})`).join(', ');
	return problem('not-acceptable', `Nothing here is of a type that the Accept header takes. There are ${known}.`);
}

/** A Response as an answer of the API; it is small. */
async function made(response: Response): Promise<MadeAnswer> {
	const body = new Uint8Array(await response.arrayBuffer());
	return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

/** The answer to HEAD: how long the body would be is told where it is known. */
function withoutBody({ status, headers, body }: MadeAnswer): MadeAnswer {
	const size = body instanceof Uint8Array ? body.length : Array.isArray(body) ? sizeOf(body as Piece[]) : null;
	const length = size === null ? {} : { 'Content-Length': String(size) };
	return { status, headers: { ...headers, ...length }, body: null };
}
