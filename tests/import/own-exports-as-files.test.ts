import { describe, expect, test } from 'vitest';
import { featureColumns } from '$lib/formats/attributes';
import { openOwnFile } from '$lib/import/open-file';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { generateDataset } from '../fixtures/dataset';
import { exportBytes, matchesOf } from '../formats/export-text';

const DATASET = generateDataset({ features: 60, claims: 200, seed: 11 });

/** What a column of features says, read back as each format has it. */
const backAs = {
	kml: (value: unknown) =>
		Array.isArray(value) ? value.join('; ') : String(typeof value === 'boolean' ? Number(value) : value),
	gpkg: (value: unknown) => (Array.isArray(value) ? JSON.stringify(value) : value),
	fgb: (value: unknown) => value
} as const;

describe.each(['kml', 'gpkg', 'fgb'] as const)('our own %s comes back', (format) => {
	test('with every feature, its geometry, its names and all its columns, the number of claims and their days among them', async () => {
		const matches = await matchesOf(DATASET);
		const { features, issues } = await openOwnFile(`atlas.${format}`, await exportBytes(format, DATASET));
		expect(issues).toEqual([]);
		const { catalogue } = new EmbeddedStore(DATASET);
		const columns = featureColumns(catalogue);
		expect(columns.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['name', 'claims', 'first_said', 'last_said'])
		);
		const expected = matches.map((match) => {
			const values = columns
				.map((column) => [column.name, column.valueOf(match)] as const)
				.filter(([, value]) => value !== null);
			return {
				title: match.feature.name,
				geometry: match.feature.geometry,
				...Object.fromEntries([
					['id', match.feature.id],
					...values.map(([name, value]) => [name, backAs[format](value)])
				])
			};
		});
		const byId = (one: Record<string, unknown>, other: Record<string, unknown>) =>
			String(one['id']).localeCompare(String(other['id']));
		const found = features.map(({ title, geometry, properties }) => ({ title, geometry, ...properties }));
		expect(found.sort(byId)).toEqual(expected.sort(byId).map((one) => expect.objectContaining(one)));
	});
});

test('a GeoPackage of ours says which of its tables have no places', async () => {
	const { notes } = await openOwnFile('atlas.gpkg', await exportBytes('gpkg', DATASET));
	expect(notes).toEqual([
		expect.stringMatching(
			/^Not kept: \d+ of the rows without places of the table “names”, 200 of the rows without places of the table “claims”/
		)
	]);
});
