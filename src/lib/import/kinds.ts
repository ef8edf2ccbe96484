import { Refused } from './issues';

/** Kinds of files that are read, each by a reader of its own. */
export type Kind = 'zip' | 'gzip' | 'sqlite' | 'flatgeobuf' | 'picture' | 'text';

const EXPORT_GEOJSON = 'Export it as GeoJSON, in WGS 84, for example with QGIS.';

const SHAPEFILE =
	'This is one file of a shapefile, which has several: choose all of them together in one ZIP archive (.shp, .shx, .dbf, .prj, .cpg).';

/** How files of the kinds begin that are known by their bytes: a character for each byte, from an offset. */
const KINDS: readonly (readonly [kind: Kind, begins: string, at?: number])[] = [
	['zip', 'PK\u0003\u0004'],
	['gzip', '\u001F\u008B'],
	['sqlite', 'SQLite format 3\0'],
	['flatgeobuf', 'fgb'],
	['picture', '\u00FF\u00D8\u00FF'],
	['picture', '\u0089PNG'],
	['picture', 'II*\0'],
	['picture', 'MM\0*'],
	['picture', 'WEBP', 8],
	['picture', 'ftyphei', 4],
	['picture', 'ftypmif1', 4],
	['picture', 'ftypavif', 4]
];

/** How files begin that are not read, and what they are instead. */
const OTHERS: readonly (readonly [refused: string, begins: string, at?: number])[] = [
	['This ZIP archive is empty.', 'PK\u0005\u0006'],
	['This is a part of a ZIP archive that was divided. Join it first.', 'PK\u0007\u0008'],
	[SHAPEFILE, '\0\0\u0027\u000A'],
	['This is a Parquet file. Export it as GeoJSON or CSV.', 'PAR1'],
	[`These are map tiles (PMTiles), whose features are cut up. ${EXPORT_GEOJSON}`, 'PMTiles'],
	['This is a PDF document, not a file of places.', '%PDF'],
	[
		'This is a file of an old Office, such as XLS or DOC. Save a spreadsheet as XLSX or CSV.',
		'\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'
	],
	['This is a FIT file of a training device. Export the track as GPX.', '.FIT', 8],
	['This is a film or a sound recording, not a file of places.', 'ftyp', 4],
	[`This is a drawing of AutoCAD (DWG). ${EXPORT_GEOJSON}`, 'AC10'],
	['This is a GIF picture: it has no position.', 'GIF8'],
	['This is a RAR archive. Unpack it, and choose the file of places in it.', 'Rar!'],
	['This is a 7-Zip archive. Unpack it, and choose the file of places in it.', '7z\u00BC\u00AF'],
	['This file is compressed with bzip2. Unpack it first.', 'BZh'],
	['This file is compressed with xz. Unpack it first.', '\u00FD7zXZ'],
	['This file is compressed with Zstandard. Unpack it first.', '(\u00B5/\u00FD'],
	[`This is an extract of OpenStreetMap (PBF). ${EXPORT_GEOJSON}`, 'OSMHeader', 6],
	['This is a cloud of laser points (LAS), not a file of places.', 'LASF'],
	['This is an Arrow file. Export it as GeoJSON or CSV.', 'ARROW1']
];

/** Files that are known by the end of their name and not by their bytes. */
const NAMES: readonly (readonly [refused: string, ends: RegExp])[] = [
	[SHAPEFILE, /\.(?:dbf|shx|sbn|sbx|cpg)$/i],
	[`This is one file of a geodatabase (.gdb). ${EXPORT_GEOJSON}`, /\.(?:gdbtable|gdbtablx|atx|freelist)$/i],
	[`This is a database of Access or ArcGIS. ${EXPORT_GEOJSON}`, /\.mdb$/i]
];

/** Text files that are of another kind than those that are read, by how they begin. */
const TEXTS: readonly (readonly [refused: string, begins: RegExp])[] = [
	['This is a log of NMEA sentences from a receiver. Convert it to GPX.', /^\$(?:GP|GN|GL|GA|BD)[A-Z]{3},/],
	['This is an IGC file of a flight recorder. Convert it to GPX.', /^A[A-Z0-9]{3,}[^\n]*\r?\nH[FOP]/],
	['This is a file of OziExplorer. Export it as GPX.', /^OziExplorer/],
	[`This is a drawing (DXF). ${EXPORT_GEOJSON}`, /^\s*(?:999\s*\r?\n[^\n]*\r?\n\s*)?0\s*\r?\n\s*SECTION/],
	[`This is a file of MapInfo (MIF). ${EXPORT_GEOJSON}`, /^Version\s+\d+\s*\r?\nCharset/i],
	[
		'This is the description of a projection, one file of a shapefile: choose all its files together in one ZIP archive.',
		/^(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS)\[/
	],
	['This is a text document (RTF), not a file of places.', /^\{\\rtf/],
	['This is a file of contacts or of a calendar. Export what has coordinates as CSV.', /^BEGIN:(?:VCARD|VCALENDAR)/i]
];

/**
 * What a file is by its first bytes, and its name where they leave it open.
 * @throws Refused where it is of a kind that is not read, with what it is instead
 */
export function kindOf(name: string, bytes: Uint8Array): Kind {
	const head = String.fromCharCode(...bytes.subarray(0, 24));
	const [kind] = KINDS.find(([, begins, at = 0]) => head.startsWith(begins, at)) ?? [];
	if (kind) return kind;
	const text = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replace(/^\u00EF\u00BB\u00BF/, '');
	const [refused] =
		OTHERS.find(([, begins, at = 0]) => head.startsWith(begins, at)) ??
		(isWkb(bytes) ? WKB : undefined) ??
		NAMES.find(([, ends]) => ends.test(name)) ??
		TEXTS.find(([, begins]) => begins.test(text)) ??
		[];
	if (refused !== undefined) throw new Refused(refused);
	return 'text';
}

const WKB = ['This is one geometry in well-known binary (WKB). Export it as GeoJSON.'] as const;

/** Whether bytes begin as well-known binary does: an order of bytes, and the small number of a type of geometry. */
function isWkb(bytes: Uint8Array): boolean {
	if (bytes.length < 9) return false;
	const [order, one, two, three, four] = bytes;
	const small = (number = 0) => number >= 1 && number <= 7;
	return order === 1 ? small(one) && two === 0 && three === 0 : order === 0 && one === 0 && two === 0 && small(four);
}
