import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openOwnFile } from '$lib/import/open-file';

const KML = '<kml><Placemark><name>A</name><Point><coordinates>35.9,34.9</coordinates></Point></Placemark></kml>';

/** What is said of a file that is not read. */
async function refusal(name: string, content: string | Uint8Array): Promise<string> {
	const bytes = typeof content === 'string' ? Uint8Array.from(content, (letter) => letter.charCodeAt(0)) : content;
	const { features, issues } = await openOwnFile(name, bytes);
	expect(features).toEqual([]);
	return issues.map(({ message }) => message).join('\n');
}

/** An archive of files by their paths. */
async function zip(files: Readonly<Record<string, string | Uint8Array>>, options = {}): Promise<Uint8Array> {
	const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
	for (const [path, content] of Object.entries(files)) {
		await writer.add(
			path,
			new Uint8ArrayReader(typeof content === 'string' ? new TextEncoder().encode(content) : content)
		);
	}
	return writer.close();
}

test.each([
	['tiles.pmtiles', 'PMTiles\x03', 'map tiles (PMTiles)'],
	['a.shp', '\0\0\x27\x0A\0\0\0\0', 'one file of a shapefile'],
	['a.dbf', '\x03\x7A\x01\x01', 'one file of a shapefile'],
	['a.prj', 'GEOGCS["GCS_WGS_1984"]', 'one file of a shapefile'],
	['a00000001.gdbtable', '\x03\0\0\0', 'geodatabase'],
	['old.xls', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'Save a spreadsheet as XLSX or CSV'],
	['a.pdf', '%PDF-1.7', 'a PDF document'],
	['run.fit', '\x0E\x10\x43\x08\0\0\0\0.FIT', 'Export the track as GPX'],
	['run.tcx', '<TrainingCenterDatabase/>', 'TCX'],
	['log.nmea', '$GPGGA,123519,4807.038,N,01131.000,E,1,08\r\n', 'NMEA'],
	['flight.igc', 'AXXXABC FLIGHT:1\r\nHFDTE010124\r\nB1101355206343N00006198WA0058700558\r\n', 'IGC'],
	['a.wkb', '\x01\x01\0\0\0\0\0\0\0\0\0\x41\x40', 'WKB'],
	['a.osm', '<osm version="0.6"/>', 'OpenStreetMap'],
	['a.osm.pbf', '\0\0\0\x0D\x0A\x09OSMHeader', 'OpenStreetMap'],
	['a.gml', '<gml:FeatureCollection xmlns:gml="g"/>', 'GML'],
	['a.parquet', 'PAR1', 'Parquet'],
	['a.dwg', 'AC1032', 'DWG'],
	['a.dxf', '  0\r\nSECTION\r\n', 'DXF'],
	['a.mif', 'Version 300\nCharset "Neutral"', 'MapInfo'],
	['film.mp4', '\0\0\0\x18ftypmp42', 'a film'],
	['a.7z', '7z\xBC\xAF\x27\x1C', '7-Zip'],
	['a.rar', 'Rar!\x1A\x07', 'RAR']
])('%s is refused by name, with a way on', async (name, content, words) => {
	expect(await refusal(name, content)).toContain(words);
});

