import { describe, expect, test } from 'vitest';
import { eventually, serveDashboard } from './atlas-page';
import { aboutOf, CLAIMS } from './geodata';

const atlas = serveDashboard();

/** What is typed, and the feature that it names. */
const SPELLINGS = [
	['Tartous', 'tartus-naval-facility', 'Tartus naval facility'],
	['Hmeimim', 'hmeimim-air-base', 'Khmeimim air base'],
	['طرطوس', 'tartus-naval-facility', 'Tartus naval facility'],
	['Хмеймим', 'hmeimim-air-base', 'Khmeimim air base'],
	['Тартус', 'tartus-naval-facility', 'Tartus naval facility'],
	['Ḥumaymīm', 'hmeimim-air-base', 'Khmeimim air base'],
	['Sam', 'damascus', 'Damascus'],
	['humaymim', 'hmeimim-air-base', 'Khmeimim air base'],
	['ISTANBUL', 'istanbul', 'Istanbul']
] as const;

describe('search', () => {
	test('finds a feature by any spelling, in any script, with and without diacritics', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		const suggested = dashboard.page.getByRole('list', { name: 'Found by name' });
		for (const [typed, id, name] of SPELLINGS) {
			await dashboard.search.fill(typed);
			await eventually(() => dashboard.listed()).toContain(id);
			await suggested.getByRole('button', { name: `Open ${name}`, exact: true }).waitFor();
		}
	});

	test('finds claims by their words, and leaves the others out', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		await dashboard.search.fill('plane banknotes');
		const claims = CLAIMS.filter(({ text }) => /\bplane/i.test(text) && /\bbanknotes/i.test(text));
		expect(claims.length).toBeGreaterThan(0);
		await eventually(() => dashboard.listed()).toEqual(aboutOf(claims));
		await dashboard.row('damascus-central-authority').click();
		await eventually(() => dashboard.notes()).toEqual(claims.map(({ id }) => id));
		expect(await dashboard.panel.textContent()).toContain('left out by the filter');
	});

	test.each(['dmitry pesk', 'Песков'])('finds the person %s, and what they said', async (typed) => {
		const dashboard = await (await atlas.open('/')).alive();
		await dashboard.search.fill(typed);
		await dashboard.page.getByRole('button', { name: 'Only Dmitry Peskov', exact: true }).click();
		const claims = CLAIMS.filter(({ attribution }) => attribution.some(({ agent }) => agent === 'dmitry-peskov'));
		await eventually(() => dashboard.listed()).toEqual(aboutOf(claims));
		expect(dashboard.query()).toEqual({ agents: 'dmitry-peskov' });
		expect(await dashboard.search.inputValue()).toBe('');
	});

	test('opens what it suggests, with all its claims', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		await dashboard.search.fill('تدمر');
		await dashboard.page.getByRole('button', { name: 'Open Hydrocarbon fields near Palmyra' }).click();
		await dashboard.heading('Hydrocarbon fields near Palmyra').waitFor();
		const claims = CLAIMS.filter(({ about }) => about.includes('palmyra-hydrocarbon-fields'));
		await eventually(() => dashboard.notes()).toEqual(claims.map(({ id }) => id));
	});

	test('of words that nobody used it says that nothing matches', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		await dashboard.search.fill('<b>zeppelin');
		await dashboard.panel.getByText('No claim matches all of these filters.').waitFor();
		expect(dashboard.query()).toEqual({ q: '<b>zeppelin' });
	});
});
