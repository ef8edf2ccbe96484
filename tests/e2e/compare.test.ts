import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { PHONE } from './browser';
import { eventually } from './dashboard/atlas-page';
import { serveAtlas } from './atlas';

const atlas = serveAtlas();

const ADDRESS = '/compare?left=mikhail-bogdanov&right=satellite-photography';

test('two voices stand side by side, each with what it says', async () => {
	const { page } = await atlas.open(`${ADDRESS}&feature=hmeimim-air-base`);
	const left = page.getByRole('region', { name: 'According to Mikhail Bogdanov' });
	const right = page.getByRole('region', { name: 'According to Satellite photography' });
	expect(await left.locator('.note').evaluateAll((notes) => notes.map(({ id }) => id))).toContain('left-c-hts-04a');
	expect(await right.locator('.note').evaluateAll((notes) => notes.map(({ id }) => id))).toEqual(['right-c-hts-12a']);
});

test('on a phone both maps are on the first screen, one above the other, and what each voice says follows them', async () => {
	const { page } = await atlas.open(`${ADDRESS}&feature=hmeimim-air-base`, { viewport: PHONE });
	const place = async (what: Locator) => {
		const box = await what.boundingBox();
		return { top: box?.y ?? NaN, bottom: (box?.y ?? NaN) + (box?.height ?? NaN) };
	};
	const first = await place(page.getByRole('group', { name: 'The map of Mikhail Bogdanov' }));
	const second = await place(page.getByRole('group', { name: 'The map of Satellite photography' }));
	expect(first.bottom).toBeLessThan(second.top);
	expect(second.bottom).toBeLessThanOrEqual(PHONE.height);
	for (const name of ['According to Mikhail Bogdanov', 'According to Satellite photography']) {
		expect((await place(page.getByRole('region', { name }))).top).toBeGreaterThan(second.bottom);
	}
});

test('a voice that is silent on a feature says so', async () => {
	const { page } = await atlas.open(`${ADDRESS}&feature=homs-fertilizer-plant`);
	await page.getByText('Nothing is said about it here by Satellite photography.').waitFor();
});

test('where one map goes, the other follows', async () => {
	const { page } = await atlas.open(ADDRESS);
	const maps = page.locator('[role=region][data-idle="true"]');
	await eventually(() => maps.count()).toBe(2);
	const centres = () => maps.evaluateAll((regions) => regions.map((region) => region.getAttribute('data-center')));
	const before = await centres();
	await maps.first().getByRole('application').focus();
	await page.keyboard.press('ArrowRight');
	await eventually(async () => (await centres())[0]).not.toBe(before[0]);
	await eventually(async () => new Set(await centres()).size).toBe(1);
});

test('another voice is chosen from the list, and the address follows', async () => {
	const { page } = await atlas.open(ADDRESS);
	await page.locator('[role=region][data-shown]').first().waitFor();
	await page.getByLabel('Second voice').selectOption('Western officials');
	await page.getByRole('heading', { name: 'According to Western officials' }).waitFor();
	expect(new URL(page.url()).searchParams.get('right')).toBe('western-officials');
});

test('without script the form compares, and rows open', async () => {
	const { page } = await atlas.open('/compare', { javaScriptEnabled: false });
	await page.getByLabel('First voice').selectOption('Dmitry Peskov');
	await page.getByRole('button', { name: 'Compare' }).click();
	await page.getByRole('heading', { name: 'According to Dmitry Peskov' }).waitFor();
	await page
		.getByRole('link', { name: /^Khmeimim air base/ })
		.first()
		.click();
	expect(await page.locator('#left-c-kremlin-03b').textContent()).toContain('Peskov');
});

test('a voice that is not there is named, and the page stands', async () => {
	const { page } = await atlas.open('/compare?left=nobody');
	await page.getByText('No one is called “nobody” here.').waitFor();
	await page.getByRole('heading', { name: 'According to everyone' }).first().waitFor();
});
