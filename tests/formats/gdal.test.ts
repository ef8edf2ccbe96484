import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import type { Dataset } from '$lib/domain/dataset';
import { EXPORT_FORMATS, type FormatId } from '$lib/formats/registry';
import { datasetWith, featureWith } from '../fixtures/dataset';
import { exportBytes } from './export-text';
import { featuresOf, fieldsOf, HAS_GDAL, HAS_VALIDATOR, issuesOf, query, summaryOf } from './gdal';
import { HOSTILE, wellFormed } from './hostile';

/** The formats with geometry, and what their layer of features is called. */
const WITH_GEOMETRY: readonly [FormatId, string][] = [
	['geojson', 'export'],
	['geojsonseq', 'export'],
	['gpkg', 'features'],
	['fgb', 'features']
];

// A reader that knows nothing of us. Without it the tests stand in the report as skipped.
describe.skipIf(!HAS_GDAL)('GDAL opens', () => {
	let folder: string;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	test.each(WITH_GEOMETRY)('%s: every feature, in WGS 84, those without geometry too', async (format, layer) => {
		const path = await write(format);
		const features = featuresOf(path, layer);
		expect(features.map(({ properties }) => properties['name'])).toEqual([
			'Harbour',
			'Parts of the north',
			'A hotel',
			'Island'
		]);
		expect(features.map(({ geometry }) => geometry)).toEqual(datasetWith().features.map(({ geometry }) => geometry));
		expect(summaryOf(path)).toContain('"WGS 84"');
	});

	test.each(WITH_GEOMETRY)('%s: only what the filter lets through', async (format, layer) => {
		const features = featuresOf(await write(format, datasetWith(), { ...EVERYTHING, topics: ['talks'] }), layer);
		expect(features.map(({ properties }) => properties['name'])).toEqual(['Harbour', 'Parts of the north', 'A hotel']);
	});

	test.each<[FormatId, string, Record<string, string>]>([
		[
			'gpkg',
			'features',
			{
				id: 'String',
				claims: 'Integer64',
				contested: 'Integer(Boolean)',
				first_said: 'Date',
				uncertainty_metres: 'Real',
				topics: 'String(JSON)'
			}
		],
		[
			'fgb',
			'features',
			{
				id: 'String',
				claims: 'Integer',
				contested: 'Integer(Boolean)',
				first_said: 'String',
				uncertainty_metres: 'Real'
			}
		],
		['kml', 'Coast', { id: 'String', claims: 'Integer', contested: 'Integer', uncertainty_metres: 'Real' }]
	])('%s: names and types of attributes', async (format, layer, types) => {
		const path = await write(format);
		expect(fieldsOf(path, layer)).toMatchObject(types);
		const [harbour] = featuresOf(path, layer);
		expect(harbour?.properties).toMatchObject({ id: 'harbour', kind: 'port', claims: 2, uncertainty_metres: 50 });
		expect(Number(harbour?.properties['contested'])).toBe(1);
		expect(String(harbour?.properties['first_said']).replaceAll('/', '-')).toBe('2024-12-09');
	});

	test('kml: a layer for each folder, with what is said in the description', async () => {
		const [harbour] = featuresOf(await write('kml'), 'Coast');
		expect(harbour?.properties['Name']).toBe('Harbour');
		expect(harbour?.properties['description']).toContain('Anna Öz (said) > The Agency (reported)');
		expect(harbour?.geometry).toMatchObject({ type: 'Point' });
	});

	test('csv: a row for each claim about each feature', async () => {
		const features = featuresOf(await write('csv'), 'export');
		expect(features.map(({ properties }) => [properties['feature_id'], properties['claim_id']])).toEqual([
			['harbour', 'c-1'],
			['harbour', 'c-2'],
			['north', 'c-2'],
			['hotel', 'c-3']
		]);
	});

	test('lpf: every place, by its address', async () => {
		const features = featuresOf(await write('lpf'), 'export.lpf');
		expect(features.map(({ properties }) => properties['title'])).toContain('Parts of the north');
	});

	describe('a GeoPackage', () => {
		test('joins features to claims, and claims to sources, by its relations', async () => {
			const path = await write('gpkg');
			const joined = query(
				path,
				`SELECT f.id, c.claim_id, s.id AS source FROM features f JOIN features_claims m ON m.base_id = f.fid
				JOIN claims c ON c.fid = m.related_id JOIN claims_sources n ON n.base_id = c.fid JOIN sources s ON s.fid = n.related_id
				ORDER BY f.fid, c.fid`
			);
			expect(joined).toEqual([
				['harbour', 'c-1', 'wire'],
				['harbour', 'c-2', 'wire'],
				['north', 'c-2', 'wire'],
				['hotel', 'c-3', 'report']
			]);
		});

		test('announces each relation as the extension asks for', async () => {
			const path = await write('gpkg');
			const relations = query(
				path,
				`SELECT r.base_table_name, r.related_table_name, r.mapping_table_name, e.extension_name FROM gpkgext_relations r
				JOIN gpkg_extensions e ON e.table_name = r.mapping_table_name ORDER BY r.id`
			);
			expect(relations).toEqual([
				['features', 'claims', 'features_claims', 'gpkg_related_tables'],
				['claims', 'sources', 'claims_sources', 'gpkg_related_tables'],
				['claims', 'agents', 'claims_agents', 'gpkg_related_tables'],
				['claims', 'topics', 'claims_topics', 'gpkg_related_tables']
			]);
		});

		test('holds every claim once, and only what the features refer to', async () => {
			const path = await write('gpkg', datasetWith(), { ...EVERYTHING, layers: ['inland'] });
			expect(query(path, 'SELECT claim_id FROM claims')).toEqual([['c-2'], ['c-3']]);
			expect(query(path, 'SELECT id FROM topics ORDER BY id')).toEqual([['ships'], ['talks']]);
			expect(query(path, 'SELECT id FROM layers')).toEqual([['inland']]);
		});

		test.skipIf(!HAS_VALIDATOR)('is valid, says the validator that comes with GDAL’s Python bindings', async () => {
			expect(issuesOf(await write('gpkg'))).toBe('');
			expect(issuesOf(await write('gpkg', datasetWith(), { ...EVERYTHING, layers: [] }))).toBe('');
		});

		test('has every spelling of a name, and says what the file is', async () => {
			const path = await write('gpkg');
			expect(query(path, `SELECT name, lang FROM names WHERE feature_id = 'harbour'`)).toEqual([
				['Harbour', 'en'],
				['المرفأ', 'ar'],
				['Гавань', 'ru']
			]);
			expect(summaryOf(path)).toContain('creativecommons.org/licenses/by/4.0');
			expect(summaryOf(path)).toContain('all features and claims');
		});
	});

	test('a FlatGeobuf without features', async () => {
		const path = await write('fgb', datasetWith(), { ...EVERYTHING, layers: [] });
		expect([fieldsOf(path, 'features')['id'], featuresOf(path, 'features')]).toEqual(['String', []]);
	});

	test.each(WITH_GEOMETRY)('%s: every kind of geometry', async (format, layer) => {
		const geometries = datasetWith().features.flatMap(({ geometry }) => geometry ?? []);
		const [point, polygon] = geometries;
		if (point?.type !== 'Point' || polygon?.type !== 'Polygon') throw new Error('The small dataset has changed.');
		const ring = polygon.coordinates[0]!;
		const all = [
			{ type: 'LineString', coordinates: ring },
			{ type: 'MultiPoint', coordinates: ring },
			{ type: 'MultiLineString', coordinates: [ring, ring.slice(0, 2)] },
			{ type: 'MultiPolygon', coordinates: [polygon.coordinates, polygon.coordinates] },
			{ type: 'GeometryCollection', geometries: [point, polygon] }
		] as const;
		const features = all.map((geometry, n) =>
			featureWith({ id: `f-${n}`, name: `F ${n}`, context: true, geometry: structuredClone(geometry) as never })
		);
		const read = featuresOf(await write(format, datasetWith({ features, claims: [] })), layer);
		expect(read.map(({ geometry }) => geometry)).toEqual(all);
	});

	// GDAL ends a text at U+0000 and drops what is not UTF-8: where a format is not text, these are replaced.
	test.each<[FormatId, string]>([
		['gpkg', 'features'],
		['fgb', 'features']
	])('%s: whatever the data say, as text', async (format, layer) => {
		const texts = Object.values(HOSTILE);
		const features = texts.map((name, n) => featureWith({ id: `f-${n}`, name, kind: name, context: true }));
		const read = featuresOf(await write(format, datasetWith({ features, claims: [] })), layer);
		const expected = texts.map((text) => wellFormed(text).replaceAll('\0', '\uFFFD'));
		expect(read.map(({ properties }) => properties['name'])).toEqual(expected);
		expect(read.map(({ properties }) => properties['kind'])).toEqual(expected);
	});

	async function write(format: FormatId, dataset: Dataset = datasetWith(), criteria?: Criteria): Promise<string> {
		const extension = EXPORT_FORMATS.find(({ id }) => id === format)?.extension ?? '';
		const path = join(folder, `export.${extension}`);
		writeFileSync(path, await exportBytes(format, dataset, criteria));
		return path;
	}
});
