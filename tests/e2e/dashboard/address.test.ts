import { describe, expect, test } from 'vitest';
import { type AtlasPage, eventually, serveDashboard } from './atlas-page';
import { aboutOf, CLAIMS } from './geodata';

const atlas = serveDashboard();

const NAVAL = CLAIMS.filter(({ topics }) => topics.includes('naval'));

async function open(path: string): Promise<AtlasPage> {
	return (await atlas.open(path)).alive();
}

describe('back and forward', () => {
	test('go through filters and features, one step each', async () => {
		const dashboard = await open('/');
		const { page } = dashboard;
		await dashboard.mark();
		await dashboard.only('Layers', 'Libya');
		await eventually(() => dashboard.query()).toEqual({ layers: 'libya' });
		await dashboard.row('haftar-side').click();
		await dashboard.heading('Khalifa Haftar’s side in Libya').waitFor();
		await page.goBack();
		await dashboard.row('haftar-side').waitFor();
		expect(dashboard.query()).toEqual({ layers: 'libya' });
		await page.goBack();
		await eventually(() => dashboard.listed()).toEqual(aboutOf(CLAIMS));
		expect(await dashboard.box('Layers', 'Tartus').isChecked()).toBe(true);
		await page.goForward();
		await eventually(() => dashboard.listed()).toEqual(['haftar-side', 'libya', 'libya-naval-base-talks']);
		await page.goForward();
		await dashboard.heading('Khalifa Haftar’s side in Libya').waitFor();
		expect(await dashboard.marked()).toBe(true);
	});

	test('undo a search as a whole, not letter by letter, and no movement of the map', async () => {
		const dashboard = await open('/');
		await dashboard.only('Topics', 'Money');
		await dashboard.search.pressSequentially('Moscow');
		await eventually(() => dashboard.query()).toEqual({ topics: 'money', q: 'Moscow' });
		await dashboard.page.getByRole('button', { name: 'Zoom in' }).click();
		await eventually(() => dashboard.cameraInAddress()).not.toBeNull();
		await dashboard.page.goBack();
		await eventually(() => dashboard.query()).toEqual({ topics: 'money' });
		expect(await dashboard.search.inputValue()).toBe('');
		await dashboard.page.goBack();
		await eventually(() => dashboard.query()).toEqual({});
	});

	test('lead to a page of the atlas and back to the same view', async () => {
		const dashboard = await open('/?topics=naval');
		await dashboard.row('tartus-naval-facility').click();
		await dashboard.heading('Tartus naval facility').waitFor();
		await dashboard.page.getByRole('link', { name: 'Sources', exact: true }).click();
		await dashboard.page.waitForURL('**/sources');
		await dashboard.page.goBack();
		await dashboard.alive();
		await dashboard.heading('Tartus naval facility').waitFor();
		expect(dashboard.query()).toEqual({ topics: 'naval', feature: 'tartus-naval-facility' });
		expect(await dashboard.box('Topics', 'Money').isChecked()).toBe(false);
		await dashboard.page.goBack();
		await dashboard.row('tartus-naval-facility').waitFor();
		await dashboard.page.goForward();
		await dashboard.heading('Tartus naval facility').waitFor();
	});
});

describe('a link', () => {
	test('that one person copies gives another the same view', async () => {
		const mine = await open('/');
		await mine.only('Topics', 'Russia’s bases');
		await mine.search.fill('Peskov');
		await mine.row('hmeimim-air-base').click();
		await mine.heading('Khmeimim air base').waitFor();
		await mine.page.getByRole('button', { name: 'Zoom in' }).click();
		await eventually(() => mine.cameraInAddress()).not.toBeNull();
		await mine.idle();
		const theirs = await (await open(mine.page.url().slice(atlas.url().length))).idle();
		await eventually(() => theirs.page.url()).toBe(mine.page.url());
		expect(await theirs.notes()).toEqual(await mine.notes());
		expect((await theirs.notes()).length).toBeGreaterThan(1);
		expect(await theirs.counts('Layers')).toEqual(await mine.counts('Layers'));
		const [there, here] = [await theirs.camera(), await mine.camera()];
		expect(there.zoom).toBeCloseTo(here.zoom, 1);
		expect(there.lng).toBeCloseTo(here.lng, 2);
		expect(there.lat).toBeCloseTo(here.lat, 2);
	});

	test.each([
		['a topic that is not there', '/?topics=naval,zeppelins', 'topics has no “zeppelins”', 'naval'],
		['a feature that is not there', '/?feature=atlantis&topics=naval', 'There is no feature “atlantis”', 'naval'],
		['a date in words', '/?from=yesterday&topics=naval', 'from must be a year, a month or a day', 'naval'],
		['days the wrong way round', '/?from=2025-03-01&to=2024-01-01', 'is later than', 'all'],
		['half a box', '/?bbox=33,32,42', 'bbox must be west,south,east,north', 'all'],
		[
			'markup in a value',
			'/?layers=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
			'layers has no “<img src=x onerror=alert(1)>”',
			'all'
		],
		['a camera that is none', '/?topics=naval#map=9/somewhere/35', 'map must be', 'naval'],
		['a camera off the earth', '/#map=5/95/500', 'map must be', 'all']
	])('with %s says so, and shows the rest', async (_, path, note, kept) => {
		const dashboard = await open(path);
		await dashboard.page.getByRole('status').filter({ hasText: note }).waitFor();
		expect(await dashboard.listed()).toEqual(aboutOf(kept === 'naval' ? NAVAL : CLAIMS));
		await dashboard.page.getByRole('button', { name: 'Close this note' }).click();
		await dashboard.page.getByRole('status').filter({ hasText: note }).waitFor({ state: 'detached' });
		await dashboard.box('Layers', 'Libya').uncheck();
		await eventually(() => Object.keys(dashboard.query())).toEqual(
			kept === 'naval' ? ['layers', 'topics'] : ['layers']
		);
	});
});
