import { expect, test } from 'vitest';
import { axeFindings } from '../axe';
import { DESKTOP, PHONE } from '../browser';
import { serveDashboard } from './atlas-page';

const atlas = serveDashboard();

test.each([
	['a wide window', { viewport: DESKTOP }],
	['a tablet', { viewport: { width: 1024, height: 768 } }],
	['a phone', { viewport: PHONE, hasTouch: true, isMobile: true }]
])('axe finds nothing on %s: filters, list, dialogue', async (_, options) => {
	const dashboard = await (await atlas.open('/', options)).idle();
	const filters = dashboard.page.getByRole('button', { name: 'Filters', exact: true });
	if (await filters.isVisible()) await filters.click();
	await dashboard.page.getByText('According to', { exact: true }).click();
	expect(await axeFindings(dashboard.page)).toEqual([]);
	await dashboard.exportButton.click();
	await dashboard.page.getByRole('link', { name: 'Download GeoJSON' }).waitFor();
	expect(await axeFindings(dashboard.page)).toEqual([]);
});

test.each([
	['a wide window', { viewport: DESKTOP }],
	['a phone', { viewport: PHONE, hasTouch: true, isMobile: true }]
])('axe finds nothing on %s with a feature that is read', async (_, options) => {
	const dashboard = await (await atlas.open('/?feature=tartus-naval-facility', options)).idle();
	await dashboard.panel.getByText('inferred', { exact: true }).first().click();
	await dashboard.panel.getByText('Takes a position').first().click();
	await dashboard.panel.getByText('How it was placed').click();
	expect(await axeFindings(dashboard.page)).toEqual([]);
});

test.each([
	['a wide window', { viewport: DESKTOP }],
	['a phone', { viewport: PHONE, hasTouch: true, isMobile: true }]
])('axe finds nothing on %s with own data, an area and a tool', async (_, options) => {
	const dashboard = await (await atlas.open('/?bbox=33,33,38,37', options)).idle();
	const { page } = dashboard;
	const csv = 'name,lat,lon,note\nPost,34,35,Seen\nBroken,x,y,\n';
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await page.getByRole('button', { name: 'See your data' }).click();
	const own = page.getByRole('region', { name: 'Your data' });
	await own.getByText('1 feature', { exact: true }).click();
	await own.getByRole('button', { name: 'Post' }).click();
	await own.getByRole('table').waitFor();
	expect(await axeFindings(dashboard.page)).toEqual([]);
	await page.getByRole('button', { name: 'Select area' }).click();
	await page.getByText('Without drawing').click();
	expect(await axeFindings(dashboard.page)).toEqual([]);
});
