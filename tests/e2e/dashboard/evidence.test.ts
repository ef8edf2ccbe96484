import { describe, expect, test } from 'vitest';
import { type AtlasPage, eventually, serveDashboard, words } from './atlas-page';
import { AGENTS, CLAIMS, NOTES, TOPICS } from './geodata';

const atlas = serveDashboard();

const ofTartus = CLAIMS.filter(({ about }) => about.includes('tartus-naval-facility'));

async function open(path: string): Promise<AtlasPage> {
	return (await atlas.open(path)).alive();
}

describe('open a feature', () => {
	test('from the list by a click, and go back to where the list was', async () => {
		const dashboard = await open('/');
		await dashboard.row('moscow-state-bank').click();
		await dashboard.heading('State bank in Moscow').waitFor();
		expect(dashboard.query()).toEqual({ feature: 'moscow-state-bank' });
		expect(await dashboard.page.title()).toMatch(/^State bank in Moscow · /);
		await dashboard.page.getByRole('button', { name: 'All features' }).click();
		await eventually(() => dashboard.page.locator(':focus').getAttribute('data-feature')).toBe('moscow-state-bank');
	});

	test('from the list by keyboard, which is then in the panel', async () => {
		const dashboard = await open('/');
		await dashboard.row('istanbul').focus();
		await dashboard.page.keyboard.press('Enter');
		await dashboard.heading('Istanbul').waitFor();
		await eventually(() => dashboard.panel.evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
		await dashboard.page.keyboard.press('Escape');
		await eventually(() => dashboard.page.locator(':focus').getAttribute('data-feature')).toBe('istanbul');
	});

	test('from a link', async () => {
		const dashboard = await open('/?feature=turkish-deployment');
		await dashboard.heading('Turkish deployment in northern Syria').waitFor();
		expect(await dashboard.notes()).toEqual(['c-deal-08b', 'c-deal-08c']);
	});

	test('a name is shown in its language and direction', async () => {
		const dashboard = await open('/?feature=tartus-naval-facility');
		const arabic = dashboard.panel.getByText('القاعدة البحرية الروسية في طرطوس', { exact: true });
		expect(await arabic.getAttribute('lang')).toBe('ar');
		expect(await arabic.evaluate((name) => [name.tagName, getComputedStyle(name).direction])).toEqual(['BDI', 'rtl']);
		expect(
			await dashboard.panel
				.getByText('пункт материально-технического обеспечения в Тартусе', { exact: true })
				.getAttribute('lang')
		).toBe('ru');
	});
});

describe('read what the sources say', () => {
	test('every claim is there, with its text, topics, modality, source and paragraph', async () => {
		const dashboard = await open('/?feature=tartus-naval-facility');
		const titleOf = (id: string) => TOPICS.find((topic) => topic.id === id)!.title;
		expect(await dashboard.notes()).toEqual(ofTartus.map(({ id }) => id));
		for (const claim of ofTartus) {
			const note = dashboard.note(claim.id);
			expect(await note.locator('.text').textContent()).toBe(claim.text);
			expect(await note.locator('.topic').allTextContents()).toEqual(claim.topics.map(titleOf));
			expect(await note.locator('.modality').textContent()).toBe(
				claim.modality === 'asserted' ? 'stated as fact, unattributed' : claim.modality
			);
			expect(words(await note.textContent())).toContain(`paragraph ${claim.selector.paragraph}`);
		}
	});

	test('each claim says who said it and through whom, in that order', async () => {
		const dashboard = await open('/?feature=tartus-naval-facility');
		for (const { id, attribution } of ofTartus) {
			const shown = await dashboard.note(id).locator('.attribution bdi').allTextContents();
			expect(shown).toEqual(attribution.map(({ agent }) => AGENTS.get(agent)));
		}
		const relayed = words(await dashboard.note('c-hts-08a').locator('.attribution').textContent());
		expect(relayed).toBe(
			'A source in Russia’s Defence Ministry, unnamed, through Bloomberg News and Unnamed outlet, December 2024'
		);
	});

	test('a date that was inferred says so, and why', async () => {
		const dashboard = await open('/?feature=damascus-hotel-talks');
		const [claim] = CLAIMS.filter(({ about }) => about.includes('damascus-hotel-talks'));
		const note = dashboard.note(claim!.id);
		const why = note.getByText(claim!.said.remark!, { exact: true });
		expect(await why.isVisible()).toBe(false);
		await note.getByText('inferred', { exact: true }).first().click();
		await why.waitFor();
		expect(await note.locator('time').first().getAttribute('datetime')).toBe(claim!.said.edtf);
	});

	test('notes stand by source, or by time, and keep their numbers', async () => {
		const dashboard = await open('/?feature=tartus-naval-facility');
		await dashboard.panel.getByLabel('by time').check();
		const byTime = await dashboard.notes();
		const said = byTime.map((id) =>
			CLAIMS.find((claim) => claim.id === id)!
				.said.edtf.replace('[', '')
				.slice(0, 10)
		);
		expect(said).toEqual([...said].sort());
		expect(said[0]).toBe('2024-12-08');
		expect(await dashboard.panel.locator('.note .number').allTextContents()).toEqual(
			byTime.map((id) => String(NOTES['tartus-naval-facility']!.indexOf(id) + 1))
		);
		await dashboard.panel.getByLabel('by source').check();
		await eventually(() => dashboard.notes()).toEqual(ofTartus.map(({ id }) => id));
	});

	test('the link of each claim lands on that claim on its source’s page', async () => {
		const dashboard = await open('/?feature=tartus-naval-facility');
		const links = await dashboard.panel
			.locator('.note .number')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(links).toEqual(ofTartus.map(({ id, source }) => `/sources/${source}#${id}`));
		const last = ofTartus.at(-1)!;
		await dashboard.note(last.id).locator('.number').click();
		await dashboard.page.waitForURL(`**/sources/${last.source}#${last.id}`);
		const target = dashboard.page.locator(':target');
		await target.waitFor();
		expect(await target.textContent()).toContain(last.text);
		await eventually(() => target.evaluate((note) => note.getBoundingClientRect().top)).toBeLessThan(720);
	});

	test('what the filter leaves out is counted, and comes back with one click', async () => {
		const dashboard = await open('/?topics=naval&feature=tartus-naval-facility');
		const naval = ofTartus.filter(({ topics }) => topics.includes('naval'));
		expect(await dashboard.notes()).toEqual(naval.map(({ id }) => id));
		expect(words(await dashboard.panel.textContent())).toContain(
			`${ofTartus.length - naval.length} claims are left out by the filter.`
		);
		await dashboard.panel.getByRole('button', { name: 'Clear the filter' }).click();
		await eventually(() => dashboard.notes()).toEqual(ofTartus.map(({ id }) => id));
	});
});
