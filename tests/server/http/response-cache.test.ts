import { expect, test } from 'vitest';
import { ResponseCache } from '$lib/server/http/response-cache';

const MEBIBYTE = 2 ** 20;
const ofBytes = (bytes: number, headers = {}) => ({ status: 200, headers, body: new Uint8Array(bytes) });

test('a response is gone when its time is over, and stands where it has none', async () => {
	const cache = new ResponseCache();
	const ages = { 'cache-control': 'public, max-age=1' };
	cache.set('by max-age', ofBytes(10, ages));
	cache.set('by its handler', { ...ofBytes(10), cacheFor: 1 });
	cache.set('without', ofBytes(10));
	cache.set('its handler lets it stand', { ...ofBytes(10, ages), cacheFor: Infinity });
	const names = ['by max-age', 'by its handler', 'without', 'its handler lets it stand'];
	const standing = () => names.filter((name) => cache.get(name));
	expect(standing()).toEqual(names);
	await new Promise((resolve) => setTimeout(resolve, 1100));
	expect(standing()).toEqual(['without', 'its handler lets it stand']);
});

test('a response that may not be given again is not cached', () => {
	const cache = new ResponseCache();
	cache.set('/', { ...ofBytes(10), cacheFor: 0 });
	expect(cache.get('/')).toBeUndefined();
});

test('when bytes run out, what was used longest ago makes room, and to be given is to be used', () => {
	const cache = new ResponseCache();
	for (const name of ['a', 'b', 'c']) cache.set(name, ofBytes(30 * MEBIBYTE));
	cache.get('a');
	cache.set('d', ofBytes(30 * MEBIBYTE));
	expect(['a', 'b', 'c', 'd'].filter((name) => cache.get(name))).toEqual(['a', 'c', 'd']);
});

test('no number of small responses grows without bound', () => {
	const cache = new ResponseCache();
	for (let n = 0; n < 5000; n++) cache.set(`/?q=${n}`, ofBytes(1));
	expect(cache.get('/?q=0')).toBeUndefined();
	expect(cache.get('/?q=4999')).toBeDefined();
});
