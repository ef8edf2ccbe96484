import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CollectionsDocument } from '$lib/server/api/ogc/collections';
import { type RunningServer, startServer } from './server';

// Clients that know nothing of us read the API of a server as it is built. Where one is not installed, its tests stand in
// the report as skipped, by its name.

// Debian's own, which has Debian's QGIS; another may come first in the path.
const PYTHON = '/usr/bin/python3';

let server: RunningServer;

beforeAll(async () => {
	server = await startServer();
});
afterAll(async () => {
	await server.stop();
});

describe.skipIf(!runs('ogrinfo', ['--version']))('GDAL', () => {
	test('lists every collection', async () => {
		const { collections } = await read<CollectionsDocument>('/api/collections');
		const listed = await run('ogrinfo', ['-ro', connection()]);
		for (const { id, title } of collections) expect(listed).toContain(`: ${id} (title: ${title})`);
	});

	test('reads every item of every collection, a page at a time', async () => {
		const { collections } = await read<CollectionsDocument>('/api/collections');
		for (const { id } of collections) {
			const expected = await idsOf(id, '?limit=10000');
			expect(await convert(id, ['-oo', 'PAGE_SIZE=4']), id).toEqual(expected);
		}
	});

	test('knows the reference system, the extent and the type of each attribute', async () => {
		const report = await run('ogrinfo', ['-ro', '-so', connection(), 'claims']);
		expect(report).toContain('"WGS 84"');
		expect(report).toContain('topics: StringList');
		expect(report).toContain('paragraph: Integer');
		expect(report).toContain('said_from: Date');
	});

	test('asks for a box', async () => {
		const box = [35.5, 34.5, 36.5, 35.8];
		const placed = (await itemsOf('features', `?bbox=${box.join(',')}`)).filter(({ geometry }) => geometry !== null);
		expect(placed.length).toBeGreaterThan(1);
		const found = await convert('features', ['-spat', ...box.map(String)]);
		// A feature without geometry is in every box here, and in none for GDAL.
		expect(found).toEqual(placed.map(({ id }) => id));
	});

	test('asks by attribute', async () => {
		const found = await convert('claims', ['-where', `modality = 'denial' OR paragraph = 2`]);
		expect(found.length).toBeGreaterThan(0);
		expect(found).toEqual(
			await idsOf('claims', `?filter=${encodeURIComponent(`modality = 'denial' OR paragraph = 2`)}`)
		);
	});
});

describe.skipIf(!runs(PYTHON, ['-c', 'import qgis.core']))('QGIS', () => {
	test('loads a collection as a layer', async () => {
		const script = `
import sys
from qgis.core import QgsApplication, QgsVectorLayer
QgsApplication.setPrefixPath('/usr', True)
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer("typename='features' url='${server.url}/api'", 'features', 'OAPIF')
print(layer.isValid(), layer.crs().isGeographic(), sorted(feature['id'] for feature in layer.getFeatures()))
sys.stdout.flush()
`;
		const printed = await run(PYTHON, ['-c', script]);
		const ids = (await idsOf('features', '?limit=10000')).sort();
		expect(printed).toContain(`True True [${ids.map((id) => `'${id}'`).join(', ')}]`);
	});
});

interface ReadItem {
	id: string;
	geometry: unknown;
}

function connection(): string {
	return `OAPIF:${server.url}/api`;
}

/** The ids that GDAL finds in a collection, with more options, in the order of the collection. */
async function convert(collection: string, options: readonly string[]): Promise<string[]> {
	const text = await run('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', connection(), collection, ...options]);
	return (JSON.parse(text) as { features: { properties: { id: string } }[] }).features.map(
		({ properties }) => properties.id
	);
}

async function itemsOf(collection: string, query: string): Promise<ReadItem[]> {
	return (await read<{ features: ReadItem[] }>(`/api/collections/${collection}/items${query}`)).features;
}

async function idsOf(collection: string, query: string): Promise<string[]> {
	return (await itemsOf(collection, query)).map(({ id }) => id);
}

async function read<Document>(address: string): Promise<Document> {
	return (await (await fetch(server.url + address)).json()) as Document;
}

/** What a program prints; it must end well. */
async function run(program: string, parameters: readonly string[]): Promise<string> {
	const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen' };
	const { stdout } = await promisify(execFile)(program, parameters, { env, maxBuffer: 2 ** 26 });
	return stdout;
}

function runs(program: string, parameters: readonly string[]): boolean {
	try {
		execFileSync(program, parameters, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
