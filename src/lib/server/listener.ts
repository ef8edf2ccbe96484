import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isOfApi } from '$lib/server/api/ogc/api-handler';
import { HTML_PAGE } from '$lib/server/api/ogc/representation';
import { problem } from '$lib/server/api/problem';
import { ASSET_HEADERS } from '$lib/server/http/headers';
import { simplifyFileRequest } from '$lib/server/http/file-request';
import { type HttpResponse, responseOf } from '$lib/server/http/message';
import { respond, type ServerContext } from './respond';
import { errorMessage, logError } from './unexpected';

/**
 * The request listener of the server, built or `vite dev`: responds at once where no page has to be rendered, and hands
 * everything else on to Kit, which then finds the headers of files already set. The files themselves are in `folder`.
 */
export function requestListener(context: ServerContext, next: RequestListener, folder: string): RequestListener {
	return (request, response) => {
		// A target may be a whole URL (RFC 9112, section 3.2.2); whose name it gives does not matter.
		const url = (request.url ?? '').replace(/^https?:\/\/[^/?]*/i, '');
		request.url = url;
		handleRequest(context, request, response, next, folder).catch((error: unknown) => {
			logError({ method: request.method ?? '', url: context.api.links.origin + url }, error);
			if (response.headersSent) response.destroy();
			else void send(response, responseOf(problem('unexpected', errorMessage(500))));
		});
	};
}

async function handleRequest(
	context: ServerContext,
	request: IncomingMessage,
	response: ServerResponse,
	next: RequestListener,
	folder: string
): Promise<void> {
	const { method = '', url = '', headers } = request;
	const made = await respond(context, { method, url, headers }, null);
	if (made) return send(response, made);
	// Kit shows a page to who asks for one.
	if (isOfApi(url)) headers.accept = HTML_PAGE.mediaType;
	for (const [name, value] of Object.entries(ASSET_HEADERS)) response.setHeader(name, value);
	if (/\.pmtiles(?:\?|$)/.test(url)) response.setHeader('content-type', 'application/vnd.pmtiles');
	await simplifyFileRequest(request, folder);
	next(request, response);
}

/** Sends a response, no faster than the other side reads. When it goes away, pieces of the body are no longer asked for. */
async function send(response: ServerResponse, { status, headers, body }: HttpResponse): Promise<void> {
	response.writeHead(status, headers);
	if (body === null || body instanceof Uint8Array) {
		response.end(body);
		return;
	}
	try {
		await pipeline(Readable.from(body, { objectMode: false }), response);
	} catch (error) {
		// Whoever goes away in the middle is no error; the connection is closed by then.
		if (!response.destroyed) throw error;
	}
}
