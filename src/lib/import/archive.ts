import { listOf, quoted, Refused } from './issues';
import type { Found, Reading } from './file-reading';
import { unzip, type ZippedFile } from './unzip';

/** Reads a file that was unpacked. */
type ReadInner = (file: { name: string; bytes: Uint8Array }) => Promise<Found>;

/** Files that are read of an archive, and pictures that are only counted. */
const READABLE = /\.(?:kml|gpx|geojsonl?|geojsons|ndjson|jsonl?|csv|tsv|gpkg|fgb)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|webp|heic|tiff?|bmp|svg)$/i;

/** Archives of another kind, by a file that only they have, and what to do with them. */
const OTHERS: readonly { has: RegExp; refused: string }[] = [
	{
		has: /^word\/document\.xml$/,
		refused: 'This is a text document (DOCX), not a file of places. If it has a table, save that as CSV.'
	},
	{ has: /^ppt\/presentation\.xml$/, refused: 'These are slides (PPTX), not a file of places.' },
	{ has: /^xl\/workbook\.bin$/, refused: 'This is a binary spreadsheet (XLSB). Save it as XLSX or CSV.' },
	{
		has: /\.gdb\/.*\.gdbtable$/i,
		refused: 'This is a geodatabase of ArcGIS (.gdb). Export its layers as GeoJSON, in WGS 84, for example with QGIS.'
	},
	{
		has: /^content\.xml$/,
		refused: 'This is a document of LibreOffice (ODS, ODT). Save a spreadsheet as XLSX or CSV.'
	},
	{
		has: /\.(?:qgs|qgd)$/i,
		refused: 'This is a project of QGIS, which points at its data. Export its layers as GeoJSON.'
	}
];

/** The features in a ZIP archive: a KMZ, a spreadsheet, a zipped shapefile, or one other file of places. */
export async function readArchive(
	name: string,
	bytes: Uint8Array,
	reading: Reading,
	readInner: ReadInner
): Promise<Found | null> {
	const files = await unzip(bytes);
	const has = (pattern: RegExp) => files.some(({ path }) => pattern.test(path));
	if (has(/^xl\/workbook\.xml$/)) return (await import('./spreadsheet')).readSpreadsheet(bytes, files, reading);
	const other = OTHERS.find((one) => has(one.has));
	if (other) throw new Refused(other.refused);
	if (has(/\.shp$/i)) return (await import('./shapefile')).readShapefiles(files, reading);
	const maps = mapsOf(name, files);
	const main = maps.length > 0 ? maps : [mainFile(files)];
	for (const file of files.filter((one) => !main.includes(one))) {
		const what = PICTURE.test(file.path) ? 'picture' : 'other file';
		reading.leaveOut(`${what} in the archive`, `${what}s in the archive`);
	}
	reading.tellLeftOut();
	let found: Found | null = null;
	for (const { path, read } of main) {
		const file = { name: path.replace(/^.*\//, ''), bytes: await read() };
		const inner = await readInner(file).catch((error: unknown) => reading.refused(error));
		reading.tellLeftOut();
		found ??= inner;
	}
	return maps.length > 0 ? { ...found, format: 'KMZ' } : found;
}

/** The maps of a KMZ (OGC 12-007r2, annex C): its first, and all that it may point at; none in an archive of another kind. */
function mapsOf(name: string, files: readonly ZippedFile[]): ZippedFile[] {
	const maps = files.filter(({ path }) => /\.kml$/i.test(path));
	const isKmz = /\.kmz$/i.test(name) || maps.length === files.filter(({ path }) => READABLE.test(path)).length;
	return isKmz ? maps.toSorted((one, other) => Number(other.path === 'doc.kml') - Number(one.path === 'doc.kml')) : [];
}

/** The one file of an archive that has places. */
function mainFile(files: readonly ZippedFile[]): ZippedFile {
	const readable = files.filter(({ path }) => READABLE.test(path));
	const tweets = files.filter(({ path }) => /(?:^|\/)tweets\.js$/.test(path)).slice(0, 1);
	const [only, ...more] = readable.length > 0 ? readable : tweets;
	if (only && more.length === 0) return only;
	if (only) {
		const names = readable.slice(0, 5).map(({ path }) => quoted(path));
		throw new Refused(
			`The archive has ${readable.length} files that may have places, among them ${listOf(names)}. Unpack it, and choose one.`
		);
	}
	const [first] = files;
	if (!first) throw new Refused('The archive is empty.');
	if (files.some(({ path }) => /\.(?:kmz|zip|gz|7z|rar)$/i.test(path))) {
		throw new Refused('In this archive is another archive. Unpack it first.');
	}
	if (files.length === 1) return first;
	throw new Refused(
		`In the archive is no file of places that is read, only ${listOf(files.slice(0, 3).map(({ path }) => quoted(path)))}${files.length > 3 ? ` and ${files.length - 3} more` : ''}.`
	);
}
