import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerApi, isOfApi } from '$lib/server/api/ogc/answer-api';
import type { OgcApi } from '$lib/server/api/ogc/ogc-api';
import { HTML_PAGE } from '$lib/server/api/ogc/representation';
import { problem } from '$lib/server/api/problem';
import { Answer, type Sending } from '$lib/server/http/cached-response';
import { ASSET_HEADERS, METHODS, OPTIONS_HEADERS } from '$lib/server/http/headers';
import { send } from '$lib/server/http/send';
import { canonicalAddress } from './canonical-address';
import type { Atlas } from './atlas';
import { errorMessage, logError } from './unexpected';

/**
 * Answers what needs no page and no route: the API, an answer that was given before, OPTIONS, a method or a target that
 * nothing here takes. Everything else is passed on to Kit, which then finds the headers of files already set.
 */
export function answerAtOnce(
	{ store, api, kept }: Pick<Atlas, 'store' | 'api' | 'kept'>,
	request: IncomingMessage,
	response: ServerResponse,
	passOn: () => void
): void {
	const { method = '' } = request;
	// A target may be a whole URL (RFC 9112, section 3.2.2); whose name it gives does not matter.
	const target = (request.url ?? '').replace(/^https?:\/\/[^/?]*/i, '');
	const allowed = { Allow: METHODS.join(', '), Connection: 'close' };
	const answerOrPassOn = () => {
		if (answerAgain({ store, kept }, request, response)) return;
		for (const [name, value] of Object.entries(ASSET_HEADERS)) response.setHeader(name, value);
		passOn();
	};
	if (method === 'OPTIONS') end(response, { status: 204, headers: OPTIONS_HEADERS, body: null });
	else if (!METHODS.includes(method)) {
		refuse(response, problem('method-not-allowed', `${method} is not one of ${METHODS.join(', ')}.`, {}, allowed));
	} else if (!target.startsWith('/')) refuse(response, problem('malformed-address', 'The target is not a path.'));
	else {
		request.url = target;
		if (!isOfApi(target)) answerOrPassOn();
		else {
			answerFromApi(api, request, response, answerOrPassOn).catch((error: unknown) => {
				logError({ method, url: api.links.origin + target }, error);
				if (response.headersSent) response.destroy();
				else refuse(response, problem('unexpected', errorMessage(500)));
			});
		}
	}
}

/** Answers as before, where the same was asked before. */
function answerAgain(
	{ store, kept }: Pick<Atlas, 'store' | 'kept'>,
	{ url = '', method = '', headers }: IncomingMessage,
	response: ServerResponse
): boolean {
	const address = canonicalAddress(url, store.vocabulary);
	const answer = address === null ? undefined : kept.get(address);
	if (!answer) return false;
	void sendKept(response, answer, { method, headers });
	return true;
}

async function answerFromApi(
	api: OgcApi,
	request: IncomingMessage,
	response: ServerResponse,
	page: () => void
): Promise<void> {
	const { method = '', url = '', headers } = request;
	const { accept } = headers;
	const answer = await answerApi(api, {
		method,
		target: url,
		accept,
		ifNoneMatch: headers['if-none-match'],
		ifModifiedSince: headers['if-modified-since']
	});
	if (answer === 'page') {
		// Kit shows a page to who asks for one, and at no address that ends with a slash.
		headers.accept = HTML_PAGE.mediaType;
		request.url = url.replace(/\/(?=\?|$)/, '');
		page();
	} else if (answer instanceof Answer) await sendKept(response, answer, { method, headers });
	else await send(response, headers['accept-encoding']?.toString(), answer);
}

async function sendKept(
	response: ServerResponse,
	answer: Answer,
	{ method, headers }: { method: string; headers: IncomingMessage['headers'] }
): Promise<void> {
	const form = answer.send({
		method,
		ifNoneMatch: headers['if-none-match'],
		acceptEncoding: headers['accept-encoding']?.toString()
	});
	// A form that has been made before is sent without waiting.
	try {
		end(response, form instanceof Promise ? await form : form);
	} catch (error) {
		response.destroy(error instanceof Error ? error : undefined);
	}
}

function end(response: ServerResponse, { status, headers, body }: Sending): void {
	response.writeHead(status, headers);
	response.end(body);
}

function refuse(response: ServerResponse, refusal: Response): void {
	void refusal.text().then((text) => {
		response.writeHead(refusal.status, Object.fromEntries(refusal.headers));
		response.end(text);
	});
}
