import { describe, expect, test } from 'vitest';
import { PHONE } from '../browser';
import { type AtlasPage, eventually, serveDashboard } from './atlas-page';
import { CLAIMS } from './geodata';

const atlas = serveDashboard();

async function open(path: string): Promise<AtlasPage> {
	return (await atlas.open(path, { viewport: PHONE, hasTouch: true, isMobile: true })).alive();
}

/** How much of the screen the sheet takes, in CSS pixels. */
async function sheetHeight({ page }: AtlasPage): Promise<number> {
	const top = await page.locator('.sheet').evaluate((sheet) => sheet.getBoundingClientRect().top);
	return PHONE.height - Math.round(top);
}

describe('on a phone', () => {
	test('the map and one sheet share the screen, which has three heights', async () => {
		const dashboard = await open('/');
		const handle = dashboard.page.getByRole('button', { name: /^Panel height/ });
		await eventually(() => sheetHeight(dashboard)).toBe(Math.round(0.46 * PHONE.height));
		await handle.tap();
		await eventually(() => sheetHeight(dashboard)).toBe(Math.round(0.86 * PHONE.height));
		await handle.tap();
		await eventually(() => sheetHeight(dashboard)).toBe(60);
		expect(await dashboard.row('tartus-port').isVisible()).toBe(false);
		await handle.tap();
		await dashboard.row('tartus-port').waitFor();
	});

	test('the job is done with thumbs: filter, open, read, lower the sheet, come back', async () => {
		const dashboard = await open('/');
		const { page } = dashboard;
		await page.getByRole('button', { name: /^Filters/ }).tap();
		await dashboard.group('Topics').getByRole('button', { name: 'only Money' }).tap();
		await page.getByRole('button', { name: /^Features \d/ }).tap();
		await dashboard.row('moscow-state-bank').tap();
		await dashboard.heading('State bank in Moscow').waitFor();
		expect(await dashboard.notes()).toEqual(
			CLAIMS.filter(({ about }) => about.includes('moscow-state-bank')).map(({ id }) => id)
		);
		const tab = page.getByRole('button', { name: 'State bank in Moscow', exact: true });
		await tab.tap();
		await eventually(() => sheetHeight(dashboard)).toBe(60);
		await tab.tap();
		await eventually(() => sheetHeight(dashboard)).toBeGreaterThan(300);
		await page.getByRole('button', { name: 'All features' }).tap();
		await dashboard.row('moscow-state-bank').waitFor();
	});

	test('the controls of the map are a narrow column, each of them large enough for a thumb', async () => {
		const dashboard = await (await open('/')).idle();
		const groups = ['Map controls', 'Map tools'].map((name) => dashboard.map.getByRole('group', { name }));
		for (const group of groups) {
			expect((await group.boundingBox())!.width).toBeLessThanOrEqual(48);
			for (const button of await group.getByRole('button').all()) {
				const { width, height } = (await button.boundingBox())!;
				expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
				expect(await button.getAttribute('title')).not.toBeNull();
			}
		}
		await dashboard.map.getByRole('button', { name: 'Measure', exact: true }).waitFor();
		await dashboard.map.getByRole('button', { name: 'Select area', exact: true }).waitFor();
	});

	test('a note on the link leaves room for the way to read the map', async () => {
		const { page } = await open('/?from=yesterday');
		const note = page.getByRole('status').filter({ hasText: 'from must be' });
		await note.waitFor();
		const legend = page.getByText('How to read the map');
		await legend.tap();
		await page.getByRole('group', { name: 'Legend' }).waitFor();
		const [above, below] = [(await note.boundingBox())!, (await legend.boundingBox())!];
		expect(above.y + above.height).toBeLessThanOrEqual(below.y);
	});

	test('a tap on the map opens a feature, above which it stays in view', async () => {
		const dashboard = await (await open('/?layers=khmeimim')).idle();
		const map = (await dashboard.map.boundingBox())!;
		const mark = await dashboard.pointAt([35.94845, 35.4013]);
		expect(mark.y).toBeLessThan(PHONE.height - (await sheetHeight(dashboard)));
		await dashboard.page.touchscreen.tap(mark.x, mark.y);
		await dashboard.heading('Khmeimim air base').waitFor();
		await dashboard.idle();
		const { y } = await dashboard.pointAt([35.94845, 35.4013]);
		expect(y).toBeGreaterThan(map.y);
		expect(y).toBeLessThan(PHONE.height - (await sheetHeight(dashboard)));
	});

	test('everything that is tapped is at least 24 pixels each way, and nothing is wider than the screen', async () => {
		const dashboard = await open('/?feature=tartus-naval-facility');
		const small = await dashboard.page.locator('button:visible, input:visible, summary:visible').evaluateAll((all) =>
			all
				.map((part) => ({ part: part.closest('label') ?? part, name: part.textContent.trim() }))
				.filter(({ part }) => part.getBoundingClientRect().height < 24 || part.getBoundingClientRect().width < 24)
				.map(
					({ part, name }) =>
						`${part.tagName} ${name} ${part.getBoundingClientRect().width}x${part.getBoundingClientRect().height}`
				)
		);
		expect(small).toEqual([]);
		expect(await dashboard.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
	});
});
