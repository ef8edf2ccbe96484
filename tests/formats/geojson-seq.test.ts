import { expect, test } from 'vitest';
import type { Feature } from 'geojson';
import { EVERYTHING } from '$lib/filter/criteria';
import { datasetWith, generateDataset } from '../fixtures/dataset';
import { exportText } from './export-text';
import { datasetSaying, HOSTILE } from './hostile';

test('each feature stands after a record separator and before a line feed, and is the one that GeoJSON has', async () => {
	const dataset = generateDataset({ features: 30, claims: 90, seed: 9 });
	const { features } = JSON.parse(await exportText('geojson', dataset)) as { features: Feature[] };
	const records = recordsIn(await exportText('geojsonseq', dataset));
	expect(records).toEqual(features.map((feature) => expect.objectContaining(feature) as Feature));
});

test('a record that is cut out says how it may be used and how to cite it', async () => {
	for (const record of recordsIn(await exportText('geojsonseq', datasetWith()))) {
		expect(record).toMatchObject({ atlas: { title: 'Small coast', version: '1.2.0', licence: { name: 'CC BY 4.0' } } });
	}
});

test('a sequence of nothing is empty', async () => {
	expect(await exportText('geojsonseq', datasetWith(), { ...EVERYTHING, layers: [] })).toBe('');
});

test.each(Object.entries(HOSTILE))('no text ends a record: %s', async (_, text) => {
	const records = recordsIn(await exportText('geojsonseq', datasetSaying(text)));
	expect(records.map(({ properties }) => properties?.['name'] as unknown)).toEqual([text]);
});

/** The records of a sequence (RFC 8142, section 2). */
function recordsIn(text: string): Feature[] {
	const [before, ...records] = text.split('\u001E');
	expect(before).toBe('');
	return records.map((record) => {
		expect(record.endsWith('\n')).toBe(true);
		return JSON.parse(record) as Feature;
	});
}
