import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { TileCutter } from '$lib/server/tiles/cut';
import { datasetWith } from '../../fixtures/dataset';
import { featuresOf, fieldsOf, HAS_GDAL } from '../../formats/gdal';

// A reader that knows nothing of us. Without it the test stands in the report as skipped.
test.skipIf(!HAS_GDAL)('GDAL reads a vector tile: its features, and their attributes by type', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
	try {
		const tile = await new TileCutter(new EmbeddedStore(datasetWith())).cut({ z: 6, x: 38, y: 25 });
		mkdirSync(join(folder, '6', '38'), { recursive: true });
		const path = join(folder, '6', '38', '25.mvt');
		writeFileSync(path, tile!);
		expect(featuresOf(path, 'features').map(({ properties }) => properties)).toEqual([
			expect.objectContaining({ id: 'harbour', topics: ['ships', 'talks'], claims: 2, contested: true }),
			expect.objectContaining({ id: 'north', geometry_extent: 'somewhere-within', uncertainty_metres: 60_000 }),
			expect.objectContaining({ id: 'island', topics: [], claims: 0, contested: false })
		]);
		expect(fieldsOf(path, 'features')).toMatchObject({ claims: 'Integer', contested: 'Integer(Boolean)' });
	} finally {
		rmSync(folder, { recursive: true });
	}
});
