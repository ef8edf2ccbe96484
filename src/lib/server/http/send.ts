import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codingFor, compress, compressorOf, isCompressible } from './coding';

/** A part of a body; a text is sent in UTF-8. */
export type Piece = string | Uint8Array;

/** An answer made for one request. A body in a list of pieces is sent at once, one that is iterated as it is made. */
export interface MadeAnswer {
	status: number;
	/** With names written as in `headers.ts`. */
	headers: Readonly<Record<string, string>>;
	body: Uint8Array | readonly Piece[] | AsyncIterable<Uint8Array> | null;
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
	if (body === null) {
		response.writeHead(status, headers).end();
		return;
	}
	const pieces = body instanceof Uint8Array ? [body] : Array.isArray(body) ? (body as readonly Piece[]) : null;
	const size = pieces && sizeOf(pieces);
	const coding = isCompressible(type, size) ? codingFor(acceptEncoding) : null;
	const coded = coding ? { 'Content-Encoding': coding } : {};
	if (pieces && size !== null) {
		if (coding) {
			const packed = await compress(joined(pieces), coding, 'once');
			response.writeHead(status, { ...coded, 'Content-Length': String(packed.length), ...headers }).end(packed);
			return;
		}
		response.writeHead(status, { 'Content-Length': String(size), ...headers });
		endWith(response, pieces, size);
		return;
	}
	response.writeHead(status, { ...coded, ...headers });
	const made = Readable.from(body as AsyncIterable<Uint8Array>, { objectMode: false });
	try {
		await (coding ? pipeline(made, compressorOf(coding), response) : pipeline(made, response));
	} catch (error) {
		// Whoever goes away in the middle is no error; the connection is closed by then.
		if (!response.destroyed) throw error;
	}
}

/** How many bytes the pieces of a body are together. */
export function sizeOf(pieces: readonly Piece[]): number {
	let size = 0;
	for (const piece of pieces) size += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
	return size;
}

/** The pieces of a body put together. */
export function joined(pieces: readonly Piece[]): Buffer<ArrayBuffer> {
	const memory = Buffer.allocUnsafe(sizeOf(pieces));
	put(pieces, memory);
	return memory;
}

/** Puts pieces one after another into memory that has room for them. */
function put(pieces: readonly Piece[], memory: Buffer): void {
	let at = 0;
	for (const piece of pieces) {
		if (typeof piece === 'string') at += memory.write(piece, at);
		else {
			memory.set(piece, at);
			at += piece.length;
		}
	}
}

/** The largest body that is put together in memory that is used again, and how much of that there is at most. */
const LARGEST = 2 ** 20;
const MOST_FREE = 16;

/** Memory that a body was put together in and that has been sent since: new memory costs more than what is copied into it. */
const free: Buffer[] = [];

/** Ends an answer with pieces, put together. */
function endWith(response: ServerResponse, pieces: readonly Piece[], size: number): void {
	const [only] = pieces;
	if (pieces.length === 1 && only !== undefined) {
		response.end(only);
		return;
	}
	if (size > LARGEST) {
		response.end(joined(pieces));
		return;
	}
	const memory = free.pop() ?? Buffer.allocUnsafeSlow(LARGEST);
	put(pieces, memory);
	// Once it is handed to the system nothing reads the memory any more; where that never happens, it is not used again.
	response.end(memory.subarray(0, size), () => {
		if (free.length < MOST_FREE) free.push(memory);
	});
}
