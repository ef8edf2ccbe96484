import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { openBrowser, openPage, PHONE } from '../browser';
import { AtlasPage, eventually, serveDashboard } from './atlas-page';
import { aboutOf, CLAIMS } from './geodata';

const atlas = serveDashboard();

const NAVAL = CLAIMS.filter(({ topics }) => topics.includes('naval'));

describe('without WebGL', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await openBrowser(['--disable-3d-apis']);
	});
	afterAll(() => browser.close());

	test('the page says what is missing, and filters, list, panel, pages and export work', async () => {
		const { page, errors } = await openPage(browser);
		await page.goto(`${atlas.url()}/`);
		const dashboard = await new AtlasPage(page).alive();
		await page.getByRole('heading', { name: 'The map cannot be drawn here' }).waitFor();
		await dashboard.only('Topics', 'Naval matters');
		await eventually(() => dashboard.listed()).toEqual(aboutOf(NAVAL));
		await dashboard.row('tartus-naval-facility').click();
		await dashboard.heading('Tartus naval facility').waitFor();
		await dashboard.exportButton.click();
		const begun = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Download GeoJSON' }).click();
		expect((await begun).suggestedFilename()).toMatch(/\.geojson$/);
		await page.keyboard.press('Escape');
		await page.getByRole('link', { name: 'All features as a table' }).click();
		await page.getByRole('table').first().waitFor();
		expect(errors).toEqual([]);
	});
});

describe('without script', () => {
	const open = async (path: string): Promise<Page> => (await atlas.open(path, { javaScriptEnabled: false })).page;

	test('the form filters, a row opens its feature, and its notes are read', async () => {
		const page = await open('/');
		for (const title of ['Naval matters', 'Libya']) {
			await page.getByRole('group', { name: 'Topics' }).getByRole('checkbox', { name: title }).uncheck();
		}
		await page.getByRole('searchbox').fill('Peskov');
		await page.getByRole('button', { name: 'Apply the filter' }).click();
		const claims = CLAIMS.filter(({ attribution }) => attribution.some(({ agent }) => agent === 'dmitry-peskov'));
		await page
			.getByRole('status')
			.filter({ hasText: `${claims.length} claims` })
			.waitFor();
		await page.getByRole('link', { name: /^Khmeimim air base/ }).click();
		await page.getByRole('heading', { name: 'Khmeimim air base', level: 2 }).waitFor();
		const shown = await page.locator('.note').count();
		expect(shown).toBe(claims.filter(({ about }) => about.includes('hmeimim-air-base')).length);
		expect(await page.getByRole('searchbox').inputValue()).toBe('Peskov');
	});

	test('the form keeps what it has no box for', async () => {
		const page = await open('/?questions=russia-keeps-bases&bbox=30,30,40,40&topics=bases');
		await page.getByRole('button', { name: 'Apply the filter' }).click();
		const { searchParams } = new URL(page.url());
		expect(searchParams.get('questions')).toBe('russia-keeps-bases');
		expect(searchParams.get('bbox')).toBe('30,30,40,40');
	});

	test('a phone has filters, features and what is said of them under each other', async () => {
		const { page } = await atlas.open('/?topics=naval&feature=tartus-naval-facility', {
			javaScriptEnabled: false,
			viewport: PHONE
		});
		await page.getByRole('heading', { name: 'Tartus naval facility', level: 2 }).waitFor();
		await page.getByRole('link', { name: 'All features' }).click();
		await page.getByRole('checkbox', { name: 'Money' }).check();
		await page.getByRole('button', { name: 'Apply the filter' }).click();
		await page.getByRole('link', { name: /^State bank in Moscow/ }).waitFor();
	});

	test('the exports are links to the files of what is filtered', async () => {
		const page = await open('/?topics=naval');
		await page.getByRole('link', { name: 'Export in any format' }).click();
		const href = await page.getByRole('link', { name: 'Download GeoJSON', exact: true }).getAttribute('href');
		const answer = await page.request.get(atlas.url() + href!);
		const { features } = (await answer.json()) as { features: { id: string }[] };
		expect(features.map(({ id }) => id).sort()).toEqual(aboutOf(NAVAL));
		expect(await page.getByRole('link', { name: /^Download / }).count()).toBe(EXPORT_FORMATS.length);
	});

	test('the page says what it cannot show, and has no button that does nothing', async () => {
		const page = await open('/?topics=naval');
		// Texts in noscript are not found by text.
		await page.locator('noscript > p', { hasText: 'The map needs JavaScript.' }).waitFor();
		expect(await page.getByText('Drawing the map…').isVisible()).toBe(false);
		const buttons = page.locator('button:visible, [role=button]:visible');
		expect(await buttons.evaluateAll((all) => all.map((button) => button.textContent.trim()))).toEqual([
			'Apply the filter'
		]);
	});
});

