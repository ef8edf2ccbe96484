import { ByteBuffer } from 'flatbuffers';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { fromGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import { fromByteBuffer, type HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import type { OwnChoice } from '$lib/domain/own-feature';
import { BinaryFeatures } from './binary-features';
import type { Found } from './own-draft';
import { counted, type Issues, quoted } from './issues';
import { inDegrees } from './projection';
import { type ToDegrees, toDegrees } from './reference-system';

/** The bytes that say what the file is, before the length of the header, which has as many as every length. */
const MAGIC = 8;
const LENGTH = 4;

/**
 * The features of a FlatGeobuf (flatgeobuf.org, version 3); null where its coordinates cannot be taken to degrees. They are
 * gone through here, as the library's own loop ends at the first that has no geometry.
 */
export function readFlatGeobuf(bytes: Uint8Array, issues: Issues, choice: OwnChoice): Found | null {
	const buffer = new ByteBuffer(bytes);
	const header = headerOf(buffer, bytes);
	const convert = header
		? systemOf(header)
		: 'This FlatGeobuf file is cut off or damaged: nothing of it could be read.';
	if (!header || typeof convert === 'string') {
		if (typeof convert === 'string') issues.add('', convert);
		return null;
	}
	const features = new BinaryFeatures(issues, choice);
	const long = new LongIntegers(header);
	const columns = header.columns ?? [];
	let bare = 0;
	const said = header.featuresCount;
	const lengthAt = (at: number) => (at + LENGTH <= bytes.length ? buffer.readUint32(at) : Infinity);
	let at = MAGIC + LENGTH + lengthAt(MAGIC);
	if (header.indexNodeSize > 0 && said > 0) at += calcTreeSize(said, header.indexNodeSize);
	let read = 0;
	for (let end: number; at < bytes.length && !features.isFull; at = end) {
		end = at + LENGTH + lengthAt(at);
		if (end > bytes.length) {
			issues.add(features.place, 'Here the file is cut off. What stands before that was read.');
			break;
		}
		read += 1;
		try {
			// Its numbers are aligned in a buffer of its own, and need not be where it stands in the file.
			const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(new Uint8Array(bytes.subarray(at, end))));
			const properties = long.without(parseProperties(feature, columns));
			if (columns.length === 0 ? feature.propertiesLength() > 0 : feature.propertiesLength() === 0) bare += 1;
			const geometry = feature.geometry();
			const type = header.geometryType === GeometryType.Unknown ? geometry?.type() : header.geometryType;
			const shape = geometry && type !== undefined ? fromGeometry(geometry, type) : null;
			const isEmpty = !shape || ('coordinates' in shape && shape.coordinates.length === 0);
			features.add(isEmpty ? null : convert(shape), properties);
		} catch {
			features.leaveOut('It is damaged, and was left out.');
		}
	}
	if (bare > 0) {
		issues.add(
			'',
			`In ${counted(bare, 'feature')} the properties do not fit the columns of the file, or are missing: it may be damaged.`
		);
	}
	long.tell(issues);
	const left = features.isFull ? Math.max(said - read, 0) : 0;
	if (left === 0 && said > 0 && said !== read) {
		issues.add('', `The file says that it has ${counted(said, 'feature')}, and has ${read}.`);
	}
	return { format: 'FlatGeobuf', drafts: features.end(left), empty: 'The file has no features.' };
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

/** Integers of 64 bits: the library rounds what is too long for a number, and such a value is left out and counted. */
class LongIntegers {
	readonly #counts: Map<string, number>;

	constructor({ columns }: HeaderMeta) {
		const long = (columns ?? []).filter(({ type }) => type === ColumnType.Long || type === ColumnType.ULong);
		this.#counts = new Map(long.map(({ name }) => [name, 0]));
	}

	/** Properties with null in place of such values; bytes as their number. */
	without(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
		return Object.fromEntries(
			Object.entries(given).map(([name, value]) => {
				const count = this.#counts.get(name);
				if (count === undefined || Number.isSafeInteger(value)) {
					return [name, value instanceof Uint8Array ? `${value.length} bytes` : value];
				}
				this.#counts.set(name, count + 1);
				return [name, null];
			})
		);
	}

	tell(issues: Issues): void {
		for (const [name, count] of this.#counts) {
			if (count === 0) continue;
			issues.add(
				`Property ${quoted(name)}`,
				`In ${counted(count, 'feature')} it is an integer of more than 15 digits, which cannot be read exactly: it was left out. Export the file as GeoJSON or CSV to keep it.`
			);
		}
	}
}

function systemOf({ crs }: HeaderMeta): ToDegrees | string {
	if (!crs || crs.code === 4326 || (crs.code === 0 && !crs.wkt)) return (geometry) => geometry;
	if (inDegrees({ type: 'Point', coordinates: [0, 0] }, crs.code) !== null) {
		return (geometry) => inDegrees(geometry, crs.code) ?? geometry;
	}
	return toDegrees(crs.wkt ?? `UNKNOWN["${crs.name ?? `${crs.org ?? 'EPSG'}:${crs.code}`}"]`);
}
