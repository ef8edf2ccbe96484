import type { Database, ParamsObject, Statement } from 'sql.js';
import initSqlJs from 'sql.js/dist/sql-asm-memory-growth.js';
import type { Geometry } from 'geojson';
import { extentOf } from '$lib/domain/extent';
import { counted, quoted, Refused } from './issues';
import type { Found, Reading } from './file-reading';
import { type ToDegrees, toDegrees } from './reference-system';
import { readWkb } from './wkb';

/** A table of features, and how its coordinates are taken to degrees. */
interface Layer {
	table: string;
	geometry: string;
	convert: ToDegrees;
}

const TILES =
	'These are map tiles (MBTiles), whose features are cut up. Export the data that they were made of as GeoJSON.';

/** What an SQLite file is by a table that it has, where it is no GeoPackage. */
const OTHERS: readonly (readonly [table: string, refused: string])[] = [
	['tiles', TILES],
	['images', TILES],
	[
		'geometry_columns',
		'This is a SpatiaLite database. Export its layers as GeoJSON or GeoPackage, in WGS 84, for example with QGIS.'
	]
];

/**
 * The features of a GeoPackage (OGC 12-128r19), read by SQLite itself, compiled to plain JavaScript: the pages' policy
 * allows no WebAssembly. Rejects with `Refused` where the file is none, or damaged.
 */
