import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { columnsOf } from '$lib/engine/columns';
import { AGES, evidenceOf, isSilentFrom } from '$lib/engine/evidence';
import { applyFilter } from '$lib/engine/filter-result';
import { claimWith, datasetWith, featureWith, stated } from '../fixtures/dataset';

/** How old a claim of one day is, seen from one of another. */
function ageOn(day: string, latest: string): string | undefined {
	const features = ['old', 'new'].map((id) => featureWith({ id, name: id }));
	const claims = [
		claimWith({ id: 'c-1', about: ['old'], said: stated(day) }),
		claimWith({ id: 'c-2', about: ['new'], said: stated(latest) })
	];
	const columns = columnsOf(datasetWith({ features, claims }));
	return AGES[evidenceOf(columns, applyFilter(columns, EVERYTHING)).age[0]!];
}

describe('the age of evidence', () => {
	it.each([
		['2024-12-31', '2024-12-31', 'month'],
		['2024-11-30', '2024-12-31', 'month'],
		['2024-11-29', '2024-12-31', 'quarter'],
		['2024-09-30', '2024-12-31', 'quarter'],
		['2024-09-29', '2024-12-31', 'year'],
		['2023-12-31', '2024-12-31', 'year'],
		['2023-12-30', '2024-12-31', 'older'],
		// Across a new year, and over a 29 February.
		['2024-12-15', '2025-01-15', 'month'],
		['2024-12-14', '2025-01-15', 'quarter'],
		['2024-02-29', '2024-03-31', 'month'],
		['2024-02-28', '2024-03-31', 'quarter']
	])('of %s, seen from %s, is a %s', (day, latest, age) => {
		expect(ageOn(day, latest)).toBe(age);
	});

	it('is counted from no day where there is no claim', () => {
		const columns = columnsOf(datasetWith({ claims: [] }));
		const evidence = evidenceOf(columns, applyFilter(columns, EVERYTHING));
		expect([evidence.reference, evidence.latest]).toEqual([0, null]);
		expect([...evidence.age, ...evidence.contested].every((value) => value === 0)).toBe(true);
	});
});

describe('silence', () => {
	it.each([
		['2024-09-30', '2024-12-31', false],
		['2024-09-29', '2024-12-31', true],
		['2024-10-15', '2025-01-15', false],
		['2024-10-14', '2025-01-15', true]
	])('between %s and %s: %s', (last, latest, isSilent) => {
		expect(isSilentFrom(stated(last), stated(latest))).toBe(isSilent);
	});
});
