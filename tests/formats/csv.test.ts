import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Dataset } from '$lib/domain/dataset';
import { claimWith, datasetWith, featureWith, generateDataset } from '../fixtures/dataset';
import { exportText, matchesOf } from './export-text';

test('there is one row for each claim about each feature', async () => {
	const dataset = generateDataset({ features: 40, claims: 120, seed: 7 });
	const expected = (await matchesOf(dataset)).flatMap(({ feature, claims }) =>
		claims.map((claim) => [feature.id, claim.id, claim.text])
	);
	const rows = await read(dataset);
	expect(rows.map((row) => [row['feature_id'], row['claim_id'], row['claim']])).toEqual(expected);
});

test('it starts with a byte order mark and ends every line with CR and LF', async () => {
	const text = await exportText('csv', datasetWith());
	expect(text.startsWith('\uFEFFfeature_id,feature,')).toBe(true);
	expect(text.endsWith('\r\n')).toBe(true);
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('Arabic, Cyrillic and quotes come back as they were', async () => {
	const text = 'قال “نعم”, "Тартус",\nпорт; naïve';
	const [row] = await read(datasetWith({ claims: [claimWith({ text })] }));
	expect(row?.['claim']).toBe(text);
});

test.each(['=1+1', '+49', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '\u0000x', '\u0085x', '＝1', '＋1', '－1', '＠x'])(
	'a text that begins like the formula %j cannot run',
	async (text) => {
		const [row] = await read(datasetWith({ claims: [claimWith({ text })] }));
		expect(row?.['claim']).toBe(`'${text}`);
	}
);

test('a number below zero stays a number', async () => {
	const geometry = { type: 'Point' as const, coordinates: [-9.5, -33.25] };
	const [row] = await read(datasetWith({ features: [featureWith({ geometry })], claims: [claimWith()] }));
	expect([row?.['latitude'], row?.['longitude']]).toEqual(['-33.25', '-9.5']);
	expect(row?.['geometry_wkt']).toBe('POINT (-9.5 -33.25)');
});

test('an area that a place is somewhere in has no latitude and longitude, but its outline and uncertainty', async () => {
	const row = (await read(datasetWith())).find((candidate) => candidate['feature_id'] === 'north');
	expect([row?.['latitude'], row?.['longitude']]).toEqual(['', '']);
	expect(row).toMatchObject({
		geometry_extent: 'somewhere-within',
		uncertainty_metres: '60000',
		geometry_wkt: 'POLYGON ((36 36, 38 36, 38 37, 36 37, 36 36))'
	});
});

test('a place that cannot be drawn has an empty geometry', async () => {
	const row = (await read(datasetWith())).find((candidate) => candidate['feature_id'] === 'hotel');
	expect([row?.['geometry_wkt'], row?.['uncertainty_metres'], row?.['latitude']]).toEqual(['', '', '']);
});

test('a row names who said it and through whom, when, and where it stands', async () => {
	const [row] = await read(datasetWith());
	expect(row).toMatchObject({
		origin: 'Anna Öz',
		attribution: 'Anna Öz (said) > The Agency (reported)',
		said: '2024-12-09',
		said_from: '2024-12-09',
		said_to: '2024-12-09',
		said_basis: 'stated',
		positions: 'Are they leaving? Yes',
		source: 'Ships leave',
		source_url: 'https://agency.example/ships',
		paragraph: '1'
	});
});

test('a list is parted by semicolons, and ids stand beside titles', async () => {
	const row = (await read(datasetWith())).find((candidate) => candidate['claim_id'] === 'c-2');
	expect(row).toMatchObject({
		layer: 'coast',
		layer_title: 'Coast',
		topics: 'ships; talks',
		topic_titles: 'Ships; Talks',
		agents: 'captain; agency'
	});
});

test('each row says how it may be used and how to cite it', async () => {
	for (const row of await read(datasetWith())) {
		expect(row['licence']).toBe('CC BY 4.0 https://creativecommons.org/licenses/by/4.0/');
		expect(row['citation']).toContain('The testers: Small coast. Version 1.2.0');
		expect(row['georeference_licence']).not.toBe('');
	}
});

async function read(dataset: Dataset): Promise<Record<string, string>[]> {
	const text = await exportText('csv', dataset);
	const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: true });
	expect(errors).toEqual([]);
	return data;
}
