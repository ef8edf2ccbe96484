import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { DESKTOP, PHONE } from '../browser';
import { type AtlasPage, serveDashboard } from './atlas-page';

const atlas = serveDashboard();

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, in light and in dark: the rule, where, and in which scheme. */
async function violations({ page }: AtlasPage): Promise<string[]> {
	const found: string[] = [];
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const results = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
		for (const { id, nodes } of results.violations) {
			found.push(...nodes.map(({ target }) => `${colorScheme}: ${id} at ${target.join(' ')}`));
		}
	}
	return found;
}

test.each([
	['a wide window', { viewport: DESKTOP }],
	['a tablet', { viewport: { width: 1024, height: 768 } }],
	['a phone', { viewport: PHONE, hasTouch: true, isMobile: true }]
])('axe finds nothing on %s: filters, list, dialogue', async (_, options) => {
	const dashboard = await (await atlas.open('/', options)).idle();
	const filters = dashboard.page.getByRole('button', { name: 'Filters', exact: true });
	if (await filters.isVisible()) await filters.click();
	await dashboard.page.getByText('According to', { exact: true }).click();
	expect(await violations(dashboard)).toEqual([]);
	await dashboard.exportButton.click();
	await dashboard.page.getByRole('link', { name: 'Download GeoJSON' }).waitFor();
	expect(await violations(dashboard)).toEqual([]);
});

test.each([
	['a wide window', { viewport: DESKTOP }],
	['a phone', { viewport: PHONE, hasTouch: true, isMobile: true }]
])('axe finds nothing on %s with a feature that is read', async (_, options) => {
	const dashboard = await (await atlas.open('/?feature=tartus-naval-facility', options)).idle();
	await dashboard.panel.getByText('inferred', { exact: true }).first().click();
	await dashboard.panel.getByText('Takes a position').first().click();
	await dashboard.panel.getByText('How it was placed').click();
	expect(await violations(dashboard)).toEqual([]);
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
	expect(await violations(dashboard)).toEqual([]);
	await page.getByRole('button', { name: 'Select area' }).click();
	await page.getByText('Without drawing').click();
	expect(await violations(dashboard)).toEqual([]);
});
