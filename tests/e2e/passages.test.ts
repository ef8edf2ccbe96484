import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsInRow } from '$lib/ingest/copied-wording';
import type { Passage } from '$lib/domain/passage';
import { wordsOf } from '$lib/domain/text';
import { VALID, withBroken } from '../ingest/broken-folder';
import { filesUnder } from '../source/files';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { serveAtlas } from './atlas';
import { eventually } from './dashboard/atlas-page';
import { PHONE } from './browser';
import { type CrawledResponse, crawl } from './crawl';
import { type RunningServer, startServer } from './server';

const DOCUMENTS = join(VALID, 'documents');
const PASSAGE = 'an empty northern quay at Saltmouth 🚢';
const READING = '/sources/gazette-2025-03';

const background = (part: Locator) => part.evaluate((element) => getComputedStyle(element).backgroundColor);

describe('passages', () => {
	const atlas = serveAtlas({ GEODATA_DIR: VALID, SOURCES_DIR: DOCUMENTS });
	const note = (page: Page) => page.locator('#c-quay-empty');

	test('open under a note of the dashboard, with the words marked', async () => {
		const visit = await atlas.open('/?feature=northern-quay');
		await note(visit.page).getByRole('button', { name: 'Passage' }).click();
		expect(await note(visit.page).locator('mark').innerText()).toBe(PASSAGE);
		expect(await note(visit.page).locator('blockquote').innerText()).toMatch(/^Pictures taken .* would stay\.$/);
		expect([...visit.errors, ...visit.violations]).toEqual([]);
	});

	test('lead to the claims before and after, to the document, to the map and back', async () => {
		const { page } = await atlas.open('/?feature=northern-quay');
		await note(page).getByRole('button', { name: 'Passage' }).click();
		await note(page).getByRole('button', { name: 'Next claim' }).click();
		await note(page).getByText('Claim 2 of 3').waitFor();
		await note(page).getByRole('button', { name: 'Previous claim' }).click();
		await note(page).getByText('Claim 1 of 3').waitFor();
		await note(page).getByRole('link', { name: 'In the document' }).click();
		await page.waitForURL(`**${READING}#c-quay-empty`);
		await note(page).getByRole('link', { name: 'Northern quay' }).click();
		await page.waitForURL('**/?feature=northern-quay');
		await page.goBack();
		expect(new URL(page.url()).pathname).toBe(READING);
	});

	test('say so when they cannot be fetched', async () => {
		const { page } = await atlas.open('/?feature=northern-quay');
		await page.route('**/passages.json*', (route) => route.abort());
		await note(page).getByRole('button', { name: 'Passage' }).click();
		expect(await note(page).getByRole('alert').innerText()).toContain('could not be fetched');
	});

	test('light up with their claim and its place, without script', async () => {
		const { page } = await atlas.open(READING, { javaScriptEnabled: false });
		const mark = page.locator('mark[data-claims~="c-quay-empty"]').first();
		const place = page.locator('li[data-place="northern-quay"]');
		const before = await Promise.all([note(page), mark, place].map(background));
		await mark.hover();
		const isLit = async () => {
			const pointed = await Promise.all([note(page), mark, place].map(background));
			return pointed.every((colour, index) => colour !== before[index]);
		};
		await eventually(isLit).toBe(true);
	});

	test('and claims lead to each other by links, which keep them lit', async () => {
		const { page } = await atlas.open(READING, { javaScriptEnabled: false });
		const mark = page.locator('mark[data-claims~="c-quay-empty"]').first();
		const before = await background(mark);
		await page.locator('sup a[href="#c-quay-empty"]').click();
		await page.mouse.move(0, 0);
		expect(new URL(page.url()).hash).toBe('#c-quay-empty');
		expect(await background(mark)).not.toBe(before);
		await note(page).getByRole('link', { name: 'Its passage' }).click();
		expect(new URL(page.url()).hash).toBe('#passage-c-quay-empty');
		expect(await background(note(page))).not.toBe('rgba(0, 0, 0, 0)');
	});

	test('are chosen as a whole, and bring their claim into view; what is pointed at then comes before it', async () => {
		const { page } = await atlas.open(READING, { viewport: PHONE, javaScriptEnabled: false });
		const dark = await background(note(page));
		await page.locator('mark[data-claims~="c-quay-empty"]').first().click();
		expect(new URL(page.url()).hash).toBe('#c-quay-empty');
		const claim = (await note(page).boundingBox())!;
		expect(claim.y).toBeGreaterThan(0);
		expect(claim.y).toBeLessThan(PHONE.height / 2);
		const map = (await page.locator('.locator').first().boundingBox())!;
		expect(map.y + map.height).toBeGreaterThan(0);
		await page.mouse.move(0, 0);
		expect(await background(note(page))).not.toBe(dark);
		await page.locator('.note:not([data-claims~="c-quay-empty"])').last().hover();
		await eventually(() => background(note(page))).toBe(dark);
		await note(page).locator('.text a').click();
		expect(new URL(page.url()).hash).toBe('#passage-c-quay-empty');
	});

	test('stand above their claims on a phone, and beside them on a wide screen', async () => {
		const { page } = await atlas.open(READING);
		const [text, claim] = [page.locator('mark').first(), note(page)];
		const [wideText, wideClaim] = [await text.boundingBox(), await claim.boundingBox()];
		expect(wideClaim!.x).toBeGreaterThan(wideText!.x + 100);
		await page.setViewportSize(PHONE);
		const [narrowText, narrowClaim] = [await text.boundingBox(), await claim.boundingBox()];
		expect(narrowClaim!.y).toBeGreaterThan(narrowText!.y);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});
});

