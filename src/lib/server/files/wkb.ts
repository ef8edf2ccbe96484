import type { Geometry, Position } from 'geojson';
import { extentOf } from '$lib/domain/extent';
import { partsOf } from '$lib/domain/geometry';

const TYPES = {
	Point: 1,
	LineString: 2,
	Polygon: 3,
	MultiPoint: 4,
	MultiLineString: 5,
	MultiPolygon: 6,
	GeometryCollection: 7
} as const;

const LITTLE_ENDIAN = 1;
const HAS_ENVELOPE = 1 << 1;
const IS_EMPTY = 1 << 4;

/**
 * A geometry as GeoPackage holds it (OGC 12-128r18, section 2.1.3): a header with the extent, then well-known binary
 * (ISO 13249-3), longitude before latitude. Altitudes are left out.
 */
export function geopackageGeometry(geometry: Geometry, srs: number): Uint8Array {
	const extent = extentOf(geometry);
	const header = Buffer.from([0x47, 0x50, 0, LITTLE_ENDIAN | (extent ? HAS_ENVELOPE : IS_EMPTY)]);
	const [west = 0, south = 0, east = 0, north = 0] = extent ?? [];
	return Buffer.concat([header, integer(srs), ...(extent ? [doubles([west, east, south, north])] : []), wkb(geometry)]);
}

function wkb(geometry: Geometry): Buffer {
	return Buffer.concat([Buffer.from([LITTLE_ENDIAN]), integer(TYPES[geometry.type]), bodyOf(geometry)]);
}

function bodyOf(geometry: Geometry): Buffer {
	switch (geometry.type) {
		case 'Point':
			return xy([geometry.coordinates]);
		case 'LineString':
			return line(geometry.coordinates);
		case 'Polygon':
			return counted(geometry.coordinates.map(line));
		default:
			return counted(partsOf(geometry).map(wkb));
	}
}

function line(positions: readonly Position[]): Buffer {
	return Buffer.concat([integer(positions.length), xy(positions)]);
}

function counted(parts: readonly Buffer[]): Buffer {
	return Buffer.concat([integer(parts.length), ...parts]);
}

function xy(positions: readonly Position[]): Buffer {
	return doubles(positions.flatMap(([lng = NaN, lat = NaN]) => [lng, lat]));
}

function doubles(numbers: readonly number[]): Buffer {
	const bytes = Buffer.alloc(numbers.length * 8);
	numbers.forEach((number, index) => bytes.writeDoubleLE(number, index * 8));
	return bytes;
}

function integer(number: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(number);
	return bytes;
}
