import type { OwnChoice } from '$lib/domain/own-feature';
import type { Draft, Found } from './own-draft';
import { type Issues, quoted } from './issues';
import { LeftOut, listOf } from './left-out';
import { Refused, unzip, type ZippedFile } from './unzip';

/** Reads a file that was unpacked. */
type ReadInner = (name: string, bytes: Uint8Array) => Promise<Found | null>;

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
	issues: Issues,
	choice: OwnChoice,
	readInner: ReadInner
): Promise<Found | null> {
	try {
		return await readFiles(name, bytes, await unzip(bytes), issues, choice, readInner);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		issues.add('', error.message);
		return null;
	}
}

async function readFiles(
	name: string,
	bytes: Uint8Array,
	files: readonly ZippedFile[],
	issues: Issues,
	choice: OwnChoice,
	readInner: ReadInner
): Promise<Found | null> {
	const has = (pattern: RegExp) => files.find(({ path }) => pattern.test(path));
	if (has(/^xl\/workbook\.xml$/)) return (await import('./spreadsheet')).readSpreadsheet(bytes, files, issues, choice);
	const other = OTHERS.find((one) => has(one.has));
	if (other) throw new Refused(other.refused);
	if (has(/\.shp$/i)) return (await import('./shapefile')).readShapefiles(files, issues, choice);
	const maps = mapsOf(name, files);
	const main = maps.length > 0 ? maps : [mainFile(files)];
	tellOthers(main, files, issues);
	if (maps.length === 0) return readFirst(main, readInner);
	const drafts: Draft[] = [];
	let empty: string | undefined;
	for (const { path, read } of maps) {
		const found = await readInner(path.replace(/^.*\//, ''), await read());
		for (const draft of found?.drafts ?? []) drafts.push({ ...draft, number: drafts.length + 1 });
		empty ??= found?.empty;
	}
	return { format: 'KMZ', drafts, empty };
}

async function readFirst([main]: readonly ZippedFile[], readInner: ReadInner): Promise<Found | null> {
	return main ? readInner(main.path.replace(/^.*\//, ''), await main.read()) : null;
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
	const tweets = readable.length === 0 ? files.find(({ path }) => /(?:^|\/)tweets\.js$/.test(path)) : undefined;
	const [only, ...more] = tweets ? [tweets] : readable;
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

/** Counts what stands in the archive beside the files that are read. */
function tellOthers(main: readonly ZippedFile[], files: readonly ZippedFile[], issues: Issues): void {
	const leftOut = new LeftOut();
	for (const file of files) {
		if (main.includes(file)) continue;
		if (PICTURE.test(file.path)) leftOut.add('picture in the archive', 'pictures in the archive');
		else leftOut.add('other file in the archive', 'other files in the archive');
	}
	leftOut.tell(issues);
}
