import { describe, expect, test } from 'vitest';
import { intervalOf } from '$lib/domain/edtf';
import { type Interval, overlaps } from '$lib/domain/interval';
import { type AtlasPage, eventually, serveDashboard } from './atlas-page';
import { aboutOf, CLAIMS, featureOf, LAYERS, middleOf, TOPICS, type WrittenClaim } from './geodata';

const atlas = serveDashboard();

const placed = (ids: readonly string[]) => ids.filter((id) => featureOf(id).geometry !== null);
const isIn = (layer: string) => (claim: WrittenClaim) => claim.about.some((id) => featureOf(id).layer === layer);
const isOn = (topic: string) => (claim: WrittenClaim) => claim.topics.includes(topic);

function countsOf<Item extends { title: string }>(
	items: readonly Item[],
	claimsOf: (item: Item) => readonly unknown[]
) {
	return Object.fromEntries(items.map((item) => [item.title, claimsOf(item).length]));
}

async function open(path = '/'): Promise<AtlasPage> {
	return (await atlas.open(path)).alive();
}

/** Map, list and figures show the features of exactly these claims. */
async function expectShown(dashboard: AtlasPage, ids: readonly string[], claims: readonly WrittenClaim[]) {
	await eventually(() => dashboard.listed()).toEqual(ids);
	expect(await dashboard.shown()).toBe(placed(ids).length);
	expect(await dashboard.status()).toMatch(new RegExp(`^${ids.length} features?, ${claims.length} claims?\\b`));
	expect(await dashboard.exportButton.textContent()).toMatch(new RegExp(`^Export ${ids.length} .*, ${claims.length} `));
}

describe('filter by topic', () => {
	test('what an unticked topic alone gave leaves map, list and counts, and the page stays', async () => {
		const dashboard = await open();
		await dashboard.mark();
		await dashboard.box('Topics', 'Economy and energy').uncheck();
		const left = CLAIMS.filter(({ topics }) => topics.some((topic) => topic !== 'economy-and-energy'));
		await expectShown(dashboard, aboutOf(left), left);
		expect(aboutOf(left)).not.toContain('homs-fertilizer-plant');
		expect(dashboard.query()['topics']?.split(',')).toEqual(
			TOPICS.map(({ id }) => id).filter((id) => id !== 'economy-and-energy')
		);
		expect(await dashboard.marked()).toBe(true);
	});

	test('“only” leaves one, “all” brings them back, “Clear all” takes every filter away', async () => {
		const dashboard = await open('/?layers=libya');
		await dashboard.only('Topics', 'Naval matters');
		await eventually(() => dashboard.query()).toEqual({ layers: 'libya', topics: 'naval' });
		expect(await dashboard.group('Topics').getByRole('checkbox', { checked: true }).count()).toBe(1);
		await dashboard.page.getByRole('button', { name: 'all topics' }).click();
		await eventually(() => dashboard.query()).toEqual({ layers: 'libya' });
		expect(await dashboard.group('Topics').getByRole('checkbox', { checked: false }).count()).toBe(0);
		await dashboard.page.getByRole('button', { name: 'Clear all', exact: true }).click();
		await expectShown(dashboard, aboutOf(CLAIMS), CLAIMS);
		expect(dashboard.query()).toEqual({});
	});
});

