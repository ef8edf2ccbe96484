import { describe, expect, test } from 'vitest';
import { unexplainedDates } from '$lib/ingest/fit/recorded';

/** What nothing explains of a date record, where a text says something, said on a day. */
const unexplained = (edtf: string, text: string, spoken: string | null = '2024-12-20', known: string[] = []) =>
	unexplainedDates({ edtf, basis: 'stated' }, [text], known, spoken, 'en');

describe('a date that is recorded of a claim is explained', () => {
	test.each([
		['by its day', '2024-12-10', 'It left on 10 December 2024.'],
		['by a day within its month', '2024-12', 'It left on 10 December 2024.'],
		['by a month within its year', '2024', 'It left in December 2024.'],
		['by its decade', '1996', 'It was built in the 1990s.'],
		['by a weekday of its month', '2024-12-12', 'It left on a Thursday in December 2024.'],
		['by the month that was the last', '2024-11', 'It left last month.'],
		['by a month without a year, the last that there was', '2024-11', 'It left in November.'],
		[
			'by a month that is still to come this year, as that of the year before',
			'2023-12',
			'In December it left.',
			'2024-03-01'
		],
		['by days that are counted from a date', '2024-12-12', 'It left two days after 10 December 2024.'],
		['by a season', '2024-21', 'It left in spring 2024.'],
		['as the end of a year', '2024-12-31', 'It was there until 2024.'],
		['as the end of a month', '2024-02-29', 'It was there until February 2024.']
	])('%s', (_, edtf, text, spoken = '2024-12-20') => {
		expect(unexplained(edtf, text, spoken)).toEqual([]);
	});

	test('by a date that is known besides', () => {
		expect(unexplained('2019-05-03', 'It left.')).toEqual(['2019-05-03']);
		expect(unexplained('2019-05-03', 'It left.', '2024-12-20', ['2019-05-03'])).toEqual([]);
	});
});

describe('a date that is recorded of a claim is not explained', () => {
	test.each([
		['by another day', '2024-12-11', 'It left on 10 December 2024.'],
		['by another month', '2024-10', 'It left on 10 December 2024.'],
		['by another year', '2023', 'It left in December 2024.'],
		['by another decade', '2006', 'It was built in the 1990s.'],
		['by another weekday', '2024-12-13', 'It left on a Thursday in December 2024.'],
		['by more days than are counted', '2024-12-25', 'It left two days after 10 December 2024.'],
		['by a month in which it is neither the first nor the last day', '2024-02-28', 'It was there until February 2024.'],
		['by nothing', '2024-12-10', 'It left.']
	])('%s', (_, edtf, text) => {
		expect(unexplained(edtf, text)).toEqual([edtf]);
	});

	test('at the one end of a range that nothing gives', () => {
		expect(unexplained('2024-12-10/2024-12-14', 'It left on 10 December 2024.')).toEqual(['2024-12-14']);
	});
});
