import { describe, expect, test } from 'vitest';
import { type AtlasPage, eventually, serveDashboard, words } from './atlas-page';

const atlas = serveDashboard();

/** Two corners: between them lie Tartus and Damascus, and not Khmeimim; above the line from one to the other only Tartus. */
const [NORTH_WEST, SOUTH_EAST] = [
	[35.5, 35],
	[37.2, 33.2]
] as const;

async function open(path = '/'): Promise<AtlasPage> {
	return (await atlas.open(path, { reducedMotion: 'reduce' })).idle();
}

/** Takes a tool up; its script has come when the canvas shows a cross. */
async function take({ page, canvas }: AtlasPage, button: string, choice?: string): Promise<void> {
	await page.getByRole('button', { name: button, exact: true }).click();
	if (choice) await page.getByRole('radio', { name: choice }).check();
	await eventually(() => canvas.evaluate((element) => element.style.cursor)).toBe('crosshair');
}

/** Clicks a corner: slowly, as two quick clicks at one place are a double click. */
async function corner(dashboard: AtlasPage, position: readonly number[]): Promise<void> {
	const { x, y } = await dashboard.pointAt(position);
	await dashboard.page.mouse.move(x, y, { steps: 2 });
	await dashboard.page.mouse.click(x, y);
}

const clause = ({ page }: AtlasPage) => page.getByText(/^Only in the /);

describe('an area that is drawn', () => {
	test('as a rectangle becomes the filter’s, stands in the address, and survives a reload', async () => {
		const dashboard = await open();
		await take(dashboard, 'Select area');
		await corner(dashboard, NORTH_WEST);
		await corner(dashboard, SOUTH_EAST);
		await eventually(() => dashboard.query()['bbox']).toBeTruthy();
		const [west = 0, south = 0, east = 0, north = 0] = (dashboard.query()['bbox'] ?? '').split(',').map(Number);
		expect([west, north, east, south].map((degrees) => Math.round(degrees * 10) / 10)).toEqual([
			...NORTH_WEST,
			...SOUTH_EAST
		]);
		const inside = await dashboard.listed();
		expect(inside).toEqual(expect.arrayContaining(['tartus-naval-facility', 'damascus']));
		expect(inside).not.toContain('hmeimim-air-base');
		await dashboard.page.reload();
		await dashboard.alive();
		await eventually(() => dashboard.listed()).toEqual(inside);
		await clause(dashboard).waitFor();
		await dashboard.page.getByRole('button', { name: 'Remove the area' }).click();
		await eventually(() => dashboard.query()).toEqual({});
	});

	test('as a polygon is a clause too, which Clear all clears', async () => {
		const dashboard = await open();
		await take(dashboard, 'Select area', 'Polygon');
		const corners = [NORTH_WEST, [37.2, 35], SOUTH_EAST];
		for (const position of [...corners, NORTH_WEST]) await corner(dashboard, position);
		await eventually(() => dashboard.query()['area']?.split(',').length).toBe(6);
		// The click that ends it opens nothing.
		expect(dashboard.query()['feature']).toBeUndefined();
		expect(words(await clause(dashboard).textContent())).toBe('Only in the area drawn, a polygon of 3 corners.');
		expect(await dashboard.listed()).toContain('tartus-naval-facility');
		expect(await dashboard.listed()).not.toContain('damascus');
		await dashboard.page.getByRole('button', { name: 'Clear all', exact: true }).click();
		await eventually(() => dashboard.query()).toEqual({});
		expect(await clause(dashboard).count()).toBe(0);
	});

	test('is not the filter’s where Escape ends it, and clicks open features again', async () => {
		const dashboard = await open();
		await take(dashboard, 'Select area', 'Polygon');
		await corner(dashboard, NORTH_WEST);
		await dashboard.page.keyboard.press('Escape');
		await dashboard.page.getByRole('heading', { name: 'Select area' }).waitFor({ state: 'hidden' });
		expect(dashboard.query()).toEqual({});
		await dashboard.clickAt([35.94845, 35.4013]);
		await dashboard.heading('Khmeimim air base').waitFor();
	});
});

describe('without a pointer', () => {
	test('what the map shows becomes the area', async () => {
		const dashboard = await open('/#map=9/34.9/36.1');
		await dashboard.page.getByRole('button', { name: 'Select area' }).press('Enter');
		await dashboard.page.getByText('Without drawing').press('Enter');
		await dashboard.page.getByRole('button', { name: 'Use what the map shows now' }).press('Enter');
		await eventually(() => dashboard.query()['bbox']).toBeTruthy();
		expect(await dashboard.listed()).toContain('tartus-naval-facility');
		expect(await dashboard.listed()).not.toContain('damascus');
	});

	test('four numbers become the area', async () => {
		const { page, ...dashboard } = await open();
		await page.getByRole('button', { name: 'Select area' }).press('Enter');
		await page.getByText('Without drawing').press('Enter');
		for (const [field, degrees] of Object.entries({ West: '36', South: '33', East: '37', North: '34' })) {
			await page.getByRole('spinbutton', { name: field }).fill(degrees);
		}
		await page.getByRole('button', { name: 'Select', exact: true }).press('Enter');
		await eventually(() => page.url()).toContain('bbox=36,33,37,34');
		await eventually(() => dashboard.panel.textContent()).toContain('Damascus');
	});

	test('a way is measured from the middle of the map', async () => {
		const dashboard = await open('/#map=7/34.9/36.1');
		const { page } = dashboard;
		await take(dashboard, 'Measure');
		const middle = page.getByRole('button', { name: 'Set a point in the middle' });
		const from = await dashboard.camera();
		await middle.press('Enter');
		await dashboard.canvas.focus();
		await page.keyboard.press('ArrowRight');
		await eventually(async () => (await dashboard.camera()).lng).toBeGreaterThan(from.lng + 0.3);
		const to = await dashboard.camera();
		await middle.press('Enter');
		await page.getByRole('button', { name: 'Finish' }).press('Enter');
		const metres = 111_195 * (to.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180);
		await eventually(() => page.getByRole('status').filter({ hasText: /km$/ }).textContent()).toBe(
			`${Math.round(metres / 1000)} km`
		);
	});
});

test('an area is measured, in words that fit it', async () => {
	const dashboard = await open();
	await take(dashboard, 'Measure', 'Area');
	for (const position of [
		[36, 34],
		[37, 34],
		[37, 35],
		[36, 35],
		[36, 34]
	])
		await corner(dashboard, position);
	// A degree by a degree at 34.5 N: 111.2 km by 91.6 km.
	await eventually(() =>
		dashboard.page
			.getByRole('status')
			.filter({ hasText: /around$/ })
			.textContent()
	).toMatch(/^10,[12]00 km², 40\d km around$/);
	await dashboard.page.getByRole('button', { name: 'Measure' }).click();
	await dashboard.page.getByRole('heading', { name: 'Measure' }).waitFor({ state: 'hidden' });
});

test('a tool is laid down where the colours change, and can be taken up again', async () => {
	const dashboard = await open();
	await take(dashboard, 'Measure');
	await corner(dashboard, [36, 34]);
	await dashboard.page.emulateMedia({ colorScheme: 'dark' });
	await dashboard.idle();
	await dashboard.page.getByRole('button', { name: 'Measure', exact: true }).click();
	await take(dashboard, 'Measure');
	await corner(dashboard, [36, 34]);
	await corner(dashboard, [37, 34]);
	await dashboard.page
		.getByText(/^\d+ km$/)
		.first()
		.waitFor();
});