export async function readGeoPackage(bytes: Uint8Array, reading: Reading): Promise<Found> {
	const { Database } = await initSqlJs();
	const database = new Database(closed(bytes));
	try {
		return read(database, reading);
	} catch (error) {
		if (error instanceof Refused) throw error;
		throw new Refused(`This SQLite file is damaged, and nothing of it was read: ${messageOf(error)}.`);
	} finally {
		database.close();
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** A copy whose header does not ask for a write-ahead log (SQLite file format, section 1.3.3), which is another file. */
function closed(bytes: Uint8Array): Uint8Array {
	const copy = new Uint8Array(bytes);
	copy[18] = 1;
	copy[19] = 1;
	return copy;
}

function read(database: Database, reading: Reading): Found {
	const tables = new Set(rowsOf(database, 'SELECT name FROM sqlite_master').map(({ name }) => String(name)));
	if (!tables.has('gpkg_contents')) {
		const [, other] = OTHERS.find(([table]) => tables.has(table)) ?? [];
		throw new Refused(
			other ?? 'This is an SQLite file without places (it is no GeoPackage). Export what has coordinates as CSV.'
		);
	}
	const [check = {}] = rowsOf(database, 'PRAGMA quick_check(1)');
	const [said = 'ok'] = Object.values(check);
	if (said !== 'ok') throw new Error(String(said));
	const layers = layersOf(database, tables, reading);
	let left = 0;
	for (const layer of layers) left += readLayer(database, layer, layers.length > 1, reading);
	const others = "SELECT table_name, data_type FROM gpkg_contents WHERE data_type <> 'features'";
	for (const { table_name, data_type } of rowsOf(database, others)) {
		const name = String(table_name);
		const what = data_type === 'tiles' ? 'tiles' : 'rows without places';
		const words = `of the ${what} of the table ${quoted(name)}`;
		reading.leaveOut(words, words, tables.has(name) ? countOf(database, name) : 0);
	}
	if (layers.length === 0 && reading.count === 0) reading.add('', 'The GeoPackage has no table of features.');
	reading.cutOff(left);
	return { format: 'GeoPackage' };
}

function layersOf(database: Database, tables: ReadonlySet<string>, reading: Reading): Layer[] {
	const found = rowsOf(
		database,
		`SELECT c.table_name, g.column_name, s.srs_id, s.organization, s.organization_coordsys_id, s.definition, s.srs_name
		FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
		LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE c.data_type = 'features'`
	);
	return found.flatMap((row): Layer[] => {
		const table = String(row['table_name']);
		const isThere = tables.has(table) && row['column_name'] !== null;
		const convert = isThere ? systemOf(row) : 'It is listed, and is not there or has no geometries.';
		if (typeof convert !== 'string') return [{ table, geometry: String(row['column_name']), convert }];
		reading.add(`Table ${quoted(table)}`, convert);
		return [];
	});
}

function systemOf(row: ParamsObject): ToDegrees | string {
	if (Number(row['srs_id']) === 0) return (geometry) => geometry;
	const code = /^epsg$/i.test(String(row['organization'])) ? Number(row['organization_coordsys_id']) : NaN;
	return toDegrees(code, String(row['definition'] ?? row['srs_name'] ?? ''));
}

/** Reads the rows of a table; how many were never looked at. */
function readLayer(
	database: Database,
	{ table, geometry, convert }: Layer,
	isOneOfMany: boolean,
	reading: Reading
): number {
	const columns = rowsOf(database, `PRAGMA table_info(${identifier(table)})`);
	const types = new Map(columns.map(({ name, type }) => [name, String(type)]));
	const total = countOf(database, table);
	const statement = database.prepare(`SELECT * FROM ${identifier(table)}`);
	let seen = 0;
	try {
		const names = statement.getColumnNames();
		while (!reading.isFull && statement.step()) {
			seen += 1;
			const values = exactRow(statement);
			const properties: Record<string, unknown> = {};
			let shape: Geometry | null | string = null;
			for (const [index, name] of names.entries()) {
				const value = values[index];
				if (name === geometry) shape = value === null ? null : geometryOf(value);
				else if (value instanceof Uint8Array)
					reading.leaveOut('picture or other bytes in a cell', 'pictures or other bytes in cells');
				else properties[name] = plainValue(value, types.get(name) ?? '');
			}
			if (isOneOfMany) properties['layer'] = table;
			if (typeof shape === 'string') reading.skip(shape);
			else reading.feature(shape && convert(shape), properties);
		}
	} catch (error) {
		reading.add(`Table ${quoted(table)}`, `It is damaged after ${counted(seen, 'row')}: ${messageOf(error)}.`);
		return 0;
	} finally {
		statement.free();
	}
	if (reading.isFull) return total - seen;
	if (seen !== total) reading.add(`Table ${quoted(table)}`, `It says that it has ${total} rows, and has ${seen}.`);
	return 0;
}

/** The geometry in a cell (section 2.1.3): a header, which may say its extent, and well-known binary; why it is none. */
function geometryOf(value: unknown): Geometry | null | string {
	const bad = 'Its geometry cannot be read. It was left out.';
	if (!(value instanceof Uint8Array) || value[0] !== 0x47 || value[1] !== 0x50) return bad;
	const flags = value[3] ?? 0;
	const doubles = [0, 4, 6, 6, 8][(flags >> 1) & 7];
	if (doubles === undefined || value.length < 8 + 8 * doubles) return bad;
	if (flags & 16) return null;
	const found = readWkb(value.subarray(8 + 8 * doubles));
	if (!found?.geometry) return bad;
	if (doubles === 0) return found.geometry;
	const view = new DataView(value.buffer, value.byteOffset + 8, 32);
	const said = [0, 16, 8, 24].map((at) => view.getFloat64(at, (flags & 1) === 1));
	const has: readonly number[] = extentOf(found.geometry) ?? [];
	const fits = said.every((side, index) => Math.abs(side - (has[index] ?? NaN)) <= 1e-6 * Math.max(1, Math.abs(side)));
	return fits ? found.geometry : 'Its geometry is not where the extent beside it says. It was left out.';
}

/** The values of the row that a statement stands at, integers exactly; the library's types do not know that it can. */
function exactRow(statement: Statement): unknown[] {
	const get = statement.get.bind(statement) as (parameters: null, how: { useBigInt: true }) => unknown[];
	return get(null, { useBigInt: true });
}

function plainValue(value: unknown, type: string): unknown {
	if (typeof value !== 'bigint') return value;
	if (/^BOOLEAN$/i.test(type) && (value === 0n || value === 1n)) return value === 1n;
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : String(value);
}

function rowsOf(database: Database, sql: string): ParamsObject[] {
	const statement = database.prepare(sql);
	const rows: ParamsObject[] = [];
	while (statement.step()) rows.push(statement.getAsObject());
	statement.free();
	return rows;
}

function countOf(database: Database, table: string): number {
	return Number(rowsOf(database, `SELECT count(*) AS count FROM ${identifier(table)}`)[0]?.['count']);
}

function identifier(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
