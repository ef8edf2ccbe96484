import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';

/** How many requests are under way at any time, each on a connection of its own that stays open. */
const CONNECTIONS = 8;

/** The number of the next request that has one; never the same twice. */
let asked = 1000;

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Asks for an address over and over, without compression, and counts the responses. It looks at no more of a response than its
 * status and length, so that the server is what is measured. Where the address has a `*`, each request has a number of its
 * own there, and asks for what was not asked before.
 * @throws Error for a response that is not 200 with a Content-Length
 */
export async function askFor(address: string, milliseconds: number): Promise<{ responses: number; seconds: number }> {
	const { hostname, port, host, pathname, search } = new URL(address);
	const head = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: identity\r\n\r\n`;
	const request = head.includes('*') ? () => head.replace('*', String(asked++)) : () => head;
	const sockets = Array.from({ length: CONNECTIONS }, () => connect(Number(port), hostname).setNoDelay(true));
	await Promise.all(sockets.map((socket) => once(socket, 'connect')));
	const began = performance.now();
	const until = began + milliseconds;
	const counts = await Promise.all(sockets.map((socket) => askUntil(socket, request, until)));
	return {
		responses: counts.reduce((sum, count) => sum + count, 0),
		seconds: (performance.now() - began) / 1000
	};
}

/** Asks on one connection, a response after the other, and counts the responses. */
function askUntil(socket: Socket, request: () => string, until: number): Promise<number> {
	return new Promise((resolve, reject) => {
		let responses = 0;
		let head: Buffer = Buffer.alloc(0);
		/** Bytes of the body that are still to come; null while the head is read. */
		let missing: number | null = null;
		socket.once('error', reject);
		socket.once('close', () => reject(new Error('The server closed a connection.')));
		socket.on('data', (chunk: Buffer) => {
			let body = chunk;
			if (missing === null) {
				head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
				const end = head.indexOf(END_OF_HEAD);
				if (end < 0) return;
				const length = lengthIn(head.toString('latin1', 0, end));
				if (length === null)
					return socket.destroy(new Error(`${request()}was answered with ${head.toString('latin1', 0, end)}`));
				body = head.subarray(end + END_OF_HEAD.length);
				head = Buffer.alloc(0);
				missing = length;
			}
			missing -= body.length;
			if (missing > 0) return;
			responses++;
			missing = null;
			if (performance.now() < until) return socket.write(request());
			socket.removeAllListeners('close');
			socket.end();
			resolve(responses);
		});
		socket.write(request());
	});
}

/** The Content-Length of the head of a 200; null for any other. */
function lengthIn(head: string): number | null {
	const length = head.startsWith('HTTP/1.1 200 ') ? /^content-length: (\d+)$/im.exec(head)?.[1] : undefined;
	return length === undefined ? null : Number(length);
}

/** How long it takes, in milliseconds, from the request for an address until the first byte of its response's body. */
export async function firstByteOf(address: string): Promise<number> {
	const { hostname, port, pathname, search } = new URL(address);
	const began = performance.now();
	const request = get({
		hostname,
		port,
		path: pathname + search,
		headers: { 'Accept-Encoding': 'identity' },
		agent: false
	});
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	await once(response, 'readable');
	const taken = performance.now() - began;
	response.destroy();
	return taken;
}
