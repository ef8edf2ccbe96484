import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '$lib/domain/criteria';
import { age, footnote, isContested, STANDING } from '$lib/map/layers/expressions';
import { drawnFeatures } from '$lib/map/sources/features';
import { FADED, footnotesOf, LEFT_OUT, namedAreas } from '$lib/map/sources/footnotes';
import { answer } from '$lib/query/answer';
import { columnsOf } from '$lib/query/columns';
import { AGES, evidenceOf } from '$lib/query/evidence';
import { datasetWith, featureWith } from '../fixtures/dataset';

const columns = columnsOf(datasetWith());

/** What the style reads for the feature `number`, evaluated as MapLibre does. */
function read(expression: unknown, number: number, given: ArrayLike<number>): unknown {
	const compiled = createExpression(expression, 'layers[0].filter');
	if (compiled.result === 'error') throw new Error(compiled.value.map(String).join());
	const feature = { type: 1 as const, properties: { footnote: given[number] } };
	return compiled.value.evaluate({ zoom: 5 }, feature);
}

function footnotes(criteria: Partial<typeof EVERYTHING>) {
	const given = answer(columns, { ...EVERYTHING, ...criteria });
	return footnotesOf(given, evidenceOf(columns, given));
}

describe('the footnotes of an answer', () => {
	const all = [0, 1, 2, 3];

	it('are the numbers of claims, in the order of the dataset', () => {
		const state = footnotes({});
		expect(all.map((number) => read(footnote, number, state))).toEqual([2, 1, 1, 0]);
	});

	it('tell which claims contradict each other, as long as the filter leaves both', () => {
		const [whole, half] = [footnotes({}), footnotes({ topics: ['talks'] })];
		expect(all.map((number) => read(isContested, number, whole))).toEqual([true, false, false, false]);
		expect(all.map((number) => read(isContested, number, half))).toEqual([false, false, false, false]);
	});

	it('tell how old the latest claim is, seen from the latest of all', () => {
		const state = footnotes({});
		expect(all.map((number) => AGES[Number(read(age, number, state))])).toEqual([
			'quarter',
			'quarter',
			'month',
			'month'
		]);
		const known = footnotes({ known: '2024-12-31' });
		expect(read(age, 0, known)).toBe(0);
	});

	it('keep number, age and contradiction apart, however large', () => {
		const chosen = Uint8Array.from([1]);
		const given = { marks: Uint32Array.from([54_321]), chosen, faded: new Uint8Array(1) };
		for (const [place, contested] of AGES.flatMap((_, place) => [[place, 0] as const, [place, 1] as const])) {
			const state = footnotesOf(given, { age: Uint8Array.from([place]), contested: Uint8Array.from([contested]) });
			expect([footnote, age, isContested].map((part) => read(part, 0, state))).toEqual([
				54_321,
				place,
				contested === 1
			]);
		}
	});

	it('tell what the filter has emptied, which has no age and is not contested', () => {
		const state = footnotes({ sources: ['report'] });
		expect([...state]).toEqual([FADED, FADED, 8, FADED]);
		expect([age, isContested].map((part) => read(part, 0, state))).toEqual([0, false]);
	});

	it('tell what is left out with its layer', () => {
		expect([...footnotes({ layers: ['coast'] })].slice(1)).toEqual([LEFT_OUT, LEFT_OUT, 0]);
	});

	it.each([
		['chosen', 0, true, false],
		['faded', 1, false, true],
		['left out', 2, false, false]
	])('draw a feature that is %s in its own layers alone', (_, number, asChosen, asFaded) => {
		const state = [4, FADED, LEFT_OUT];
		expect(read(STANDING.chosen, number, state)).toBe(asChosen);
		expect(read(STANDING.faded, number, state)).toBe(asFaded);
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
	const drawn = drawnFeatures([featureWith(), large], datasetWith().layers);
	const one = Uint8Array.from([1, 1]);
	const none = new Uint8Array(2);

	it('are those of countries, not of facilities', () => {
		expect(namedAreas(drawn, { chosen: one, faded: none })).toEqual(['A country']);
	});

	it('stay while the country is faded, and go when it is left out', () => {
		expect(namedAreas(drawn, { chosen: none, faded: one })).toEqual(['A country']);
		expect(namedAreas(drawn, { chosen: none, faded: none })).toEqual([]);
	});
});
