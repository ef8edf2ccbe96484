import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe';
import { serveAtlas } from './atlas';
import { DESKTOP, foreignRequests, PHONE } from './browser';

const PAGES = [
	'/features',
	'/features/tartus-naval-facility',
	'/features/phosphate-mines',
	'/sources',
	'/sources/kremlin-bases-2024-12-09',
	'/questions',
	'/questions/russia-keeps-bases',
	'/export',
	'/about'
];
const WITHOUT_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };

describe('a page that is read', () => {
	const atlas = serveAtlas();

	describe.each(PAGES)('%s', (path) => {
		test('reads without script, and says what it is and where it stands', async () => {
			const { page } = await atlas.open(path, WITHOUT_SCRIPT);
			expect(await page.locator('h1').count()).toBe(1);
			expect((await page.locator('main').innerText()).length).toBeGreaterThan(300);
			expect(await page.locator('script').count()).toBe(0);
			expect(await page.title()).toContain((await page.locator('h1').innerText()).replace(/^About .*/, 'About'));
			expect((await attribute(page, 'meta[name=description]', 'content')).length).toBeGreaterThan(40);
			expect(await attribute(page, 'link[rel=canonical]', 'href')).toBe(atlas.url() + path);
		});

		test('asks nobody else for anything, and breaks nothing', async () => {
			const visit = await atlas.open(path);
			await visit.page.waitForLoadState('networkidle');
			expect(foreignRequests(visit, atlas.url())).toEqual([]);
			expect([...visit.errors, ...visit.violations]).toEqual([]);
		});

		test.each([
			['wide', DESKTOP],
			['narrow', PHONE]
		])('is for everyone, light and dark, and no wider than a screen that is %s', async (_, viewport) => {
			const { page } = await atlas.open(path, { viewport });
			expect(await axeFindings(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		});
	});

	test('lets the keyboard skip to the text', async () => {
		const { page } = await atlas.open('/features');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
	});

	test('leads from a feature’s note to the claim on its source’s page, and marks it there', async () => {
		const { page } = await atlas.open('/features/tartus-naval-facility', WITHOUT_SCRIPT);
		const text = await page.locator('.note .text').first().innerText();
		await page.locator('.note .number').first().click();
		expect(new URL(page.url()).pathname).toMatch(/^\/sources\//);
		expect(await page.locator('.note:target .text').innerText()).toBe(text);
		expect(await isInView(page, '.note:target')).toBe(true);
	});

	test('leads from the dashboard’s evidence to the claim as well', async () => {
		const { page } = await atlas.open('/?feature=tartus-naval-facility');
		const text = await page.locator('.note .text').first().innerText();
		await page.locator('.note .number').first().click();
		await page.waitForURL('**/sources/*#*');
		expect(await page.locator('.note:target .text').innerText()).toBe(text);
		expect(await isInView(page, '.note:target')).toBe(true);
	});

	test('answers 404 and says so for what the atlas does not have', async () => {
		for (const [path, what] of [
			['/features/nowhere', 'feature'],
			['/sources/nothing', 'source'],
			['/questions/none', 'question']
		] as const) {
			const { page } = await atlas.open('/about', WITHOUT_SCRIPT);
			const response = await page.goto(atlas.url() + path);
			expect(response?.status()).toBe(404);
			expect(await page.locator('main').innerText()).toContain(`The atlas has no ${what}`);
		}
	});

	test('stands in the sitemap, and so does every other, and each answers', async () => {
		const robots = await (await fetch(`${atlas.url()}/robots.txt`)).text();
		const xml = await (await fetch(/^Sitemap: (.+)$/m.exec(robots)?.[1] ?? '')).text();
		const addresses = [...xml.matchAll(/<loc>(.+?)<\/loc>/g)].map(([, address = '']) => address);
		expect(addresses).toEqual(expect.arrayContaining(PAGES.map((path) => atlas.url() + path)));
		const statuses = await Promise.all(addresses.map(async (address) => (await fetch(address)).status));
		expect(new Set(statuses)).toEqual(new Set([200]));
	});
});

describe('the table of features, without script', () => {
	const atlas = serveAtlas();
	const claims = (page: Page) => page.locator('td[data-label=Claims]').allInnerTexts();
	const named = (page: Page) => page.locator('tbody th[scope=row] a').allInnerTexts();

	test('is sorted by a link in its head', async () => {
		const { page } = await atlas.open('/features', WITHOUT_SCRIPT);
		await page.getByRole('link', { name: 'Claims', exact: true }).click();
		const numbers = (await claims(page)).map(Number);
		expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
		expect(await page.locator('th[aria-sort=descending]').innerText()).toContain('Claims');
	});

	test('is filtered by a form, and the map shows the same', async () => {
		const { page } = await atlas.open('/features', WITHOUT_SCRIPT);
		const all = await named(page);
		await page.getByLabel('Topic').selectOption({ label: 'Naval matters' });
		await page.getByRole('button', { name: 'Show' }).click();
		const some = await named(page);
		expect(some.length).toBeGreaterThan(0);
		expect(some.length).toBeLessThan(all.length);
		await page.getByRole('link', { name: 'On the map' }).click();
		expect(new URL(page.url()).search).toBe('?topics=naval');
		expect(await page.locator('[data-feature]').count()).toBe(some.length);
	});

	test('keeps the clauses that its form has no field for', async () => {
		const { page } = await atlas.open(
			'/features?agents=dmitry-peskov&from=2024-12-01&layers=tartus,khmeimim',
			WITHOUT_SCRIPT
		);
		await page.getByRole('button', { name: 'Show' }).click();
		const { searchParams } = new URL(page.url());
		expect(searchParams.get('agents')).toBe('dmitry-peskov');
		expect(searchParams.get('from')).toBe('2024-12-01');
		expect(searchParams.get('layers')).toBe('tartus,khmeimim');
	});

	test('falls back and says so for what it cannot read', async () => {
		const { page } = await atlas.open('/features?sort=colour&topics=nonsense', WITHOUT_SCRIPT);
		const notice = await page.getByRole('status').innerText();
		expect(notice).toContain('“colour”');
		expect(notice).toContain('“nonsense”');
		expect((await named(page)).length).toBeGreaterThan(0);
	});

	test('says so where nothing matches', async () => {
		const { page } = await atlas.open('/features?q=qqqq', WITHOUT_SCRIPT);
		expect(await page.locator('main').innerText()).toContain('Nothing in the atlas matches');
		await page.getByRole('link', { name: 'Clear the filter' }).click();
		expect((await named(page)).length).toBeGreaterThan(0);
	});
});

describe('the page of a question', () => {
	const atlas = serveAtlas();

	test('gives each answer with who says it, and leads to the claim', async () => {
		const { page } = await atlas.open('/questions/russia-keeps-bases', WITHOUT_SCRIPT);
		const row = page.locator('tr', { hasText: 'Dmitry Peskov' }).first();
		await row.getByRole('link').click();
		expect(await page.locator('.note:target').innerText()).toContain('Dmitry Peskov');
	});

	test('has every claim once, however many answers it gives', async () => {
		const { page } = await atlas.open('/questions/russia-keeps-bases', WITHOUT_SCRIPT);
		const ids = await page.locator('.note').evaluateAll((notes) => notes.map(({ id }) => id));
		expect(ids.length).toBeGreaterThan(0);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('a name that is markup', () => {
	const NAME = '<img src=x onerror="document.title=\'run\'">';
	const folder = mkdtempSync(join(tmpdir(), 'atlas-hostile-'));
	cpSync('geodata', folder, { recursive: true });
	rename(join(folder, 'layers', 'tartus.geojson'), 'tartus-naval-facility', NAME);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const atlas = serveAtlas({ GEODATA_DIR: folder });

	test.each([
		'/features',
		'/features/tartus-naval-facility',
		'/sources/kremlin-bases-2024-12-09',
		'/questions/russia-keeps-bases'
	])('is shown as its letters on %s', async (path) => {
		const visit = await atlas.open(path);
		await visit.page.waitForLoadState('networkidle');
		expect(await visit.page.locator('main').innerText()).toContain(NAME);
		expect(await visit.page.locator('img').count()).toBe(0);
		expect(await visit.page.title()).not.toBe('run');
		expect([...visit.errors, ...visit.violations]).toEqual([]);
	});
});

function rename(file: string, id: string, name: string): void {
	const layer = JSON.parse(readFileSync(file, 'utf8')) as { features: { id: string; properties: { name: string } }[] };
	for (const feature of layer.features) if (feature.id === id) feature.properties.name = name;
	writeFileSync(file, JSON.stringify(layer));
}

async function attribute(page: Page, selector: string, name: string): Promise<string> {
	return (await page.locator(selector).getAttribute(name)) ?? '';
}

function isInView(page: Page, selector: string): Promise<boolean> {
	return page.locator(selector).evaluate((element) => {
		const { top } = element.getBoundingClientRect();
		return top >= 0 && top < innerHeight;
	});
}