describe('while the data is on its way', () => {
	test('what is chosen counts once it is there', async () => {
		const { page } = await atlas.open('/about');
		let give = () => {};
		const given = new Promise<void>((resolve) => (give = resolve));
		await page.route('**/atlas/*.json', async (route) => {
			await given;
			await route.continue();
		});
		await page.goto(`${atlas.url()}/#map=8/35/36`);
		const dashboard = new AtlasPage(page);
		await eventually(() => page.locator('html').evaluate(() => document.readyState)).toBe('complete');
		await dashboard.only('Topics', 'Naval matters');
		await dashboard.search.fill('Tartous');
		give();
		await dashboard.alive();
		await eventually(() => dashboard.query()).toEqual({ topics: 'naval', q: 'Tartous' });
		expect(await dashboard.box('Topics', 'Money').isChecked()).toBe(false);
	});
});

describe('where the data cannot be had', () => {
	test('the page says so, and form, list and panel work through the server', async () => {
		const { page } = await openPage((await atlas.open('/about')).page.context().browser()!);
		await page.route('**/atlas/*.json', (route) => route.abort());
		await page.goto(`${atlas.url()}/`);
		await page.getByText('The map could not be loaded.').waitFor();
		await page.getByRole('link', { name: 'Try again' }).waitFor();
		const dashboard = new AtlasPage(page);
		await dashboard.only('Topics', 'Naval matters');
		await page.waitForURL('**/?topics=naval');
		await eventually(() => dashboard.listed()).toEqual(aboutOf(NAVAL));
		await page.getByText('The map could not be loaded.').waitFor();
		await dashboard.row('tartus-naval-facility').click();
		await dashboard.heading('Tartus naval facility').waitFor();
		expect((await dashboard.notes()).length).toBe(
			NAVAL.filter(({ about }) => about.includes('tartus-naval-facility')).length
		);
		await page.context().close();
	});

	test('where only the basemap fails, the map says so and shows the features', async () => {
		const { page, errors } = await openPage((await atlas.open('/about')).page.context().browser()!);
		await page.route('**/basemap/*.pmtiles', (route) => route.abort());
		await page.goto(`${atlas.url()}/`);
		const dashboard = await new AtlasPage(page).idle();
		await dashboard.map.getByText('The basemap could not be read.').last().waitFor();
		await eventually(async () => (await dashboard.names()).length).toBeGreaterThan(4);
		expect(errors.join('\n')).toContain('Failed to fetch');
		await page.context().close();
	});

	test('where only the map’s script fails, everything else works at once', async () => {
		const { page } = await openPage((await atlas.open('/about')).page.context().browser()!);
		await page.route('**/chunks/*.js', async (route) => {
			const answer = await route.fetch();
			if ((await answer.text()).includes('webglcontextlost')) await route.abort();
			else await route.fulfill({ response: answer });
		});
		await page.goto(`${atlas.url()}/`);
		await page.getByText('The map could not be loaded.').waitFor();
		const dashboard = new AtlasPage(page);
		await dashboard.mark();
		await dashboard.only('Topics', 'Naval matters');
		await eventually(() => dashboard.listed()).toEqual(aboutOf(NAVAL));
		expect(await dashboard.marked()).toBe(true);
		await page.context().close();
	});
});
