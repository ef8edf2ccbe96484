import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codingFor, compress, compressorOf, isCompressible } from './coding';

/** An answer made for one request; a body of pieces is sent as it is made. */
export interface MadeAnswer {
	status: number;
	/** With names written as in `headers.ts`. */
	headers: Readonly<Record<string, string>>;
	body: Uint8Array | AsyncIterable<Uint8Array> | null;
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
	const bytes = body instanceof Uint8Array ? body : null;
	const coding = isCompressible(type, bytes?.length ?? null) ? codingFor(acceptEncoding) : null;
	if (coding) sent['Content-Encoding'] = coding;
	if (bytes) {
		const whole = coding ? await compress(bytes, coding, 'once') : bytes;
		sent['Content-Length'] = String(whole.length);
		response.writeHead(status, sent).end(whole);
		return;
	}
	response.writeHead(status, sent);
	const pieces = Readable.from(body, { objectMode: false });
	try {
		await (coding ? pipeline(pieces, compressorOf(coding), response) : pipeline(pieces, response));
	} catch (error) {
		// Whoever goes away in the middle is no error; the connection is closed by then.
		if (!response.destroyed) throw error;
	}
}
