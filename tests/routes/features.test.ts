import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import {
	type FeatureLine,
	groupByLayer,
	lineOf,
	LINES_PER_PAGE,
	pageOf,
	readTable,
	sortLines,
	tableHref
} from '$lib/ui/pages/feature-table';
import { readOrder } from '$lib/server/pages/note-order';
import { claimWith, datasetWith, featureWith, stated } from '../fixtures/dataset';

const { layers } = datasetWith();

function line(name: string, overrides: Partial<FeatureLine> = {}): FeatureLine {
	return { ...lineOf({ feature: featureWith({ id: name, name }), claims: [] }), ...overrides };
}

function names(lines: readonly FeatureLine[]) {
	return lines.map(({ name }) => name);
}

describe('a line of the table of features', () => {
	test('counts claims and the sources that they come from', () => {
		const claims = [claimWith(), claimWith({ id: 'c-2' }), claimWith({ id: 'c-3', source: 'report' })];
		expect(lineOf({ feature: featureWith(), claims })).toMatchObject({ claims: 3, sources: 2 });
	});

	test('says when the latest was said, as exactly as it is known and no more', () => {
		const claims = ['2024-12-09', '2025-03', '2025-02-01'].map((day) => claimWith({ said: stated(day) }));
		expect(lineOf({ feature: featureWith(), claims }).said?.edtf).toBe('2025-03');
	});

	test('has no date without claims', () => {
		expect(lineOf({ feature: featureWith(), claims: [] }).said).toBeNull();
	});

	test('tells what is drawn as it is, what is somewhere within, and what is not drawn', () => {
		const drawn = datasetWith().features.map((feature) => lineOf({ feature, claims: [] }).drawn);
		expect(drawn).toEqual(['shape', 'somewhere-within', 'not-drawn', 'shape']);
	});
});

describe('the table of features is sorted', () => {
	const lines = [
		line('Zeta', { layer: 'coast', claims: 1, said: stated('2024') }),
		line('Élan', { layer: 'inland', claims: 9, said: null }),
		line('Alpha', { layer: 'inland', claims: 1, said: stated('2025-02') })
	];

	test('by layer in the order of the data, then by name', () => {
		expect(names(sortLines(lines, 'layer', layers))).toEqual(['Zeta', 'Alpha', 'Élan']);
	});

	test('by name as a reader would, accents aside', () => {
		expect(names(sortLines(lines, 'name', layers))).toEqual(['Alpha', 'Élan', 'Zeta']);
	});

	test('by claims, most first, and equal numbers by name', () => {
		expect(names(sortLines(lines, 'claims', layers))).toEqual(['Élan', 'Alpha', 'Zeta']);
	});

	test('by when they were last spoken of, latest first, those without claims last', () => {
		expect(names(sortLines(lines, 'said', layers))).toEqual(['Alpha', 'Zeta', 'Élan']);
	});

	test('without changing what it was given', () => {
		sortLines(lines, 'name', layers);
		expect(names(lines)).toEqual(['Zeta', 'Élan', 'Alpha']);
	});

	test('and grouped under the layers that have lines', () => {
		const groups = groupByLayer([line('Quay', { layer: 'coast' })], layers);
		expect(groups.map(({ layer, lines: under }) => [layer.id, names(under)])).toEqual([['coast', ['Quay']]]);
	});
});

describe('the address of the table', () => {
	test('does not write what is the default', () => {
		expect(tableHref(EVERYTHING)).toBe('/features');
	});

	test('keeps the filter beside the sort and the page', () => {
		const href = tableHref({ ...EVERYTHING, layers: ['coast', 'inland'] }, 'said', 3);
		expect(href).toBe('/features?layers=coast,inland&sort=said&page=3');
		expect(readTable(new URL(href, 'http://atlas.example').searchParams)).toEqual({
			sort: 'said',
			page: 3,
			problems: []
		});
	});

	test.each(['sort=colour', 'page=0', 'page=-1', 'page=1.5', 'page=two', 'page=9999999'])(
		'falls back and says so for %s',
		(query) => {
			const { sort, page, problems } = readTable(new URLSearchParams(query));
			expect([sort, page]).toEqual(['layer', 1]);
			expect(problems.map(({ parameter }) => parameter)).toEqual([query.split('=')[0]]);
		}
	);

	test.each(['page=02', 'page=2'])('reads %s', (query) => {
		expect(readTable(new URLSearchParams(query))).toMatchObject({ page: 2, problems: [] });
	});

	test('shows the last page for one beyond it', () => {
		const lines = Array.from({ length: LINES_PER_PAGE + 1 }, (_, index) => index);
		expect(pageOf(lines, 7)).toEqual({ lines: [LINES_PER_PAGE], page: 2, pages: 2 });
	});

	test('has one empty page without lines', () => {
		expect(pageOf([], 1)).toEqual({ lines: [], page: 1, pages: 1 });
	});
});

describe('the order of a feature’s notes', () => {
	test('is by source where nothing is asked, and by time where that is', () => {
		expect(readOrder(new URLSearchParams()).order).toBe('source');
		expect(readOrder(new URLSearchParams('order=time')).order).toBe('time');
	});

	test('falls back and says so for one that there is not', () => {
		const { order, problems } = readOrder(new URLSearchParams('order=mood'));
		expect(order).toBe('source');
		expect(problems[0]?.detail).toContain('“mood”');
	});
});
