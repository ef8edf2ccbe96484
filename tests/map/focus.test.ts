import { describe, expect, it } from 'vitest';
import type { PlacedFeature } from '$lib/domain/feature';
import { drawnFeatures } from '$lib/map/sources/features';
import { type Focused, focusOf } from '$lib/map/sources/focus';
import { datasetWith } from '../fixtures/dataset';

const { layers, features } = datasetWith();
const { symbols } = drawnFeatures(features, layers, () => 1);

function focused(id: string): Focused {
	const number = features.findIndex((feature) => feature.id === id);
	const symbol = symbols.find((candidate) => candidate.number === number)!;
	return { feature: features[number] as PlacedFeature, symbol };
}

function parts(selected: string | null, hovered: string | null) {
	const focus = focusOf(selected === null ? null : focused(selected), hovered === null ? null : focused(hovered));
	return focus.features.map(({ properties }) => `${properties.of} ${properties.part}`);
}

describe('what is drawn over a feature in focus', () => {
	it('is nothing while nothing is open or under the pointer', () => {
		expect(parts(null, null)).toEqual([]);
	});

	it('is a ring and the uncertainty of a point that is open', () => {
		expect(parts('harbour', null)).toEqual(['selected ring', 'selected uncertainty']);
	});

	it('is the outline of an area, whose uncertainty is the area itself', () => {
		expect(parts('north', null)).toEqual(['selected ring', 'selected shape']);
	});

	it('is lighter under the pointer: no uncertainty', () => {
		expect(parts(null, 'harbour')).toEqual(['hovered ring']);
	});

	it('is drawn once where the open feature is under the pointer', () => {
		expect(parts('harbour', 'harbour')).toEqual(['selected ring', 'selected uncertainty']);
	});
});
