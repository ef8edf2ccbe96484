import { describe, expect, it } from 'vitest';
import { shareOf, spanOf, ticksOf } from '$lib/ui/pages/time-line';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };

describe('the span of dates', () => {
	it('is from the first to the last day that they can mean', () => {
		const dates = [
			{ from: '2024-03-01', to: '2024-03-31' },
			{ from: '2023-05-05', to: null },
			{ from: null, to: '2024-02-02' }
		];
		expect(spanOf(dates)).toEqual({ from: '2023-05-05', to: '2024-03-31' });
	});

	it('is open where there is none', () => {
		expect(spanOf([])).toEqual({ from: null, to: null });
	});
});

describe('a share of a span', () => {
	it.each([
		['its first day', '2024-01-01', '2024-01-01', 0, 1 / 366],
		['its last day', '2024-12-31', '2024-12-31', 365 / 366, 1],
		['all of it', '2024-01-01', '2024-12-31', 0, 1],
		['the month of February', '2024-02-01', '2024-02-29', 31 / 366, 60 / 366],
		['what begins before it', '2020-01-01', '2024-01-31', 0, 31 / 366],
		['what ends after it', '2024-12-01', '2030-01-01', 335 / 366, 1],
		['what is open on both sides', null, null, 0, 1]
	])('is %s', (_, from, to, start, end) => {
		const share = shareOf(YEAR, { from, to });
		expect([share.start, share.end]).toEqual([expect.closeTo(start), expect.closeTo(end)]);
	});

	it('is all of a span that is one day, or none', () => {
		expect(shareOf({ from: '2024-05-05', to: '2024-05-05' }, YEAR)).toEqual({ start: 0, end: 1 });
		expect(shareOf({ from: null, to: null }, YEAR)).toEqual({ start: 0, end: 1 });
	});
});

describe('the ticks of a span', () => {
	it('are its first day, the months in it, and its last day', () => {
		const ticks = ticksOf({ from: '2024-11-12', to: '2025-02-03' });
		expect(ticks.map(({ day }) => day)).toEqual([
			'2024-11-12',
			'2024-12-01',
			'2025-01-01',
			'2025-02-01',
			'2025-02-03 (end)'
		]);
		expect(ticks.map(({ closes }) => closes)).toEqual([false, false, false, false, true]);
		expect(ticks.map(({ at }) => at)).toEqual([...ticks.map(({ at }) => at)].sort((a, b) => a - b));
	});

	it('have names that stand clear of each other, the first and the last always', () => {
		const ticks = ticksOf(YEAR);
		const named = ticks.filter(({ label }) => label !== null);
		expect(named[0]?.label).toBe('1 Jan 2024');
		expect(named.at(-1)?.label).toBe('31 Dec 2024');
		expect(named.length).toBeGreaterThan(3);
		for (const [place, { at }] of named.slice(1).entries()) expect(at - named[place]!.at).toBeGreaterThan(0.18);
	});

	it('are one of a single day, and none of no day', () => {
		expect(ticksOf({ from: '2024-05-05', to: '2024-05-05' })).toEqual([
			{ day: '2024-05-05', at: 0, label: '5 May 2024', closes: false }
		]);
		expect(ticksOf({ from: null, to: null })).toEqual([]);
	});
});
