import { describe, expect, it, vi } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { applyFilter } from '$lib/engine/filter-result';
import { columnsOf } from '$lib/engine/columns';
import { viewOf } from '$lib/engine/view';
import { AtlasState } from '$lib/app/atlas.svelte';
import { DEFAULT_VIEW } from '$lib/app/codec';
import { OwnData } from '$lib/app/own-data.svelte';
import type { OwnChoice } from '$lib/domain/own-feature';
import { openOwnFile } from '$lib/import/open-file';
import { datasetWith } from '../fixtures/dataset';

// Node has no worker of a page: what it would answer is read here.
vi.mock('$lib/import/in-worker', () => ({
	readInWorker: async (file: File, choice: OwnChoice = {}) =>
		openOwnFile(file.name, new Uint8Array(await file.arrayBuffer()), choice)
}));

const columns = columnsOf(datasetWith());

const TABLE = 'name,lat,lon,lat2,lon2\nHarbour,34.9,35.9,10,20\n';

async function opened(...names: string[]): Promise<OwnData> {
	const atlas = new AtlasState(viewOf(columns, EVERYTHING, applyFilter(columns, EVERYTHING), null), DEFAULT_VIEW, []);
	const own = new OwnData(atlas);
	await own.add(names.map((name) => new File([TABLE], name)));
	return own;
}

const placesOf = ({ files }: OwnData) =>
	files.map(({ features }) =>
		features.map(({ geometry }) => geometry && 'coordinates' in geometry && geometry.coordinates)
	);

describe('a person’s own files', () => {
	it('are listed in the order in which they were given, with what was read last as news', async () => {
		const own = await opened('one.csv', 'two.csv');
		expect(own.files.map(({ id, name, shown, choice }) => [id, name, shown, choice])).toEqual([
			[1, 'one.csv', true, {}],
			[2, 'two.csv', true, {}]
		]);
		expect([own.reading, own.news?.name]).toEqual([[], 'two.csv']);
		expect(placesOf(own)).toEqual([[[35.9, 34.9]], [[35.9, 34.9]]]);
	});

	it('are read again as the person decides, and the others stay as they are', async () => {
		const own = await opened('one.csv', 'two.csv');
		const [one] = own.files;
		const choice = { place: ['lat2', 'lon2'] };
		await own.choose(2, choice);
		expect(placesOf(own)).toEqual([[[35.9, 34.9]], [[20, 10]]]);
		expect(own.files.map((file) => file.choice)).toEqual([{}, choice]);
		expect(own.files[0]).toBe(one);
		expect([own.reading, own.news?.id]).toEqual([[], 2]);
	});

	it('close what is open of them when they are read again or taken away, and nothing of another', async () => {
		const own = await opened('one.csv', 'two.csv');
		const [one, two] = own.files.map((file) => ({ file, feature: file.features[0]! }));
		[own.selected, own.hovered] = [one!, two!];
		await own.choose(2, { place: ['lat2', 'lon2'] });
		expect(own).toMatchObject({ selected: { file: { id: 1 } }, hovered: null });
		own.remove(1);
		expect(own.files.map(({ id }) => id)).toEqual([2]);
		expect(own.selected).toBeNull();
	});

	it('that are gone are not read again', async () => {
		const own = await opened('one.csv');
		own.remove(1);
		await own.choose(1, { title: 'name' });
		expect([own.files, own.reading]).toEqual([[], []]);
	});
});
