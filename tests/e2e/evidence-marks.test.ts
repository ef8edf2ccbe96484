import { describe, expect, test } from 'vitest';
import { eventually, serveDashboard, words } from './dashboard/atlas-page';

const atlas = serveDashboard();

describe('how old it is', () => {
	test('stands with the figures of a feature, and is no silence within a quarter of a year', async () => {
		const { panel } = await (await atlas.open('/?feature=damascus-hotel-talks')).alive();
		const figures = words(await panel.locator('.summary').textContent());
		expect(figures).toMatch(/first said ?12 Dec 2024/);
		expect(await panel.locator('.silent').count()).toBe(0);
	});

	test('is no silence for who knows no later claim', async () => {
		const { panel } = await (await atlas.open('/?feature=damascus-hotel-talks&known=2024-12-20')).alive();
		expect(await panel.locator('.summary').count()).toBe(1);
		expect(await panel.locator('.silent').count()).toBe(0);
	});

	test('stands with every question, which says that silence is not a no', async () => {
		const { page } = await atlas.open('/questions/ships-and-aircraft-at-bases');
		const text = words(await page.locator('main').textContent());
		expect(text).toMatch(/first said.*last said/);
		expect(text).toContain('Silence is not a no.');
		expect(text).toContain('All had left no source says');
	});
});

describe('the legend', () => {
	test('opens and closes by keyboard, beside the controls and above the scale', async () => {
		const { page, map } = await (await atlas.open('/')).idle();
		const summary = map.getByText('How to read the map');
		await summary.focus();
		await page.keyboard.press('Enter');
		const legend = map.getByRole('group', { name: 'Legend' });
		await legend.waitFor();
		expect(words(await legend.textContent())).toContain('seen from 6 Mar 2025, the latest claim of the time shown');
		const [box, controls, foot] = await Promise.all(
			[legend, map.getByRole('group', { name: 'Map controls' }), map.locator('.scale')].map((part) =>
				part.boundingBox()
			)
		);
		expect(box!.x + box!.width).toBeLessThan(controls!.x);
		expect(box!.y + box!.height).toBeLessThan(foot!.y);
		await summary.press('Space');
		await eventually(() => legend.isVisible()).toBe(false);
	});

	test('counts ages from the latest claim that is known by then', async () => {
		const { map } = await (await atlas.open('/?known=2024-12-10')).idle();
		await map.getByText('How to read the map').click();
		const legend = map.getByRole('group', { name: 'Legend' });
		expect(words(await legend.textContent())).toContain('seen from 9 Dec 2024, the latest claim of the time shown');
	});

	test('is closed on a phone, and scrolls there once it is open', async () => {
		const { map } = await (await atlas.open('/', { viewport: { width: 390, height: 844 }, hasTouch: true })).idle();
		const legend = map.getByRole('group', { name: 'Legend' });
		expect(await legend.isVisible()).toBe(false);
		await map.getByText('How to read the map').tap();
		await legend.waitFor();
		expect(await legend.evaluate((part) => part.scrollHeight > part.clientHeight)).toBe(true);
		const [box, scale] = await Promise.all([legend.boundingBox(), map.locator('.scale').boundingBox()]);
		expect(box!.y + box!.height).toBeLessThan(scale!.y);
	});
});
