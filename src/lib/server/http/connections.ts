import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a server holds at most for those who ask more than they read. */
export interface Limits {
	connections: number;
	/** Requests of one connection, and of all, that wait for the responses before them. */
	waiting: number;
	waitingInAll: number;
	/** Bytes of responses, over all connections, that the other side has not taken yet. */
	unread: number;
	/** For how many milliseconds the other side may take none. */
	patience: number;
}

const LIMITS: Limits = { connections: 2048, waiting: 32, waitingInAll: 1024, unread: 64 * 2 ** 20, patience: 60_000 };

/** How often what is unread is added up, in milliseconds, and how little of it is nobody's fault: what a stream writes ahead. */
const BETWEEN_SUMS = 250;
const WRITTEN_AHEAD = 2 ** 17;

/**
 * Has a server respond to the requests of a connection one after another, as they have to be sent, and no faster than they
 * are read: of a pipeline (RFC 9112, section 9.3.2) only heads wait. A connection with too many of these is closed after those
 * that were taken; one that does not read is cut. Returns what tells whether a response is under way on a connection.
 */
export function boundConnections(
	server: Server,
	listener: RequestListener,
	{ connections, waiting, waitingInAll, unread, patience }: Limits = LIMITS
): (socket: Duplex) => boolean {
	/** The response under way on each connection, in the order in which they began, and the requests behind it. */
	const open = new Map<Duplex, { response: ServerResponse; queue: [IncomingMessage, ServerResponse][] }>();
	let queued = 0;

	const begin = (request: IncomingMessage, response: ServerResponse, queue: [IncomingMessage, ServerResponse][]) => {
		const { socket } = request;
		open.delete(socket);
		open.set(socket, { response, queue });
		response.once('close', () => {
			const next = socket.destroyed ? undefined : queue.shift();
			queued -= next ? 1 : queue.length;
			if (next) begin(...next, queue);
			else open.delete(socket);
		});
		listener(request, response);
	};
	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		const before = open.get(request.socket);
		if (!before) begin(request, response, []);
		else if (before.queue.length < waiting && queued < waitingInAll)
			queued += before.queue.push([request, response]) && 1;
		else closeAfter(before.queue.at(-1)?.[1] ?? before.response);
	});

	server.maxConnections = connections;
	server.setTimeout(patience, (socket) => {
		// What is still being made keeps its reader waiting, and not the other way round.
		if (open.get(socket)?.response.writableLength !== 0) socket.destroy();
	});
	const cutOldest = () => {
		let left = -unread;
		for (const { response } of open.values()) left += response.writableLength;
		for (const [socket, { response }] of open) {
			if (left <= 0) return;
			if (response.writableLength <= WRITTEN_AHEAD) continue;
			left -= response.writableLength;
			socket.destroy();
		}
	};
	const summing = setInterval(cutOldest, BETWEEN_SUMS).unref();
	server.once('close', () => clearInterval(summing));
	return (socket) => open.has(socket);
}

/** Ends a connection after a response, unless its head is under way. */
function closeAfter(response: ServerResponse): void {
	if (!response.headersSent) response.setHeader('connection', 'close');
}
