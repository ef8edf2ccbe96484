import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { intervalOf } from '$lib/domain/edtf';
import type { Interval } from '$lib/domain/interval';
import { type AtlasPage, eventually, serveDashboard } from './atlas-page';
import { CLAIMS } from './geodata';

const atlas = serveDashboard();

async function open(path = '/'): Promise<AtlasPage> {
	return (await atlas.open(path)).alive();
}

/** Types the digits of a day; where day and month are the same number, no language of the browser's puts them elsewhere. */
async function typeDay(field: Locator, digits: string): Promise<void> {
	await field.focus();
	await field.pressSequentially(digits);
}

describe('the timeline', () => {
	test('its sliders move by key, say their day, and filter at once', async () => {
		const dashboard = await open();
		const last = dashboard.page.getByRole('slider', { name: 'Last day of the range' });
		await last.focus();
		await last.press('Home');
		await eventually(() => dashboard.query()).toEqual({ to: '2024-12-08' });
		expect(await last.getAttribute('aria-valuetext')).toBe('8 December 2024');
		expect(await dashboard.listed()).not.toContain('turkish-deployment');
	});

	test('“all time” takes the range away, and the whole axis is no clause', async () => {
		const dashboard = await open('/?from=2025-01');
		await dashboard.page.getByRole('button', { name: 'all time' }).click();
		await eventually(() => dashboard.query()).toEqual({});
	});

	test('a drag filters as it goes, and is one step of history when it is let go', async () => {
		const dashboard = await (await atlas.open('/')).alive();
		const { page } = dashboard;
		const track = (await page.getByRole('slider', { name: 'Last day of the range' }).boundingBox())!;
		const claims = await dashboard.status();
		await page.mouse.move(track.x + track.width - 6, track.y + track.height / 2);
		await page.mouse.down();
		for (const share of [0.6, 0.45, 0.3]) {
			await page.mouse.move(track.x + share * track.width, track.y + track.height / 2);
			await eventually(() => dashboard.status()).not.toBe(claims);
		}
		expect(dashboard.query()).toEqual({});
		await page.mouse.up();
		await eventually(() => Object.keys(dashboard.query())).toEqual(['to']);
		await page.goBack();
		await eventually(() => dashboard.query()).toEqual({});
		await eventually(() => dashboard.status()).toBe(claims);
	});

	test('its sliders say of a range off the axis where it lies, and moving one leaves the other end as it was typed', async () => {
		const dashboard = await open('/?from=2025-06-01&to=2025-07-01');
		const first = dashboard.page.getByRole('slider', { name: 'First day of the range' });
		expect(await first.getAttribute('aria-valuetext')).toBe('1 June 2025, after the last day of the axis');
		await first.focus();
		await first.press('ArrowLeft');
		await eventually(() => dashboard.query()).toEqual({ from: '2025-03-05', to: '2025-07-01' });
	});

	test('draws every span, and tells in words what it draws', async () => {
		const dashboard = await open();
		await dashboard.page.getByRole('radio', { name: 'When it happened' }).check();
		const table = dashboard.page.getByRole('table', { name: /^When it happened/ });
		await table.getByRole('row', { name: /^before / }).waitFor();
		const rows = await table.getByRole('row').allInnerTexts();
		const counted = rows.slice(1).map((row) => Number(row.split(/\s+/).at(-1)));
		expect(counted.reduce((sum, count) => sum + count, 0)).toBe(CLAIMS.length);
		expect(await dashboard.page.locator('.timeline svg line.span').count()).toBeGreaterThan(5);
	});

	test('a range can be typed on either clock', async () => {
		const dashboard = await open();
		await dashboard.page.getByRole('radio', { name: 'When it happened' }).check();
		const range = dashboard.page.getByRole('group', { name: 'When it happened' });
		await range.getByLabel('from').fill('2018-01-01');
		await range.getByLabel('to').fill('2018-12-31');
		await eventually(() => dashboard.query()).toEqual({
			'happened-from': '2018-01-01',
			'happened-to': '2018-12-31'
		});
		await eventually(() => dashboard.listed()).toContain('moscow-state-bank');
		expect(await dashboard.listed()).not.toContain('damascus');
	});

	test('a range turned round is kept as it was meant', async () => {
		const dashboard = await open('/?to=2024-12-10');
		await dashboard.page.getByRole('group', { name: 'When it was said' }).getByLabel('from').fill('2024-12-12');
		await eventually(() => dashboard.query()).toEqual({ from: '2024-12-10', to: '2024-12-12' });
	});

	test.each([
		['the first day first', ['from', 'to'] as const, '/'],
		['the last day first', ['to', 'from'] as const, '/'],
		['over a range that ends before it', ['from', 'to'] as const, '/?from=2024-10-01&to=2024-10-31'],
		['over a range that begins after it', ['to', 'from'] as const, '/?from=2025-03-01&to=2025-03-30']
	])('a range typed by key arrives as it was meant: %s', async (_, ends, path) => {
		const dashboard = await open(path);
		const range = dashboard.page.getByRole('group', { name: 'When it was said' });
		const typed = { from: '11112024', to: '12122024' };
		for (const end of ends) await typeDay(range.getByLabel(end), typed[end]);
		await range.getByLabel(ends[1]).press('Enter');
		await eventually(() => dashboard.query()).toEqual({ from: '2024-11-11', to: '2024-12-12' });
	});

	test('a range typed the wrong way round is exchanged once its fields are left', async () => {
		const dashboard = await open();
		const range = dashboard.page.getByRole('group', { name: 'When it was said' });
		await typeDay(range.getByLabel('from'), '12122024');
		await typeDay(range.getByLabel('to'), '11112024');
		await eventually(() => dashboard.query()).toEqual({ from: '2024-12-12' });
		await dashboard.page.getByRole('radio', { name: 'When it was said' }).focus();
		await eventually(() => dashboard.query()).toEqual({ from: '2024-11-11', to: '2024-12-12' });
		expect(await range.getByLabel('from').inputValue()).toBe('2024-11-11');
	});

	test('half a day that was typed changes nothing', async () => {
		const dashboard = await open('/?from=2024-12-10');
		const from = dashboard.page.getByRole('group', { name: 'When it was said' }).getByLabel('from');
		await from.focus();
		await from.press('Backspace');
		await from.blur();
		expect(await from.inputValue()).toBe('2024-12-10');
		expect(dashboard.query()).toEqual({ from: '2024-12-10' });
	});

	test('starts on the clock that has a filter, and says where the other has one', async () => {
		const dashboard = await open('/?happened-from=2018&happened-to=2019');
		const happened = dashboard.page.getByRole('radio', { name: 'When it happened' });
		expect(await happened.isChecked()).toBe(true);
		await dashboard.page.getByRole('radio', { name: 'When it was said' }).check();
		await dashboard.page.getByText('When it happened (set)').waitFor();
		await dashboard.page.getByRole('button', { name: /^clear.*When it happened$/ }).click();
		await eventually(() => dashboard.query()).toEqual({});
		expect(await dashboard.page.getByText('(set)').count()).toBe(0);
	});

	test('a link to the claims about no stated time counts them', async () => {
		const dashboard = await open('/?undated=1');
		const undated = CLAIMS.filter((claim) => !('concerns' in claim));
		const only = dashboard.page.getByRole('checkbox', { name: `only the ${undated.length} of no stated time` });
		expect(await only.isChecked()).toBe(true);
		await dashboard.page.getByRole('radio', { name: 'When it was said' }).check();
		expect(await only.isChecked()).toBe(true);
	});

	test('claims about no stated time are counted beside it, and can be shown alone', async () => {
		const dashboard = await open();
		await dashboard.page.getByRole('radio', { name: 'When it happened' }).check();
		const undated = CLAIMS.filter((claim) => !('concerns' in claim));
		const only = dashboard.page.getByRole('checkbox', { name: `only the ${undated.length} of no stated time` });
		await only.check();
		await eventually(() => dashboard.query()).toEqual({ undated: '1' });
		expect(await dashboard.status()).toContain(`, ${undated.length} claims`);
	});
});

