import { maxHeaderSize as usualHeaderSize, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { problem } from '$lib/server/api/problem';
import { METHODS } from '$lib/server/http/headers';

/**
 * How many bytes the address and the headers of a request may have together. The longest filter is 20,000 characters of
 * CQL2-JSON; percent-encoded, a character is up to nine bytes for each of its UTF-16 units. What is left is for the rest.
 */
export const MAX_HEADER_SIZE = 9 * 20_000 + 2 * usualHeaderSize;

/**
 * Responds to what Node's parser of HTTP could not read with a problem, and closes the connection: nobody knows where on it
 * the next request would begin. `isResponding` tells that a response is under way on it, into which nothing may be written.
 */
export function respondToMalformed(error: ParserError, socket: Duplex, isResponding: boolean): void {
	if (error.code === 'ECONNRESET' || !socket.writable || isResponding) {
		socket.destroy();
		return;
	}
	const refusal = refusalOf(error);
	void refusal.text().then((text) => {
		const headers = new Headers(refusal.headers);
		headers.set('Connection', 'close');
		headers.set('Content-Length', String(Buffer.byteLength(text)));
		headers.set('Date', new Date().toUTCString());
		const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
		const status = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`;
		socket.end([status, ...lines, '', text].join('\r\n'));
	});
}

/** An error of the parser, with what it was reading. */
type ParserError = NodeJS.ErrnoException & { rawPacket?: Buffer };

/** How a request begins whose method is a token (RFC 9110, section 9.1), be it one of HTTP or not. */
const REQUEST_LINE = /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\//;

/** The problem that an error of the parser stands for. */
function refusalOf({ code, rawPacket }: ParserError): Response {
	const isRequest = REQUEST_LINE.test(rawPacket?.toString('latin1', 0, 2000) ?? '');
	switch (code === 'HPE_INVALID_METHOD' && !isRequest ? undefined : code) {
		case 'HPE_HEADER_OVERFLOW':
			return problem('header-too-large', `The address and the headers have more than ${MAX_HEADER_SIZE} bytes.`);
		case 'HPE_INVALID_METHOD':
			return problem(
				'unknown-method',
				`The method is none of HTTP. Ask with one of ${METHODS.join(', ')}.`,
				{},
				{ Allow: METHODS.join(', ') }
			);
		case 'ERR_HTTP_REQUEST_TIMEOUT':
			return problem('request-too-slow', 'The request was not complete in time.');
		default:
			return problem('malformed-request', 'What was sent cannot be read as a request of HTTP/1.1.');
	}
}
