import type { Geometry } from 'geojson';
import { quoted } from './issues';
import { jsonOf } from './json-value';
import { isGeometry } from './own-geometry';
import { fromNumber } from './reference-system';
import { readWkbHex } from './wkb';
import { readWkt } from './wkt';

/** The address of a place (RFC 5870), latitude first, in no other reference system. */
const GEO = /^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;crs=wgs84)?(?:;(?!crs=)[\w.=-]+)*$/i;

/**
 * The geometry of a text of WKT, WKB in hexadecimal digits, GeoJSON or an address such as geo:34.9,35.8, null for an empty one;
 * a sentence where it is one and cannot be used; undefined for other text.
 */
export function readShape(text: string): Geometry | null | string | undefined {
	if (/^\s*\{/.test(text)) {
		const value = jsonOf(text);
		return isGeometry(value) ? value : undefined;
	}
	const [, latitude, longitude] = GEO.exec(text) ?? [];
	if (longitude !== undefined) return { type: 'Point', coordinates: [Number(longitude), Number(latitude)] };
	const known = readWkt(text) ?? readWkbHex(text);
	if (!known?.geometry || !known.srid) return known?.geometry;
	const { geometry, srid } = known;
	const inDegrees = fromNumber(srid)?.(geometry);
	return (
		inDegrees ??
		`${quoted(text)} is in the reference system EPSG:${srid}, which is not known here. Transform it to EPSG:4326.`
	);
}
