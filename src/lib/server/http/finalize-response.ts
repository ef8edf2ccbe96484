import { Answer, type Asking } from './cached-response';
import { codingFor, compressStream, isCompressible, isText } from './coding';
import { namesEtag, weak } from './etag';

/**
 * The largest body that is kept in memory, in bytes: one that is there as a whole, and one that is still being made, for
 * which the other side would have to wait. A larger one is sent as it is made.
 */
const MOST_WHOLE = 8 * 2 ** 20;
const MOST_GATHERED = 2 ** 20;

/**
 * An answer as it is sent: 304 where the other side has it, without a body for HEAD, compressed where that is taken.
 * `keep` receives a complete answer that was asked for with GET and may be given again.
 */
export async function finish(
	asking: Asking,
	response: Response,
	keep: (answer: Answer) => void = () => undefined
): Promise<Response> {
	const { status, body } = response;
	const headers = new Headers(response.headers);
	const type = headers.get('content-type') ?? '';
	const etag = headers.get('etag');
	if (etag) headers.set('etag', weak(etag));
	if (isText(type) && !/accept-encoding/i.test(headers.get('vary') ?? '')) headers.append('vary', 'Accept-Encoding');
	if (!body || status === 304) return new Response(null, { status, headers });
	if (etag && status === 200 && namesEtag(asking.ifNoneMatch, etag)) {
		await body.cancel();
		return toResponse(await new Answer(status, headers, new Uint8Array()).send(asking));
	}
	const { bytes, rest } = await read(body);
	if (rest) {
		const coding = isCompressible(type, null) ? codingFor(asking.acceptEncoding) : null;
		if (coding) headers.set('content-encoding', coding);
		return new Response(coding ? compressStream(rest, coding) : rest, { status, headers });
	}
	const answer = new Answer(status, headers, bytes);
	if (asking.method === 'GET' && mayBeKept(status, headers)) keep(answer);
	return toResponse(await answer.send(asking));
}

/** How many milliseconds an answer stays right: as long as it says by max-age, else as long as the dataset stands. */
export function lifetimeOf(headers: Headers): number {
	const seconds = /\bmax-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1];
	return seconds === undefined ? Infinity : Number(seconds) * 1000;
}

function mayBeKept(status: number, headers: Headers): boolean {
	return status === 200 && !headers.has('set-cookie') && !/no-store|private/.test(headers.get('cache-control') ?? '');
}

function toResponse({ status, headers, body }: Awaited<ReturnType<Answer['send']>>): Response {
	return new Response(body as Uint8Array<ArrayBuffer> | null, { status, headers });
}

/** A body's bytes; where they are too many, a stream that gives what was read and then what is left. */
async function read(
	body: ReadableStream<Uint8Array>
): Promise<{ bytes: Uint8Array; rest?: never } | { bytes?: never; rest: ReadableStream<Uint8Array> }> {
	const reader = body.getReader();
	const pieces: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return { bytes: Buffer.concat(pieces, size) };
		pieces.push(value);
		size += value.length;
		if (size > (pieces.length === 1 ? MOST_WHOLE : MOST_GATHERED)) return { rest: streamOf(pieces, reader) };
	}
}

function streamOf(
	pieces: readonly Uint8Array[],
	reader: ReadableStreamDefaultReader<Uint8Array>
): ReadableStream<Uint8Array> {
	const queue = [...pieces];
	return new ReadableStream({
		async pull(controller) {
			const value = queue.shift() ?? (await reader.read()).value;
			if (value) controller.enqueue(value);
			else controller.close();
		},
		cancel: (reason) => reader.cancel(reason)
	});
}
