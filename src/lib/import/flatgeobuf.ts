import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Geometry } from 'geojson';
import type { OwnChoice } from '$lib/domain/own-feature';
import { BinaryFeatures } from './binary-features';
import type { Found } from './draft';
import { counted, type Issues, quoted } from './issues';
import { inDegrees } from './projection';
import { type ToDegrees, toDegrees } from './reference-system';

/** The bytes before the header: eight that say what the file is, and its length. */
const BEFORE_HEADER = 12;

/** The features of a FlatGeobuf (flatgeobuf.org, version 3); null where its coordinates cannot be taken to degrees. */
export async function readFlatGeobuf(bytes: Uint8Array, issues: Issues, choice: OwnChoice): Promise<Found | null> {
	if (!hasHeader(bytes)) {
		issues.add('', 'This FlatGeobuf file is cut off or damaged: nothing of it could be read.');
		return null;
	}
	const reader = new FlatGeobufReader(issues, choice);
	return reader.read(bytes);
}

class FlatGeobufReader {
	readonly #issues: Issues;
	readonly #features: BinaryFeatures;
	#header: HeaderMeta | null = null;
	#convert: ToDegrees | string = (geometry) => geometry;
	/** Columns whose integers may be too long for the library, and how many values were. */
	#long = new Map<string, number>();

	constructor(issues: Issues, choice: OwnChoice) {
		this.#issues = issues;
		this.#features = new BinaryFeatures(issues, choice);
	}

	async read(bytes: Uint8Array): Promise<Found | null> {
		let read = 0;
		try {
			for await (const { geometry, properties } of deserialize(bytes, { headerMetaFn: (meta) => this.#begin(meta) })) {
				if (typeof this.#convert === 'string') break;
				if (this.#features.isFull) break;
				read += 1;
				this.#add(geometry, properties ?? {});
			}
		} catch {
			this.#issues.add(
				this.#features.place,
				'Here the file is cut off or damaged. What stands before that was read, and nothing after it.'
			);
			return { format: 'FlatGeobuf', drafts: this.#end() };
		}
		if (typeof this.#convert === 'string') {
			this.#issues.add('', this.#convert);
			return null;
		}
		const said = this.#header?.featuresCount ?? 0;
		if (this.#features.isFull) return { format: 'FlatGeobuf', drafts: this.#end(Math.max(said - read, 1)) };
		if (said > 0 && said !== read) {
			this.#issues.add('', `The file says that it has ${counted(said, 'feature')}, and has ${read}.`);
		}
		return { format: 'FlatGeobuf', drafts: this.#end() };
	}

	#begin(header: HeaderMeta): void {
		this.#header = header;
		this.#convert = systemOf(header);
		const columns = header.columns ?? [];
		const long = columns.filter(({ type }) => type === ColumnType.Long || type === ColumnType.ULong);
		this.#long = new Map(long.map(({ name }) => [name, 0]));
	}

	#add(geometry: Geometry | null, given: Readonly<Record<string, unknown>>): void {
		const properties: Record<string, unknown> = {};
		for (const [name, value] of Object.entries(given)) {
			const isRounded = this.#long.has(name) && !Number.isSafeInteger(value);
			if (isRounded) this.#long.set(name, (this.#long.get(name) ?? 0) + 1);
			properties[name] = isRounded ? null : value instanceof Uint8Array ? `${value.length} bytes` : value;
		}
		const isEmpty = !geometry || ('coordinates' in geometry && geometry.coordinates.length === 0);
		const convert = this.#convert;
		this.#features.add(isEmpty || typeof convert === 'string' ? null : convert(geometry), properties);
	}

	#end(left = 0): Found['drafts'] {
		for (const [name, count] of this.#long) {
			if (count > 0) {
				this.#issues.add(
					`Property ${quoted(name)}`,
					`${counted(count, 'integer')} of more than 15 digits cannot be read exactly, and were left out. Export the file as GeoJSON or CSV to keep them.`
				);
			}
		}
		return this.#features.end(left);
	}
}

/** Whether the header is there as a whole. */
function hasHeader(bytes: Uint8Array): boolean {
	if (bytes.length < BEFORE_HEADER) return false;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return BEFORE_HEADER + view.getUint32(BEFORE_HEADER - 4, true) <= bytes.length;
}

function systemOf({ crs }: HeaderMeta): ToDegrees | string {
	if (!crs || crs.code === 4326 || (crs.code === 0 && !crs.wkt)) return (geometry) => geometry;
	if (inDegrees({ type: 'Point', coordinates: [0, 0] }, crs.code) !== null) {
		return (geometry) => inDegrees(geometry, crs.code) ?? geometry;
	}
	return toDegrees(crs.wkt ?? `UNKNOWN["${crs.name ?? `${crs.org ?? 'EPSG'}:${crs.code}`}"]`);
}
