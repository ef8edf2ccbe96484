/** What a file is by its first bytes: a kind that is read by itself, text, or a sentence that says what it is instead. */
export type Kind = 'zip' | 'gzip' | 'sqlite' | 'flatgeobuf' | 'picture' | 'text' | { refused: string };

const EXPORT_GEOJSON = 'Export it as GeoJSON, in WGS 84, for example with QGIS.';

/** How files begin, a character for each byte, from an offset. */
const BEGINNINGS: readonly { begins: string; at?: number; kind: Kind }[] = [
	{ begins: 'PK\u0003\u0004', kind: 'zip' },
	{ begins: 'PK\u0005\u0006', kind: { refused: 'This ZIP archive is empty.' } },
	{ begins: 'PK\u0007\u0008', kind: { refused: 'This is a part of a ZIP archive that was divided. Join it first.' } },
	{ begins: '\u001F\u008B', kind: 'gzip' },
	{ begins: 'SQLite format 3\0', kind: 'sqlite' },
	{ begins: 'fgb', kind: 'flatgeobuf' },
	{ begins: '\u00FF\u00D8\u00FF', kind: 'picture' },
	{ begins: '\u0089PNG', kind: 'picture' },
	{ begins: 'II*\0', kind: 'picture' },
	{ begins: 'MM\0*', kind: 'picture' },
	{ begins: 'WEBP', at: 8, kind: 'picture' },
	{ begins: 'ftyphei', at: 4, kind: 'picture' },
	{ begins: 'ftypmif1', at: 4, kind: 'picture' },
	{ begins: 'ftypavif', at: 4, kind: 'picture' },
	{
		begins: '\0\0\u0027\u000A',
		kind: {
			refused:
				'This is one file of a shapefile, which has several: choose all of them together in one ZIP archive (.shp, .shx, .dbf, .prj, .cpg).'
		}
	},
	{ begins: 'PAR1', kind: { refused: 'This is a Parquet file. Export it as GeoJSON or CSV.' } },
	{
		begins: 'PMTiles',
		kind: { refused: `These are map tiles (PMTiles), whose features are cut up. ${EXPORT_GEOJSON}` }
	},
	{ begins: '%PDF', kind: { refused: 'This is a PDF document, not a file of places.' } },
	{
		begins: '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1',
		kind: { refused: 'This is a file of an old Office, such as XLS or DOC. Save a spreadsheet as XLSX or CSV.' }
	},
	{ begins: '.FIT', at: 8, kind: { refused: 'This is a FIT file of a training device. Export the track as GPX.' } },
	{ begins: 'ftyp', at: 4, kind: { refused: 'This is a film or a sound recording, not a file of places.' } },
	{ begins: 'AC10', kind: { refused: `This is a drawing of AutoCAD (DWG). ${EXPORT_GEOJSON}` } },
	{ begins: 'GIF8', kind: { refused: 'This is a GIF picture: it has no position.' } },
	{ begins: 'Rar!', kind: { refused: 'This is a RAR archive. Unpack it, and choose the file of places in it.' } },
	{
		begins: '7z\u00BC\u00AF',
		kind: { refused: 'This is a 7-Zip archive. Unpack it, and choose the file of places in it.' }
	},
	{ begins: 'BZh', kind: { refused: 'This file is compressed with bzip2. Unpack it first.' } },
	{ begins: '\u00FD7zXZ', kind: { refused: 'This file is compressed with xz. Unpack it first.' } },
	{ begins: '(\u00B5/\u00FD', kind: { refused: 'This file is compressed with Zstandard. Unpack it first.' } },
	{ begins: 'OSMHeader', at: 6, kind: { refused: `This is an extract of OpenStreetMap (PBF). ${EXPORT_GEOJSON}` } },
	{ begins: 'LASF', kind: { refused: 'This is a cloud of laser points (LAS), not a file of places.' } },
	{ begins: 'ARROW1', kind: { refused: 'This is an Arrow file. Export it as GeoJSON or CSV.' } }
];

/** Text files that are of another kind than those that are read, by how they begin. */
const TEXTS: readonly { begins: RegExp; refused: string }[] = [
	{
		begins: /^\$(?:GP|GN|GL|GA|BD)[A-Z]{3},/,
		refused: 'This is a log of NMEA sentences from a receiver. Convert it to GPX.'
	},
	{
		begins: /^A[A-Z0-9]{3,}[^\n]*\r?\nH[FOP]/,
		refused: 'This is an IGC file of a flight recorder. Convert it to GPX.'
	},
	{ begins: /^OziExplorer/, refused: 'This is a file of OziExplorer. Export it as GPX.' },
	{
		begins: /^\s*(?:999\s*\r?\n[^\n]*\r?\n\s*)?0\s*\r?\n\s*SECTION/,
		refused: `This is a drawing (DXF). ${EXPORT_GEOJSON}`
	},
	{ begins: /^Version\s+\d+\s*\r?\nCharset/i, refused: `This is a file of MapInfo (MIF). ${EXPORT_GEOJSON}` },
	{
		begins: /^(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS)\[/,
		refused:
			'This is the description of a projection, one file of a shapefile: choose all its files together in one ZIP archive.'
	},
	{ begins: /^\{\\rtf/, refused: 'This is a text document (RTF), not a file of places.' },
	{
		begins: /^BEGIN:(?:VCARD|VCALENDAR)/i,
		refused: 'This is a file of contacts or of a calendar. Export what has coordinates as CSV.'
	}
];

/** Kinds that are known by the end of their name and not by their bytes. */
const NAMES: readonly { ends: RegExp; refused: string }[] = [
	{
		ends: /\.(?:dbf|shx|sbn|sbx|cpg)$/i,
		refused:
			'This is one file of a shapefile, which has several: choose all of them together in one ZIP archive (.shp, .shx, .dbf, .prj, .cpg).'
	},
	{
		ends: /\.(?:gdbtable|gdbtablx|atx|freelist)$/i,
		refused: `This is one file of a geodatabase (.gdb). ${EXPORT_GEOJSON}`
	},
	{ ends: /\.mdb$/i, refused: `This is a database of Access or ArcGIS. ${EXPORT_GEOJSON}` }
];

/** What a file is by its first bytes, and its name where they leave it open. */
export function kindOf(name: string, bytes: Uint8Array): Kind {
	const head = String.fromCharCode(...bytes.subarray(0, 24));
	const known = BEGINNINGS.find(({ begins, at = 0 }) => head.startsWith(begins, at));
	if (known) return known.kind;
	if (isWkb(bytes)) return { refused: 'This is one geometry in well-known binary (WKB). Export it as GeoJSON.' };
	const byName = NAMES.find(({ ends }) => ends.test(name));
	if (byName) return { refused: byName.refused };
	const text = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replace(/^\u00EF\u00BB\u00BF/, '');
	const other = TEXTS.find(({ begins }) => begins.test(text));
	return other ? { refused: other.refused } : 'text';
}

/** Whether bytes begin as well-known binary does: an order of bytes, and the small number of a type of geometry. */
function isWkb(bytes: Uint8Array): boolean {
	if (bytes.length < 9) return false;
	const [order, one, two, three, four] = bytes;
	const small = (number = 0) => number >= 1 && number <= 7;
	return order === 1 ? small(one) && two === 0 && three === 0 : order === 0 && one === 0 && two === 0 && small(four);
}
