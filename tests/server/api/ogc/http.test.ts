import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { datasetWith } from '../../../fixtures/dataset';
import { handlersOf } from '../ask';

const atlas = handlersOf();
const ADDRESSES = [
	'',
	'/openapi.json',
	'/collections/coast/queryables',
	'/collections/features/items?limit=2',
	'/collections/claims/items/c-1.harbour'
];

describe.each(ADDRESSES)('%s', (address) => {
	test('is not sent again to who has it', async () => {
		const first = await atlas.api(address);
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^W\/"/);
		for (const headers of [
			{ 'if-none-match': etag },
			{ 'if-modified-since': first.headers.get('last-modified') ?? '' }
		]) {
			const response = await atlas.api(address, { headers });
			expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', etag]);
			expect(response.headers.get('access-control-allow-origin')).toBe('*');
			expect(response.headers.get('content-type')).toBeNull();
		}
	});

	test('is sent again where the other side has something else, or has it from before', async () => {
		const headers = [
			{ 'if-none-match': '"other"' },
			{ 'if-none-match': '"other"', 'if-modified-since': 'Sun, 22 Nov 2026 09:00:00 GMT' },
			{ 'if-modified-since': 'Sun, 22 Nov 2026 08:59:59 GMT' },
			{ 'if-modified-since': 'yesterday' }
		];
		for (const one of headers)
			expect((await atlas.api(address, { headers: one })).status, JSON.stringify(one)).toBe(200);
	});

	test('says when the dataset was opened, and that it is to be asked for again', async () => {
		const { headers } = await atlas.api(address);
		expect(headers.get('last-modified')).toBe('Sun, 22 Nov 2026 09:00:00 GMT');
		expect(headers.get('cache-control')).toBe('public, no-cache');
	});

	test('may be read by anyone’s page, its links and its tag too', async () => {
		const { headers } = await atlas.api(address);
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.get('access-control-expose-headers')).toBe('Content-Disposition, ETag, Link');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
	});

	test('answers HEAD with the headers of GET and no body', async () => {
		const [get, head] = [await atlas.api(address), await atlas.api(address, { method: 'HEAD' })];
		expect([head.status, await head.text()]).toEqual([200, '']);
		for (const name of ['content-type', 'etag', 'link', 'vary'])
			expect(head.headers.get(name)).toBe(get.headers.get(name));
	});

	test('is the same compressed', async () => {
		const plain = JSON.parse(await (await atlas.api(address)).text()) as { timeStamp?: string };
		for (const [coding, unpack] of [
			['gzip', gunzipSync],
			['br', brotliDecompressSync]
		] as const) {
			const response = await atlas.api(address, { headers: { 'accept-encoding': coding } });
			expect(response.headers.get('content-encoding')).toBe(coding);
			const unpacked = JSON.parse(unpack(await bytesOf(response)).toString()) as typeof plain;
			expect({ ...unpacked, timeStamp: 0 }).toEqual({ ...plain, timeStamp: 0 });
		}
	});

	test('has another tag for other data', async () => {
		const other = handlersOf(datasetWith({ fingerprint: '0'.repeat(64), layers: [], features: [], claims: [] }));
		if (address.includes('/items/')) return;
		const here = (await atlas.api(address)).headers.get('etag');
		const there = (await other.api(address.replace('coast', 'features'))).headers.get('etag');
		if (address !== '') expect(there).not.toBe(here);
	});
});

test('links that there is no room for in the header stand in the body alone', async () => {
	const filter = encodeURIComponent(`name <> '${'x'.repeat(1500)}'`);
	const response = await atlas.api(`/collections/features/items?limit=1&filter=${filter}`);
	const link = response.headers.get('link') ?? '';
	expect(link).toContain('rel="next"');
	expect(link.length).toBeLessThan(6100);
});

test('OPTIONS says what is allowed', async () => {
	const response = await atlas.api('/collections', { method: 'OPTIONS' });
	expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
	expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
});

async function bytesOf(response: Response): Promise<Buffer> {
	return Buffer.from(await response.arrayBuffer());
}
