import { spawnSync } from 'node:child_process';
import edtf, { parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOf, readEdtf } from '$lib/domain/edtf';
import { daysOf } from '$lib/domain/interval';
import { REFUSED, TABLE, WITHOUT_BEGINNING } from '../fixtures/edtf';

describe('an EDTF date covers', () => {
	test.each([...TABLE, ...WITHOUT_BEGINNING])('%s from %s to %s', (text, from, to) => {
		expect(intervalOf(text)).toEqual({ from, to });
	});
});

describe('no date here is', () => {
	test.each(REFUSED)('%s: %s', (text, wrong) => {
		expect(intervalOf(text)).toEqual({ wrong });
	});
});

const two = (number: number) => String(number).padStart(2, '0');
const YEAR = fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0'));
const MONTH = fc.tuple(YEAR, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${two(month)}`);
const DAY = fc.tuple(MONTH, fc.integer({ min: 1, max: 28 })).map(([month, day]) => `${month}-${two(day)}`);
/** A day of any month, also one that the month does not have. */
const NEARLY_DAY = fc
	.tuple(YEAR, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
	.map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
const PLAIN = fc.oneof(YEAR, MONTH, DAY);
const QUALIFIER = fc.constantFrom('', '', '?', '~', '%');

/** Text of the letters that EDTF is written in: some of it is EDTF, most nearly so. */
const NEARLY = fc
	.array(
		fc.constantFrom('0', '1', '2', '9', 'X', '-', '-', '/', '..', '~', '?', '%', '[', ']', '{', '}', ',', 'S', 'Y'),
		{
			maxLength: 16
		}
	)
	.map((parts) => parts.join(''));

describe('for every date', () => {
	test('a year, month or day is read as the days that it is as a bound', () => {
		fc.assert(
			fc.property(fc.oneof(PLAIN, NEARLY_DAY), (text) => {
				const days = daysOf(text);
				const { first, last } = { first: undefined, last: undefined, ...readEdtf(text) };
				expect({ first, last }).toEqual({ first: days?.first, last: days?.last });
			})
		);
	});

	test('a qualifier changes no day, wherever it stands', () => {
		fc.assert(
			fc.property(PLAIN, fc.array(QUALIFIER, { minLength: 6, maxLength: 6 }), (text, marks) => {
				const qualified = text.split('-').map((part, at) => `${marks[at * 2]}${part}${marks[at * 2 + 1]}`);
				expect(intervalOf(qualified.join('-'))).toEqual(intervalOf(text));
			})
		);
	});

	test('a set covers its members and no day before or after them, in whatever order they stand', () => {
		fc.assert(
			fc.property(fc.array(PLAIN, { minLength: 1, maxLength: 5 }), fc.boolean(), (members, all) => {
				const days = members.map((member) => daysOf(member)!);
				const text = all ? `{${members.join(',')}}` : `[${members.join(',')}]`;
				expect(intervalOf(text)).toEqual({
					from: days.map(({ first }) => first).sort()[0],
					to: days
						.map(({ last }) => last)
						.sort()
						.at(-1)
				});
			})
		);
	});

	test('a digit that is not known covers what every digit in its place would', () => {
		fc.assert(
			fc.property(DAY, fc.constantFrom(1, 2, 3, 5, 6, 8, 9), (text, at) => {
				const withDigit = (digit: string) => text.slice(0, at) + digit + text.slice(at + 1);
				const each = Array.from({ length: 10 }, (_, number) => String(number)).flatMap(
					(digit) => daysOf(withDigit(digit)) ?? []
				);
				expect(intervalOf(withDigit('X'))).toEqual({ from: each[0]?.first, to: each.at(-1)?.last });
			})
		);
	});

	test('text that is nearly EDTF gives an interval in order or a reason, and never throws', () => {
		fc.assert(
			fc.property(NEARLY, (text) => {
				const found = intervalOf(text);
				if ('wrong' in found) expect(found.wrong).toMatch(/^its? /);
				else if (found.from !== null && found.to !== null) expect(found.from <= found.to).toBe(true);
			}),
			{ numRuns: 3000 }
		);
	});

	test('another reader of EDTF gives the same days, where it reads the date at all', () => {
		const ends = fc.oneof(PLAIN, fc.constantFrom('..', ''));
		const marked = fc.tuple(PLAIN, QUALIFIER).map((parts) => parts.join(''));
		const unknown = fc
			.tuple(YEAR, fc.constantFrom('', '-XX', '-XX-XX'))
			.map(([year, rest]) => `${year.slice(0, 3)}X${rest}`);
		const interval = fc.tuple(ends, ends).map((parts) => parts.join('/'));
		let read = 0;
		fc.assert(
			fc.property(fc.oneof(marked, unknown, interval), (text) => {
				const theirs = byLibrary(text);
				if (theirs === null) return;
				expect(intervalOf(text)).toEqual(theirs);
				read++;
			}),
			{ numRuns: 500 }
		);
		expect(read).toBeGreaterThan(200);
	});
});

/** The days that the package `edtf` reads; null where it refuses the text or leaves it open at both ends. */
function byLibrary(text: string): { from: string | null; to: string | null } | null {
	try {
		const { min, max } = edtf(parse(text));
		const day = (end: number | null) =>
			end === null || !Number.isFinite(end) ? null : new Date(end).toISOString().slice(0, 10);
		const [from, to] = [day(min), day(max)];
		return from === null && to === null ? null : { from, to };
	} catch {
		return null;
	}
}

test.each(['Pacific/Kiritimati', 'America/New_York', 'UTC'])(
	'the days are the same in %s',
	(zone) => {
		const script = `
		import { intervalOf } from '$lib/domain/edtf';
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
			{ from: '2024-06-01', to: '2024-08-31' },
			{ from: '2024-03-10', to: '2024-11-03' }
		]);
	},
	30_000
);
