import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormatId } from '$lib/formats/registry';
import { datasetWith } from '../fixtures/dataset';
import { exportBytes } from './export-text';

const hasGdal = outputOf('ogrinfo', ['--version']) !== null;

// A reader that knows nothing of us. Without it the tests stand in the report as skipped.
describe.skipIf(!hasGdal)('GDAL opens', () => {
	let folder: string;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	test('the GeoJSON export: every feature, in WGS 84, with its properties', async () => {
		const report = ogrinfo(await write('geojson'));
		expect(report).toContain('Feature Count: 4');
		expect(report).toContain('"WGS 84"');
		expect(report).toContain('Harbour');
		expect(report).toContain('POLYGON ((36 36,38 36,38 37,36 37,36 36))');
		expect(report).toMatch(/claims \(String\(JSON\)\) = .*Ships left the harbour\./);
	});

	test('the CSV export: a row for each claim about each feature', async () => {
		const report = ogrinfo(await write('csv'));
		expect(report).toContain('Feature Count: 4');
		expect(report).toContain('feature_id (String) = harbour');
		expect(report).toContain('geometry_wkt (String) = POINT (35.87 34.91)');
	});

	async function write(format: FormatId): Promise<string> {
		const path = join(folder, `export.${format}`);
		writeFileSync(path, await exportBytes(format, datasetWith()));
		return path;
	}
});

function ogrinfo(path: string): string {
	return outputOf('ogrinfo', ['-ro', '-al', path]) ?? '';
}

/** What a program prints; null where it does not run. */
function outputOf(program: string, parameters: readonly string[]): string | null {
	try {
		return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	} catch {
		return null;
	}
}
