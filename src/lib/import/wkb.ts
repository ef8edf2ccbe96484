import type { Geometry, Point, Position } from 'geojson';

/** A geometry as its binary form says it, and the number of its reference system where that is said. */
export interface WellKnown {
	geometry: Geometry | null;
	srid: number | null;
}

/** A geometry in another may hold others: this deep at most. */
const MOST_DEPTH = 8;

/** The types of well-known binary by their number (OGC 06-103r4, 8.2.3). */
const TYPES = [
	'Point',
	'LineString',
	'Polygon',
	'MultiPoint',
	'MultiLineString',
	'MultiPolygon',
	'GeometryCollection'
] as const;

/**
 * A geometry from well-known binary (OGC 06-103r4, 8), ISO's or PostGIS's with its SRID, in hexadecimal digits as databases
 * print it; null for any other text. The third coordinate is kept, a measure is not.
 */
export function readWkbHex(text: string): WellKnown | null {
	const hex = text.trim().replace(/^(?:\\x|0x)/i, '');
	if (hex.length < 18 || hex.length % 2 !== 0 || !/^0[01][\da-f]+$/i.test(hex)) return null;
	const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
		Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16)
	);
	return readWkb(bytes);
}

/** A geometry from the bytes of well-known binary; null where they are not that, or something is left over. */
export function readWkb(bytes: Uint8Array): WellKnown | null {
	try {
		const reader = new WkbReader(bytes);
		const geometry = reader.geometry(0);
		return reader.isAtEnd ? { geometry, srid: reader.srid } : null;
	} catch {
		return null;
	}
}

class WkbReader {
	srid: number | null = null;
	readonly #view: DataView;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	get isAtEnd(): boolean {
		return this.#at === this.#view.byteLength;
	}

	/** @throws Error where the bytes are no geometry, RangeError where they end too soon */
	geometry(depth: number): Geometry | null {
		if (depth > MOST_DEPTH) throw new Error('too deep');
		const order = this.#view.getUint8(this.#at++);
		if (order > 1) throw new Error('no byte order');
		const little = order === 1;
		const code = this.#integer(little);
		const flags = code >>> 29;
		const kind = code & 0x1fffffff;
		const type = TYPES[(kind % 1000) - 1];
		const form = Math.floor(kind / 1000);
		if (!type || form > 3) throw new Error('no type');
		if (flags & 1) this.srid = this.#integer(little);
		const hasZ = (flags & 4) !== 0 || form === 1 || form === 3;
		const hasM = (flags & 2) !== 0 || form >= 2;
		const position = () => this.#position(little, hasZ, hasM);
		const parts = <T>(part: () => T) => Array.from({ length: this.#count(little) }, part);
		const members = () => parts(() => this.geometry(depth + 1)).filter((one) => one !== null);
		if (type === 'GeometryCollection') {
			const geometries = members();
			return geometries.length > 0 ? { type, geometries } : null;
		}
		if (type === 'Point') {
			const coordinates = position();
			// An empty point is written as one that is no number.
			return coordinates.every(Number.isNaN) ? null : { type, coordinates };
		}
		const coordinates: unknown[] =
			type === 'LineString'
				? parts(position)
				: type === 'Polygon'
					? parts(() => parts(position))
					: members().map((member) => (member as Point).coordinates);
		return coordinates.length > 0 ? ({ type, coordinates } as Geometry) : null;
	}

	#integer(little: boolean): number {
		const value = this.#view.getUint32(this.#at, little);
		this.#at += 4;
		return value;
	}

	/** A number of parts, of which each has four bytes at least. */
	#count(little: boolean): number {
		const count = this.#integer(little);
		if (count * 4 > this.#view.byteLength - this.#at) throw new RangeError('too many parts');
		return count;
	}

	#position(little: boolean, hasZ: boolean, hasM: boolean): Position {
		const numbers = Array.from({ length: 2 + Number(hasZ) + Number(hasM) }, () => {
			const value = this.#view.getFloat64(this.#at, little);
			this.#at += 8;
			return value;
		});
		return numbers.slice(0, hasZ ? 3 : 2);
	}
}