describe('the axis', () => {
	test.each([390, 768, 1440])('has names that do not overlap at %i pixels', async (width) => {
		const { page } = await atlas.open('/', { viewport: { width, height: 900 } });
		const names = page.locator('.timeline .ticks span');
		await names.first().waitFor({ state: 'attached' });
		const boxes = await names.evaluateAll((all) => all.map((name) => name.getBoundingClientRect().toJSON() as DOMRect));
		boxes.forEach(({ right }, place) => expect(right).toBeLessThan(boxes[place + 1]?.left ?? Infinity));
	});
});

describe('as known on a day', () => {
	test('a day that is typed is taken when it is whole', async () => {
		const dashboard = await open();
		const known = dashboard.page.getByLabel('As known on');
		await typeDay(known, '12122024');
		expect(dashboard.query()).toEqual({});
		await known.press('Enter');
		await eventually(() => dashboard.query()).toEqual({ known: '2024-12-12' });
	});

	test('the timeline draws where knowledge ends, fades what begins later, and counts what only may be later', async () => {
		const dashboard = await open('/?known=2024-12-13');
		const picture = dashboard.page.locator('.timeline .picture');
		await picture.getByText('as known on 13 Dec 2024').waitFor();
		expect(await picture.locator('line.cut').count()).toBe(1);
		expect(await picture.locator('line.span.out').count()).toBeGreaterThan(0);
		const perhaps = CLAIMS.filter(({ said: { edtf } }) => {
			const { from, to } = intervalOf(edtf) as Interval;
			return (from ?? '') <= '2024-12-13' && (to ?? '9999') > '2024-12-13';
		});
		await dashboard.page.getByText(`${perhaps.length} of these may have been said later`).waitFor();
	});

	test('what was said later is not there yet', async () => {
		const dashboard = await open('/?feature=hmeimim-air-base');
		await eventually(() => dashboard.notes()).toContain('c-hts-12a');
		await dashboard.page.getByLabel('As known on').fill('2024-12-10');
		await eventually(() => dashboard.query()).toMatchObject({ known: '2024-12-10' });
		await eventually(() => dashboard.notes()).not.toContain('c-hts-12a');
		const said = new Map(CLAIMS.map((claim) => [claim.id, intervalOf(claim.said.edtf) as Interval]));
		expect((await dashboard.notes()).map((id) => said.get(id)!.from! <= '2024-12-10')).not.toContain(false);
		expect(await dashboard.notes()).toContain('c-kremlin-01a');
	});
});

describe('positions', () => {
	test('each says how it was read', async () => {
		const dashboard = await open('/?feature=hmeimim-air-base');
		const note = dashboard.note('c-hts-12a');
		await note.getByText('Takes a position').click();
		expect(await note.textContent()).toContain('the photographs only suggest it');
	});
});
