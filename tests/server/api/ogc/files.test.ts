import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDataset } from '../../../fixtures/dataset';
import { featuresOf, HAS_GDAL, query } from '../../../formats/gdal';
import { handlersOf } from '../ask';
import { itemsOf } from './read';

// Items as files: docs/formats.md says what each format has of a page of items.

const atlas = handlersOf(generateDataset({ features: 12, claims: 60, seed: 5 }));

/** Pages of items, by their queries. */
const PAGES = ['', '?limit=10', '?limit=7&topic=topic-1', '?filter=paragraph%3C0'];

/** The features that the items of a page are about, each with how many of the items are about it. */
async function heldBy(page: string): Promise<Map<string, number>> {
	const { features } = await itemsOf(atlas, page, 'claims');
	const held = new Map<string, number>();
	for (const { properties } of features) {
		const feature = String(properties['feature_id']);
		held.set(feature, (held.get(feature) ?? 0) + 1);
	}
	return held;
}

const sorted = (held: Iterable<readonly [string, number]>) => [...held].sort(([a], [b]) => (a < b ? -1 : 1));

describe.each(PAGES)('claims%s as a file has each feature once, with its claims on the page', (page) => {
	const text = async (f: string) =>
		await (await atlas.api(`/collections/claims/items${page}${page === '' ? '?' : '&'}f=${f}`)).text();

	test('a GeoJSON text sequence', async () => {
		const records = (await text('geojsonseq')).split('\u001e').slice(1);
		const read = records.map((record) => JSON.parse(record) as { id: string; properties: { claims: unknown[] } });
		const held = read.map(({ id, properties }) => [id, properties.claims.length] as const);
		expect(sorted(held)).toEqual(sorted(await heldBy(page)));
	});

	test('Web Annotations: each claim once, about those features', async () => {
		const { items = [] } = (JSON.parse(await text('annotations')) as { first: { items?: unknown[] } }).first;
		const { features } = await itemsOf(atlas, page, 'claims');
		expect(items).toHaveLength(new Set(features.map(({ properties }) => properties['claim_id'])).size);
	});

	test('Linked Places Format', async () => {
		const { features } = JSON.parse(await text('lpf')) as { features: unknown[] };
		expect(features).toHaveLength((await heldBy(page)).size);
	});

	// A reader that knows nothing of us. Without it the tests stand in the report as skipped.
	describe.skipIf(!HAS_GDAL)('GDAL reads', () => {
		let folder: string;
		beforeAll(() => {
			folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
		});
		afterAll(() => {
			rmSync(folder, { recursive: true });
		});
		const fileOf = async (f: string) => {
			const response = await atlas.api(`/collections/claims/items${page}${page === '' ? '?' : '&'}f=${f}`);
			const path = join(folder, `claims.${f}`);
			writeFileSync(path, Buffer.from(await response.arrayBuffer()));
			return path;
		};

		test.each(['gpkg', 'fgb'])('%s', async (f) => {
			const held = featuresOf(await fileOf(f), 'features').map(
				({ properties }) => [String(properties['id']), Number(properties['claims'])] as const
			);
			expect(sorted(held)).toEqual(sorted(await heldBy(page)));
		});

		test('gpkg: each claim is one row, and related to each feature that the page has it with', async () => {
			const path = await fileOf('gpkg');
			const count = (table: string) => Number(query(path, `SELECT count(*) FROM ${table}`)[0]?.[0]);
			const { features } = await itemsOf(atlas, page, 'claims');
			const claims = new Set(features.map(({ properties }) => properties['claim_id'])).size;
			expect([count('claims'), count('features_claims')]).toEqual([claims, features.length]);
		});

		test('kml: one folder for each layer', async () => {
			const path = await fileOf('kml');
			const { catalogue } = atlas.store;
			const layers = [...(await text('kml')).matchAll(/<Folder>\n<name>([^<]*)</g)].map(([, name = '']) => name);
			expect(new Set(layers).size).toBe(layers.length);
			expect(catalogue.layers.map(({ title }) => title).filter((title) => layers.includes(title))).toEqual(layers);
			const held = layers.flatMap((layer) =>
				featuresOf(path, layer).map(({ properties: { id, claims } }) => [String(id), Number(claims)] as const)
			);
			expect(sorted(held)).toEqual(sorted(await heldBy(page)));
		});

		test('csv: one row for each item', async () => {
			const rows = featuresOf(await fileOf('csv'), 'claims');
			const { features } = await itemsOf(atlas, page, 'claims');
			const idOf = (properties: Record<string, unknown>) =>
				`${String(properties['claim_id'])}.${String(properties['feature_id'])}`;
			expect(rows.map(({ properties }) => idOf(properties)).sort()).toEqual(features.map(({ id }) => id).sort());
		});
	});
});