describe('without documents', () => {
	const atlas = serveAtlas({ GEODATA_DIR: VALID });

	test('the same pages work, and say how to add the document', async () => {
		const { page } = await atlas.open(READING);
		expect(await page.locator('.note').count()).toBe(3);
		expect(await page.locator('mark').count()).toBe(0);
		expect(await page.locator('main').innerText()).toContain('SOURCES_DIR');
		await page.goto(`${atlas.url()}/?feature=northern-quay`);
		await page.locator('[data-feature], .note').first().waitFor();
		expect(await page.getByRole('button', { name: 'Passage' }).count()).toBe(0);
	});
});

test('a claim that no longer fits its document says so wherever it stands', async () => {
	const file = 'sources/gazette-2025-03.json';
	const patch = [{ file, op: 'replace' as const, path: '/claims/0/selector/start', value: 34 }];
	await withBroken({ patch }, async (folder) => {
		const server = await startServer({ GEODATA_DIR: folder, SOURCES_DIR: DOCUMENTS });
		const text = async (path: string) => (await fetch(server.url + path)).text();
		const claim = `${READING}/passages.json?claim=c-quay-empty`;
		expect((JSON.parse(await text(claim)) as Passage).unproved).toContain('is not the passage');
		for (const path of [READING, '/?feature=northern-quay', '/features/northern-quay']) {
			expect(await text(path)).toContain('Not proved by the document');
		}
		expect(await text('/cite?claim=c-quay-empty')).toMatch(/Its passage is not proved\.\s+What stands at the selector/);
		expect(await text('/export/all.geojson')).toContain('"proof":"unproved"');
		expect(await text('/about')).toContain(`${file} /claims/0/selector`);
		expect((await server.stop()).output).toContain(`${file} /claims/0/selector`);
	});
});

describe('no answer of the server', () => {
	const servers: Record<string, RunningServer> = {};
	const responses: Record<string, CrawledResponse[]> = {};
	const documents = filesUnder(DOCUMENTS, '.txt').map((path) => readFileSync(path, 'utf8'));

	beforeAll(async () => {
		const settings = { GEODATA_DIR: VALID, SOURCES_DIR: DOCUMENTS };
		servers['off'] = await startServer({ ...settings, SOURCE_TEXT: 'off' });
		servers['passages'] = await startServer(settings);
		servers['none'] = await startServer({ GEODATA_DIR: VALID });
		for (const [name, { url }] of Object.entries(servers)) responses[name] = await crawl(url, await seeds(url));
	}, 240_000);
	afterAll(async () => {
		await Promise.all(Object.values(servers).map((server) => server.stop()));
	});

	const isIn = (text: string) => documents.some((document) => wordsInRow([plain(text)], document, 6).length > 0);

	test('has words in a row of a document where SOURCE_TEXT is off', () => {
		expect(responses['off']!.filter(({ text }) => isIn(text)).map(({ address }) => address)).toEqual(
			responses['none']!.filter(({ text }) => isIn(text)).map(({ address }) => address)
		);
	});

	test('has a single word that it would not have without the documents', () => {
		const known = new Set(responses['none']!.flatMap(({ text }) => wordsOf(plain(text))));
		const secret = new Set(documents.flatMap(wordsOf).filter((word) => !known.has(word)));
		expect(secret.size).toBeGreaterThan(10);
		const told = responses['off']!.filter(({ text }) => wordsOf(plain(text)).some((word) => secret.has(word)));
		expect(told.map(({ address }) => address)).toEqual([]);
	});

	test('was left out: pages, data, files, feeds and errors are among them', () => {
		const asked = responses['off']!.map(({ address }) => address);
		for (const part of [
			'/sources/',
			'/features/',
			'/export/',
			'/layers/',
			'/atlas/',
			'__data.json',
			'passages.json?claim='
		]) {
			expect(asked.filter((address) => address.includes(part)).length).toBeGreaterThan(0);
		}
		expect(responses['off']!.some(({ status }) => status === 404)).toBe(true);
	});

	test('passes unseen: where passages are shown, they are found', () => {
		const showing = responses['passages']!.filter(({ text }) => isIn(text)).map(({ address }) => address);
		expect(showing).toContain(READING);
		expect(showing.some((address) => address.includes('passages.json?claim='))).toBe(true);
	});
});

/** Addresses that no link leads to. */
async function seeds(url: string): Promise<string[]> {
	const fingerprint = /ready (\w+)/.exec(await (await fetch(`${url}/readyz`)).text())?.[1] ?? '';
	const { claims } = (await (await fetch(`${url}/atlas/${fingerprint}.json`)).json()) as {
		claims: { id: string; source: string }[];
	};
	const passages = claims.flatMap(({ id, source }) => [
		`/sources/${source}/passages.json?claim=${id}`,
		`/sources/${source}/passages.json`,
		`/?q=${id}`
	]);
	const others = [
		'/healthz',
		'/sitemap.xml',
		'/robots.txt',
		'/nowhere',
		'/sources/nothing',
		'/export/all.xyz',
		'/api',
		'/api/docs'
	];
	const items = ['features', 'claims'].flatMap((id) =>
		EXPORT_FORMATS.map((format) => `/api/collections/${id}/items?f=${format.id}`)
	);
	return ['/', '/__data.json', `/atlas/${fingerprint}.json`, '/layers/coast.geojson', ...others, ...items, ...passages];
}

/** What a reader sees of an answer, near enough: its text without tags, escapes and the quotation marks of JSON. */
function plain(text: string): string {
	return (
		text
			.replaceAll(/<[^>]*>/g, ' ')
			.replaceAll(/\\[nt"]/g, ' ')
			.replaceAll(/&(?:#\d+|\w+);/g, ' ')
			// Else all that JSON quotes would pass for a quotation, which may have words of a document.
			.replaceAll(/["“”„«»]/g, ' ')
	);
}
