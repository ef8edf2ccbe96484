import sqlite, { type Database, type JSValue, type Statement } from 'node-sqlite3-wasm';
import type { Geometry } from 'geojson';
import { type Extent, extentOf, union } from '$lib/domain/extent';
import type { Column, ColumnType, ColumnValue } from '$lib/formats/attributes';
import { geopackageGeometry } from './wkb';

/** WGS 84, longitude and latitude in degrees. */
const SRS = 4326;

/** A table of rows: its columns after `fid`, which numbers them, and the geometry where rows are features. */
export interface TableForm<Row> {
	name: string;
	/** What it is called, and what a row is, in a sentence. */
	title: string;
	description: string;
	columns: readonly Column<Row>[];
	geometryOf?: (row: Row) => Geometry | null;
}

/**
 * A GeoPackage 1.3 (OGC 12-128r17) while it is written: an SQLite file with tables that describe the others. It uses the
 * extensions for schemas, metadata and related tables (OGC 18-000).
 */
export class GeoPackageFile {
	readonly #database: Database;
	readonly #statements: Statement[] = [];
	readonly #extents = new Map<string, Extent[]>();

	constructor(path: string) {
		this.#database = new sqlite.Database(path);
		// The file is ours alone until it is whole: nothing has to be undone.
		this.#database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;');
		this.#database.exec('PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;');
		this.#database.exec('BEGIN');
		this.#database.exec(STANDARD_TABLES);
	}

	/** Makes a table; returns what adds a row to it and gives its number. */
	table<Row>({ name, title, description, columns, geometryOf }: TableForm<Row>): (row: Row) => number {
		const fields = columns.map((column) => `"${column.name}" ${SQL_TYPES[column.type]}`);
		const geometry = geometryOf ? ['geom GEOMETRY'] : [];
		const all = ['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', ...geometry, ...fields];
		this.#database.exec(`CREATE TABLE "${name}" (${all.join(', ')})`);
		this.#run(
			'INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, ?)',
			[name, geometryOf ? 'features' : 'attributes', title, description, geometryOf ? SRS : null]
		);
		if (geometryOf) {
			this.#run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [name, 'geom', 'GEOMETRY', SRS]);
			this.#extents.set(name, []);
		}
		for (const column of columns) {
			this.#run('INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, NULL)', [
				...[name, column.name, column.name, column.title, column.description],
				column.type === 'strings' ? 'application/json' : null
			]);
		}
		const places = [...geometry, ...fields].map(() => '?').join(', ');
		const insert = this.#prepare(`INSERT INTO "${name}" VALUES (NULL, ${places})`);
		return (row) => {
			const values = columns.map((column) => toSql(column.valueOf(row)));
			const shape = geometryOf ? [this.#place(name, geometryOf(row))] : [];
			return Number(insert.run([...shape, ...values]).lastInsertRowid);
		};
	}

	/**
	 * Relates rows of two tables through a mapping table, which may have columns of its own (OGC 18-000, section 7.3.3);
	 * returns what adds a pair of their numbers, with what is told of the pair.
	 */
	relation<Row = undefined>(
		mapping: string,
		base: string,
		related: string,
		columns: readonly Column<Row>[] = []
	): (base: number, related: number, row: Row) => void {
		const fields = columns.map((column) => `, "${column.name}" ${SQL_TYPES[column.type]}`).join('');
		this.#database.exec(`CREATE TABLE "${mapping}" (base_id INTEGER NOT NULL, related_id INTEGER NOT NULL${fields})`);
		this.#run('INSERT INTO gpkgext_relations VALUES (NULL, ?, ?, ?, ?, ?, ?)', [
			...[base, 'fid', related, 'fid', 'attributes', mapping]
		]);
		this.#run('INSERT INTO gpkg_extensions VALUES (?, NULL, ?, ?, ?)', [mapping, ...RELATED_TABLES]);
		const insert = this.#prepare(`INSERT INTO "${mapping}" VALUES (?, ?${', ?'.repeat(columns.length)})`);
		return (from, to, row) => void insert.run([from, to, ...columns.map(({ valueOf }) => toSql(valueOf(row)))]);
	}

	/** Says something of the whole file: a document of a media type, after the standard at `standard`. */
	describe(standard: string, mediaType: string, text: string, when: string): void {
		this.#run(`INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, ?, ?)`, [standard, mediaType, writable(text)]);
		this.#run(`INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)`, [when]);
	}

	/** Completes the file, as made at an instant in UTC. */
	finish(when: string): void {
		this.#run('UPDATE gpkg_contents SET last_change = ?', [when]);
		for (const [name, extents] of this.#extents) {
			const extent = union(extents);
			if (!extent) continue;
			this.#run('UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?', [
				...extent,
				name
			]);
		}
		this.#database.exec('COMMIT');
	}

	/** Lets go of the file; what is not finished is not readable. */
	close(): void {
		for (const statement of this.#statements) statement.finalize();
		this.#database.close();
	}

	#place(table: string, geometry: Geometry | null): JSValue {
		if (!geometry) return null;
		const extent = extentOf(geometry);
		const known = this.#extents.get(table);
		const grown = extent && known && union([...known, extent]);
		if (grown) this.#extents.set(table, [grown]);
		return geopackageGeometry(geometry, SRS);
	}

	#run(sql: string, values: JSValue[]): void {
		this.#database.run(sql, values);
	}

	#prepare(sql: string): Statement {
		const statement = this.#database.prepare(sql);
		this.#statements.push(statement);
		return statement;
	}
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
	string: 'TEXT',
	integer: 'INTEGER',
	number: 'REAL',
	boolean: 'BOOLEAN',
	date: 'DATE',
	strings: 'TEXT'
};

