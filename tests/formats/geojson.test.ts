import { getIssues } from '@placemarkio/check-geojson';
import type { Feature as GeoJsonFeature, FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import type { Feature, PlacedFeature } from '$lib/domain/feature';
import { claimWith, datasetWith, featureWith, generateDataset } from '../fixtures/dataset';
import { exportText, matchesOf, NOW } from './export-text';
import { parseGeojson } from './read-geojson';

const FILTERS: [string, Criteria][] = [
	['everything', EVERYTHING],
	['some layers', { ...EVERYTHING, layers: ['inland', 'layer-3'] }],
	['some topics', { ...EVERYTHING, topics: ['talks', 'topic-5'] }],
	['a time', { ...EVERYTHING, said: { from: '2025-01-01', to: null } }],
	['a word', { ...EVERYTHING, text: 'харб' }],
	['nothing', { ...EVERYTHING, sources: [] }]
];

const DATASETS = {
	small: datasetWith(),
	generated: generateDataset({ features: 80, claims: 300, seed: 4 }),
	argued: datasetWith({
		claims: [claimWith({ positions: [{ question: 'leaving', answer: 'yes', why: 'Ships that left are leaving.' }] })]
	})
};

describe.each(Object.entries(DATASETS))('an export of the %s dataset', (_, dataset) => {
	test.each(FILTERS)('gives the same features and claims when it is read back: %s', async (__, criteria) => {
		const expected = await matchesOf(dataset, criteria);
		const { header, matches } = parseGeojson(await exportText('geojson', dataset, criteria));
		expect(matches).toEqual(expected.map(({ feature, claims }) => ({ feature: asDrawn(feature), claims })));
		expect(header.counts.features).toBe(expected.length);
	});

	test('is GeoJSON without an issue', async () => {
		expect(getIssues(await exportText('geojson', dataset))).toEqual([]);
	});
});

test('a feature that is cut out of the file still has its sources, speakers and dates', async () => {
	const [harbour] = (await read(EVERYTHING)).features;
	const [claim] = (harbour?.properties?.['claims'] ?? []) as unknown[];
	expect(claim).toMatchObject({
		text: 'Ships left the harbour.',
		topics: [{ id: 'ships', title: 'Ships' }],
		attribution: [
			{ as: 'said', agent: { id: 'captain', name: 'Anna Öz', role: 'captain' } },
			{ as: 'reported', agent: { name: 'The Agency' } }
		],
		said: { edtf: '2024-12-09', basis: 'stated', from: '2024-12-09', to: '2024-12-09' },
		positions: [{ question: { title: 'Are they leaving?' }, answer: { title: 'Yes' } }],
		source: { id: 'wire', title: 'Ships leave', record: { URL: 'https://agency.example/ships' } },
		locator: { document: 'b'.repeat(64), paragraph: 1, start: 0, end: 24, sha256: 'a'.repeat(64) }
	});
});

test('the header says what was asked, how much was found, under which licence and how to cite it', async () => {
	const { atlas } = await read({ ...EVERYTHING, topics: ['ships', 'talks'], said: { from: '2024-12-01', to: null } });
	expect(atlas).toMatchObject({
		formatVersion: 4,
		title: 'Small coast',
		version: '1.2.0',
		exported: NOW.toISOString(),
		filter: { words: 'topics Ships or Talks; said from 2024-12-01 on', query: 'topics=ships,talks&from=2024-12-01' },
		counts: { features: 3, claims: 3, unplaced: 1 },
		licence: { name: 'CC BY 4.0' }
	});
	expect(atlas['citation']).toContain('The testers: Small coast. Version 1.2.0 of 2025-01-02. Exported on 2026-11-22');
});

test('a feature that cannot be drawn has a null geometry and no bbox', async () => {
	const hotel = (await read(EVERYTHING)).features.find(({ id }) => id === 'hotel');
	expect(hotel).toMatchObject({ geometry: null, properties: { name: 'A hotel' } });
	expect(hotel).not.toHaveProperty('bbox');
});

test('an export of nothing is an empty collection', async () => {
	expect((await read({ ...EVERYTHING, layers: [] })).features).toEqual([]);
});

test('a name that looks like markup or a script is carried as it is', async () => {
	const name = '<img src=x onerror=alert(1)>"\u2028</script>';
	const dataset = datasetWith({ features: [featureWith({ name })], claims: [claimWith()] });
	const { matches } = parseGeojson(await exportText('geojson', dataset));
	expect(matches[0]?.feature.name).toBe(name);
});

test.each([
	['{"type":"FeatureCollection","features":[]}', 'the member “atlas” is missing'],
	['null', 'the member “atlas” is missing'],
	['{"atlas":{"formatVersion":1},"features":[]}', 'format version 1; versions 3 and 4 can be read'],
	['{"atlas"', 'JSON']
])('reading %s says what is wrong', (text, reason) => {
	expect(() => parseGeojson(text)).toThrow(reason);
});

type Export = FeatureCollection & { features: GeoJsonFeature[]; atlas: Record<string, unknown> };

async function read(criteria: Criteria): Promise<Export> {
	return JSON.parse(await exportText('geojson', datasetWith(), criteria)) as Export;
}

/** A feature without what is worked out from its geometry. */
function asDrawn(feature: PlacedFeature): Feature {
	const drawn: Partial<PlacedFeature> = { ...feature };
	delete drawn.extent;
	delete drawn.anchor;
	delete drawn.acrossMetres;
	return drawn as Feature;
}
