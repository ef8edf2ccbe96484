import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { respondToMalformed, MAX_HEADER_SIZE } from '$lib/server/malformed';

let server: Server;
let port: number;

beforeAll(async () => {
	server = createServer({ maxHeaderSize: MAX_HEADER_SIZE }, (request, response) => {
		response.end(String(request.url?.length));
	});
	server.on('clientError', (error, socket) => {
		respondToMalformed(error, socket, false);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});

describe('what is no request is answered with a problem, and the connection ends', () => {
	test.each([
		['an unknown method', 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n', 501, 'unknown-method'],
		['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n', 400, 'malformed-request'],
		['no HTTP at all', '\u0016\u0003\u0001', 400, 'malformed-request'],
		[
			'a longer header than is read',
			`GET / HTTP/1.1\r\nX: ${'a'.repeat(MAX_HEADER_SIZE)}\r\n\r\n`,
			431,
			'header-too-large'
		]
	])('%s', async (_, request, status, kind) => {
		const [head = '', body = ''] = (await send(request)).split('\r\n\r\n');
		expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} \\w`));
		expect(head.toLowerCase()).toContain('\r\ncontent-type: application/problem+json');
		expect(head.toLowerCase()).toContain('\r\nconnection: close');
		expect(JSON.parse(body)).toMatchObject({ type: `/problems/${kind}`, status });
	});
});

test('the longest filter that may be asked fits into an address', async () => {
	const filter = encodeURIComponent('ـ'.repeat(10_000) + '€'.repeat(10_000));
	const response = await fetch(`http://127.0.0.1:${port}/?filter=${filter}`);
	expect([response.status, Number(await response.text())]).toEqual([200, '/?filter='.length + filter.length]);
});

/** Sends bytes, and gives all that comes back until the other side ends. */
async function send(text: string): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	const pieces: Buffer[] = [];
	socket.on('data', (piece: Buffer) => pieces.push(piece)).on('error', () => undefined);
	socket.write(text);
	await once(socket, 'close');
	return Buffer.concat(pieces).toString();
}
