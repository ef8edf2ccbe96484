import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { applyFilter } from '$lib/engine/filter-result';
import { columnsOf } from '$lib/engine/columns';
import { viewOf } from '$lib/engine/view';
import { AtlasState } from '$lib/app/atlas.svelte';
import { DrawingState } from '$lib/app/drawing.svelte';
import { DEFAULT_VIEW } from '$lib/app/codec';
import { datasetWith } from '../fixtures/dataset';

const columns = columnsOf(datasetWith());

function started() {
	const atlas = new AtlasState(viewOf(columns, EVERYTHING, applyFilter(columns, EVERYTHING), null), DEFAULT_VIEW, []);
	return { atlas, drawing: new DrawingState(atlas) };
}

const TRIANGLE = [
	[35.1234567, 34],
	[36, 34],
	[36, 35]
];

describe('an area that is drawn', () => {
	it('is the filter’s once it is finished, to a metre, and the tool is laid down', () => {
		const { atlas, drawing } = started();
		drawing.take('polygon');
		drawing.drawn({ points: TRIANGLE, finished: false, corners: 3 });
		expect(atlas.criteria.area).toBeNull();
		drawing.drawn({ points: TRIANGLE, finished: true, corners: 3 });
		expect(atlas.criteria.area).toEqual([[35.12346, 34], ...TRIANGLE.slice(1)]);
		expect([drawing.tool, drawing.remark]).toEqual([null, '']);
	});

	it('takes the place of the one before it', () => {
		const { atlas, drawing } = started();
		drawing.askExtent([35, 34, 36, 35]);
		drawing.askRing(TRIANGLE, 3);
		expect(atlas.criteria.bbox).toBeNull();
		drawing.askExtent([35, 34, 36, 35]);
		expect(atlas.criteria).toMatchObject({ bbox: [35, 34, 36, 35], area: null });
	});

	it.each([
		['of what is drawn', [35.1, 34.2, 36.3, 35.4], [35.1, 34.2, 36.3, 35.4]],
		['across the antimeridian', [170, -10, 190, 10], [170, -10, -170, 10]],
		['of a map that shows more than the world', [-200, -95, 200, 95], [-180, -90, 180, 90]]
	] as const)('is a rectangle %s', (_, drawn, asked) => {
		const { atlas, drawing } = started();
		drawing.askExtent(drawn);
		expect(atlas.criteria.bbox).toEqual(asked);
	});

	it('is refused in words where it crosses the antimeridian, and can be drawn again', () => {
		const { atlas, drawing } = started();
		drawing.take('polygon');
		drawing.askRing([...TRIANGLE, [181, 35]], 4);
		expect(atlas.criteria.area).toBeNull();
		expect(drawing).toMatchObject({ tool: 'polygon', request: 'restart' });
		expect(drawing.remark).toMatch(/180th meridian/);
	});

	it('says that it was simplified', () => {
		const { drawing } = started();
		drawing.take('polygon');
		drawing.drawn({ points: TRIANGLE, finished: true, corners: 120 });
		expect(drawing.remark).toMatch(/had 120 corners.*simplified to 3/);
	});
});

it('what is measured asks nothing of the atlas', () => {
	const { atlas, drawing } = started();
	drawing.take('surface');
	drawing.drawn({ points: TRIANGLE, finished: true, corners: 3 });
	expect(atlas.criteria).toEqual(EVERYTHING);
	expect(drawing).toMatchObject({ tool: 'surface', points: TRIANGLE, finished: true });
});