function toSql(value: ColumnValue): JSValue {
	if (typeof value === 'string') return writable(value);
	return typeof value === 'object' && value ? writable(JSON.stringify(value)) : value;
}

/** Text as a database holds it: U+0000 would end it, and half surrogates are no UTF-8. */
function writable(text: string): string {
	return text.replace(/[\0\p{Cs}]/gu, '\uFFFD');
}

const RELATED_TABLES = [
	'gpkg_related_tables',
	'http://docs.opengeospatial.org/is/18-000/18-000.html',
	'read-write'
] as const;

const WGS84 =
	'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]';

/** The tables of the standard (annex C) and of the extensions that are used, with the rows that announce these. */
const STANDARD_TABLES = `
CREATE TABLE gpkg_spatial_ref_sys (
	srs_name TEXT NOT NULL,
	srs_id INTEGER PRIMARY KEY NOT NULL,
	organization TEXT NOT NULL,
	organization_coordsys_id INTEGER NOT NULL,
	definition TEXT NOT NULL,
	description TEXT
);
CREATE TABLE gpkg_contents (
	table_name TEXT PRIMARY KEY NOT NULL,
	data_type TEXT NOT NULL,
	identifier TEXT UNIQUE,
	description TEXT DEFAULT '',
	last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
	min_x DOUBLE,
	min_y DOUBLE,
	max_x DOUBLE,
	max_y DOUBLE,
	srs_id INTEGER,
	CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
	table_name TEXT NOT NULL,
	column_name TEXT NOT NULL,
	geometry_type_name TEXT NOT NULL,
	srs_id INTEGER NOT NULL,
	z TINYINT NOT NULL,
	m TINYINT NOT NULL,
	CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
	CONSTRAINT uk_gc_table_name UNIQUE (table_name),
	CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
	CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_extensions (
	table_name TEXT,
	column_name TEXT,
	extension_name TEXT NOT NULL,
	definition TEXT NOT NULL,
	scope TEXT NOT NULL,
	CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE gpkg_data_columns (
	table_name TEXT NOT NULL,
	column_name TEXT NOT NULL,
	name TEXT,
	title TEXT,
	description TEXT,
	mime_type TEXT,
	constraint_name TEXT,
	CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
	CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE gpkg_data_column_constraints (
	constraint_name TEXT NOT NULL,
	constraint_type TEXT NOT NULL,
	value TEXT,
	min NUMERIC,
	min_is_inclusive BOOLEAN,
	max NUMERIC,
	max_is_inclusive BOOLEAN,
	description TEXT,
	CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
CREATE TABLE gpkg_metadata (
	id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
	md_scope TEXT NOT NULL DEFAULT 'dataset',
	md_standard_uri TEXT NOT NULL,
	mime_type TEXT NOT NULL DEFAULT 'text/xml',
	metadata TEXT NOT NULL DEFAULT ''
);
CREATE TABLE gpkg_metadata_reference (
	reference_scope TEXT NOT NULL,
	table_name TEXT,
	column_name TEXT,
	row_id_value INTEGER,
	timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
	md_file_id INTEGER NOT NULL,
	md_parent_id INTEGER,
	CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata (id),
	CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata (id)
);
CREATE TABLE gpkgext_relations (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	base_table_name TEXT NOT NULL,
	base_primary_column TEXT NOT NULL DEFAULT 'id',
	related_table_name TEXT NOT NULL,
	related_primary_column TEXT NOT NULL DEFAULT 'id',
	relation_name TEXT NOT NULL,
	mapping_table_name TEXT NOT NULL UNIQUE
);
INSERT INTO gpkg_spatial_ref_sys VALUES
	('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
	('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
	('WGS 84', ${SRS}, 'EPSG', ${SRS}, '${WGS84}', 'Longitude and latitude in degrees.');
INSERT INTO gpkg_extensions VALUES
	('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
	('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
	('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec/#extension_metadata', 'read-write'),
	('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec/#extension_metadata', 'read-write'),
	('gpkgext_relations', NULL, '${RELATED_TABLES.join("', '")}');
`;
