import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { handlersOf, problemOf } from './api/ask';

const LONG = 'A sentence of a page that is long enough to be compressed. '.repeat(40);
const page = (text = LONG, status = 200) =>
	new Response(text, { status, headers: { 'content-type': 'text/html', etag: '"kit"' } });

describe('headers', () => {
	test('a page says who may frame it, sniff it and learn where its reader came from', async () => {
		const { headers } = await handlersOf().page('/', page());
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
		expect(headers.get('permissions-policy')).toContain('geolocation=()');
		expect(headers.get('access-control-allow-origin')).toBeNull();
	});

	test('a page of the API may be fetched from anywhere, and says since when it has been so', async () => {
		const options = { headers: { accept: 'text/html' } };
		const { headers } = await handlersOf().page('/api/collections', page(), options);
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.get('last-modified')).toMatch(/^\w{3}, \d\d \w{3} \d{4} .* GMT$/);
		expect(headers.get('content-security-policy')).toContain('frame-ancestors');
		const missing = await handlersOf().page('/api/collections', page(LONG, 404), options);
		expect(missing.headers.get('last-modified')).toBeNull();
	});

	test.each([
		['/', "frame-ancestors 'none'"],
		['/embedded', "frame-ancestors 'none'"],
		['/embed?layers=coast', 'frame-ancestors https://news.example']
	])('%s says %s', async (address, policy) => {
		const { headers } = await handlersOf().page(address, page());
		expect(headers.get('content-security-policy')).toBe(policy);
	});

	test.each([
		['a file', '/export/all.csv', 200],
		['a problem', '/export/all.csv?x=1', 400]
	])('%s for programs runs nothing and may be fetched from anywhere', async (_, address, status) => {
		const response = await handlersOf().export(address.replace('/export/', ''));
		expect(response.status).toBe(status);
		expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
	});
});

describe('compression', () => {
	test.each([
		['br, gzip', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
		['gzip', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
		['br;q=0, *', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
		['identity', null, (bytes: Buffer) => bytes]
	])('who accepts %s gets %s', async (accepted, coding, decode) => {
		const response = await handlersOf().page('/', page(), { headers: { 'accept-encoding': accepted } });
		expect(response.headers.get('content-encoding')).toBe(coding);
		expect(response.headers.get('vary')).toBe('Accept-Encoding');
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(response.headers.get('content-length')).toBe(String(bytes.length));
		expect(decode(bytes).toString()).toBe(LONG);
	});

	test('what is short is sent as it is', async () => {
		const response = await handlersOf().page('/', page('Short.'), { headers: { 'accept-encoding': 'br' } });
		expect(response.headers.get('content-encoding')).toBeNull();
	});

	test('the tag is weak, so that it stands for every coding', async () => {
		const atlas = handlersOf();
		const plain = await atlas.page('/', page());
		const packed = await atlas.page('/', page(), { headers: { 'accept-encoding': 'br' } });
		expect([plain.headers.get('etag'), packed.headers.get('etag')]).toEqual(['W/"kit"', 'W/"kit"']);
	});
});

describe('errors', () => {
	test.each([
		['/export/nothing/here', null],
		['/layers/x', 'text/html'],
		['/api/nothing', null],
		['/atlas/', null],
		['/features/nowhere', 'application/json']
	])('%s asked with Accept %s is answered with a problem document', async (address, accept) => {
		const response = await handlersOf().page(address, page('<h1>404</h1>', 404), { headers: accept ? { accept } : {} });
		expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
		expect(await problemOf(response)).toMatchObject({ type: '/problems/not-found', status: 404 });
	});

	test('a person gets the page', async () => {
		const accept = 'text/html,application/xhtml+xml,application/json;q=0.9';
		const response = await handlersOf().page('/features/nowhere', page('<h1>404</h1>', 404), { headers: { accept } });
		expect([response.status, await response.text()]).toEqual([404, '<h1>404</h1>']);
		expect(response.headers.get('cache-control')).toBe('no-store');
	});

	test('an unexpected error says nothing of its cause to a program', async () => {
		const response = await handlersOf().page('/export/all.csv', page('TypeError: secret', 500));
		expect(response.status).toBe(500);
		expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
	});

	test('a path into Kit itself is a 404', async () => {
		expect((await handlersOf().page('/_app/remote/__proto__/toString', page())).status).toBe(404);
	});
});

describe('what is kept', () => {
	test.each(['/', '/?topics=talks&layers=coast', '/features/north'])('%s', async (address) => {
		const atlas = handlersOf();
		await (await atlas.page(address, page())).text();
		const canonical = address.replace('topics=talks&layers=coast', 'layers=coast&topics=talks');
		expect(atlas.cache.get(canonical)).toBeDefined();
	});

	test.each<[string, string, Response, RequestInit]>([
		['an address with a parameter that is not known', '/?utm=1', page(), {}],
		['an address with a value that is not known', '/?topics=nothing', page(), {}],
		['an error', '/nowhere', page('<h1>404</h1>', 404), {}],
		['an answer to HEAD', '/', page(), { method: 'HEAD' }],
		['what says not to', '/', new Response(LONG, { headers: { 'cache-control': 'no-store' } }), {}],
		['what sets a cookie', '/', new Response(LONG, { headers: { 'set-cookie': 'a=b' } }), {}]
	])('is not %s', async (_, address, response, { method }) => {
		const atlas = handlersOf();
		await (await atlas.page(address, response, method ? { method } : {})).text();
		expect(atlas.cache.get(address)).toBeUndefined();
	});

	test('HEAD has the headers of GET and no body', async () => {
		const atlas = handlersOf();
		const [get, head] = [await atlas.page('/', page()), await atlas.page('/', page(), { method: 'HEAD' })];
		expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
		expect(await head.text()).toBe('');
	});
});
