import { execFileSync } from 'node:child_process';

/** Whether GDAL's commands are there: npm test installs them where that needs no question. */
export const HAS_GDAL = outputOf('ogrinfo', ['--version']) !== null;

/** Whether GDAL's validator of GeoPackages is there, which comes with its Python bindings. */
export const HAS_VALIDATOR = outputOf('python3', ['-c', 'import osgeo_utils.samples.validate_gpkg']) !== null;

/** What GDAL's validator has to say against a GeoPackage; empty where it is valid. */
export function issuesOf(path: string): string {
	const script = `import sys; from osgeo_utils.samples.validate_gpkg import check; print(check(sys.argv[1], abort_at_first_error=False, warning_as_error=True) or '')`;
	return outputOf('python3', ['-c', script, path])?.trim() ?? 'The validator did not run.';
}

/** A feature as GDAL writes it in GeoJSON. */
interface GdalFeature {
	geometry: object | null;
	properties: Record<string, unknown>;
}

/** What GDAL says of a file: its metadata, and each layer without its features, as text. */
export function summaryOf(path: string): string {
	return outputOf('ogrinfo', ['-ro', '-al', '-so', path]) ?? '';
}

/** The types of a layer's fields, by name. */
export function fieldsOf(path: string, layer: string): Record<string, string> {
	const summary = outputOf('ogrinfo', ['-ro', '-so', path, layer]) ?? '';
	const fields = summary.matchAll(/^(\w+): (\w+(?:\(\w+\))?) \(/gm);
	return Object.fromEntries([...fields].map(([, name = '', type = '']) => [name, type]));
}

/** The features of a layer. */
export function featuresOf(path: string, layer: string): GdalFeature[] {
	const text = outputOf('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', path, layer]) ?? '{}';
	return (JSON.parse(text) as { features?: GdalFeature[] }).features ?? [];
}

/** What a query of SQL gives, a row as its values. */
export function query(path: string, sql: string): string[][] {
	const csv = outputOf('ogr2ogr', ['-f', 'CSV', '-lco', 'SEPARATOR=TAB', '/vsistdout/', path, '-sql', sql]) ?? '';
	return csv
		.trimEnd()
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/g, '')));
}

/** What a program prints; null where it does not run, or has something to complain of. */
function outputOf(program: string, parameters: readonly string[]): string | null {
	try {
		return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	} catch {
		return null;
	}
}
