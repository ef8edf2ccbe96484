import { ByteBuffer } from 'flatbuffers';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { fromGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import { fromByteBuffer, type HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import { counted, quoted, Refused, tally } from './issues';
import type { Found, Reading } from './file-reading';
import { type ToDegrees, toDegrees } from './reference-system';

/** The bytes that say what the file is, before the length of the header, which has as many as every length. */
const MAGIC = 8;
const LENGTH = 4;

/**
 * The features of a FlatGeobuf (flatgeobuf.org, version 3). They are gone through here, as the library's own loop ends at
 * the first that has no geometry.
 * @throws Refused where its coordinates cannot be taken to degrees
 */
export function readFlatGeobuf(bytes: Uint8Array, reading: Reading): Found {
	const buffer = new ByteBuffer(bytes);
	const header = headerOf(buffer, bytes);
	if (!header) throw new Refused('This FlatGeobuf file is cut off or damaged: nothing of it could be read.');
	const convert = systemOf(header);
	if (typeof convert === 'string') throw new Refused(convert);
	const columns = header.columns ?? [];
	const exact = exactly(header);
	let bare = 0;
	const said = header.featuresCount;
	const lengthAt = (at: number) => (at + LENGTH <= bytes.length ? buffer.readUint32(at) : Infinity);
	let at = MAGIC + LENGTH + lengthAt(MAGIC);
	if (header.indexNodeSize > 0 && said > 0) at += calcTreeSize(said, header.indexNodeSize);
	let read = 0;
	for (let end: number; at < bytes.length && !reading.isFull; at = end) {
		end = at + LENGTH + lengthAt(at);
		if (end > bytes.length) {
			reading.add(reading.location, 'Here the file is cut off. What stands before that was read.');
			break;
		}
		read += 1;
		try {
			// Its numbers are aligned in a buffer of its own, and need not be where it stands in the file.
			const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(new Uint8Array(bytes.subarray(at, end))));
			const properties = exact.properties(parseProperties(feature, columns));
			if ((columns.length === 0) === feature.propertiesLength() > 0) bare += 1;
			const geometry = feature.geometry();
			const type = header.geometryType === GeometryType.Unknown ? geometry?.type() : header.geometryType;
			const shape = geometry && type !== undefined ? fromGeometry(geometry, type) : null;
			const isEmpty = !shape || ('coordinates' in shape && shape.coordinates.length === 0);
			reading.feature(isEmpty ? null : convert(shape), properties);
		} catch {
			reading.skip('It is damaged, and was left out.');
		}
	}
	if (bare > 0) {
		reading.add(
			'',
			`In ${counted(bare, 'feature')} the properties do not fit the columns of the file, or are missing: it may be damaged.`
		);
	}
	for (const [name, count] of exact.tooLong) {
		reading.add(
			`Property ${quoted(name)}`,
			`In ${counted(count, 'feature')} it is an integer of more than 15 digits, which cannot be read exactly: it was left out. Export the file as GeoJSON or CSV to keep it.`
		);
	}
	if (reading.isFull && said > read) reading.cutOff(said - read);
	else if (said > 0 && said !== read) {
		reading.add('', `The file says that it has ${counted(said, 'feature')}, and has ${read}.`);
	}
	return { format: 'FlatGeobuf', empty: 'The file has no features.' };
}

/** The header, where it is there as a whole. */
function headerOf(buffer: ByteBuffer, bytes: Uint8Array): HeaderMeta | null {
	if (bytes.length < MAGIC + LENGTH || MAGIC + LENGTH + buffer.readUint32(MAGIC) > bytes.length) return null;
	try {
		buffer.setPosition(MAGIC);
		return fromByteBuffer(buffer);
	} catch {
		return null;
	}
}

/**
 * Makes properties that are what the file says: null in place of an integer of 64 bits that the library rounds, and bytes as
 * their number. `tooLong` counts such integers by the names of their columns.
 */
function exactly({ columns }: HeaderMeta) {
	const long = (columns ?? []).filter(({ type }) => type === ColumnType.Long || type === ColumnType.ULong);
	const names = new Set(long.map(({ name }) => name));
	const tooLong = new Map<string, number>();
	const plain = ([name, value]: [string, unknown]): [string, unknown] => {
		if (value instanceof Uint8Array) return [name, `${value.length} bytes`];
		if (!names.has(name) || Number.isSafeInteger(value)) return [name, value];
		tally(tooLong, name);
		return [name, null];
	};
	return {
		tooLong,
		properties: (given: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(given).map(plain))
	};
}

function systemOf({ crs }: HeaderMeta): ToDegrees | string {
	if (!crs || (crs.code === 0 && !crs.wkt)) return (geometry) => geometry;
	return toDegrees(crs.code, crs.wkt ?? `UNKNOWN["${crs.name ?? `${crs.org ?? 'EPSG'}:${crs.code}`}"]`);
}
