import proj4 from 'proj4';
import type { Geometry, Position } from 'geojson';

/** Takes a geometry to degrees of WGS 84. */
export type ToDegrees = (geometry: Geometry) => Geometry;

/** Datums that differ from WGS 84 by a metre or so at most; from others, a shift would be needed that is not in the file. */
const LIKE_WGS84 =
	/WGS_?\s?(?:19)?84|World Geodetic System 1984|ETRS_?\s?(?:19)?89|European_Terrestrial_Reference_System_1989|NAD_?\s?(?:19)?83|North_American_(?:Datum_)?1983|GDA_?\s?(?:1994|94|2020)|Geocentric_Datum_of_Australia|NZGD_?\s?2000|ITRF|SIRGAS_?\s?2000|CGCS_?\s?2000|China_2000|JGD_?\s?2000|Web_Mercator/i;

/**
 * What takes coordinates of a reference system, described in WKT (OGC 01-009, ISO 19162) or as ESRI writes it, to degrees of
 * WGS 84; or a sentence that says why that cannot be done here.
 */
export function toDegrees(wkt: string): ToDegrees | string {
	const text = wkt.trim();
	const [, name = 'another system'] = /^\w+\["([^"]*)"/.exec(text) ?? [];
	const refused = `The coordinates are in “${name}”. Reproject the file to WGS 84 (EPSG:4326). Nothing of it was read.`;
	if (!LIKE_WGS84.test(text)) return refused;
	if (/^GEOG(?:CS|CRS)\[/i.test(text)) return /PRIMEM\["(?!Greenwich)/i.test(text) ? refused : (geometry) => geometry;
	if (!/^(?:PROJCS|PROJCRS)\[/i.test(text)) return refused;
	try {
		const { forward } = proj4(text, 'EPSG:4326');
		return (geometry) => moved(geometry, ([x = NaN, y = NaN, ...rest]) => [...forward([x, y]), ...rest]);
	} catch {
		return refused;
	}
}

function moved(geometry: Geometry, move: (position: Position) => Position): Geometry {
	if (geometry.type === 'GeometryCollection') {
		return { ...geometry, geometries: geometry.geometries.map((part) => moved(part, move)) };
	}
	const walk = (value: unknown): unknown =>
		Array.isArray(value) ? (typeof value[0] === 'number' ? move(value as Position) : value.map(walk)) : value;
	return { ...geometry, coordinates: walk(geometry.coordinates) } as Geometry;
}
