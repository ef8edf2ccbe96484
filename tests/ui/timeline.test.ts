import { describe, expect, it } from 'vitest';
import type { Bin, Span, Timeline } from '$lib/engine/timeline';
import { type DayInput, dayInputAfter } from '$lib/ui/timeline/day-input';
import { densityOf, drawLanes, lanesOf, numbersOf, scalesOf } from '$lib/ui/timeline/lanes';
import { endOn, inOrder, isTurned, rangeOn, rangeWords } from '$lib/ui/timeline/range';
import { ticksOf } from '$lib/ui/timeline/ticks';
import { binWords, keyOf, timelineRows } from '$lib/ui/timeline/timeline-words';

const span = (first: number, last: number, count = 1): Span => ({
	first,
	last,
	openStart: false,
	openEnd: false,
	edtf: `20${10 + first}/20${10 + last}`,
	count
});

const day = (number: number, count = 0): Bin => {
	const text = `2024-12-${String(number).padStart(2, '0')}`;
	return { from: text, to: text, count };
};

const DAYS: Timeline = {
	clock: 'said',
	unit: 'day',
	bins: [day(9, 2), day(10), day(11, 3)],
	spans: [span(0, 2, 4)],
	before: 1,
	after: 0,
	undated: 5
};

describe('lanesOf', () => {
	it('lays spans that share no bin in one lane, and loses none', () => {
		const [a, b, c, d] = [span(0, 3), span(1, 5), span(4, 4), span(6, 9)];
		expect(lanesOf([a, b, c, d], 5)).toEqual([[a, c, d], [b]]);
	});

	it('gives up where they take more lanes than there are', () => {
		const all = Array.from({ length: 11 }, (_, last) => span(0, last));
		expect(lanesOf(all, 11)).toHaveLength(11);
		expect(lanesOf(all, 10)).toBeNull();
	});
});

describe('densityOf', () => {
	it('counts the claims whose spans lie over each bin', () => {
		expect(densityOf([span(0, 1, 2), span(1, 3, 5), span(3, 3)], 4)).toEqual([2, 7, 5, 6]);
	});
});

describe('the lanes as they are drawn', () => {
	const ROOM = { above: 30, below: 39 };

	it('make a span as thick as a bar of as many claims is tall', () => {
		const lanes = [[span(82, 112, 47)]];
		const { bars, spans } = scalesOf(26, lanes, ROOM);
		expect(bars).toBe(spans);
		expect(drawLanes(lanes, spans, ROOM)[0]?.spans[0]?.thick).toBeCloseTo(38);
	});

	it('leave the bars their height beside a span of very many', () => {
		const { bars, spans } = scalesOf(3, [[span(0, 9, 3000)]], ROOM);
		expect(bars * 3).toBe(12);
		expect(spans * 3000).toBeCloseTo(38);
	});

	it('stay in their room, however many claims they are of', () => {
		for (const counts of [[1], [1, 1, 1], [500, 1, 3], [9, 8, 7, 6, 5, 4, 3, 2, 1, 4000]]) {
			const lanes = counts.map((count) => [span(0, 3, count)]);
			const drawn = drawLanes(lanes, scalesOf(5, lanes, ROOM).spans, ROOM);
			const ends = drawn.map(({ spans: [one], high }) => (one?.y ?? 0) + high / 2);
			expect(Math.max(...ends)).toBeLessThanOrEqual(ROOM.below);
		}
	});

	it('are as high as a number where there is room for that, and fill their room where they are of many claims', () => {
		const drawn = (lanes: number, count: number) => {
			const spans = Array.from({ length: lanes }, () => [span(0, 3, count)]);
			return drawLanes(spans, scalesOf(5, spans, ROOM).spans, ROOM);
		};
		expect(drawn(2, 1).map(({ high }) => high)).toEqual([12, 12]);
		expect(drawn(9, 1).every(({ high }) => high < 12)).toBe(true);
		for (const lanes of [1, 3, 5]) {
			const last = drawn(lanes, 4000).at(-1)!;
			expect(last.spans[0]!.y + last.high / 2).toBeGreaterThan(ROOM.below - 2);
		}
	});

	it('have numbers on a thick span, after a thin one, and none where the next is too near', () => {
		const lanes = drawLanes([[span(0, 0, 2), span(1, 2, 3), span(9, 9, 40)]], 0.9, ROOM);
		expect(numbersOf(lanes, 10, 300).map(({ at, count }) => [at, count])).toEqual([
			[3, 3],
			[9, 40]
		]);
		expect(numbersOf(lanes, 10, 0)).toEqual([]);
	});
});

describe('ticksOf', () => {
	const bins = Array.from({ length: 30 }, (_, index) => day(index + 1));

	it.each([
		[1400, 14],
		[342, 3],
		[120, 1],
		[0, 1]
	])('names as many days as stand side by side in %i pixels', (width, most) => {
		const ticks = ticksOf({ bins, unit: 'day' }, width);
		const apart = ((ticks[1]?.at ?? 30) - 0) * (width / 30);
		expect(ticks.length).toBeLessThanOrEqual(most);
		expect(ticks[0]).toEqual({ at: 0, text: '1 Dec 2024' });
		if (ticks.length > 1) expect(apart).toBeGreaterThan(11 * 7.5);
	});
});

describe('endOn', () => {
	it.each<[string, string, number | null]>([
		['at the end of its bin', '2024-12-10', 2],
		['at the beginning, where it is before the axis', '2024-12-01', 0],
		['nowhere, where it is after the axis', '2025-01-01', null]
	])('is %s', (_, known, end) => {
		expect(endOn(DAYS.bins, known)).toBe(end);
	});

	it('is within a bin that is longer than a day', () => {
		expect(endOn([{ from: '2024-09-01', to: '2024-09-30', count: 1 }], '2024-09-15')).toBe(0.5);
	});
});

