import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { age, byVisibility, isContested, PAINTED } from '$lib/map/layers/expressions';
import { drawnFeatures } from '$lib/map/sources/features';
import {
	ageIn,
	claimsIn,
	FADED,
	featureStatesOf,
	isContestedIn,
	LEFT_OUT,
	leaveOutSame,
	namedAreas,
	paintedIn
} from '$lib/map/sources/feature-states';
import { applyFilter } from '$lib/engine/filter-result';
import { columnsOf } from '$lib/engine/columns';
import { AGES, evidenceOf } from '$lib/engine/evidence';
import { datasetWith, featureWith } from '../fixtures/dataset';

const columns = columnsOf(datasetWith());

/** What the style reads of an area that is painted by a state, evaluated as MapLibre does. */
function read(expression: unknown, state: number): unknown {
	const compiled = createExpression(expression, 'layers[0].paint.line-width');
	if (compiled.result === 'error') throw new Error(compiled.value.map(String).join());
	const feature = { type: 3 as const, properties: {} };
	return compiled.value.evaluate({ zoom: 5 }, feature, { [PAINTED]: paintedIn(state) });
}

function statesOf(criteria: Partial<typeof EVERYTHING>) {
	const result = applyFilter(columns, { ...EVERYTHING, ...criteria });
	return featureStatesOf(result, evidenceOf(columns, result));
}

describe('the states of features under a filter result', () => {
	it('are the numbers of claims, in the order of the dataset', () => {
		expect([...statesOf({})].map(claimsIn)).toEqual([2, 1, 1, 0]);
	});

	it('tell which claims contradict each other, as long as the filter leaves both', () => {
		expect([...statesOf({})].map(isContestedIn)).toEqual([true, false, false, false]);
		expect([...statesOf({ topics: ['talks'] })].map(isContestedIn)).toEqual([false, false, false, false]);
	});

	it('tell how old the latest claim is, seen from the latest of all', () => {
		expect([...statesOf({})].map((state) => AGES[ageIn(state)])).toEqual(['quarter', 'quarter', 'month', 'month']);
		expect(ageIn(statesOf({ known: '2024-12-31' })[0]!)).toBe(0);
	});

	it('keep number, age and contradiction apart, however large, and the style reads the same', () => {
		const chosen = Uint8Array.from([1]);
		const given = { claimCounts: Uint32Array.from([54_321]), chosen, faded: new Uint8Array(1) };
		for (const [index, contested] of AGES.flatMap((_, index) => [[index, 0] as const, [index, 1] as const])) {
			const evidence = { age: Uint8Array.from([index]), contested: Uint8Array.from([contested]) };
			const state = featureStatesOf(given, evidence)[0]!;
			expect([claimsIn(state), ageIn(state), isContestedIn(state)]).toEqual([54_321, index, contested === 1]);
			expect([read(age, state), read(isContested, state)]).toEqual([index, contested === 1]);
		}
	});

	it('tell what the filter has emptied, which has no age and is not contested', () => {
		expect([...statesOf({ sources: ['report'] })]).toEqual([FADED, FADED, 8, FADED]);
		for (const [age, contested] of [
			[ageIn(FADED), isContestedIn(FADED)],
			[ageIn(LEFT_OUT), isContestedIn(LEFT_OUT)]
		])
			expect([age, contested]).toEqual([0, false]);
		expect([read(age, FADED), read(isContested, FADED)]).toEqual([0, false]);
	});

	it('tell what is left out with its layer', () => {
		expect([...statesOf({ layers: ['coast'] })].slice(1)).toEqual([LEFT_OUT, LEFT_OUT, 0]);
	});

	it.each([
		['chosen', 4, 1],
		['chosen, without a claim', 0, 1],
		['faded', FADED, 0.4],
		['left out', LEFT_OUT, 0]
	])('paint an area that is %s as such', (_, state, strength) => {
		expect(read(byVisibility(1, 0.4), state)).toBe(strength);
	});

	it('paint an area in the same way whatever the number of its claims', () => {
		expect(paintedIn(3 * 8 + 5)).toBe(paintedIn(700 * 8 + 5));
		expect(new Set([0, 1, 2, 6, FADED, LEFT_OUT].map(paintedIn)).size).toBe(6);
	});

	it('say whether the same is left out, whatever else they say', () => {
		expect(leaveOutSame(statesOf({}), statesOf({ sources: ['report'] }))).toBe(true);
		expect(leaveOutSame(statesOf({}), statesOf({ layers: ['coast'] }))).toBe(false);
		expect(leaveOutSame(new Int32Array(1), new Int32Array(2))).toBe(false);
	});
});

describe('the names of large areas on the map', () => {
	const large = featureWith({
		id: 'country',
		name: 'A country',
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[10, 20],
					[20, 20],
					[20, 30],
					[10, 30],
					[10, 20]
				]
			]
		}
	});
	const drawn = drawnFeatures([featureWith(), large], datasetWith().layers, () => 1);

	it('are those of countries, not of facilities', () => {
		expect(namedAreas(drawn, Int32Array.from([8, 8]))).toEqual(['A country']);
	});

	it('stay while the country is faded, and go when it is left out', () => {
		expect(namedAreas(drawn, Int32Array.from([FADED, FADED]))).toEqual(['A country']);
		expect(namedAreas(drawn, Int32Array.from([8, LEFT_OUT]))).toEqual([]);
	});
});
