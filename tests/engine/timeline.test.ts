import { describe, expect, it } from 'vitest';
import type { Claim } from '$lib/domain/claim';
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { applyFilter } from '$lib/engine/filter-result';
import { columnsOf } from '$lib/engine/columns';
import { evidenceOf } from '$lib/engine/evidence';
import { filtersTime, clockFor, perhapsAfter, timelineOf, undatedOf } from '$lib/engine/timeline';
import type { Clock } from '$lib/filter/clauses';
import { claimWith, datasetWith, stated } from '../fixtures/dataset';

function columnsWith(...claims: Partial<Claim>[]) {
	return columnsOf(datasetWith({ claims: claims.map((claim, index) => claimWith({ id: `c-${index}`, ...claim })) }));
}

function histogram(columns: ReturnType<typeof columnsOf>, clock: Clock, clauses: Partial<Criteria> = {}) {
	return timelineOf(columns, applyFilter(columns, { ...EVERYTHING, ...clauses }), clock);
}

const open = (from: string | null, to: string | null) => ({
	edtf: `${from ?? '..'}/${to ?? '..'}`,
	basis: 'stated' as const,
	interval: { from, to }
});

describe('timelineOf', () => {
	it('counts certain days in their bins, and draws months and years as spans', () => {
		const columns = columnsWith(
			{ said: stated('2024-12-08') },
			{ said: stated('2024-12-10') },
			{ said: stated('2024-12-10') },
			{ said: stated('2024') }
		);
		const { unit, bins, spans } = histogram(columns, 'said');
		expect(unit).toBe('day');
		expect(bins.map(({ from, count }) => [from, count])).toEqual([
			['2024-12-08', 1],
			['2024-12-09', 0],
			['2024-12-10', 2]
		]);
		expect(spans).toEqual([{ first: 0, last: 2, openStart: true, openEnd: true, edtf: '2024', count: 1 }]);
	});

	it('runs forwards from years below 100, too', () => {
		const { unit, bins } = histogram(columnsWith({ said: stated('0050-06-07') }, { said: stated('1700') }), 'said');
		expect([unit, bins]).toEqual(['day', [{ from: '0050-06-07', to: '0050-06-07', count: 1 }]]);
		const years = histogram(columnsWith({ said: stated('0050-06-07') }, { said: stated('1700-01-01') }), 'said').bins;
		expect([years.at(0)?.from, years.at(-1)?.count]).toEqual(['0050-01-01', 1]);
		expect(years.map(({ from }) => from)).toEqual(years.map(({ from }) => from).toSorted());
	});

	it('takes months for some years, and years for many', () => {
		expect(histogram(columnsWith({ said: stated('2020-01-31') }, { said: stated('2024-03-01') }), 'said').unit).toBe(
			'month'
		);
		expect(histogram(columnsWith({ said: stated('1990-01-31') }, { said: stated('2024-03-01') }), 'said').unit).toBe(
			'year'
		);
	});

	it.each([
		['2024-04-29', 'day', 120],
		['2024-04-30', 'month', 4],
		['2033-12-31', 'month', 120],
		['2034-01-01', 'year', 11]
	])('has 120 bins at most: from 1 January 2024 to %s by %s', (last, unit, count) => {
		const { unit: taken, bins } = histogram(
			columnsWith({ said: stated('2024-01-01') }, { said: stated(last) }),
			'said'
		);
		expect([taken, bins.length]).toEqual([unit, count]);
	});

	it('keeps what its own clause leaves out, so that the range can be widened again', () => {
		const columns = columnsWith({ said: stated('2024-12-08') }, { said: stated('2024-12-10') });
		const narrowed = histogram(columns, 'said', { said: { from: '2024-12-10', to: null } });
		expect(narrowed.bins.map(({ count }) => count)).toEqual([1, 0, 1]);
	});

	it('drops what another clause leaves out, and keeps the axis', () => {
		const columns = columnsWith({ said: stated('2024-12-08'), topics: ['talks'] }, { said: stated('2024-12-10') });
		expect(histogram(columns, 'said', { topics: ['ships'] }).bins.map(({ count }) => count)).toEqual([0, 0, 1]);
	});

	it('counts claims without a date beside the axis', () => {
		const columns = columnsWith({ concerns: stated('2024-12-08') }, {}, {});
		expect(histogram(columns, 'happened')).toMatchObject({ undated: 2, bins: [{ from: '2024-12-08', count: 1 }] });
	});

	it('has no axis where nothing is dated', () => {
		expect(histogram(columnsWith({}, {}), 'happened')).toMatchObject({ bins: [], spans: [], undated: 2 });
	});

	it('dashes a date without an end', () => {
		const columns = columnsWith({ said: stated('2024-12-08') }, { said: open(null, '2024-12-08') });
		expect(histogram(columns, 'said').spans).toEqual([
			{ first: 0, last: 0, openStart: true, openEnd: false, edtf: '../2024-12-08', count: 1 }
		]);
	});

	it('counts dates that lie wholly off the axis beside it, and draws none of them on its edges', () => {
		const columns = columnsWith(
			{ concerns: stated('2024-12-08') },
			{ concerns: stated('2024-12-10') },
			{ concerns: stated('2022') },
			{ concerns: open(null, '2019-12-31') },
			{ concerns: open('2026-01-01', null), topics: ['talks'] }
		);
		expect(histogram(columns, 'happened')).toMatchObject({ spans: [], before: 2, after: 1 });
		expect(histogram(columns, 'happened', { topics: ['ships'] })).toMatchObject({ before: 2, after: 0 });
	});

	it('holds the whole of the months and years that it begins and ends in', () => {
		const columns = columnsWith(
			{ said: stated('2020-01-31') },
			{ said: stated('2024-03-01') },
			{ said: open(null, '2020-01-02') }
		);
		expect(histogram(columns, 'said')).toMatchObject({ before: 0, spans: [{ first: 0, last: 0, openStart: true }] });
	});

	it('has one span for dates of the same bins, called by all the days that they can mean', () => {
		const columns = columnsWith(
			{ said: stated('2020-01-31') },
			{ said: stated('2024-03-01') },
			{ said: { ...open('2021-01-05', '2021-06-07'), edtf: '2021-01-05/2021-06-07' } },
			{ said: { ...open('2021-01-09', '2021-06-30'), edtf: '2021-01-09/2021-06-30' } }
		);
		expect(histogram(columns, 'said').spans).toMatchObject([
			{ first: 12, last: 17, edtf: '2021-01-05/2021-06-30', count: 2 }
		]);
	});

	it('takes several years at a time where there are too many', () => {
		const { unit, bins } = histogram(columnsWith({ said: stated('1600-05') }, { said: stated('2024-03-01') }), 'said');
		expect(unit).toBe('year');
		expect(bins.length).toBeLessThanOrEqual(120);
		expect(bins[0]).toEqual({ from: '1600-01-01', to: '1603-12-31', count: 1 });
		expect(bins.at(-1)).toMatchObject({ from: '2024-01-01', count: 1 });
	});

	it('has an axis where no date has both ends', () => {
		const columns = columnsWith({ said: open('2019-01-01', null) }, { said: open(null, '2019-01-03') });
		const { bins, spans, undated } = histogram(columns, 'said');
		expect([bins.length, undated]).toEqual([3, 0]);
		expect(spans.map(({ edtf }) => edtf)).toEqual(['2019-01-01/..', '../2019-01-03']);
	});
});

