import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Answer } from '$lib/server/http/answer';
import { KeptAnswers } from '$lib/server/http/kept-answers';
import { answerAtOnce } from '$lib/server/front';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { datasetWith } from '../fixtures/dataset';

const TEXT = 'A page that was rendered before. '.repeat(50);
const store = new EmbeddedStore(datasetWith());
let kept: KeptAnswers;
let passedOn: string[];
let server: Server;
let port: number;

// A server with the front and, behind it, a handler that only notes what reaches it.
beforeAll(async () => {
	server = createServer((request, response) => {
		if (answerAtOnce({ store, kept }, request, response)) return;
		passedOn.push(request.url ?? '');
		response.end('rendered');
	}).listen(0, '127.0.0.1');
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
	kept = new KeptAnswers();
	const headers = new Headers({ 'content-type': 'text/html', etag: 'W/"1"', vary: 'Accept-Encoding' });
	kept.keep('/?layers=coast&topics=talks', new Answer(200, headers, Buffer.from(TEXT)));
});

test('what was answered before is answered again, however its query is written', async () => {
	const answer = await ask('/?topics=talks&q=&layers=coast');
	expect([answer.status, await answer.text()]).toEqual([200, TEXT]);
	expect(passedOn).toEqual([]);
});

test('it is compressed for who takes that, and the same', async () => {
	const answer = await ask('/?topics=talks&layers=coast', { headers: { 'accept-encoding': 'br' } });
	expect(answer.headers.get('content-encoding')).toBe('br');
	expect(await answer.text()).toBe(TEXT);
});

test('it is not sent again to who has it', async () => {
	const answer = await ask('/?topics=talks&layers=coast', { headers: { 'if-none-match': '"0", "1"' } });
	expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, 'W/"1"', '']);
});

test('HEAD is answered with its headers', async () => {
	const answer = await ask('/?topics=talks&layers=coast', {
		method: 'HEAD',
		headers: { 'accept-encoding': 'identity' }
	});
	expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(TEXT)));
});

test.each(['/', '/?topics=talks', '/?layers=coast&topics=talks&x=1', '/?layers=coast&topics=talks,nothing'])(
	'%s is passed on, with the headers of files set',
	async (address) => {
		const answer = await ask(address);
		expect(await answer.text()).toBe('rendered');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(passedOn).toEqual([address]);
	}
);

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
	'%s is refused with a problem that says what is allowed',
	async (method) => {
		const answer = await ask('/', { method });
		expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
		expect(await answer.json()).toMatchObject({ type: '/problems/method-not-allowed', status: 405 });
		expect(passedOn).toEqual([]);
	}
);

test('OPTIONS says what is allowed, to a browser from elsewhere too', async () => {
	const answer = await ask('/export/all.geojson', { method: 'OPTIONS' });
	expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
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
