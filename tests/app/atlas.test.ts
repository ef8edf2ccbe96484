import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { applyFilter } from '$lib/engine/filter-result';
import { columnsOf } from '$lib/engine/columns';
import { viewOf } from '$lib/engine/view';
import { AtlasState } from '$lib/app/atlas.svelte';
import { DEFAULT_VIEW } from '$lib/app/codec';
import { datasetWith } from '../fixtures/dataset';

const columns = columnsOf(datasetWith());
const first = viewOf(columns, EVERYTHING, applyFilter(columns, EVERYTHING), null);

function started(): AtlasState {
	const atlas = new AtlasState(first, DEFAULT_VIEW, []);
	atlas.columns = columns;
	return atlas;
}

describe('AtlasState', () => {
	it('stands on the server’s view until the dataset has arrived', () => {
		const atlas = new AtlasState(first, DEFAULT_VIEW, []);
		expect(atlas.result).toBeNull();
		expect(atlas.view).toBe(first);
	});

	it('gives the server’s view once it has', () => {
		expect(started().view).toEqual(first);
	});

	it('has a timeline, evidence and counts of time as soon as the dataset has arrived, and none before', () => {
		const before = new AtlasState(first, DEFAULT_VIEW, []);
		expect([before.timeline, before.evidence, before.undated, before.perhapsLater]).toEqual([null, null, null, 0]);
		const { timeline, evidence, undated } = started();
		expect(timeline?.bins.length).toBeGreaterThan(0);
		expect([evidence?.age.length, undated]).toEqual([columns.dataset.features.length, 2]);
	});

	it('looks at the clock that has a clause, at the start and where a link leads', () => {
		const happened = { ...EVERYTHING, happened: { from: '2018-01-01', to: null } };
		const atlas = new AtlasState(first, { ...DEFAULT_VIEW, criteria: happened }, []);
		expect(atlas.clock).toBe('happened');
		atlas.follow({ ...DEFAULT_VIEW, criteria: EVERYTHING }, []);
		expect(atlas.clock).toBe('happened');
		atlas.follow({ ...DEFAULT_VIEW, criteria: { ...EVERYTHING, said: happened.happened } }, []);
		expect(atlas.clock).toBe('said');
	});

	it('leaves out what is unticked, and has no clause once all is ticked again', () => {
		const atlas = started();
		atlas.toggle('topics', 'talks');
		expect(atlas.criteria.topics).toEqual(['ships', 'unused']);
		atlas.toggle('topics', 'talks');
		expect(atlas.criteria).toEqual(EVERYTHING);
	});

	it('ticks one and no other', () => {
		const atlas = started();
		atlas.only('layers', 'inland');
		expect(atlas.view.rows.map(({ id }) => id)).toEqual(['north', 'hotel']);
	});

	it('opens a feature and closes the chooser', () => {
		const atlas = started();
		atlas.stack = ['harbour', 'island'];
		atlas.select('harbour', 'map');
		expect(atlas.stack).toEqual([]);
		expect(atlas.view.selection?.feature.id).toBe('harbour');
		expect(atlas.address.feature).toBe('harbour');
	});

	it('takes a whole view from the address and asks the map to follow', () => {
		const atlas = started();
		const camera = { zoom: 8, lat: 35, lng: 36 };
		atlas.follow({ criteria: { ...EVERYTHING, text: 'hotel' }, feature: 'hotel', camera }, []);
		expect(atlas.view.rows.map(({ id }) => id)).toEqual(['hotel']);
		expect(atlas.selected).toBe('hotel');
		expect(atlas.movement).toEqual({ to: 'camera', camera });
		expect(atlas.origin).toBe('address');
	});

	it('drops the note about a link once something else is asked', () => {
		const atlas = new AtlasState(first, DEFAULT_VIEW, [{ parameter: 'q', value: '', detail: 'Too long.' }]);
		atlas.ask({ text: 'quay' });
		expect(atlas.problems).toEqual([]);
	});
});