describe('clockFor', () => {
	const some = { from: '2018-01-01', to: null };

	it.each<[string, Partial<Criteria>, Clock, Clock]>([
		['the one shown, without a clause', {}, 'happened', 'happened'],
		['the one with a clause', { happened: some }, 'said', 'happened'],
		['the one with a clause', { said: some }, 'happened', 'said'],
		['the one that claims of no stated time are of', { undated: true }, 'said', 'happened'],
		['the one shown, where both have one', { said: some, happened: some }, 'said', 'said'],
		['the one shown, as known on a day', { known: '2024-12-13' }, 'happened', 'happened']
	])('is %s', (_, clauses, shown, clock) => {
		expect(clockFor({ ...EVERYTHING, ...clauses }, shown)).toBe(clock);
	});

	it('tells where the other has a clause too', () => {
		const both = { ...EVERYTHING, said: some, happened: some };
		expect([filtersTime('said', both), filtersTime('happened', both), filtersTime('happened', EVERYTHING)]).toEqual([
			true,
			true,
			false
		]);
	});
});

describe('what a clock cannot show', () => {
	const columns = columnsWith(
		{ said: stated('2024-12-09'), concerns: stated('2018') },
		{ said: open('2024-12-13', '2024-12-15') },
		{ said: stated('2024-12'), topics: ['talks'] },
		{ said: stated('2025-03') }
	);
	const under = (clauses: Partial<Criteria>) => applyFilter(columns, { ...EVERYTHING, ...clauses });

	it('claims about no stated time are counted whatever is asked of that time, and under the other clauses', () => {
		expect(undatedOf(columns, under({}))).toBe(3);
		expect(undatedOf(columns, under({ undated: true }))).toBe(3);
		expect(undatedOf(columns, under({ happened: { from: '2018-01-01', to: null } }))).toBe(3);
		expect(undatedOf(columns, under({ topics: ['talks'] }))).toBe(1);
	});

	it('claims may have been said after a day that their date begins before and ends after', () => {
		const perhaps = (known: string, clauses: Partial<Criteria> = {}) =>
			perhapsAfter(known, columns, under({ known, ...clauses }));
		expect(perhaps('2024-12-13')).toBe(2);
		expect(perhaps('2024-12-15')).toBe(1);
		expect(perhaps('2024-12-31')).toBe(0);
		expect(perhaps('2024-12-13', { topics: ['talks'] })).toBe(1);
	});
});

