import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { applyFilter } from '$lib/engine/filter-result';
import { columnsOf } from '$lib/engine/columns';
import { viewOf } from '$lib/engine/view';
import { AtlasState } from '$lib/app/atlas.svelte';
import { loadAddress } from '$lib/app/address.svelte';
import { DEFAULT_VIEW } from '$lib/app/codec';
import { datasetWith } from '../fixtures/dataset';

vi.mock('$app/navigation', () => ({ pushState: vi.fn(), replaceState: vi.fn() }));

const columns = columnsOf(datasetWith());
const first = viewOf(columns, EVERYTHING, applyFilter(columns, EVERYTHING), null);
const assign = vi.fn<(address: string) => void>();

beforeEach(() => {
	assign.mockClear();
	vi.stubGlobal('location', { pathname: '/', assign });
});
afterEach(() => vi.unstubAllGlobals());

/** Where a page without script of the map goes, once its state is another than the address. */
function loaded(change: (atlas: AtlasState) => void): string[] {
	const atlas = new AtlasState(first, DEFAULT_VIEW, []);
	change(atlas);
	loadAddress(atlas, DEFAULT_VIEW);
	return assign.mock.calls.flat();
}

it('a page that the server answers goes to the address of what is asked or opened', () => {
	expect(loaded((atlas) => atlas.ask({ topics: ['talks'] }))).toEqual(['/?topics=talks']);
});

it('opens a feature at its address', () => {
	expect(loaded((atlas) => atlas.select('harbour', 'panel'))).toEqual(['/?feature=harbour']);
});

it('stays where nothing else is asked, or a text is still being typed', () => {
	expect(loaded(() => undefined)).toEqual([]);
	expect(loaded((atlas) => atlas.ask({ text: 'ship' }))).toEqual([]);
});
