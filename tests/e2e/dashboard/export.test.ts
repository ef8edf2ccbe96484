import type { FeatureCollection } from 'geojson';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { axeFindings } from '../axe';
import { DESKTOP, PHONE } from '../browser';
import { type AtlasPage, eventually, serveDashboard, words } from './atlas-page';
import { aboutOf, CLAIMS, featureOf, type WrittenClaim } from './geodata';

const atlas = serveDashboard();

/** Three filters, and what they let through. */
const FILTERED = '/?layers=tartus,khmeimim&topics=naval,air&agents=pakaffairs';
const claims = CLAIMS.filter(
	({ topics, attribution, about }) =>
		topics.some((topic) => ['naval', 'air'].includes(topic)) &&
		attribution.some(({ agent }) => agent === 'pakaffairs') &&
		about.some((id) => ['tartus', 'khmeimim'].includes(featureOf(id).layer))
);
const features = aboutOf(claims).filter((id) => ['tartus', 'khmeimim'].includes(featureOf(id).layer));

interface Exported {
	name: string;
	text: string;
}

/** Downloads the file of a format through the dialogue. */
async function download({ page, exportButton }: AtlasPage, format: string): Promise<Exported> {
	await exportButton.click();
	await page.getByRole('radio', { name: format, exact: true }).check();
	const begun = page.waitForEvent('download');
	await page.getByRole('link', { name: `Download ${format}`, exact: true }).click();
	const file = await begun;
	return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('the button says how many, the dialogue what', async () => {
	const dashboard = await (await atlas.open(FILTERED)).alive();
	expect(features.length).toBe(2);
	expect(words(await dashboard.exportButton.textContent())).toBe(`Export 2 features, ${claims.length} claims`);
	await dashboard.exportButton.click();
	const dialogue = dashboard.page.getByRole('dialog', { name: 'Export' });
	await dialogue.getByRole('link', { name: 'Download GeoJSON' }).waitFor();
	expect(words(await dialogue.textContent())).toContain(
		`2 features with ${claims.length} claims: layers Tartus or Khmeimim (Hmeimim); topics Naval matters or Air operations; speaker or outlet pakaffairs.pk`
	);
	await dashboard.page.keyboard.press('Escape');
	await dialogue.waitFor({ state: 'hidden' });
	await eventually(() => dashboard.page.locator(':focus').textContent().then(words)).toMatch(/^Export 2/);
});

test('the GeoJSON holds exactly the features and claims that are shown', async () => {
	const dashboard = await (await atlas.open(FILTERED)).alive();
	expect(await dashboard.listed()).toEqual(features);
	const { name, text } = await download(dashboard, 'GeoJSON');
	const collection = JSON.parse(text) as FeatureCollection & { atlas: { counts: unknown; filter: { query: string } } };
	expect(name).toMatch(/\.geojson$/);
	expect(collection.features.map(({ id }) => id).sort()).toEqual(features);
	for (const feature of collection.features) {
		const held = feature.properties!['claims'] as WrittenClaim[];
		expect(held.map(({ id }) => id)).toEqual(
			claims.filter(({ about }) => about.includes(String(feature.id))).map(({ id }) => id)
		);
		expect(feature.geometry).toEqual(featureOf(String(feature.id)).geometry);
	}
	expect(collection.atlas.counts).toEqual({ features: 2, claims: claims.length, unplaced: 0 });
	expect(`/?${collection.atlas.filter.query}`).toBe(FILTERED);
});

test('the CSV has one row for each claim about each feature that is shown', async () => {
	const dashboard = await (await atlas.open(FILTERED)).alive();
	const { name, text } = await download(dashboard, 'CSV');
	const rows = text
		.replace(/^\uFEFF/, '')
		.trimEnd()
		.split('\r\n');
	const mentions = claims.flatMap(({ id, about }) =>
		about.filter((feature) => features.includes(feature)).map((feature) => `${feature} ${id}`)
	);
	expect(name).toMatch(/\.csv$/);
	expect(text.startsWith('\uFEFFfeature_id,')).toBe(true);
	expect(rows.length - 1).toBe(mentions.length);
	for (const mention of mentions) {
		const [feature = '', claim = ''] = mention.split(' ');
		expect(rows.filter((row) => row.startsWith(`${feature},`) && row.includes(`,${claim},`)).length).toBe(1);
	}
});

test('what is exported follows the filter without a reload', async () => {
	const dashboard = await (await atlas.open('/')).alive();
	await dashboard.only('Layers', 'Turkish positions');
	const { text } = await download(dashboard, 'GeoJSON');
	expect((JSON.parse(text) as FeatureCollection).features.map(({ id }) => id)).toEqual(['turkish-deployment']);
});

test('where nothing is shown there is nothing to download, and the dialogue says so', async () => {
	const dashboard = await (await atlas.open('/?layers=homs&topics=naval')).alive();
	await dashboard.exportButton.click();
	await dashboard.page.getByText('Nothing matches the filter, so there is nothing to take away.').waitFor();
	expect(await dashboard.page.getByRole('link', { name: /^Download/ }).count()).toBe(0);
});

test('every format says what it keeps and loses, and can be taken', async () => {
	const dashboard = await (await atlas.open(FILTERED)).alive();
	await dashboard.exportButton.click();
	const dialogue = dashboard.page.getByRole('dialog', { name: 'Export' });
	for (const { title, keeps, loses, extension } of EXPORT_FORMATS) {
		await dialogue.getByRole('radio', { name: title, exact: true }).check();
		const href = await dialogue.getByRole('link', { name: `Download ${title}`, exact: true }).getAttribute('href');
		expect(href).toBe(`/export/all.${extension}${FILTERED.slice(1)}`);
		expect(words(await dialogue.textContent())).toContain(keeps);
		expect(words(await dialogue.textContent())).toContain(loses);
		const answer = await dashboard.page.request.get(atlas.url() + href!);
		expect([answer.status(), (await answer.body()).length > 300]).toEqual([200, true]);
	}
});

test('a database arrives through the browser as it was written', async () => {
	const dashboard = await (await atlas.open(FILTERED)).alive();
	const { name, text } = await download(dashboard, 'GeoPackage');
	expect(name).toMatch(/\.gpkg$/);
	expect(text.startsWith('SQLite format 3\0')).toBe(true);
});

test('the keyboard finds a format and takes it', async () => {
	const { page, exportButton } = await (await atlas.open('/')).alive();
	await exportButton.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('radio', { name: 'GeoJSON', exact: true }).focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Tab');
	expect(words(await page.locator(':focus').textContent())).toBe('Download RIS');
	const begun = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	expect((await begun).suggestedFilename()).toMatch(/\.ris$/);
});

test.each([
	['wide', DESKTOP],
	['narrow', PHONE]
])('the dialogue is for everyone on a screen that is %s', async (_, viewport) => {
	const { page, exportButton } = await (await atlas.open('/?layers=tartus', { viewport })).alive();
	if (viewport === PHONE) await page.getByRole('button', { name: /^Filters/ }).click();
	await exportButton.click();
	await page.getByRole('dialog', { name: 'Export' }).waitFor();
	expect(await axeFindings(page, 'dialog')).toEqual([]);
	expect(await page.locator('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
	await page.getByRole('radio', { name: 'BibTeX' }).check();
	expect(await isInView(page, 'Download BibTeX')).toBe(true);
});

/** Whether a link can be seen without scrolling. */
async function isInView(page: Page, name: string): Promise<boolean> {
	const box = await page.getByRole('link', { name }).boundingBox();
	return box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize()!.height;
}
