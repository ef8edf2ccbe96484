import type { FeatureCollection } from 'geojson';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type AtlasPage, eventually, serveDashboard } from './atlas-page';
import { aboutOf, CLAIMS } from './geodata';

const atlas = serveDashboard();

/** The longest way from one control to another. */
const MOST_STEPS = 120;

/** Presses a key until the focus is there. */
async function goTo({ page }: AtlasPage, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	for (let steps = 0; steps < MOST_STEPS; steps++) {
		await page.keyboard.press(key);
		if (await wanted.evaluate((part) => part === document.activeElement)) return;
	}
	throw new Error(`${MOST_STEPS} times ${key} did not lead to ${wanted.toString()}.`);
}

describe('by keyboard alone', () => {
	test('filter, open, read, export, and come back', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		const { keyboard } = dashboard.page;
		await goTo(dashboard, dashboard.box('Topics', 'Diplomacy'));
		await keyboard.press('Space');
		const left = CLAIMS.filter(({ topics }) => topics.some((topic) => topic !== 'diplomacy'));
		await eventually(() => dashboard.listed()).toEqual(aboutOf(left));

		await goTo(dashboard, dashboard.row('tartus-naval-facility'));
		await keyboard.press('Enter');
		await dashboard.heading('Tartus naval facility').waitFor();
		const notes = left.filter(({ about }) => about.includes('tartus-naval-facility')).map(({ id }) => id);
		expect(await dashboard.notes()).toEqual(notes);
		await goTo(dashboard, dashboard.note(notes[0]!).getByText('inferred', { exact: true }).first());
		await keyboard.press('Enter');
		await dashboard.note(notes[0]!).locator('.where .ground').first().waitFor();

		await goTo(dashboard, dashboard.exportButton, 'Shift+Tab');
		await keyboard.press('Enter');
		const download = dashboard.page.waitForEvent('download');
		await goTo(dashboard, dashboard.page.getByRole('link', { name: 'Download GeoJSON' }));
		await keyboard.press('Enter');
		const { features } = JSON.parse(await readFile(await (await download).path(), 'utf8')) as FeatureCollection;
		expect(features.map(({ id }) => id).sort()).toEqual(aboutOf(left));

		await keyboard.press('Escape');
		await eventually(() => dashboard.exportButton.evaluate((button) => button === document.activeElement)).toBe(true);
		await keyboard.press('Escape');
		await dashboard.row('tartus-naval-facility').waitFor();
	});

	test('the first stop leads past map and filters to the features', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		await dashboard.page.keyboard.press('Tab');
		expect(await dashboard.page.locator(':focus').textContent()).toBe('Skip to the features');
		await dashboard.page.keyboard.press('Enter');
		await dashboard.page.keyboard.press('Tab');
		expect(await dashboard.page.locator(':focus').getAttribute('data-feature')).toBe('tartus-naval-facility');
	});

	test('what has the focus is seen to have it', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		const ringed = () =>
			dashboard.page.evaluate(() => {
				const part = document.activeElement!;
				const { outlineStyle, outlineWidth, opacity } = getComputedStyle(part);
				const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && opacity === '1';
				return seen ? '' : `${part.tagName} ${part.textContent.slice(0, 40)}`;
			});
		const unseen: string[] = [];
		for (let steps = 0; steps < 40; steps++) {
			await dashboard.page.keyboard.press('Tab');
			unseen.push(await ringed());
		}
		expect(unseen.filter((part) => part !== '')).toEqual([]);
	});
});