describe('evidenceOf', () => {
	const columns = columnsWith(
		{ said: stated('2024-12-09'), positions: [{ question: 'leaving', answer: 'yes' }] },
		{
			said: stated('2025-03-01'),
			concerns: stated('2024-12'),
			about: ['harbour', 'north'],
			positions: [{ question: 'leaving', answer: 'no' }]
		},
		{ said: stated('2023-01-01'), about: ['hotel'] }
	);
	const evidence = (clauses: Partial<Criteria> = {}) =>
		evidenceOf(columns, applyFilter(columns, { ...EVERYTHING, ...clauses }));

	it('marks a feature on which claims contradict each other, and no other', () => {
		expect([...evidence().contested]).toEqual([1, 0, 0, 0]);
	});

	it('sees none in what was said of different times', () => {
		const changed = columnsWith(
			{ said: stated('2024-12-09'), positions: [{ question: 'leaving', answer: 'yes' }] },
			{ said: stated('2025-03-01'), positions: [{ question: 'leaving', answer: 'no' }] }
		);
		expect([...evidenceOf(changed, applyFilter(changed, EVERYTHING)).contested]).toEqual([0, 0, 0, 0]);
	});

	it('sees no contradiction in what was known before the second claim', () => {
		expect([...evidence({ known: '2025-01-01' }).contested]).toEqual([0, 0, 0, 0]);
	});

	it('knows when each feature was first and last spoken of', () => {
		expect([...evidence().firstSaid]).toEqual([20241209, 20250301, 20230101, 0]);
		expect([...evidence().lastSaid]).toEqual([20250301, 20250301, 20230101, 0]);
	});

	it('names the claim that ages are counted from', () => {
		expect(evidence()).toMatchObject({ reference: 20250301, latest: { edtf: '2025-03-01' } });
		expect(evidence({ known: '2024-12-31' }).latest?.edtf).toBe('2024-12-09');
		expect(evidence({ known: '2000' })).toMatchObject({ reference: 0, latest: null });
		const perhaps = columnsWith(
			{ said: stated('2024-12-09') },
			{
				said: {
					...stated('2025-03'),
					edtf: '[2024-12-01..2025-03-06]',
					interval: { from: '2024-12-01', to: '2025-03-06' }
				}
			}
		);
		const known = (day: string) =>
			evidenceOf(perhaps, applyFilter(perhaps, { ...EVERYTHING, known: day })).latest?.edtf;
		expect([known('2024-12-10'), known('2024-12-05'), known('2025-03-06')]).toEqual([
			'2024-12-09',
			'[2024-12-01..2025-03-06]',
			'[2024-12-01..2025-03-06]'
		]);
	});

	it('counts ages from the same claim whoever is asked and of what, so that two maps can be compared', () => {
		for (const clauses of [{ topics: [] }, { agents: ['captain'] }, { layers: ['coast'] }, { contested: true }]) {
			expect(evidence(clauses).reference).toBe(20250301);
		}
	});

	it.each([
		['2025-01-29', 0],
		['2025-01-28', 1],
		['2024-11-29', 1],
		['2024-11-28', 2],
		['2024-02-29', 2],
		['2024-02-28', 3]
	])('is of age %s %i, seen from 1 March 2025', (day, age) => {
		const told = columnsWith({ said: stated(day) }, { said: stated('2025-03-01'), about: ['north'] });
		expect(evidenceOf(told, applyFilter(told, EVERYTHING)).age[0]).toBe(age);
	});

	it('takes the beginning of a date without an end, and the end of one without a beginning', () => {
		const told = columnsWith({ said: open('2024-12-09', null) }, { said: open(null, '2024-12-20'), about: ['north'] });
		const { firstSaid, lastSaid, reference } = evidenceOf(told, applyFilter(told, EVERYTHING));
		expect([firstSaid[0], lastSaid[0]]).toEqual([20241209, 20241209]);
		expect([firstSaid[1], lastSaid[1], reference]).toEqual([20241220, 20241220, 20241220]);
	});

	it('counts ages from the latest claim that is known', () => {
		expect([...evidence().age]).toEqual([0, 0, 3, 3]);
		expect([...evidence({ known: '2023-06-01' }).age]).toEqual([3, 3, 0, 3]);
	});
});
