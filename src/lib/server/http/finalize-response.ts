import { codingFor, compressStream, isText } from './coding';
import { isUnmodified, weak } from './etag';
import type { HeaderTable } from './headers';
import type { HttpRequest, HttpResponse, LazyResponse, WholeResponse } from './message';
import { CachedResponse, notModified, type ResponseCache } from './response-cache';

/**
 * The largest body that is held in memory, in bytes: one that is there as a whole, and one that is still being made, for
 * which the other side would have to wait. A larger one is sent as it is made.
 */
const MOST_WHOLE = 8 * 2 ** 20;
const MOST_GATHERED = 2 ** 20;

/**
 * A response as it is sent: 304 where the other side has it, without a body for HEAD, compressed where that is taken. A
 * complete response to GET is cached under its key, where it has one.
 */
export async function finalizeResponse(
	request: HttpRequest,
	response: HttpResponse | LazyResponse,
	cache: ResponseCache,
	key: string | null
): Promise<HttpResponse> {
	const isKnown = isUnmodified(request.headers, response.headers);
	if ('make' in response && isKnown) return notModified(described(response.headers));
	const made = 'make' in response ? await response.make() : response;
	const headers = described(made.headers);
	const { status, body } = made;
	if (!body || status === 304) return { status: isKnown && status < 300 ? 304 : status, headers, body: null };
	if (isKnown && status === 200) {
		await cancel(body);
		return notModified(headers);
	}
	const { bytes, rest } = body instanceof Uint8Array ? { bytes: body } : await gather(body);
	if (!rest) {
		const whole = { ...made, headers, body: bytes };
		return (key !== null && mayBeCached(request, whole) ? cache.set(key, whole) : new CachedResponse(whole, 'once')).to(
			request
		);
	}
	const coding = isText(headers['content-type'] ?? '') ? codingFor(request.headers) : null;
	const coded = coding ? { ...headers, 'content-encoding': coding } : headers;
	if (request.method !== 'HEAD') return { status, headers: coded, body: coding ? compressStream(rest, coding) : rest };
	await cancel(rest);
	return { status, headers: coded, body: null };
}

/** Headers with a weak entity tag, which stands for every coding, and with the coding among what the response varies by. */
function described(headers: HeaderTable): HeaderTable {
	const { etag, vary } = headers;
	const isCoded = isText(headers['content-type'] ?? '') && !/accept-encoding/i.test(vary ?? '');
	return {
		...headers,
		...(etag !== undefined && { etag: weak(etag) }),
		...(isCoded && { vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding` })
	};
}

function mayBeCached({ method }: HttpRequest, { status, headers }: WholeResponse): boolean {
	const isOpen = !('set-cookie' in headers) && !/no-store|private/.test(headers['cache-control'] ?? '');
	return method === 'GET' && status === 200 && isOpen;
}

/** Tells whoever makes a body that nobody waits for it. */
async function cancel(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
	if (!(body instanceof Uint8Array)) await body[Symbol.asyncIterator]().return?.();
}

/** A body's bytes; where they are too many, a stream that gives what was read and then what is left. */
async function gather(
	body: AsyncIterable<Uint8Array>
): Promise<{ bytes: Uint8Array; rest?: never } | { bytes?: never; rest: AsyncIterable<Uint8Array> }> {
	const iterator = body[Symbol.asyncIterator]();
	const pieces: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const next = await iterator.next();
		if (next.done) return { bytes: Buffer.concat(pieces, size) };
		pieces.push(next.value);
		size += next.value.length;
		if (size > (pieces.length === 1 ? MOST_WHOLE : MOST_GATHERED)) return { rest: after(pieces, iterator) };
	}
}

/** What was read of a body, and what is left of it. */
function after(read: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
	const queue = [...read];
	return {
		[Symbol.asyncIterator]: () => ({
			async next() {
				const value = queue.shift();
				return value ? { done: false, value } : iterator.next();
			},
			async return() {
				await iterator.return?.();
				return { done: true, value: undefined };
			}
		})
	};
}
