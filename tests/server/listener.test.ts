import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { OgcApi } from '$lib/server/api/ogc/ogc-api';
import { ResponseCache } from '$lib/server/http/response-cache';
import { requestListener } from '$lib/server/listener';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { datasetWith, generateDataset } from '../fixtures/dataset';

const TEXT = 'A page that was rendered before. '.repeat(50);
const store = new EmbeddedStore(datasetWith());
const api = new OgcApi(
	new EmbeddedStore(generateDataset({ features: 6000, claims: 7000, seed: 2 })),
	'http://atlas.example'
);
const cache = new ResponseCache();
let passedOn: string[];
let accepted: string[];
let asked: IncomingHttpHeaders;
let server: Server;
let port: number;

// A server with the request listener and, behind it, a handler that only notes what reaches it.
beforeAll(async () => {
	const served = { store, api, cache, settings: { frameAncestors: '*' } };
	const handOn: RequestListener = (request, response) => {
		passedOn.push(request.url ?? '');
		accepted.push(request.headers.accept ?? '');
		asked = request.headers;
		response.end('rendered');
	};
	const listener = requestListener(served, handOn, 'static');
	server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});
beforeEach(() => {
	passedOn = [];
	accepted = [];
	cache.clear();
	const headers = { 'content-type': 'text/html', etag: 'W/"1"', vary: 'Accept-Encoding' };
	cache.set('/?layers=coast&topics=talks', { status: 200, headers, body: Buffer.from(TEXT) });
});

test('what was answered before is answered again, however its query is written', async () => {
	const response = await ask('/?topics=talks&q=&layers=coast');
	expect([response.status, await response.text()]).toEqual([200, TEXT]);
	expect(passedOn).toEqual([]);
});

test('it is compressed for who takes that, and the same', async () => {
	const response = await ask('/?topics=talks&layers=coast', { headers: { 'accept-encoding': 'br' } });
	expect(response.headers.get('content-encoding')).toBe('br');
	expect(await response.text()).toBe(TEXT);
});

test('it is not sent again to who has it', async () => {
	const response = await ask('/?topics=talks&layers=coast', { headers: { 'if-none-match': '"0", "1"' } });
	expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, 'W/"1"', '']);
});

test('HEAD is answered with its headers', async () => {
	const response = await ask('/?topics=talks&layers=coast', {
		method: 'HEAD',
		headers: { 'accept-encoding': 'identity' }
	});
	expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(TEXT)));
});

test.each(['/', '/?topics=talks', '/?layers=coast&topics=talks&x=1', '/?layers=coast&topics=talks,nothing'])(
	'%s is passed on, with the headers of files set',
	async (address) => {
		const response = await ask(address);
		expect(await response.text()).toBe('rendered');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(passedOn).toEqual([address]);
	}
);

