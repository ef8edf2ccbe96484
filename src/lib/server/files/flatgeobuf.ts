import { Builder } from 'flatbuffers';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { ColumnType as FgbType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Column as FgbColumn } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { Feature as FgbFeature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { buildGeometry, type IParsedGeometry } from 'flatgeobuf/lib/mjs/generic/geometry.js';
import { parseGC, parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { Geometry } from 'geojson';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { type Column, type ColumnType, type ColumnValue, featureColumns, idColumn } from '$lib/formats/attributes';
import type { ExportContent, Piece } from '$lib/formats/format';

/** WGS 84, longitude and latitude in degrees. */
const CRS = 4326;

/**
 * FlatGeobuf 3 (flatgeobuf.org), a feature at a time, and so without its index, which would have to come first. The
 * header names the licence, the filter and how to cite the file. The id of a feature is a column.
 */
export async function* writeFlatGeobuf(content: ExportContent): AsyncGenerator<Piece> {
	const columns = [idColumn, ...featureColumns(content.catalogue)];
	yield Uint8Array.from(magicbytes);
	yield buildHeader(content, columns);
	for await (const match of content.matches) yield buildFeature(match, columns);
}

/** The types of columns. A date is no more than a text here: the format's own is an instant in a time zone. */
const TYPES: Readonly<Record<ColumnType, FgbType>> = {
	string: FgbType.String,
	integer: FgbType.Int,
	number: FgbType.Double,
	boolean: FgbType.Bool,
	date: FgbType.String,
	strings: FgbType.Json
};

function buildHeader({ header, addresses }: ExportContent, columns: readonly Column<FeatureWithClaims>[]): Piece {
	const builder = new Builder();
	const columnOffsets = columns.map(({ name, title, description, type }) => {
		const offsets = [name, title, description].map((words) => builder.createString(words));
		FgbColumn.startColumn(builder);
		FgbColumn.addName(builder, offsets[0] ?? 0);
		FgbColumn.addType(builder, TYPES[type]);
		FgbColumn.addTitle(builder, offsets[1] ?? 0);
		FgbColumn.addDescription(builder, offsets[2] ?? 0);
		return FgbColumn.endColumn(builder);
	});
	const columnsOffset = Header.createColumnsVector(builder, columnOffsets);
	const name = builder.createString('features');
	const title = builder.createString(header.title);
	const description = builder.createString(`${header.citation} ${header.licence.url}`);
	const metadata = builder.createString(JSON.stringify({ ...header, address: addresses.view }));
	const organisation = builder.createString('EPSG');
	const crs = Crs.createCrs(builder, organisation, CRS, 0, 0, 0, 0);
	Header.startHeader(builder);
	Header.addName(builder, name);
	Header.addGeometryType(builder, GeometryType.Unknown);
	Header.addColumns(builder, columnsOffset);
	Header.addFeaturesCount(builder, BigInt(header.counts.features));
	Header.addIndexNodeSize(builder, 0);
	Header.addCrs(builder, crs);
	Header.addTitle(builder, title);
	Header.addDescription(builder, description);
	Header.addMetadata(builder, metadata);
	builder.finishSizePrefixed(Header.endHeader(builder));
	return piece(builder);
}

function buildFeature(match: FeatureWithClaims, columns: readonly Column<FeatureWithClaims>[]): Piece {
	const builder = new Builder();
	const values = columns.flatMap(({ type, valueOf }, index) => writeValue(index, type, valueOf(match)));
	const properties = FgbFeature.createPropertiesVector(builder, Buffer.concat(values));
	const { geometry } = match.feature;
	const offset = geometry && buildGeometry(builder, parse(geometry));
	FgbFeature.startFeature(builder);
	if (offset !== null) FgbFeature.addGeometry(builder, offset);
	FgbFeature.addProperties(builder, properties);
	builder.finishSizePrefixed(FgbFeature.endFeature(builder));
	return piece(builder);
}

/** A value after the number of its column; nothing for null. */
function writeValue(index: number, type: ColumnType, value: ColumnValue): Buffer[] {
	if (value === null) return [];
	const place = Buffer.alloc(2);
	place.writeUInt16LE(index);
	if (typeof value === 'boolean') return [place, Buffer.from([value ? 1 : 0])];
	if (typeof value === 'number') {
		const bytes = Buffer.alloc(type === 'integer' ? 4 : 8);
		if (type === 'integer') bytes.writeInt32LE(value);
		else bytes.writeDoubleLE(value);
		return [place, bytes];
	}
	// A text says its length, but readers that end it at U+0000 are many.
	const text = Buffer.from((typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\0', '\uFFFD'));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(text.length);
	return [place, length, text];
}

function parse(geometry: Geometry): IParsedGeometry {
	return geometry.type === 'GeometryCollection' ? parseGC(geometry) : parseGeometry(geometry);
}

function piece(builder: Builder): Piece {
	return Uint8Array.from(builder.asUint8Array());
}
