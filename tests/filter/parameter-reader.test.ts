import { describe, expect, it } from 'vitest';
import { ParameterReader } from '$lib/filter/parameter-reader';
import { vocabularyOf } from '$lib/filter/vocabulary';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { datasetWith } from '../fixtures/dataset';

const { catalogue } = new EmbeddedStore(datasetWith());

const readerOf = (query: string) => new ParameterReader(new URLSearchParams(query), vocabularyOf(catalogue));

describe('a choice from a list', () => {
	it.each<[string, string, readonly string[] | null, readonly string[] | null]>([
		['is none where the parameter is not there', '', null, null],
		['is none where a form sends it empty', 'topics=', null, null],
		[
			'is what is ticked, in the order of the data',
			'topics=talks&topics=ships',
			['ships', 'talks'],
			['ships', 'talks']
		],
		['is nothing at all where nothing is ticked', 'topics=none', [], []],
		['is what is ticked beside that', 'topics=none,talks', ['talks'], ['talks']],
		['is no clause where a form has a box for each', 'topics=ships,talks,unused', null, ['ships', 'talks', 'unused']]
	])('%s', (_, query, withBoxes, without) => {
		expect(readerOf(query).choice('topics', 'topics', { hasBoxes: true })).toEqual(withBoxes);
		expect(readerOf(query).choice('topics', 'topics', { hasBoxes: false })).toEqual(without);
	});

	it('names what the list does not have, and repeats no more of it than a reader needs', () => {
		const long = 'x'.repeat(300);
		const reader = readerOf(`topics=ships,${long}`);
		expect(reader.choice('topics', 'topics', { hasBoxes: true })).toEqual(['ships']);
		expect(reader.problems.map(({ parameter }) => parameter)).toEqual(['topics']);
		expect(/x{9,}/.exec(reader.problems[0]?.detail ?? '')?.[0].length).toBeLessThan(100);
	});

	it('names twenty of many that it does not have, and how many more there are', () => {
		const reader = readerOf(`topics=${Array.from({ length: 500 }, (_, index) => `x${index}`).join()}`);
		expect(reader.choice('topics', 'topics', { hasBoxes: false })).toBeNull();
		expect(reader.problems).toHaveLength(21);
		expect(reader.problems.at(-1)?.detail).toBe('topics has none of the 480 ids after these either.');
	});
});

describe('what can be said once', () => {
	it.each<[string, (reader: ParameterReader) => unknown, unknown]>([
		['q=ship&q=crane', (reader) => reader.text('q'), ''],
		['contested=1&contested=0', (reader) => reader.flag('contested'), false],
		['from=2024&from=2025', (reader) => reader.days('from', 'to'), { from: null, to: null }],
		['bbox=1,2,3,4&bbox=1,2,3,5', (reader) => reader.extent('bbox', 'without heights'), null]
	])('is not taken from the first of several: %s', (query, read, expected) => {
		const reader = readerOf(query);
		expect(read(reader)).toEqual(expected);
		expect(reader.problems.map(({ detail }) => detail)).toEqual([
			`${query.split('=')[0]} has 2 values, and can have one.`
		]);
	});

	it('may be said again', () => {
		const reader = readerOf('q=ship&q=&q=ship');
		expect([reader.text('q'), reader.problems]).toEqual(['ship', []]);
	});
});
