import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveAtlas } from './atlas';
import { eventually } from './dashboard/atlas-page';

const atlas = serveAtlas();
const closed = serveAtlas({ FRAME_ANCESTORS: 'https://news.example' });

/** A page of someone else's that frames an address; a link stands before the frame and one behind it. */
let host: Server;
const hostPage = (framed: string) =>
	`http://127.0.0.1:${(host.address() as AddressInfo).port}/?${encodeURIComponent(framed)}`;

beforeAll(async () => {
	host = createServer((request, response) => {
		const framed = decodeURIComponent(request.url?.split('?')[1] ?? '');
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		response.end(
			`<!doctype html><title>News</title><a href="#a">Before</a><iframe src="${framed.replaceAll('&', '&amp;')}" width="800" height="520" title="Map"></iframe><a href="#b">Behind</a>`
		);
	});
	await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});
afterAll(() => host.close());

/** Opens the other page, with the map of `query` in its frame. */
async function framed(query = '') {
	const visit = await atlas.open('/healthz');
	visit.requests.length = 0;
	visit.errors.length = 0;
	await visit.page.goto(hostPage(`${atlas.url()}/embed${query}`));
	return { ...visit, frame: visit.page.frameLocator('iframe') };
}

const MAP = '[role=region][aria-label=Map][data-idle="true"]';

describe('a map in the page of someone else', () => {
	test('shows what its query asks for, and asks no other server for anything', async () => {
		const { frame, requests, errors, violations } = await framed('?topics=bases&layers=tartus');
		await frame.locator(MAP).waitFor();
		await frame.getByText(/^\d+ features?, \d+ claims/).waitFor();
		await frame.getByText('How to read the map').waitFor();
		await frame
			.getByRole('region', { name: 'Map' })
			.getByText('© OpenStreetMap contributors')
			.first()
			.waitFor({ state: 'attached' });
		const elsewhere = requests.filter((address) => !address.startsWith(atlas.url()) && !address.startsWith('blob:'));
		expect(elsewhere.map((address) => new URL(address).pathname)).toEqual(['/']);
		expect([...errors, ...violations]).toEqual([]);
	});

	test('says what the sources say about the feature that is opened, and leads to the whole in a new tab', async () => {
		const { frame, page } = await framed();
		await frame.locator(MAP).waitFor();
		await frame.locator('summary', { hasText: 'claims' }).click();
		await frame.getByRole('link', { name: /^Khmeimim air base/ }).click();
		const card = frame.getByRole('region', { name: 'What the sources say' });
		expect(await card.locator('.note').count()).toBeGreaterThan(20);
		const [tab] = await Promise.all([
			page.context().waitForEvent('page'),
			frame.getByRole('link', { name: 'open the full map' }).click()
		]);
		expect(new URL(tab.url()).searchParams.get('feature')).toBe('hmeimim-air-base');
		await card.press('Escape');
		await eventually(() => card.count()).toBe(0);
	});

	test('lets the keyboard in, and out again behind it', async () => {
		const { frame, page } = await framed('?layers=homs');
		await frame.locator(MAP).waitFor();
		await page.getByRole('link', { name: 'Before' }).focus();
		const visited: string[] = [];
		const where = () =>
			page.evaluate(() => (document.activeElement === null ? '' : document.activeElement.textContent || 'frame'));
		for (let step = 0; step < 30 && visited.at(-1) !== 'Behind'; step++) {
			await page.keyboard.press('Tab');
			visited.push(await where());
		}
		expect(visited[0]).toBe('frame');
		expect(visited.at(-1)).toBe('Behind');
		await page.keyboard.press('Shift+Tab');
		expect(await where()).toBe('frame');
	});

	test('lets the keyboard past in three keys, however many notes are open, in either direction', async () => {
		const { frame, page } = await framed('?feature=hmeimim-air-base');
		await frame.locator(MAP).waitFor();
		expect(await frame.locator('.card :is(a, button, summary)').count()).toBeGreaterThan(60);
		expect(await frame.locator(':root').evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0);
		await page.getByRole('link', { name: 'Before' }).focus();
		const press = async (...keys: string[]) => {
			for (const key of keys) await page.keyboard.press(key);
			return page.evaluate(() => document.activeElement?.textContent);
		};
		const length = await page.evaluate(() => history.length);
		expect(await press('Tab', 'Enter', 'Tab')).toBe('Behind');
		expect(await press('Shift+Tab', 'Enter', 'Shift+Tab')).toBe('Before');
		await frame.getByRole('button', { name: 'Close' }).focus();
		expect(await press('Tab', 'Enter', 'Tab')).toBe('Behind');
		expect(await page.evaluate(() => history.length)).toBe(length);
	});

	test('looks where the link looks', async () => {
		const { frame } = await framed('#map=9/34.9/35.9');
		const map = frame.locator(MAP);
		await map.waitFor();
		expect(await map.getAttribute('data-zoom')).toBe('9.00');
	});

	test('without script is a list that leads to the pages', async () => {
		const { page } = await atlas.open('/embed?layers=palmyra', { javaScriptEnabled: false });
		await page
			.getByRole('link', { name: /Palmyra/ })
			.first()
			.waitFor();
	});
});

describe('who may frame', () => {
	test('a setting names them', async () => {
		const response = await fetch(`${closed.url()}/embed`);
		expect(response.headers.get('content-security-policy')).toContain('frame-ancestors https://news.example');
	});

	test('no page but the map is framed by anyone', async () => {
		const { page } = await atlas.open('/healthz');
		await page.goto(hostPage(`${atlas.url()}/about`));
		await eventually(() => page.frames().some((frame) => frame.url().startsWith('chrome-error:'))).toBe(true);
	});
});

test.each(['/', '/embed'])('%s says by a whole URL how it is framed, and the answer frames it', async (path) => {
	const { page } = await atlas.open(`${path}?layers=homs`);
	const href = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
	const { html } = (await (await fetch(href ?? '')).json()) as { html: string };
	expect(html).toContain(`${atlas.url()}/embed?layers=homs`);
});
