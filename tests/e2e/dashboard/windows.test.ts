import { describe, expect, test } from 'vitest';
import { eventually, serveDashboard } from './atlas-page';
import { featureOf } from './geodata';

const atlas = serveDashboard();

const TABLET = { width: 1024, height: 768 };

describe('at 1024 pixels', () => {
	test('the filters fold to a button, open over the map, and Escape folds them again', async () => {
		const dashboard = await (await atlas.open('/', { viewport: TABLET })).alive();
		const fold = dashboard.page.getByRole('button', { name: 'Filters', exact: true });
		expect(await dashboard.search.isVisible()).toBe(false);
		await fold.click();
		await dashboard.search.waitFor();
		expect(await fold.getAttribute('aria-expanded')).toBe('true');
		await dashboard.only('Layers', 'Homs');
		await eventually(() => dashboard.listed()).toEqual(['homs-fertilizer-plant']);
		await dashboard.page.keyboard.press('Escape');
		await dashboard.search.waitFor({ state: 'hidden' });
		expect(await dashboard.page.getByRole('button', { name: 'Filters (on)' }).getAttribute('aria-expanded')).toBe(
			'false'
		);
		expect(await dashboard.page.evaluate(() => document.documentElement.scrollWidth)).toBe(TABLET.width);
	});

	test('a feature that is opened comes out from under the filters', async () => {
		const dashboard = await (await atlas.open('/#map=6/34.5/38', { viewport: TABLET })).idle();
		await dashboard.page.getByRole('button', { name: 'Filters', exact: true }).click();
		await dashboard.row('tartus-naval-facility').click();
		await dashboard.heading(featureOf('tartus-naval-facility').name).waitFor();
		await eventually(async () => (await dashboard.pointAt([35.87, 34.91])).x).toBeGreaterThan(320);
	});
});

describe('as the reader’s device asks', () => {
	test('dark: page and map take the dark colours, also while they are open', async () => {
		const dashboard = await (await atlas.open('/', { colorScheme: 'light' })).idle();
		const sea = await dashboard.pointAt([33.5, 33.9]);
		const colours = () =>
			dashboard.page.evaluate(() => {
				const style = getComputedStyle(document.documentElement);
				return { paper: style.backgroundColor, sea: style.getPropertyValue('--map-sea') };
			});
		const light = await colours();
		expect(await dashboard.colourAt(sea)).toBe(light.sea);
		await dashboard.page.emulateMedia({ colorScheme: 'dark' });
		const dark = await colours();
		expect(dark.paper).not.toBe(light.paper);
		await eventually(() => dashboard.colourAt(sea)).toBe(dark.sea);
	});

	test.each([
		['reduce', true],
		['no-preference', false]
	] as const)('motion %s: the map jumps %s', async (reducedMotion, jumps) => {
		const dashboard = await (await atlas.open('/', { reducedMotion })).idle();
		const before = (await dashboard.camera()).zoom;
		const atOnce = await dashboard.page
			.getByRole('button', { name: 'Zoom in' })
			.evaluate(async (button: HTMLElement) => {
				button.click();
				// One turn of the microtask queue: time for what has changed to be written, and none to move.
				await Promise.resolve();
				return Number(document.querySelector<HTMLElement>('[aria-label=Map]')!.dataset['zoom']);
			});
		expect(atOnce > before).toBe(jumps);
		await eventually(async () => (await dashboard.camera()).zoom).toBeCloseTo(before + 1, 1);
	});
});
