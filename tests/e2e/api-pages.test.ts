import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './axe';
import { serveAtlas } from './atlas';
import { DESKTOP, foreignRequests, PHONE } from './browser';

// The requirements class "HTML" of OGC API - Features (OGC 17-069r4), and that its pages are pages like all others.

const PAGES = [
	'/api',
	'/api/conformance',
	'/api/docs',
	'/api/collections',
	'/api/collections/tartus',
	'/api/collections/claims/queryables',
	'/api/collections/features/items',
	'/api/collections/claims/items',
	'/api/collections/features/items/tartus-naval-facility',
	'/api/collections/claims/items/c-hts-01a.damascus-central-authority',
	'/api/tiles',
	'/api/tiles/WebMercatorQuad',
	'/api/tileMatrixSets',
	'/api/tileMatrixSets/WebMercatorQuad'
];
const WITHOUT_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };

const atlas = serveAtlas();

interface Linked {
	links?: { href: string }[];
}

describe.each(PAGES)('%s', (path) => {
	test('/req/html/content: is an HTML 5 document, and each link of the data leads on from it', async () => {
		const text = await (await fetch(atlas.url() + path, { headers: { accept: 'text/html' } })).text();
		expect(text).toMatch(/^<!doctype html>/i);
		// It reads without script, and says what it is and where it stands.
		expect(text.match(/<h1\b/g)).toHaveLength(1);
		expect(text).not.toMatch(/<script\b/);
		expect(text).toContain(`<link rel="canonical" href="${atlas.url()}${path}"`);
		expect(/<main[^]*<\/main>/.exec(text)?.[0].replace(/<[^>]*>/g, '').length).toBeGreaterThan(300);
		const hrefs = new Set([...text.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) => local(href)));
		const response = await fetch(atlas.url() + path, {
			headers: { accept: 'application/json, application/schema+json' }
		});
		const { links = [] } = response.ok ? ((await response.json()) as Linked) : {};
		// A page leads to itself as data, not as the page that it is, and on to pages; an address with parts in braces is text.
		const others = links.map(({ href }) => local(href)).filter((href) => !/[?&]f=html|\{/.test(href) && href !== path);
		expect(others.filter((href) => !hrefs.has(href))).toEqual([]);
	});

	test.each([
		['wide', DESKTOP],
		['narrow', PHONE]
	])('is for everyone, light and dark, and no wider than a screen that is %s', async (_, viewport) => {
		const visit = await atlas.open(path, { viewport });
		const { page } = visit;
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		expect([...foreignRequests(visit, atlas.url()), ...visit.errors, ...visit.violations]).toEqual([]);
	});
});

describe('the items, without script', () => {
	const rows = (page: Page) => page.locator('tbody th[scope=row] a').allInnerTexts();

	test('are asked for by a form', async () => {
		const { page } = await atlas.open('/api/collections/features/items', WITHOUT_SCRIPT);
		const all = await rows(page);
		await page.getByLabel('Filter in CQL2').fill("kind = 'air-base'");
		await page.getByRole('button', { name: 'Show' }).click();
		expect(await rows(page)).toEqual(['Khmeimim air base']);
		expect(await page.getByLabel('Filter in CQL2').inputValue()).toBe("kind = 'air-base'");
		// A browser sends fields that are left empty too; the address has what was asked for.
		expect(new URL(page.url()).search).toBe('?filter=kind+%3D+%27air-base%27');
		await page.getByRole('link', { name: 'Clear' }).click();
		expect(await rows(page)).toEqual(all);
	});

	test('are on a map beside the table, and lead each to a page of its own', async () => {
		const { page } = await atlas.open('/api/collections/tartus/items', WITHOUT_SCRIPT);
		expect(await page.getByRole('img').first().getAttribute('aria-label')).toContain('Port of Tartus');
		await page.getByRole('link', { name: 'Port of Tartus', exact: true }).click();
		expect(await page.locator('h1').innerText()).toBe('Port of Tartus');
		await page.getByRole('link', { name: 'What the sources say about it' }).first().click();
		expect(new URL(page.url()).pathname).toBe('/features/tartus-port');
	});

	test('go on from page to page', async () => {
		const { page } = await atlas.open('/api/collections/claims/items?limit=40', WITHOUT_SCRIPT);
		const first = await rows(page);
		await page.getByRole('link', { name: 'Next page' }).click();
		expect((await rows(page)).length).toBe(first.length);
		await page.getByRole('link', { name: 'Previous page' }).click();
		expect(await rows(page)).toEqual(first);
	});

	test('that cannot be asked for are refused with a sentence', async () => {
		const { page } = await atlas.open('/api', WITHOUT_SCRIPT);
		const response = await page.goto(`${atlas.url()}/api/collections/features/items?bbox=here`);
		expect(response?.status()).toBe(400);
		expect(await page.locator('main').innerText()).toContain('bbox must be four numbers');
	});

	test.each([
		['/api/collections/features/items?bbox=', 400, 'bbox has no value'],
		['/api/collections/features/items?q=&limit=', 400, 'limit has no value'],
		['/api/collections/features/items?limit=1e9', 400, 'limit must be a whole number'],
		['/api/collections/features/items?limit=500&limit=2', 400, 'limit is there 2 times'],
		['/api/collections/features/items?f=html&f=json', 400, 'f is there 2 times'],
		['/api?f=', 400, 'f has no value'],
		['/api/collections/features/items/nowhere', 404, 'has no item “nowhere”'],
		['/api/collections/nowhere', 404, 'There is no collection “nowhere”'],
		['/api/nowhere', 404, 'its landing page at /api leads to all that it has']
	])('at %s are refused with %i, as a program is', async (path, status, sentence) => {
		const response = await fetch(atlas.url() + path, { headers: { accept: 'text/html' } });
		expect([response.status, response.headers.get('content-type')]).toEqual([
			status,
			expect.stringContaining('text/html')
		]);
		expect(await response.text()).toContain(sentence);
	});

	test.each(['/api/', '/api/collections/?f=html'])('at %s stand without the slash', async (path) => {
		const response = await fetch(atlas.url() + path, { headers: { accept: 'text/html' } });
		expect([response.status, response.url]).toEqual([200, atlas.url() + path.replace(/\/(?=\?|$)/, '')]);
	});

	test('an open end of an interval is the same for people and for programs', async () => {
		const path = '/api/collections/claims/items?datetime=2024-12-08/';
		const { numberMatched } = (await (await fetch(atlas.url() + path)).json()) as { numberMatched: number };
		const { page } = await atlas.open(path);
		expect(await page.locator('.lead').innerText()).toContain(`${numberMatched} claims`);
	});
});

/** An address without this server's name, as pages write it. */
function local(href: string): string {
	return href
		.replaceAll('&amp;', '&')
		.replace(atlas.url(), '')
		.replace(/&f=html$/, '');
}