describe('filters together', () => {
	test('three filters give what each of them lets through', async () => {
		const dashboard = await open();
		await dashboard.only('Layers', 'Tartus');
		await dashboard.only('Topics', 'Naval matters');
		await dashboard.only('Sources', 'Kremlin to discuss Russian military bases with Syria’s new leadership');
		const claims = CLAIMS.filter(isIn('tartus'))
			.filter(isOn('naval'))
			.filter(({ source }) => source === 'kremlin-bases-2024-12-09');
		expect(claims.length).toBeGreaterThan(1);
		await expectShown(
			dashboard,
			aboutOf(claims).filter((id) => featureOf(id).layer === 'tartus'),
			claims
		);
		expect(dashboard.query()).toEqual({ layers: 'tartus', topics: 'naval', sources: 'kremlin-bases-2024-12-09' });
	});

	test('a group’s counts ignore its own filter and follow the others; what would give nothing says 0', async () => {
		const dashboard = await open();
		await dashboard.only('Layers', 'Tartus');
		const byTopic = countsOf(TOPICS, ({ id }) => CLAIMS.filter(isIn('tartus')).filter(isOn(id)));
		await eventually(() => dashboard.counts('Topics')).toEqual(byTopic);
		expect(await dashboard.counts('Layers')).toEqual(countsOf(LAYERS, ({ id }) => CLAIMS.filter(isIn(id))));
		await dashboard.only('Topics', 'Naval matters');
		const byLayer = countsOf(LAYERS, ({ id }) => CLAIMS.filter(isIn(id)).filter(isOn('naval')));
		await eventually(() => dashboard.counts('Layers')).toEqual(byLayer);
		expect(await dashboard.counts('Topics')).toEqual(byTopic);
		expect(byLayer['Homs']).toBe(0);
		expect(await dashboard.box('Layers', 'Homs').isEnabled()).toBe(true);
	});

	test('filters that let nothing through say so, and offer to be cleared', async () => {
		const dashboard = await open('/?layers=homs&topics=naval');
		await dashboard.panel.getByText('No claim matches all of these filters.').waitFor();
		expect(await dashboard.status()).toContain('0 features, 0 claims');
		expect(await dashboard.shown()).toBe(0);
		await dashboard.panel.getByRole('button', { name: 'Clear all filters' }).click();
		await expectShown(dashboard, aboutOf(CLAIMS), CLAIMS);
	});

	test('a range of days leaves what was said in it', async () => {
		const dashboard = await open();
		const range = dashboard.group('When it was said');
		await range.getByLabel('from').fill('2024-12-10');
		await range.getByLabel('to').fill('2024-12-12');
		const asked: Interval = { from: '2024-12-10', to: '2024-12-12' };
		const claims = CLAIMS.filter(({ said }) => overlaps(asked, intervalOf(said.edtf) as Interval));
		await expectShown(dashboard, aboutOf(claims), claims);
		expect(dashboard.query()).toEqual({ from: '2024-12-10', to: '2024-12-12' });
	});

	test('a box on the ground leaves what touches it, says so, and is taken away with one click', async () => {
		const dashboard = await open('/?bbox=28,40,30,42');
		expect(await dashboard.listed()).toEqual(['istanbul']);
		await dashboard.page.getByText('Only in the rectangle 28° to 30° east, 40° to 42° north.').waitFor();
		await dashboard.page.getByRole('button', { name: 'Remove the area' }).click();
		await expectShown(dashboard, aboutOf(CLAIMS), CLAIMS);
	});

	test('a speaker leaves what came from or through them', async () => {
		const dashboard = await open();
		await dashboard.page.getByText('According to', { exact: true }).click();
		await dashboard.only('Speakers and outlets', 'Dmitry Peskov');
		const claims = CLAIMS.filter(({ attribution }) => attribution.some(({ agent }) => agent === 'dmitry-peskov'));
		await expectShown(dashboard, aboutOf(claims), claims);
	});
});

test('a layer that is unticked is no longer on the map itself', async () => {
	const dashboard = await open();
	const name = dashboard.map.getByText(featureOf('homs-fertilizer-plant').name, { exact: true });
	const point = async () => (await dashboard.idle()).pointAt(middleOf('homs-fertilizer-plant'));
	const { x, y } = await point();
	await dashboard.page.mouse.move(x, y);
	await name.waitFor();
	await dashboard.box('Layers', 'Homs').uncheck();
	await dashboard.page.mouse.move(x, y + 200);
	await name.waitFor({ state: 'detached' });
	await dashboard.idle();
	await dashboard.page.mouse.move(x, y);
	await eventually(async () => (await dashboard.map.locator('output').textContent())?.trim()).toMatch(/^34\.7/);
	expect(await name.count()).toBe(0);
});
