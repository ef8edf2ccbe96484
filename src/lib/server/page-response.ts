import { embedHref } from '$lib/app/links';
import { kindOf, problem } from '$lib/server/api/problem';
import { isOfApi } from '$lib/server/api/ogc/api-handler';
import { type HeaderTable, PAGE_HEADERS } from '$lib/server/http/headers';
import { type HttpRequest, type HttpResponse, responseOf } from '$lib/server/http/message';
import type { Atlas } from './atlas';
import type { Settings } from './config';
import { errorMessage } from './unexpected';

/** The one page that others may frame. */
const EMBED_PATH = embedHref();

/** Where programs, not people, are expected. */
const FOR_PROGRAMS =
	/^\/(?:(?:atlas|export|layers|problems|healthz|readyz)(?:\/|$)|(?:cite|feed)\.|sources\/[^/]+\/(?:passages\.json|lights\.css)$)/;

/** What the responses of Kit are finished with. */
export type PageContext = Pick<Atlas, 'api'> & { settings: Pick<Settings, 'frameAncestors'> };

/** The response of a page or a file that Kit renders, with its headers; an error as a problem where a program asked. */
export async function pageResponse(
	context: PageContext,
	{ url, headers: { accept = '' } }: HttpRequest,
	render: () => Promise<Response>
): Promise<HttpResponse> {
	const [path = ''] = url.split('?');
	const response = await render();
	const { status, headers, body } = responseOf(response);
	const isProblem = headers['content-type'] === 'application/problem+json';
	if (status >= 400 && !isProblem && isForPrograms(path, accept)) {
		await response.body?.cancel();
		return responseOf(problem(kindOf(status), errorMessage(status)));
	}
	if (headers['access-control-allow-origin'] === '*') return { status, headers, body };
	return { status, headers: pageHeaders(context, path, status, headers), body };
}

/** Whether a response is read by a program: by its address, else by what the Accept header asks for. */
function isForPrograms(path: string, accept: string): boolean {
	return FOR_PROGRAMS.test(path) || (/\bjson\b/i.test(accept) && !/\btext\/html\b/i.test(accept));
}

/** The headers of a page; who may frame it is a policy beside the one that Kit has made with the page. */
function pageHeaders({ api, settings }: PageContext, path: string, status: number, made: HeaderTable): HeaderTable {
	const policies = [
		made['content-security-policy'],
		`frame-ancestors ${path === EMBED_PATH ? settings.frameAncestors : "'none'"}`
	];
	return {
		'cache-control': status === 200 ? 'public, no-cache' : 'no-store',
		...made,
		...PAGE_HEADERS,
		'content-security-policy': policies.filter(Boolean).join(', '),
		...(status >= 400 && { vary: [made['vary'], 'Accept'].filter(Boolean).join(', ') }),
		// A page of the API may be fetched from anywhere, as its data may, and says as they do since when it has been so.
		...(status < 300 &&
			isOfApi(path) && { 'access-control-allow-origin': '*', 'last-modified': api.opened.toUTCString() })
	};
}
