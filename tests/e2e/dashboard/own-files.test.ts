import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AtlasPage, eventually, serveDashboard, words } from './atlas-page';

const atlas = serveDashboard();
const FIXTURES = 'tests/fixtures/import';

/** Drops a file on the map, byte by byte as it is on disk, and waits until its card is there; the card's words. */
async function drop(dashboard: AtlasPage, path: string): Promise<string> {
	const name = path.replace(/^.*\//, '');
	const bytes = readFileSync(`${FIXTURES}/${path}`).toString('base64');
	await dashboard.map.evaluate(
		(map, { name: fileName, base64 }) => {
			const transfer = new DataTransfer();
			const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			transfer.items.add(new File([content], fileName));
			for (const kind of ['dragenter', 'dragover', 'drop']) {
				map.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
			}
		},
		{ name, base64: bytes }
	);
	const news = dashboard.page.getByRole('button', { name: 'See your data' });
	await news.click();
	const own = dashboard.page.getByRole('region', { name: 'Your data' });
	await own.getByRole('checkbox', { name }).waitFor();
	return words(await own.textContent());
}

const drawn = (dashboard: AtlasPage) => () => dashboard.map.getAttribute('data-own-shown');

/** Files, what their cards say, and how many of their features the map shows. */
const FILES = [
	['valid/places.gpkg', 'GeoPackage, 4 features, 1 without a place.', '3'],
	['valid/places.fgb', 'FlatGeobuf, 3 features.', '3'],
	['valid/shapefiles.zip', 'Shapefile, 2 features.', '2'],
	['valid/sheet.xlsx', 'XLSX, 2 features.', '2'],
	['valid/layers.kmz', 'KMZ, 4 features, 1 without a place.', '3'],
	['valid/kml-mymaps-folders.kml', 'KML, 2 features.', '2'],
	['valid/gpx-decimal-comma.gpx', 'GPX, 3 features.', '3'],
	['invalid/encrypted.zip', '“a.csv” is encrypted with a password. Unpack it first.', '0'],
	['invalid/table.ods', 'This is a document of LibreOffice (ODS, ODT). Save a spreadsheet as XLSX or CSV.', '0'],
	['invalid/kml-lt-in-text.kml', 'An unescaped < stands in the text', '2']
] as const;

test('files as people have them are dropped on the map one after another, and each card says what was read', async () => {
	const dashboard = await (await atlas.open('/')).idle();
	for (const [path, said, shown] of FILES) {
		expect.soft(await drop(dashboard, path), path).toContain(said);
		await eventually(drawn(dashboard)).toBe(shown);
		await dashboard.page.getByRole('button', { name: `Remove ${path.replace(/^.*\//, '')}` }).click();
	}
});

test('what reads a kind is loaded only when a file of that kind comes', async () => {
	const dashboard = await (await atlas.open('/')).alive();
	await dashboard.idle();
	const asked: string[] = [];
	dashboard.page.context().on('request', (request) => asked.push(request.url()));
	const bytesLoaded = async () => {
		const chunks = asked.splice(0).filter((url) => url.includes('/workers/chunks/'));
		const scripts = await Promise.all(chunks.map(async (url) => (await fetch(url)).text()));
		return scripts.reduce((sum, { length }) => sum + length, 0);
	};
	await drop(dashboard, 'valid/gpx-prefixed.gpx');
	expect(await bytesLoaded()).toBeLessThan(2000);
	await drop(dashboard, 'valid/places.gpkg');
	expect(await bytesLoaded()).toBeGreaterThan(1_000_000);
});
