import { describe, expect, test } from 'vitest';
import { claimColumns, featureColumns } from '$lib/formats/attributes';
import { claimQueryables, featureQueryables } from '$lib/engine/queryables';
import { claimWith, datasetWith, featureWith, stated } from '../fixtures/dataset';

const dataset = datasetWith();

describe.each([
	['features', featureQueryables(dataset), featureColumns(dataset)],
	['claims', claimQueryables(dataset), claimColumns(dataset)]
])('what filters of %s may name', (_, queryables, columns) => {
	const names = queryables.map(({ name }) => name);

	test('is every attribute, the id, the two times, the questions and the geometry, each once', () => {
		const expected = new Set([...columns.map(({ name }) => name), 'id', 'said', 'concerns', 'questions', 'geometry']);
		expect(names.toSorted()).toEqual([...expected].sort());
	});

	test('has a title and a sentence', () => {
		for (const { title, description } of queryables) {
			expect(title).toMatch(/^\p{Lu}/u);
			expect(description).toMatch(/^[^]+\.$/);
		}
	});
});

test('a feature was said something of when its claims were said', () => {
	const claims = [claimWith(), claimWith({ said: stated('2025-02'), concerns: stated('2018') })];
	const row = { feature: featureWith(), claims };
	const valuesOf = (name: string) =>
		featureQueryables(dataset)
			.find((one) => one.name === name)
			?.valueOf(row);
	expect(valuesOf('said')).toEqual([
		{ from: '2024-12-09', to: '2024-12-09' },
		{ from: '2025-02-01', to: '2025-02-28' }
	]);
	expect(valuesOf('concerns')).toEqual([{ from: '2018-01-01', to: '2018-12-31' }]);
});

test('the id of a claim about a feature names both', () => {
	const row = { feature: featureWith(), claim: claimWith() };
	expect(
		claimQueryables(dataset)
			.find(({ name }) => name === 'id')
			?.valueOf(row)
	).toBe('c-1.harbour');
});
