import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { type Column, type ColumnType, type ColumnValue, claimColumns, featureColumns } from '$lib/formats/attributes';
import { claimWith, datasetWith, generateDataset, stated } from '../fixtures/dataset';
import { matchesOf } from './export-text';

const FITS: Readonly<Record<ColumnType, (value: ColumnValue) => boolean>> = {
	string: (value) => typeof value === 'string',
	integer: Number.isInteger,
	number: Number.isFinite,
	boolean: (value) => typeof value === 'boolean',
	date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
	strings: (value) => Array.isArray(value)
};

describe.each([
	['small', datasetWith()],
	['generated', generateDataset({ features: 60, claims: 200, seed: 3 })]
])('in the %s dataset', (_, dataset) => {
	test('every value is of the type of its column, or null', async () => {
		const matches = await matchesOf(dataset);
		const rows = matches.flatMap(({ feature, claims }) => claims.map((claim) => ({ feature, claim })));
		expect([...misfits(featureColumns(dataset), matches), ...misfits(claimColumns(dataset), rows)]).toEqual([]);
	});

	test('names are unique, in lower case, with a title and a sentence', () => {
		for (const columns of [featureColumns(dataset), claimColumns(dataset)]) {
			expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
			for (const { name, title, description } of columns) {
				expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
				expect(title).toMatch(/^[A-Z]/);
				expect(description).toMatch(/^[A-Z“].*\.$/);
			}
		}
	});
});

test('a feature has what its claims have together', async () => {
	const [harbour] = await matchesOf(datasetWith());
	expect(valuesOf(harbour!)).toMatchObject({
		layer: 'coast',
		topics: ['ships', 'talks'],
		sources: ['wire'],
		agents: ['captain', 'agency'],
		claims: 2,
		contested: true,
		first_said: '2024-12-09',
		same_as: ['https://www.geonames.org/1']
	});
});

test('only the claims that are found count', async () => {
	const [harbour] = await matchesOf(datasetWith(), { ...EVERYTHING, topics: ['talks'] });
	expect(valuesOf(harbour!)).toMatchObject({ claims: 1, contested: false });
});

test('a date that is open at one end is not known there', async () => {
	const said = { ...stated('2024'), interval: { from: '2024-01-01', to: null } };
	const [harbour] = await matchesOf(datasetWith({ claims: [claimWith({ said }), claimWith({ id: 'c-9' })] }));
	expect(valuesOf(harbour!)).toMatchObject({ first_said: '2024-01-01', last_said: null });
});

function valuesOf(match: FeatureWithClaims): Record<string, ColumnValue> {
	return Object.fromEntries(featureColumns(datasetWith()).map(({ name, valueOf }) => [name, valueOf(match)]));
}

function misfits<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
	return columns
		.filter(({ type, valueOf }) => rows.map(valueOf).some((value) => value !== null && !FITS[type](value)))
		.map(({ name }) => name);
}
