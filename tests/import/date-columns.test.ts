import { describe, expect, test } from 'vitest';
import { issuesOf, readText } from './reading';

/** The days and the columns of a table with one row. */
function read(columns: Readonly<Record<string, string>>) {
	const all = { name: 'A', lat: '34.9', lon: '35.8', ...columns };
	const text = `${Object.keys(all).join('\t')}\n${Object.values(all).join('\t')}\n`;
	const reading = readText('table.tsv', text);
	return { when: reading.features[0]?.when, time: reading.columns.time, said: issuesOf(reading) };
}

describe('the most specific column says when something was', () => {
	test.each([
		[
			'the span of an event, and its first day in three columns',
			{ eventDate: '2024-12-08/2024-12-10', day: '8', month: '12', year: '2024' },
			'2024-12-08',
			'2024-12-10'
		],
		[
			'three columns, where the event has no date',
			{ eventDate: '', day: '9', month: '12', year: '2024' },
			'2024-12-09'
		],
		['three columns of the GTD', { iyear: '2020', imonth: '1', iday: '5' }, '2020-01-05'],
		['three columns of an event', { event_year: '2020', event_month: '1', event_day: '5' }, '2020-01-05'],
		[
			'a date that runs into the word before it',
			{ SQLDATE: '20241208', Year: '2024', DATEADDED: '20250114' },
			'2024-12-08'
		],
		['a date in German, likewise', { Vorfalldatum: '08.12.2024' }, '2024-12-08'],
		['a date in Persian', { تاریخ: '2024-12-08' }, '2024-12-08'],
		['a moment', { occurred_at: '2024-12-08T10:00:00Z', created_at: '2025-01-01' }, '2024-12-08'],
		['the time of the record, where there is no other', { created_at: '2024-12-08T10:00:00Z' }, '2024-12-08'],
		['the same in one word', { updated: '2024-12-08' }, '2024-12-08'],
		[
			'a first and a last day, each in three columns',
			{
				'Start Year': '2023',
				'Start Month': '2',
				'Start Day': '6',
				'End Year': '2023',
				'End Month': '2',
				'End Day': '8'
			},
			'2023-02-06',
			'2023-02-08'
		],
		[
			'the same without days',
			{
				'Start Year': '2023',
				'Start Month': '3',
				'Start Day': '',
				'End Year': '2023',
				'End Month': '4',
				'End Day': ''
			},
			'2023-03-01',
			'2023-04-30'
		],
		['a date beside a column of numbers called by a sign', { '#': '1', 'INCIDENT DATE': '2024-12-08' }, '2024-12-08'],
		['what was built and destroyed', { date_built: '1971', date_destroyed: '2024-12-08' }, '1971-01-01', '2024-12-08'],
		['what was opened and closed', { opened: '1971', closed: '2024' }, '1971-01-01', '2024-12-31'],
		['what was destroyed, alone', { date_destroyed: '2024-12-08' }, '2024-12-08'],
		['a period', { period: '2015–2024' }, '2015-01-01', '2024-12-31'],
		[
			'a date of birth and one of death',
			{ birth_date: '1950-01-01', death_date: '2024-12-08' },
			'1950-01-01',
			'2024-12-08'
		]
	])('%s', (_, columns, from, to = from) => {
		expect(read(columns)).toMatchObject({ when: { from, to }, said: [] });
	});

	test.each([
		{ candidate: 'Smith' },
		{ mandate: 'UN 2254' },
		{ updated: 'yes' },
		{ reported: '3 men' },
		{ opened: 'yes', closed: 'no' },
		{ period: 'Mamluk' }
	])('%o is no time', (columns) => {
		expect(read(columns)).toEqual({ when: null, time: [], said: [] });
	});
});

test.each([
	['ts', '1733616000000', 'milliseconds'],
	['unix_time', '1733616000', 'seconds'],
	['epoch', '1733616000', 'seconds']
])('%s counts since 1970', (name, value, unit) => {
	expect(read({ [name]: value })).toEqual({
		when: { from: '2024-12-08', to: '2024-12-08' },
		time: [name],
		said: [`“${name}” counts ${unit} since 1970: the days are those of UTC.`]
	});
});

test('a first day of which the month cannot be read is told, and no year taken for it', () => {
	const columns = { start_year: '2023', start_month: 'Q2', end_year: '2023', end_month: '7' };
	const text = `lat,lon,${Object.keys(columns).join(',')}\n34.9,35.8,${Object.values(columns).join(',')}\n34.9,35.8,2023,5,2023,6\n`;
	const reading = readText('parts.csv', text);
	expect(reading.features.map(({ when }) => when)).toEqual([null, { from: '2023-05-01', to: '2023-06-30' }]);
	expect(reading.issueCount).toBe(1);
});

describe('a time of the record that is passed over is told', () => {
	const said = [
		'“timestamp” was taken for the time of the record in one feature, and not for when it happened. Choose it for the time if that is wrong.'
	];
	test.each([
		['beside a year', { year: '2024', timestamp: '1733616000' }, { from: '2024-01-01', to: '2024-12-31' }],
		['beside an empty date', { date: '', timestamp: '2024-12-08' }, null]
	])('%s', (_, columns, when) => {
		const more = readText('two.csv', `name,lat,lon,date\nA,34.9,35.8,2024-12-08\n`);
		expect(more.notes).toEqual([]);
		const rows = Object.values(columns).join(',');
		const reading = readText(
			'two.csv',
			`lat,lon,${Object.keys(columns).join(',')}\n34.9,35.8,${rows}\n34.9,35.8,2024,\n`
		);
		expect(reading.features[0]?.when).toEqual(when);
		expect(issuesOf(reading)).toEqual(expect.arrayContaining(said));
	});

	test('not beside a date', () => {
		expect(read({ date: '2024-12-08', timestamp: '1733616000' })).toMatchObject({ said: [], time: ['date'] });
	});
});
