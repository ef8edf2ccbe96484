import { describe, expect, test } from 'vitest';
import { type AtlasPage, type Camera, eventually, serveDashboard, words } from './atlas-page';
import { featureOf, middleOf, positionsOf } from './geodata';

const atlas = serveDashboard();

/** With reduced motion the map is at once where it is asked to go, and a drag that ends has no momentum. */
async function open(path: string): Promise<AtlasPage> {
	return (await atlas.open(path, { reducedMotion: 'reduce' })).idle();
}

/** Degrees of longitude that a number of pixels covers. */
const degrees = (pixels: number, { zoom }: Camera) => (pixels * 360) / (512 * 2 ** zoom);

describe('pan and zoom', () => {
	test('a drag takes the ground along, and the address follows', async () => {
		const dashboard = await open('/');
		const before = await dashboard.camera();
		const box = (await dashboard.map.boundingBox())!;
		const { mouse } = dashboard.page;
		await mouse.move(box.x + 300, box.y + box.height - 90);
		await mouse.down();
		await mouse.move(box.x + 180, box.y + box.height - 150, { steps: 4 });
		await mouse.up();
		await eventually(() => dashboard.cameraInAddress()).not.toBeNull();
		const after = await dashboard.camera();
		// The first pixels of a drag tell it from a click.
		expect(after.lng - before.lng).toBeGreaterThan(degrees(100, before));
		expect(after.lng - before.lng).toBeLessThan(degrees(125, before));
		expect(after.lat).toBeLessThan(before.lat);
		expect(after.zoom).toBe(before.zoom);
	});

	test('arrow keys pan, plus and minus zoom, and Home goes back to the first view', async () => {
		const dashboard = await open('/');
		const first = await dashboard.camera();
		await dashboard.canvas.focus();
		await dashboard.page.keyboard.press('ArrowRight');
		await eventually(async () => (await dashboard.camera()).lng).toBeGreaterThan(first.lng + degrees(50, first));
		await dashboard.page.keyboard.press('ArrowUp');
		await eventually(async () => (await dashboard.camera()).lat).toBeGreaterThan(first.lat + 0.1);
		await dashboard.page.keyboard.press('=');
		await eventually(async () => (await dashboard.camera()).zoom).toBeGreaterThan(first.zoom + 0.5);
		await dashboard.page.keyboard.press('-');
		await eventually(async () => (await dashboard.camera()).zoom).toBeLessThan(first.zoom + 0.5);
		await dashboard.page.keyboard.press('Home');
		await eventually(() => dashboard.camera()).toEqual(first);
	});

	test('wheel and buttons zoom, and the button Home goes back to the first view', async () => {
		const dashboard = await open('/');
		const { page } = dashboard;
		const first = await dashboard.camera();
		await page.getByRole('button', { name: 'Zoom in' }).click();
		await eventually(async () => (await dashboard.camera()).zoom).toBeCloseTo(first.zoom + 1, 1);
		await page.getByRole('button', { name: 'Zoom out' }).click();
		await eventually(async () => (await dashboard.camera()).zoom).toBeCloseTo(first.zoom, 1);
		const { x, y } = await dashboard.pointAt([first.lng, first.lat]);
		await page.mouse.move(x, y);
		await page.mouse.wheel(0, -400);
		await eventually(async () => (await dashboard.camera()).zoom).toBeGreaterThan(first.zoom + 0.3);
		await page.getByRole('button', { name: /^Home/ }).click();
		await eventually(() => dashboard.camera()).toEqual(first);
	});

	test('fit brings all that is filtered into view, as near as it goes', async () => {
		const dashboard = await open('/?layers=turkish-positions');
		const before = await dashboard.camera();
		await dashboard.page.getByRole('button', { name: 'Fit the map to what the filters show' }).click();
		await eventually(async () => (await dashboard.camera()).zoom).toBeGreaterThan(before.zoom);
		const box = (await dashboard.map.boundingBox())!;
		const corners = positionsOf(featureOf('turkish-deployment').geometry).map((position) =>
			dashboard.pointAt(position)
		);
		const across = (await Promise.all(corners)).map(({ x }) => x - box.x);
		expect(Math.min(...across)).toBeGreaterThan(0);
		expect(Math.max(...across)).toBeLessThan(box.width);
		expect(Math.max(...across) - Math.min(...across)).toBeGreaterThan(0.8 * box.width);
	});

	test('the address keeps where the map looks, as exactly as a pixel needs', async () => {
		const dashboard = await open('/#map=11.5/34.89/35.88');
		await dashboard.canvas.focus();
		await dashboard.page.keyboard.press('ArrowLeft');
		await eventually(() => dashboard.cameraInAddress()?.lng).toBeLessThan(35.87);
		const [camera, written] = [await dashboard.camera(), dashboard.cameraInAddress()!];
		expect(Math.abs(written.lng - camera.lng)).toBeLessThan(degrees(0.5, camera));
		expect(Math.abs(written.lat - camera.lat)).toBeLessThan(degrees(0.5, camera));
		expect(dashboard.page.url()).toMatch(/#map=11\.5\/[\d.]{5,8}\/[\d.]{5,8}$/);
	});
});

describe('on the map', () => {
	test('the pointer is told where it is', async () => {
		const dashboard = await open('/');
		const { x, y } = await dashboard.pointAt([37, 33]);
		await dashboard.page.mouse.move(x, y);
		const reading = async () => words(await dashboard.map.locator('output').textContent());
		await eventually(reading).toMatch(/^[\d.]+° N [\d.]+° E$/);
		const [lat = NaN, lng = NaN] = (await reading()).match(/[\d.]+/g)!.map(Number);
		expect(lat).toBeCloseTo(33, 1);
		expect(lng).toBeCloseTo(37, 1);
	});

	test('hovering names a feature, and a click opens it', async () => {
		const dashboard = await open('/');
		const { x, y } = await dashboard.pointAt(middleOf('hmeimim-air-base'));
		await dashboard.page.mouse.move(x, y);
		await dashboard.map.getByText('Khmeimim air base', { exact: true }).waitFor();
		await dashboard.page.mouse.click(x, y);
		await dashboard.heading('Khmeimim air base').waitFor();
		expect(dashboard.query()).toEqual({ feature: 'hmeimim-air-base' });
	});

	test.each([
		['Tartus', ['tartus-naval-facility', 'tartus-port']],
		['Damascus', ['damascus', 'damascus-central-authority', 'damascus-hotel-talks']]
	])('the features stacked at %s can each be chosen', async (_, ids) => {
		const dashboard = await open('/');
		for (const id of ids) {
			const { name } = featureOf(id);
			await dashboard.clickAt(middleOf(ids[0]!));
			await dashboard.choice(name).click();
			await dashboard.heading(name).waitFor();
			expect(dashboard.query()['feature']).toBe(id);
			await dashboard.page.getByRole('button', { name: 'All features' }).click();
		}
	});

	test('the chooser works by keyboard alone, and Escape leaves it as it was', async () => {
		const dashboard = await open('/');
		await dashboard.clickAt(middleOf('damascus'));
		await dashboard.chooser.waitFor();
		await dashboard.page.keyboard.press('Escape');
		await dashboard.chooser.waitFor({ state: 'detached' });
		expect(dashboard.query()).toEqual({});
		await dashboard.clickAt(middleOf('damascus'));
		await dashboard.chooser.waitFor();
		await dashboard.page.keyboard.press('Tab');
		const second = words(await dashboard.page.locator(':focus bdi').textContent());
		await dashboard.page.keyboard.press('Enter');
		await dashboard.heading(second).waitFor();
	});
});