describe('archives', () => {
	test('of one file are read, whatever is said beside it', async () => {
		const { format, features, notes } = await openOwnFile(
			'places.zip',
			await zip({ 'a/b.kml': KML, 'p/1.png': 'x', 'p/2.jpg': 'x', 'read.me': 'x' })
		);
		expect([format, features.length]).toEqual(['KMZ', 1]);
		expect(notes).toEqual(['Not kept: 2 pictures in the archive and 1 other file in the archive.']);
		const csv = await openOwnFile('x.zip', await zip({ 'x.csv': 'name,lat,lon\nA,1,2\n' }));
		expect(csv.features[0]!.geometry).toEqual({ type: 'Point', coordinates: [2, 1] });
	});

	test.each([
		[
			'of several files of places',
			{ 'a.csv': 'x', 'b.geojson': '{}' },
			'has 2 files that may have places, among them “a.csv” and “b.geojson”'
		],
		['in an archive', { 'a.zip': 'PK\x03\x04' }, 'In this archive is another archive'],
		['in an archive, under another name', { 'a.kml': gzipSync('x') }, 'In this archive is another archive'],
		['of a document', { 'word/document.xml': '<a/>' }, 'DOCX'],
		['of a geodatabase', { 'x.gdb/a00000001.gdbtable': 'x' }, 'geodatabase'],
		['of anything else', { 'a.exe': 'x', 'b.dll': 'x' }, 'no file of places that is read, only “a.exe” and “b.dll”'],
		['of nothing', {}, 'empty']
	])('%s are refused', async (_, files, words) => {
		expect(await refusal('x.zip', await zip(files as Record<string, string>))).toContain(words);
	});

	test('that unpack to far more than they should are not opened', async () => {
		const bomb = await zip({ 'a.kml': new Uint8Array(40_000_000) });
		expect(bomb.length).toBeLessThan(100_000);
		expect(await refusal('bomb.kmz', bomb)).toContain('far more than it should');
	});

	test('whose entry is larger than it says are stopped', async () => {
		const lie = await zip({ 'a.kml': new Uint8Array(60_000_000) });
		const view = new DataView(lie.buffer, lie.byteOffset, lie.byteLength);
		for (let at = 0; at + 4 < lie.length; at++) {
			const signature = view.getUint32(at, true);
			if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
			if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
		}
		expect(await refusal('bomb.kmz', lie)).toMatch(/damaged|more than 50 MB/);
	});

	test('of 200,001 entries are refused within seconds', async () => {
		const one = Buffer.alloc(46 + 1);
		one.writeUInt32LE(0x02014b50, 0);
		one.writeUInt16LE(1, 28);
		one.write('x', 46);
		const local = Buffer.alloc(31);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(1, 26);
		local.write('x', 30);
		const entries = Buffer.concat(Array<Buffer>(200_001).fill(one));
		const end = Buffer.alloc(22);
		end.writeUInt32LE(0x06054b50, 0);
		end.writeUInt16LE(0xffff, 8);
		end.writeUInt16LE(0xffff, 10);
		end.writeUInt32LE(entries.length, 12);
		end.writeUInt32LE(local.length, 16);
		const begun = performance.now();
		expect(await refusal('many.zip', Buffer.concat([local, entries, end]))).toMatch(/^The archive /);
		expect(performance.now() - begun).toBeLessThan(5000);
	});

	test('that are encrypted, cut off or damaged are told so', async () => {
		expect(await refusal('x.zip', await zip({ 'a.kml': KML }, { password: 'pw', zipCrypto: true }))).toContain(
			'“a.kml” is encrypted'
		);
		const good = await zip({ 'a.kml': KML });
		expect(await refusal('x.zip', good.subarray(0, 60))).toContain('cut off or damaged');
		const bad = good.slice();
		bad[45]! ^= 4;
		expect(await refusal('x.zip', bad)).toContain('damaged');
	});
});

describe('what gzip has compressed', () => {
	test('is read as what it is', async () => {
		const { format, features } = await openOwnFile('x.csv.gz', gzipSync('name,lat,lon\nA,1,2\n'));
		expect([format, features.length]).toEqual(['CSV', 1]);
	});

	test('is refused where it is damaged, too large, or an archive again', async () => {
		expect(await refusal('x.gz', gzipSync(KML).subarray(0, 40))).toContain('damaged');
		expect(await refusal('x.gz', gzipSync(Buffer.alloc(60_000_000)))).toContain('more than 50 MB');
		expect(await refusal('x.gz', gzipSync(gzipSync(KML)))).toContain('another archive');
	});
});
