import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VALID } from '../ingest/broken-folder';
import { axeFindings } from './axe';
import { DESKTOP, PHONE } from './browser';
import { serveDashboard } from './dashboard/atlas-page';

const FILTERED = '/?topics=bases&layers=tartus,damascus&known=2024-12-12';

describe('what a filter shows', () => {
	const atlas = serveDashboard();

	const { version } = JSON.parse(readFileSync('geodata/dataset.json', 'utf8')) as { version: string };

	test('is cited by a link that shows it again to someone else', async () => {
		const looked = '#map=8/34.9/36.1';
		const mine = await (await atlas.open(FILTERED + looked)).alive();
		const [listed, status] = [await mine.listed(), await mine.status()];
		expect(listed.length).toBeGreaterThan(0);
		await mine.page.getByRole('link', { name: 'Cite this view' }).click();
		await mine.page.getByRole('heading', { name: 'Permanent link' }).waitFor();
		const link = (await mine.page.getByRole('link', { name: `version=${version}` }).getAttribute('href')) ?? '';
		expect(link).toContain(`&version=${version}`);
		expect(link.endsWith(looked)).toBe(true);

		const theirs = await (await atlas.open(link.slice(atlas.url().length))).alive();
		expect(await theirs.listed()).toEqual(listed);
		expect(await theirs.status()).toBe(status);
		expect(await theirs.page.getByText('This link was made under').count()).toBe(0);
	});

	test('is copied by a button, letter for letter', async () => {
		const { page } = await atlas.open('/cite?claim=c-kremlin-01a', {
			permissions: ['clipboard-read', 'clipboard-write']
		});
		const shown = await page.locator('pre').first().textContent();
		await page.getByRole('button', { name: 'Copy BibTeX' }).click();
		await page.getByText('Copied').waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
	});

	test('reads and downloads without script', async () => {
		const { page } = await atlas.open('/cite?feature=tartus-naval-facility', { javaScriptEnabled: false });
		expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
			'Permanent link',
			'Map for your own page',
			'APA, 7th edition',
			'Chicago, 18th edition',
			'BibTeX',
			'RIS',
			'CSL-JSON'
		]);
		expect(await page.getByRole('button').count()).toBe(0);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'Download RIS' }).click()
		]);
		expect(download.suggestedFilename()).toBe('footnote-atlas-tartus-naval-facility.ris');
	});

	test('is fed as Atom that a strict parser takes, at the address that the page names', async () => {
		const { page } = await atlas.open(FILTERED);
		const feed = page.locator('head link[rel=alternate][type="application/atom+xml"]');
		const href = (await feed.getAttribute('href')) ?? '';
		expect(href).toBe('/feed.atom?layers=tartus,damascus&topics=bases&known=2024-12-12');
		const read = await page.evaluate(async (address) => {
			const document = new DOMParser().parseFromString(await (await fetch(address)).text(), 'application/xml');
			const entries = [...document.querySelectorAll('entry')];
			const [error] = document.getElementsByTagName('parsererror');
			return { error: error?.textContent, ids: entries.map((entry) => entry.querySelector('id')?.textContent) };
		}, href);
		expect(read.error).toBeUndefined();
		expect(new Set(read.ids).size).toBe(read.ids.length);
		expect(read.ids.length).toBeGreaterThan(0);
	});
});

describe('a link of an older version', () => {
	const atlas = serveDashboard({ GEODATA_DIR: VALID });

	test('says on a page what concerns it, and leads there', async () => {
		const { page } = await atlas.open('/features/lagoon?version=0.9.0');
		const note = page.getByRole('region', { name: 'What has changed since this link was made' });
		expect(await note.getByRole('listitem').allTextContents()).toEqual([
			expect.stringContaining('Withdrawn'),
			expect.stringContaining('Before: The boats stay in.')
		]);
		await note.getByRole('link', { name: /other changes$/ }).click();
		await page.getByRole('heading', { name: 'What has changed', level: 1 }).waitFor();
	});

	test.each(['/features', '/compare'])('says it on %s', async (path) => {
		const { page } = await atlas.open(`${path}?version=0.9.0`);
		await page.getByRole('region', { name: 'What has changed since this link was made' }).waitFor();
	});

	test('says it over the map, until the reader closes it or asks for something else', async () => {
		const mine = await (await atlas.open('/?version=1.0.0-rc.2')).alive();
		const note = mine.page.getByRole('region', { name: 'What has changed since this link was made' });
		await note.waitFor();
		await mine.search.fill('road');
		await note.waitFor({ state: 'detached' });
	});

	test.each([
		['/cite?claim=c-fishermen', DESKTOP],
		['/cite?layers=coast', PHONE],
		['/changes', PHONE],
		['/features/lagoon?version=0.9.0', DESKTOP]
	])('%s is for everyone, light and dark', async (path, viewport) => {
		const { page } = await atlas.open(path, { viewport });
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});

	test('says of a version that never was that it is not known', async () => {
		const { page } = await atlas.open('/sources/gazette-2025-03?version=7');
		await page.getByText('which the atlas does not know').waitFor();
	});
});
