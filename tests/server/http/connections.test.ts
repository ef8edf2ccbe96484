import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { OgcApi } from '$lib/server/api/ogc/ogc-api';
import { boundConnections, type Limits } from '$lib/server/http/connections';
import { ResponseCache } from '$lib/server/http/response-cache';
import { requestListener } from '$lib/server/listener';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { generateDataset } from '../../fixtures/dataset';

const MEBIBYTE = 2 ** 20;
const USUAL: Limits = { connections: 100, waiting: 32, waitingInAll: 1024, unread: 64 * MEBIBYTE, patience: 30_000 };

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
	for (const socket of sockets.splice(0)) socket.destroy();
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});

describe('the requests of a connection', () => {
	test('are responded to one after another, each when the one before it has been sent', async () => {
		let [underWay, most] = [0, 0];
		const port = await serve((request, response) => {
			most = Math.max(most, ++underWay);
			setTimeout(() => response.end(`${request.url}\n`), 5);
			response.once('finish', () => underWay--);
		});
		const socket = await opened(port);
		socket.write(pipelineOf(10));
		expect((await until(socket, '/9\n')).match(/^\/\d$/gm)).toEqual(Array.from({ length: 10 }, (_, n) => `/${n}`));
		expect(most).toBe(1);
	});

	test('that wait are so many, and the connection ends after them', async () => {
		const port = await serve((request, response) => void setTimeout(() => response.end(`${request.url}\n`), 5), {
			waiting: 3
		});
		const socket = await opened(port);
		socket.write(pipelineOf(400));
		const received = await untilClosed(socket);
		expect(received.match(/^\/\d+$/gm)).toEqual(['/0', '/1', '/2', '/3']);
		expect(received.match(/^connection: close/gim)).toHaveLength(1);
	});

	test('that wait are so many over all connections', async () => {
		let begun = 0;
		const port = await serve(() => begun++, { waitingInAll: 5 });
		const several = await Promise.all([opened(port), opened(port), opened(port)]);
		for (const socket of several) socket.write(pipelineOf(4));
		await soon(() => begun === 3);
		expect(begun).toBe(3);
	});

	test('wait for nothing once it is gone', async () => {
		const begun: string[] = [];
		const port = await serve((request) => begun.push(request.url ?? ''), { waitingInAll: 4 });
		for (let time = 0; time < 5; time++) {
			const socket = await opened(port);
			socket.write(pipelineOf(4));
			await soon(() => begun.length === time + 1);
			socket.destroy();
			await once(socket, 'close');
		}
		expect(begun).toEqual(['/0', '/0', '/0', '/0', '/0']);
	});
});

describe('who does not read', () => {
	test('is cut when no byte was taken for so long, and who reads slowly is not', async () => {
		const body = Buffer.alloc(16 * MEBIBYTE);
		const port = await serve((_, response) => response.end(body), { patience: 1000 });
		const [idle, slow] = [await opened(port), await opened(port)];
		idle.pause().write(pipelineOf(1));
		slow.pause().write(pipelineOf(1));
		let taken = 0;
		const reading = setInterval(() => (taken += (slow.read() as Buffer | null)?.length ?? 0), 2);
		slow.on('readable', () => undefined);
		await once(slow, 'end');
		clearInterval(reading);
		expect(taken).toBeGreaterThan(body.length);
		expect((await untilClosed(idle)).length).toBeLessThan(body.length);
	});

	test('waits for what is being made, however long that takes', async () => {
		const port = await serve((_, response) => void setTimeout(() => response.end('made'), 700), { patience: 200 });
		const socket = await opened(port);
		socket.write(pipelineOf(1));
		expect(await until(socket, 'made')).toContain('200 OK');
	});

	test('is cut, the one who was first before others, where too much is unread in all', async () => {
		const port = await serve((_, response) => response.end(Buffer.alloc(16 * MEBIBYTE)), { unread: 40 * MEBIBYTE });
		const several: Socket[] = [];
		for (let n = 0; n < 5; n++) {
			const socket = (await opened(port)).pause();
			socket.write(pipelineOf(1));
			await once(socket, 'readable');
			several.push(socket);
		}
		const lengths = await Promise.all(several.map(async (socket) => (await untilClosedOr(socket, 1500)).length));
		expect(lengths[0]).toBeLessThan(16 * MEBIBYTE);
		expect(lengths[4]).toBeGreaterThan(16 * MEBIBYTE);
	});

	// Ten connections with 400 requests each once took 800 MB, and a health check 13 s.
	test('keeps neither memory nor others: ten connections, 400 requests for a large answer each', async () => {
		const store = new EmbeddedStore(generateDataset({ features: 6000, claims: 7000, seed: 2 }));
		let pages = 0;
		const page = store.page.bind(store);
		store.page = (pageQuery) => (pages++, page(pageQuery));
		const served = { store, api: new OgcApi(store, 'http://atlas.example'), cache: new ResponseCache() };
		const port = await serve(
			requestListener({ ...served, settings: { frameAncestors: '*' } }, () => undefined, 'static')
		);
		const before = process.memoryUsage().rss;
		const greedy = await Promise.all(Array.from({ length: 10 }, () => opened(port)));
		for (const socket of greedy)
			socket.pause().write(pipelineOf(400, '/api/collections/features/items?limit=10000&q='));
		await soon(() => pages >= 10);
		await new Promise((resolve) => setTimeout(resolve, 500));
		const asked = performance.now();
		expect((await fetch(`http://127.0.0.1:${port}/api`)).status).toBe(200);
		expect(performance.now() - asked).toBeLessThan(3000);
		// The system itself takes some answers that nobody reads.
		expect(pages).toBeLessThan(60);
		expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEBIBYTE);
	});
});

/** A server on a port of this machine, with limits other than the usual ones. */
async function serve(listener: RequestListener, limits: Partial<Limits> = {}): Promise<number> {
	const server = createServer();
	boundConnections(server, listener, { ...USUAL, ...limits });
	servers.push(server.listen(0, '127.0.0.1'));
	await once(server, 'listening');
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

async function opened(port: number): Promise<Socket> {
	const socket = connect(port, '127.0.0.1').on('error', () => undefined);
	sockets.push(socket);
	await once(socket, 'connect');
	return socket;
}

/** Requests for addresses with a number each, as they stand in one piece. */
function pipelineOf(requests: number, address = '/'): string {
	return Array.from({ length: requests }, (_, n) => `GET ${address}${n} HTTP/1.1\r\nHost: a\r\n\r\n`).join('');
}

async function until(socket: Socket, text: string): Promise<string> {
	let received = '';
	for await (const piece of socket) {
		received += String(piece);
		if (received.includes(text)) break;
	}
	return received;
}

async function untilClosed(socket: Socket): Promise<string> {
	const pieces: Buffer[] = [];
	socket.on('data', (piece: Buffer) => pieces.push(piece)).resume();
	if (!socket.closed) await once(socket, 'close');
	return Buffer.concat(pieces).toString('latin1');
}

async function untilClosedOr(socket: Socket, milliseconds: number): Promise<string> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	setTimeout(() => socket.destroy(), milliseconds);
	return untilClosed(socket);
}

async function soon(isSo: () => boolean): Promise<void> {
	for (let time = 0; time < 300 && !isSo(); time++) await new Promise((resolve) => setTimeout(resolve, 10));
}
