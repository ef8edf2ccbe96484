import { describe, expect, it } from 'vitest';
import { ALWAYS, daysOf, type Interval, overlaps } from '$lib/domain/interval';

describe('daysOf', () => {
	it.each([
		['2024', '2024-01-01', '2024-12-31'],
		['2024-02', '2024-02-01', '2024-02-29'],
		['2023-02', '2023-02-01', '2023-02-28'],
		['1900-02', '1900-02-01', '1900-02-28'],
		['2000-02', '2000-02-01', '2000-02-29'],
		['2024-12-08', '2024-12-08', '2024-12-08']
	])('%s is %s to %s', (text, first, last) => {
		expect(daysOf(text)).toEqual({ first, last });
	});

	it.each(['', '24', '2024-13', '2024-00', '2024-04-31', '2023-02-29', '2024-1-1', '2024-12-08T00:00Z', 'December'])(
		'%j is no date',
		(text) => {
			expect(daysOf(text)).toBeNull();
		}
	);
});

describe('overlaps', () => {
	const day = (from: string | null, to: string | null): Interval => ({ from, to });

	it.each([
		['intervals that share one day', day('2024-12-01', '2024-12-08'), day('2024-12-08', '2025-01-01'), true],
		['intervals a day apart', day('2024-12-01', '2024-12-07'), day('2024-12-08', null), false],
		['two open ends that meet', day('2024-12-01', null), day(null, '2024-12-01'), true],
		['two open ends that do not', day('2024-12-02', null), day(null, '2024-12-01'), false],
		['anything with always', ALWAYS, day('1066-10-14', '1066-10-14'), true]
	])('knows %s', (_, a, b, expected) => {
		expect(overlaps(a, b)).toBe(expected);
		expect(overlaps(b, a)).toBe(expected);
	});
});
