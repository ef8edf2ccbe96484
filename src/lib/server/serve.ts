import { createServer, type RequestListener } from 'node:http';
import { boundConnections } from '$lib/server/http/connections';
import { openAtlas } from './atlas';
import { compactHeap } from './compact-heap';
import { requestListener } from './listener';
import { respondToMalformed, MAX_HEADER_SIZE } from './malformed';

/** Kit's own handler, as its adapter for Node builds it. */
interface Kit {
	handler: RequestListener;
}

/** How long requests under way may take once the server is told to end, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Serves the atlas until SIGTERM or SIGINT: opens it, loads Kit, listens. What is under way at the signal is finished,
 * then the process ends with 0.
 */
export async function serve(loadKit: () => Promise<Kit>): Promise<void> {
	const atlas = await openAtlas();
	const { host, port, origin } = atlas.settings;
	// Kit makes its URLs from ORIGIN; without it, it would believe the Host header.
	process.env['ORIGIN'] = origin;
	const { handler } = await loadKit();
	compactHeap();

	let ending = false;
	const server = createServer({ maxHeaderSize: MAX_HEADER_SIZE });
	const listener = requestListener(atlas, handler, 'build/client');
	const isAnswering = boundConnections(server, (request, response) => {
		if (ending) response.setHeader('connection', 'close');
		listener(request, response);
	});
	server.on('clientError', (error, socket) => {
		respondToMalformed(error, socket, isAnswering(socket));
	});
	const end = () => {
		ending = true;
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
	};
	process.once('SIGTERM', end).once('SIGINT', end);
	// What is said of the documents is said of a server that is up: one that cannot listen says only that.
	server.listen(port, host, () => {
		const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
		process.stdout.write(`${atlas.documents.report()}Listening on ${address}\n`);
		void atlas.store.prepare();
	});
}
