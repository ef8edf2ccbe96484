import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codingFor, compress, compressorOf, isCompressible } from './coding';

/** An answer made for one request. A body in a list of pieces is sent at once, one that is iterated as it is made. */
export interface MadeAnswer {
	status: number;
	/** With names written as in `headers.ts`. */
	headers: Readonly<Record<string, string>>;
	body: Uint8Array | readonly Uint8Array[] | AsyncIterable<Uint8Array> | null;
}

/**
 * Sends an answer: compressed where that is taken, and no faster than the other side reads. When it goes away, pieces are
 * no longer asked for.
 */
export async function send(
	response: ServerResponse,
	acceptEncoding: string | undefined,
	{ status, headers, body }: MadeAnswer
): Promise<void> {
	const type = headers['Content-Type'] ?? '';
	const sent: Record<string, string> = { ...headers };
	if (body === null) {
		response.writeHead(status, sent).end();
		return;
	}
	const pieces = body instanceof Uint8Array ? [body] : Array.isArray(body) ? (body as readonly Uint8Array[]) : null;
	const size = pieces && sizeOf(pieces);
	const coding = isCompressible(type, size) ? codingFor(acceptEncoding) : null;
	if (coding) sent['Content-Encoding'] = coding;
	if (pieces && size !== null) {
		if (coding) {
			const packed = await compress(Buffer.concat(pieces, size), coding, 'once');
			sent['Content-Length'] = String(packed.length);
			response.writeHead(status, sent).end(packed);
			return;
		}
		sent['Content-Length'] = String(size);
		response.writeHead(status, sent);
		endWith(response, pieces, size);
		return;
	}
	response.writeHead(status, sent);
	const made = Readable.from(body as AsyncIterable<Uint8Array>, { objectMode: false });
	try {
		await (coding ? pipeline(made, compressorOf(coding), response) : pipeline(made, response));
	} catch (error) {
		// Whoever goes away in the middle is no error; the connection is closed by then.
		if (!response.destroyed) throw error;
	}
}

/** How many bytes of pieces lie together in memory: all of a body. */
export function sizeOf(pieces: readonly Uint8Array[]): number {
	let size = 0;
	for (const piece of pieces) size += piece.length;
	return size;
}

/** The largest body that is put together in memory that is used again, and how much of that there is at most. */
const LARGEST = 2 ** 20;
const MOST_FREE = 16;

/** Memory that a body was put together in and that has been sent since: new memory costs more than what is copied into it. */
const free: Buffer[] = [];

/** Ends an answer with pieces, put together. */
function endWith(response: ServerResponse, pieces: readonly Uint8Array[], size: number): void {
	const [only] = pieces;
	if (pieces.length === 1 && only) {
		response.end(only);
		return;
	}
	if (size > LARGEST) {
		response.end(Buffer.concat(pieces, size));
		return;
	}
	const memory = free.pop() ?? Buffer.allocUnsafeSlow(LARGEST);
	let at = 0;
	for (const piece of pieces) {
		memory.set(piece, at);
		at += piece.length;
	}
	// Once it is handed to the system nothing reads the memory any more; where that never happens, it is not used again.
	response.end(memory.subarray(0, size), () => {
		if (free.length < MOST_FREE) free.push(memory);
	});
}