describe('of a request for a file', () => {
	test.each([
		['bytes=0-99', 'bytes=0-99'],
		['bytes=100-', 'bytes=100-'],
		['bytes=5-2', undefined],
		['bytes=-5', undefined],
		['bytes=0-0', undefined],
		['bytes=0-1,4-5', undefined],
		['bytes=abc', undefined],
		['lines=0-1', undefined]
	])('the range %s is asked for as %s', async (range, expected) => {
		await ask('/basemap/atlas.pmtiles', { headers: { range } });
		expect(asked['range']).toBe(expected);
	});

	const { size, mtime: modified } = statSync('static/icon.svg');
	test.each([
		['that has not changed since is', '/icon.svg', modified.toUTCString(), 'bytes=0-9'],
		['that has not changed, under an address with a query, is', '/icon.svg?x', modified.toUTCString(), 'bytes=0-9'],
		['that has not changed by its weak tag is', '/icon.svg', `W/"${size}-${+modified}"`, 'bytes=0-9'],
		['that has changed is not', '/icon.svg', new Date(+modified - 1000).toUTCString(), undefined],
		['that has another tag is not', '/icon.svg', `W/"${size}-0"`, undefined],
		['that is not there is not', '/nothing.svg', modified.toUTCString(), undefined]
	])('the rest of a file %s asked for', async (_, address, ifRange, expected) => {
		await ask(address, { headers: { range: 'bytes=0-9', 'if-range': ifRange } });
		expect(asked['range']).toBe(expected);
	});

	test('a range of a head alone is none', async () => {
		await ask('/icon.svg', { method: 'HEAD', headers: { range: 'bytes=0-9' } });
		expect(asked['range']).toBeUndefined();
	});

	test.each([
		['br;q=0', ''],
		['gzip, br;q=0', 'gzip'],
		['gzip, deflate, br', 'br']
	])('the codings %s are asked for as “%s”', async (codings, expected) => {
		await ask('/icon.svg', { headers: { 'accept-encoding': codings } });
		expect(asked['accept-encoding']).toBe(expected);
	});
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
	'%s is refused with a problem that says what is allowed',
	async (method) => {
		const response = await ask('/', { method });
		expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
		expect(await response.json()).toMatchObject({ type: '/problems/method-not-allowed', status: 405 });
		expect(passedOn).toEqual([]);
	}
);

test('OPTIONS says what is allowed, to a browser from elsewhere too', async () => {
	const response = await ask('/export/all.geojson', { method: 'OPTIONS' });
	expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test.each([
	['TRACE / HTTP/1.1', '405'],
	['GET nothing HTTP/1.1', '400'],
	['OPTIONS * HTTP/1.1', '204']
])('%s is answered with %s', async (line, status) => {
	expect(await askInWords(line)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('a target that is a whole URL is read as its path', async () => {
	await askInWords('GET http://elsewhere.example/about?x=1 HTTP/1.1');
	expect(passedOn).toEqual(['/about?x=1']);
});

describe('the API', () => {
	const LARGE = '/api/collections/features/items?limit=10000';

	test.each(['/api', '/api/', '/api/collections', '/api/collections/features/items?bbox=10,28,12,30'])(
		'%s is answered without Kit',
		async (address) => {
			const response = await ask(address);
			expect([response.status, response.headers.get('vary')]).toEqual([200, 'Accept, Accept-Encoding']);
			expect(response.headers.get('content-length')).not.toBeNull();
			expect(passedOn).toEqual([]);
		}
	);

	test.each([
		['/api?f=html', '/api?f=html'],
		['/api/?f=html', '/api/?f=html'],
		['/api/collections?f=html', '/api/collections?f=html'],
		['/api/docs', '/api/docs']
	])('%s is a page, which Kit renders at %s', async (address, expected) => {
		expect(await (await ask(address)).text()).toBe('rendered');
		expect([passedOn, accepted]).toEqual([[expected], ['text/html']]);
	});

	test('a page that was rendered is not what a program gets, nor the other way round', async () => {
		const headers = { 'content-type': 'text/html' };
		cache.set('html /api/collections', { status: 200, headers, body: Buffer.from(TEXT) });
		expect((await ask('/api/collections')).headers.get('content-type')).toBe('application/json');
		expect(await (await ask('/api/collections', { headers: { accept: 'text/html' } })).text()).toBe(TEXT);
	});

	test.each(['identity', 'gzip', 'br'])(
		'a large answer is sent as it is made, and arrives whole: %s',
		async (coding) => {
			const response = await ask(LARGE, { headers: { 'accept-encoding': coding } });
			expect(response.headers.get('content-length')).toBeNull();
			expect(response.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
			const { features, numberReturned } = (await response.json()) as {
				features: { id: string }[];
				numberReturned: number;
			};
			expect([features.length, new Set(features.map(({ id }) => id)).size]).toEqual([numberReturned, numberReturned]);
		}
	);

	test('what no one waits for any more is not made', async () => {
		const page = api.store.page.bind(api.store);
		let made = 0;
		vi.spyOn(api.store, 'page').mockImplementationOnce(async (pageQuery) => {
			const { runs, ...rest } = await page(pageQuery);
			return {
				...rest,
				*runs() {
					for (const run of runs()) {
						made++;
						yield run;
					}
				}
			};
		});
		const stop = new AbortController();
		const response = await ask(LARGE, { signal: stop.signal, headers: { 'accept-encoding': 'identity' } });
		await response.body?.getReader().read();
		stop.abort();
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(made).toBeGreaterThan(0);
		const { numberReturned } = (await (await ask(LARGE)).json()) as { numberReturned: number };
		expect(made).toBeLessThan(numberReturned);
	});

	test('HEAD is answered with its headers', async () => {
		const get = await ask('/api/collections/features/items', { headers: { 'accept-encoding': 'identity' } });
		const head = await ask('/api/collections/features/items', {
			method: 'HEAD',
			headers: { 'accept-encoding': 'identity' }
		});
		expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
	});

	test('an error is logged, and told without its cause', async () => {
		const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		vi.spyOn(api.store, 'page').mockRejectedValueOnce(new TypeError('Broken'));
		const response = await ask('/api/collections/features/items?limit=3');
		expect([response.status, await response.json()]).toMatchObject([500, { type: '/problems/unexpected' }]);
		expect(String(write.mock.calls[0]?.[0])).toContain('TypeError: Broken');
		vi.restoreAllMocks();
	});
});

function ask(address: string, options: RequestInit = {}): Promise<Response> {
	return fetch(`http://127.0.0.1:${port}${address}`, options);
}

/** Sends a request line that no client would, and gives what comes back. */
async function askInWords(line: string): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	socket.end(`${line}\r\nHost: atlas.example\r\nConnection: close\r\n\r\n`);
	const pieces: Buffer[] = [];
	socket.on('data', (piece: Buffer) => pieces.push(piece));
	await once(socket, 'close');
	return Buffer.concat(pieces).toString();
}
