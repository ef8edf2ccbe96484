import { describe, expect, test } from 'vitest';
import { PHONE } from '../browser';
import { type AtlasPage, eventually, serveDashboard } from './atlas-page';
import { CLAIMS, featureOf, middleOf } from './geodata';

const atlas = serveDashboard();

const claimsAbout = (id: string, topic?: string) =>
	CLAIMS.filter(({ about, topics }) => about.includes(id) && (topic === undefined || topics.includes(topic))).length;

/** The colour of a layer as the page has it now. */
const colourOf = ({ page }: AtlasPage, colour: string) =>
	page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), `--layer-${colour}`);

describe('the names over the map', () => {
	test('have the number of the claims that the filter lets through, and fade without one', async () => {
		const dashboard = await (await atlas.open('/')).idle();
		const read = async () => (await dashboard.names()).map(({ text, faded }) => (faded ? `(${text})` : text));
		const { name } = featureOf('hmeimim-air-base');
		await eventually(read).toContain(`${name} [${claimsAbout('hmeimim-air-base')}]`);
		await dashboard.only('Topics', 'Air operations');
		await eventually(read).toContain(`${name} [${claimsAbout('hmeimim-air-base', 'air')}]`);
		expect(claimsAbout('homs-fertilizer-plant', 'air')).toBe(0);
		await eventually(read).toContain(`(${featureOf('homs-fertilizer-plant').name})`);
		await dashboard.only('Layers', 'Khmeimim (Hmeimim)');
		await eventually(async () => (await read()).length).toBe(1);
	});

	test.each([
		['desktop', { width: 1280, height: 720 }],
		['tablet', { width: 1024, height: 768 }],
		['phone', PHONE]
	])('keep clear of each other and inside the map on a %s', async (_, viewport) => {
		const dashboard = await (await atlas.open('/', { viewport })).idle();
		await eventually(async () => (await dashboard.names()).length).toBeGreaterThan(4);
		const [names, map] = [await dashboard.names(), (await dashboard.map.boundingBox())!];
		for (const { text, box } of names) {
			expect([text, box.left >= map.x - 1, box.right <= map.x + map.width + 1]).toEqual([text, true, true]);
			const others = names.filter((other) => other.text !== text && meet(other.box, box));
			expect([text, ...others.map((other) => other.text)]).toEqual([text]);
		}
	});

	test('go with the ground when the map is moved', async () => {
		const dashboard = await (await atlas.open('/', { reducedMotion: 'reduce' })).idle();
		const { name } = featureOf('hmeimim-air-base');
		const place = async () => (await dashboard.names()).find(({ text }) => text.startsWith(name))!.box.left;
		const before = { name: await place(), icon: (await dashboard.pointAt(middleOf('hmeimim-air-base'))).x };
		await dashboard.canvas.focus();
		await dashboard.page.keyboard.press('ArrowRight');
		await dashboard.idle();
		const icon = (await dashboard.pointAt(middleOf('hmeimim-air-base'))).x;
		expect(icon).toBeLessThan(before.icon - 50);
		expect((await place()) - icon).toBeCloseTo(before.name - before.icon, 0);
	});

	test('open the feature that they name', async () => {
		const dashboard = await (await atlas.open('/')).idle();
		const { name } = featureOf('hmeimim-air-base');
		const named = async () => (await dashboard.names()).find(({ text }) => text.startsWith(name));
		await eventually(async () => (await named()) !== undefined).toBe(true);
		const { box } = (await named())!;
		await dashboard.page.mouse.click(box.left + 0.7 * box.width, box.top + box.height / 2);
		await dashboard.heading(name).waitFor();
	});
});

/** Where a place stands alone, so that its icon has no sign over it. */
const NEAR = '/#map=7/41.01/28.95';

describe('the icons of the map', () => {
	const at = (dashboard: AtlasPage) => dashboard.pointAt(middleOf('istanbul'));

	test('are there in the colour of their layer, and gone when it is left out', async () => {
		const dashboard = await (await atlas.open(NEAR)).idle();
		const grey = await colourOf(dashboard, 'grey');
		await eventually(async () => dashboard.colourAt(await at(dashboard))).toBe(grey);
		await dashboard.box('Layers', 'Elsewhere').uncheck();
		await eventually(async () => dashboard.colourAt(await at(dashboard))).not.toBe(grey);
	});

	test('change with the colours of the page', async () => {
		const dashboard = await (await atlas.open(NEAR, { colorScheme: 'light' })).idle();
		const light = await colourOf(dashboard, 'grey');
		await dashboard.page.emulateMedia({ colorScheme: 'dark' });
		const dark = await colourOf(dashboard, 'grey');
		expect(dark).not.toBe(light);
		await eventually(async () => dashboard.colourAt(await at(dashboard))).toBe(dark);
	});

	test('come back, with areas and names, after the graphics were lost', async () => {
		const dashboard = await (await atlas.open('/')).idle();
		const icon = await dashboard.pointAt(middleOf('damascus'));
		const [colour, names] = [await dashboard.colourAt(icon), (await dashboard.names()).length];
		const area = await dashboard.pointAt([38.9, 34.05]);
		const ground = await dashboard.colourAt(area);
		await dashboard.canvas.evaluate((canvas: HTMLCanvasElement) => {
			const lose = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
			Reflect.set(globalThis, 'restore', () => lose.restoreContext());
			lose.loseContext();
		});
		await dashboard.map.getByRole('heading').waitFor();
		await dashboard.page.evaluate(() => (Reflect.get(globalThis, 'restore') as () => void)());
		await dashboard.idle();
		await eventually(() => dashboard.colourAt(icon)).toBe(colour);
		await eventually(async () => (await dashboard.names()).length).toBe(names);
		await eventually(() => dashboard.colourAt(area)).toBe(ground);
	});
});

function meet(a: DOMRect, b: DOMRect): boolean {
	return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}
