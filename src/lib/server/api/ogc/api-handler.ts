import { parameterProblem, problem } from '$lib/server/api/problem';
import { type HttpRequest, type HttpResponse, type LazyResponse, responseOf } from '$lib/server/http/message';
import type { OgcApi } from './ogc-api';
import { DOCUMENTS, HTML_PAGE, negotiate, type Representation } from './representation';
import { problemsOfNames } from './parameter-names';
import { resourceAt } from './resources';

/** What responds to a request under `/api`. */
export interface ApiHandler {
	/** The value of `f` for the representation that is sent; null where there is none. */
	f: string | null;
	/** Makes the response; null where a page is asked for, which is rendered elsewhere. */
	handle: (() => Promise<HttpResponse | LazyResponse>) | null;
}

/** Whether a path is one of the API's. */
export function isOfApi(path: string): boolean {
	return path === '/api' || path.startsWith('/api/') || path.startsWith('/api?');
}

/** The handler of a request under `/api` (OGC API - Features): of data, or of a problem (RFC 9457). */
export function apiHandler(api: OgcApi, { url, headers: { accept } }: HttpRequest): ApiHandler {
	const { segments, query } = readTarget(url);
	if (!segments) return refusal(problem('malformed-address', 'The path is not percent-encoded UTF-8.'));
	const f = query.get('f');
	const resource = resourceAt(api, segments);
	const isMissing = resource instanceof Response;
	const shown = negotiate(isMissing ? DOCUMENTS : resource.offered, f, accept);
	if (shown === HTML_PAGE) return { f: shown.f, handle: null };
	if (isMissing) return refusal(resource);
	const { offered, parameters, handle } = resource;
	const [wrong, ...others] = problemsOfNames(query, parameters);
	if (wrong) return refusal(parameterProblem([wrong, ...others]));
	if (!shown || !handle) return refusal(f ? noSuchForm(f, offered) : nothingFits(offered));
	return {
		f: shown.f,
		handle: async () => {
			const made = await handle(shown, query);
			return made instanceof Response ? responseOf(made) : made;
		}
	};
}

function refusal(response: Response): ApiHandler {
	return { f: null, handle: () => Promise.resolve(responseOf(response)) };
}

/** The path and the query of a target: the segments after `/api`, decoded; null where they cannot be. */
function readTarget(target: string): { segments: string[] | null; query: URLSearchParams } {
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
