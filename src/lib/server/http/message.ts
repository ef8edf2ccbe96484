import type { IncomingHttpHeaders } from 'node:http';
import { ReadableStream } from 'node:stream/web';
import type { HeaderTable } from './headers';

/** A request, as far as a response depends on it. */
export interface HttpRequest {
	method: string;
	/** Path and query string, as they were sent. */
	url: string;
	headers: IncomingHttpHeaders;
}

/** A response: its body is there as a whole, or made while it is sent. */
export interface HttpResponse {
	status: number;
	headers: HeaderTable;
	body: Uint8Array | AsyncIterable<Uint8Array> | null;
	/** For how many seconds the server may give it again; without it as long as max-age says, or the dataset is served. */
	cacheFor?: number;
}

/** A response whose body is there as a whole. */
export type WholeResponse = HttpResponse & { body: Uint8Array };

/** A response that is made only where the other side does not have it already, by the validators in its headers. */
export interface LazyResponse {
	headers: HeaderTable;
	make: () => Promise<HttpResponse>;
}

/** A request that has come as far as Kit. */
export function requestOf({ method, url, headers }: Request): HttpRequest {
	const { pathname, search } = new URL(url);
	return { method, url: pathname + search, headers: Object.fromEntries(headers) };
}

/** What a route or a problem gives. */
export function responseOf({ status, headers, body }: Response): HttpResponse {
	return { status, headers: Object.fromEntries(headers), body: body as AsyncIterable<Uint8Array> | null };
}

/** A response for Kit to send. */
export function toWebResponse({ status, headers, body }: HttpResponse): Response {
	const isWhole = body === null || body instanceof Uint8Array;
	return new Response((isWhole ? body : ReadableStream.from(body)) as BodyInit | null, { status, headers });
}
