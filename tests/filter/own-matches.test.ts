import { expect, test } from 'vitest';
import { ownLeaves, ownTest } from '$lib/filter/own-matches';
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import type { OwnFeature } from '$lib/domain/own-feature';

const feature = (given: Partial<OwnFeature>): OwnFeature => ({
	number: 1,
	title: '',
	geometry: { type: 'Point', coordinates: [35, 34] },
	extent: [35, 34, 35, 34],
	properties: {},
	when: { from: '2024-12-08', to: '2024-12-08' },
	...given
});
function passes(given: Partial<OwnFeature>, asked: Partial<Criteria>, hasDates: boolean): boolean {
	return ownTest(ownLeaves({ ...EVERYTHING, ...asked }), hasDates)(feature(given));
}

const NOWHERE = { geometry: null, extent: null };
const UNDATED = { when: null };
const AROUND: Partial<Criteria> = { bbox: [34, 33, 36, 35] };
const TRIANGLE: Partial<Criteria> = {
	area: [
		[34, 33],
		[36, 33],
		[36, 33.5]
	]
};
const DECEMBER: Partial<Criteria> = { happened: { from: '2024-12-01', to: null } };
const LATER: Partial<Criteria> = { happened: { from: '2025-01-01', to: null } };

test.each<[string, boolean, Partial<OwnFeature>, Partial<Criteria>]>([
	['nothing is asked', true, { ...NOWHERE, ...UNDATED }, {}],
	['it lies in the rectangle', true, {}, AROUND],
	['it lies outside of the rectangle', false, {}, { bbox: [0, 0, 1, 1] }],
	['it lies in the polygon’s rectangle, not in the polygon', false, {}, TRIANGLE],
	['it has no place, and one is asked for', false, NOWHERE, AROUND],
	['its day is in the time', true, {}, DECEMBER],
	['its day is before the time', false, {}, LATER],
	['it has no day, and a time is asked for', false, UNDATED, DECEMBER],
	['it has a day, and none is asked for', false, {}, { undated: true }],
	['it has no day, as is asked for', true, UNDATED, { undated: true }],
	['what is asked is of claims', true, {}, { topics: ['bases'], said: { from: '2030-01-01', to: null }, text: 'x' }]
])('%s: %s', (_, expected, given, asked) => {
	expect(passes(given, asked, true)).toBe(expected);
});

test('a file without dates is left alone by the time', () => {
	expect(passes(UNDATED, DECEMBER, false)).toBe(true);
});
