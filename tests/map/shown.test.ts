import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '$lib/domain/criteria';
import { drawnFeatures } from '$lib/map/sources/features';
import { FADED, LEFT_OUT } from '$lib/map/sources/footnotes';
import { ShownFeatures } from '$lib/map/sources/shown';
import { answer } from '$lib/query/answer';
import { columnsOf } from '$lib/query/columns';
import { evidenceOf } from '$lib/query/evidence';
import { datasetWith } from '../fixtures/dataset';

const columns = columnsOf(datasetWith());
const { features, layers } = columns.dataset;

function subject() {
	const drawn = drawnFeatures(features, layers);
	const shown = new ShownFeatures(drawn);
	return {
		drawn,
		show(criteria: Partial<typeof EVERYTHING>) {
			const given = answer(columns, { ...EVERYTHING, ...criteria });
			return shown.show(given, evidenceOf(columns, given));
		}
	};
}

const ids = ({ update = [] }: { update?: { id: number | string }[] }) => update.map(({ id }) => id);

describe('the features that the map shows', () => {
	it('are left out until there is an answer', () => {
		const { marks } = subject().drawn;
		expect(new Set(marks.features.map(({ properties }) => properties.footnote))).toEqual(new Set([LEFT_OUT]));
	});

	it('change where an answer differs from the one before, and nowhere else', () => {
		const { show } = subject();
		expect(ids(show({}).marks)).toEqual([0, 1, 3]);
		expect(show({})).toEqual({ marks: { update: [] }, shapes: { update: [] } });
		const { marks } = show({ layers: ['coast'] });
		expect(ids(marks)).toEqual([0, 1]);
		expect(marks.update?.[1]?.addOrUpdateProperties).toContainEqual({ key: 'footnote', value: LEFT_OUT });
	});

	it('have written into them what MapLibre is told', () => {
		const { drawn, show } = subject();
		show({});
		const { marks } = show({ sources: ['report'] });
		for (const { id, addOrUpdateProperties = [] } of marks.update ?? []) {
			const properties = drawn.marks.features.find((mark) => mark.id === id)?.properties;
			expect(properties).toMatchObject(Object.fromEntries(addOrUpdateProperties.map(({ key, value }) => [key, value])));
		}
		expect(drawn.marks.features.map(({ properties }) => properties.footnote)).toEqual([FADED, FADED, FADED]);
	});

	it('are changed as marks and as shapes alike', () => {
		const { drawn, show } = subject();
		show({});
		const marks = new Map(drawn.marks.features.map(({ id, properties }) => [id, properties.footnote]));
		expect(drawn.shapes.features.length).toBeGreaterThan(0);
		for (const { id, properties } of drawn.shapes.features) expect(properties.footnote).toBe(marks.get(id));
	});
});
