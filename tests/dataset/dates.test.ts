import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { intervalOf } from '$lib/dataset/dates';

describe('an EDTF date covers', () => {
	test.each([
		['2024-12-09', '2024-12-09', '2024-12-09'],
		['2024-02', '2024-02-01', '2024-02-29'],
		['2025', '2025-01-01', '2025-12-31'],
		['2018/2019', '2018-01-01', '2019-12-31'],
		['2024-12~', '2024-12-01', '2024-12-31'],
		['2024?', '2024-01-01', '2024-12-31'],
		['2024-12-XX', '2024-12-01', '2024-12-31'],
		['202X', '2020-01-01', '2029-12-31'],
		['2024-22', '2024-04-01', '2024-06-30'],
		['2024-12-08/2025-03~', '2024-12-08', '2025-03-31'],
		['[2024-12-09,2024-12-11]', '2024-12-09', '2024-12-11'],
		['0000', '0000-01-01', '0000-12-31'],
		['9999-12-31', '9999-12-31', '9999-12-31']
	])('%s from %s to %s', (text, from, to) => {
		expect(intervalOf(text)).toEqual({ from, to });
	});

	test.each([
		['2015/..', { from: '2015-01-01', to: null }],
		['2015-09-30/', { from: '2015-09-30', to: null }],
		['../2019-06', { from: null, to: '2019-06-30' }],
		['/2019', { from: null, to: '2019-12-31' }]
	])('%s without an end', (text, interval) => {
		expect(intervalOf(text)).toEqual(interval);
	});
});

describe('no date here is', () => {
	test.each([
		['9 December 2024', 'it is not EDTF'],
		['20241209', 'it is not EDTF'],
		['2024-02-30', 'it is not EDTF'],
		['', 'it is not EDTF'],
		['2023-02-29', 'it names a day that its month does not have'],
		['2023-02-29/2024', 'it names a day that its month does not have'],
		['[2023-02-29..2023-03-04]', 'it names a day that its month does not have'],
		['2024-12-09T23:30:00+03:00', 'it carries a clock time'],
		['2019/2018', 'it does not end after it begins'],
		['{2025,2024}', 'it ends before it begins'],
		['../..', 'it is open at both ends'],
		['Y12345', 'it lies outside the years 0000 to 9999'],
		['-0044', 'it lies outside the years 0000 to 9999']
	])('%s: %s', (text, wrong) => {
		expect(intervalOf(text)).toEqual({ wrong });
	});
});

test.each(['Pacific/Kiritimati', 'America/New_York', 'UTC'])(
	'the days are the same in %s',
	(zone) => {
		const script = `
		import { intervalOf } from '$lib/dataset/dates';
		console.log(new Date(2024, 0, 1).getTimezoneOffset());
		console.log(JSON.stringify(['2024-12-09', '2024-12', '2015/..', '2024-22', '2024-03-10/2024-11-03'].map(intervalOf)));`;
		const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
			env: { ...process.env, TZ: zone },
			encoding: 'utf8'
		});
		const [offset, intervals] = run.stdout.split('\n');
		expect(run.stderr).toBe('');
		expect(offset).toBe({ 'Pacific/Kiritimati': '-840', 'America/New_York': '300', UTC: '0' }[zone]);
		expect(JSON.parse(intervals ?? '')).toEqual([
			{ from: '2024-12-09', to: '2024-12-09' },
			{ from: '2024-12-01', to: '2024-12-31' },
			{ from: '2015-01-01', to: null },
			{ from: '2024-04-01', to: '2024-06-30' },
			{ from: '2024-03-10', to: '2024-11-03' }
		]);
	},
	30_000
);
