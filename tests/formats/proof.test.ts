import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim, Proof } from '$lib/domain/claim';
import { EXPORT_FORMATS, type FormatId } from '$lib/formats/registry';
import { handlersOf } from '../server/api/ask';
import { datasetWith } from '../fixtures/dataset';
import { exportBytes, exportText } from './export-text';
import { featuresOf, HAS_GDAL, query } from './gdal';

const PROOFS: Readonly<Record<string, Proof>> = { 'c-1': 'unproved', 'c-2': 'proved', 'c-3': 'not-looked-up' };

/** The small dataset as it is where one passage no longer stands in its document. */
const dataset = datasetWith({
	claims: datasetWith().claims.map((claim): Claim => ({ ...claim, proof: PROOFS[claim.id] ?? 'not-looked-up' }))
});

describe('whether a claim is proved stands', () => {
	test.each<FormatId>(['geojson', 'geojsonseq', 'csv', 'lpf', 'annotations'])(
		'in %s, for each claim',
		async (format) => {
			const text = await exportText(format, dataset);
			for (const proof of Object.values(PROOFS)) expect(text).toMatch(new RegExp(`[,"]${proof}[,"]`));
			expect(await exportText(format, datasetWith())).not.toMatch(/[,"]unproved[,"]/);
		}
	);

	test('in KML, in words', async () => {
		const text = await exportText('kml', dataset);
		expect(text).toMatch(/1\. Ships left the harbour\..* paragraph 1, passage not proved: /);
		expect(text).toContain('<SimpleData name="unproved_claims">1</SimpleData>');
	});

	test('in the items of the API, which can be asked by it', async () => {
		const atlas = handlersOf(dataset);
		const ask = async (address: string) =>
			((await (await atlas.api(address)).json()) as { features: { id: string; properties: object }[] }).features;
		const claims = await ask(`/collections/claims/items?filter=${encodeURIComponent("proof = 'unproved'")}`);
		expect(claims.map(({ id }) => id)).toEqual(['c-1.harbour']);
		expect(claims[0]?.properties).toMatchObject({ proof: 'unproved' });
		const features = await ask('/collections/features/items?filter=unproved_claims%3E0');
		expect(features.map(({ id }) => id)).toEqual(['harbour']);
	});

	test('in feeds and in the note of a citation', async () => {
		const atlas = handlersOf(dataset);
		const told = 'Its passage is not proved.';
		expect((await (await atlas.feed('json')).text()).split(told).length).toBe(2);
		expect(await (await atlas.cite('ris?claim=c-1')).text()).toContain(`Claim c-1. ${told}`);
		expect(await (await atlas.cite('ris?claim=c-2')).text()).not.toContain(told);
	});
});

describe.skipIf(!HAS_GDAL)('GDAL reads whether a claim is proved', () => {
	let folder: string;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	const write = async (format: FormatId) => {
		const extension = EXPORT_FORMATS.find(({ id }) => id === format)?.extension ?? '';
		const path = join(folder, `export.${extension}`);
		writeFileSync(path, await exportBytes(format, dataset));
		return path;
	};

	test('in a GeoPackage', async () => {
		const proofs = query(await write('gpkg'), 'SELECT claim_id, proof FROM claims ORDER BY claim_id');
		expect(Object.fromEntries(proofs)).toEqual(PROOFS);
	});

	test('in CSV', async () => {
		const [first] = featuresOf(await write('csv'), 'export');
		expect(first?.properties).toMatchObject({ claim_id: 'c-1', proof: 'unproved' });
	});

	test.each<[FormatId, string]>([
		['gpkg', 'features'],
		['fgb', 'features'],
		['kml', 'Coast']
	])('in %s, as how many claims of a feature are not', async (format, layer) => {
		const [harbour] = featuresOf(await write(format), layer);
		expect(harbour?.properties).toMatchObject({ claims: 2, unproved_claims: 1 });
	});
});