describe('a range on the axis', () => {
	it.each<[string, string | null, string | null, [number, number], string, string]>([
		['without bounds', null, null, [0, 2], '9 December 2024', '11 December 2024'],
		['on it', '2024-12-10', '2024-12-10', [1, 1], '10 December 2024', '10 December 2024'],
		['after it', '2025-06-01', null, [3, 2], '1 June 2025, after the last day of the axis', 'no last day'],
		['before it', null, '2020-01-01', [0, -1], 'no first day', '1 January 2020, before the first day of the axis'],
		[
			'wider than it',
			'2020-01-01',
			'2025-06-01',
			[-1, 3],
			'1 January 2020, before the first day of the axis',
			'1 June 2025, after the last day of the axis'
		]
	])('%s', (_, from, to, [first, last], firstWords, lastWords) => {
		expect(rangeOn(DAYS.bins, { from, to })).toEqual({ first, last });
		expect(rangeWords(DAYS, { from, to })).toEqual({ first: firstWords, last: lastWords });
	});

	it('is called by its days where they are not the ends of bins', () => {
		const months: Timeline = { ...DAYS, unit: 'month', bins: [{ from: '2024-12-01', to: '2024-12-31', count: 1 }] };
		expect(rangeWords(months, { from: '2024-12-01', to: '2024-12-31' }).last).toBe('December 2024');
		expect(rangeWords(months, { from: '2024-12-15', to: null }).first).toBe('15 December 2024');
	});
});

describe('a range turned round', () => {
	it('has its ends exchanged; one with an open end cannot be turned', () => {
		expect(inOrder({ from: '2025-03-01', to: '2024-12-08' })).toEqual({ from: '2024-12-08', to: '2025-03-01' });
		expect(isTurned({ from: '2025-03-01', to: null })).toBe(false);
		expect(isTurned({ from: '2024-12-08', to: '2024-12-08' })).toBe(false);
	});
});

describe('how a day comes into its field', () => {
	it.each<[string, string[], DayInput]>([
		['is picked where no key is pressed', [], 'picked'],
		['is picked where keys only move', ['Tab', 'ArrowRight', ' ', 'Enter'], 'picked'],
		['is stepped to with an arrow', ['ArrowRight', 'ArrowUp'], 'stepped'],
		['is typed, whatever is pressed after a digit', ['ArrowUp', '2', 'ArrowUp', 'Enter'], 'typed'],
		['is typed where something is taken away', ['Backspace'], 'typed']
	])('%s', (_, keys, input) => {
		expect(keys.reduce(dayInputAfter, 'picked')).toBe(input);
	});
});

describe('the timeline in words', () => {
	it('tells each day, each span, what is off the axis and what has no date, and nothing of none', () => {
		expect(timelineRows(DAYS).map(({ when, count }) => `${when}: ${count}`)).toEqual([
			'9 December 2024: 2',
			'11 December 2024: 3',
			'2010 to 2012: 4',
			'before 9 December 2024: 1',
			'no stated time: 5'
		]);
	});

	it('tells what is beyond both ends of the axis', () => {
		const rows = timelineRows({ ...DAYS, before: 7, after: 3 });
		expect(rows).toContainEqual({ when: 'before 9 December 2024', count: 7 });
		expect(rows).toContainEqual({ when: 'after 11 December 2024', count: 3 });
	});

	it('tells all in one where there are too many centuries', () => {
		const bins = Array.from({ length: 90 }, (_, index) => {
			const century = String(10 + index);
			return { from: `${century}00-01-01`, to: `${century}99-12-31`, count: 2 };
		});
		const rows = timelineRows({ ...DAYS, unit: 'year', bins, spans: [], before: 0, undated: 0 });
		expect(rows).toEqual([{ when: '1000 to 9999', count: 180 }]);
	});

	it('stays short for large data, and counts every claim', () => {
		const bins = Array.from({ length: 120 }, (_, index) => {
			const year = String(1700 + index * 2);
			return { from: `${year}-01-01`, to: `${Number(year) + 1}-12-31`, count: 1 };
		});
		const spans = Array.from({ length: 3000 }, (_, index) => span(index % 60, 60 + (index % 60)));
		const rows = timelineRows({ ...DAYS, unit: 'year', bins, spans });
		expect(rows.length).toBeLessThan(30);
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(120 + 3000 + 1 + 5);
		expect(rows[0]).toEqual({ when: '1700 to 1709', count: 5 });
		expect(rows.at(-3)).toEqual({ when: '3000 different dates that are uncertain or last', count: 3000 });
	});

	it('has a key to the picture', () => {
		const one = { bars: 2, spans: 2 };
		expect(keyOf(DAYS, one, null)).toBe(
			'Bar: claims of one day, 3 at most. Below the axis: uncertain or longer dates, each as thick as a bar of as many claims is tall.'
		);
		expect(keyOf(DAYS, { ...one, spans: 1 }, null)).toMatch(/longer dates, the thicker, the more claims\.$/);
		expect(keyOf({ ...DAYS, spans: [] }, one, null)).toBe('Bar: claims of one day, 3 at most.');
		const years = { ...DAYS, bins: [{ from: '1700-01-01', to: '1703-12-31', count: 2 }], spans: [] };
		expect(keyOf(years, one, null)).toBe('Bar: claims of some years, 2 at most.');
		expect(keyOf(DAYS, one, 7)).toContain('Band: 1 uncertain or longer dates drawn together, 7 claims at most.');
	});

	it('calls a bin of several years by its first and its last', () => {
		expect(binWords({ from: '1700-01-01', to: '1703-12-31' }, 'year')).toBe('1700 to 1703');
	});
});
