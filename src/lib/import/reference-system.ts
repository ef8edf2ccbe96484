import proj4 from 'proj4';
import type { Geometry, Position } from 'geojson';
import type { OwnChoice, OwnQuestion } from '$lib/domain/own-feature';

/** Takes a geometry to degrees of WGS 84. */
export type ToDegrees = (geometry: Geometry) => Geometry;

/** What a person may say that projected coordinates are: Web Mercator, and the zones of UTM (EPSG 32601 to 32760). */
export const PROJECTIONS: OwnQuestion['answers'] = [
	{ value: 'EPSG:3857', label: 'Web Mercator (EPSG:3857)' },
	...['north', 'south'].flatMap((half, south) =>
		Array.from({ length: 60 }, (_, index) => ({
			value: `EPSG:${32601 + index + 100 * south}`,
			label: `UTM zone ${index + 1} ${half} (EPSG:${32601 + index + 100 * south})`
		}))
	)
];

const KNOWN = new Set(PROJECTIONS.map(({ value }) => value));

/** Datums that differ from WGS 84 by a metre or so at most; from others, a shift would be needed that is not in the file. */
const LIKE_WGS84 =
	/WGS_?\s?(?:19)?84|World Geodetic System 1984|ETRS_?\s?(?:19)?89|European_Terrestrial_Reference_System_1989|NAD_?\s?(?:19)?83|North_American_(?:Datum_)?1983|GDA_?\s?(?:1994|94|2020)|Geocentric_Datum_of_Australia|NZGD_?\s?2000|ITRF|SIRGAS_?\s?2000|CGCS_?\s?2000|China_2000|JGD_?\s?2000|Web_Mercator/i;

/** A geometry as a person wants its numbers to be taken: with the axes the other way round, or from a projection. */
export function asChosen(geometry: Geometry, { answers = {} }: OwnChoice): Geometry {
	const isSwapped = answers.axes === 'swapped';
	const swapped = isSwapped ? moved(geometry, ([x = NaN, y = NaN, ...rest]) => [y, x, ...rest]) : geometry;
	const { projection = '' } = answers;
	return KNOWN.has(projection) ? projected(projection)(swapped) : swapped;
}

/** What takes coordinates of the reference system with a number (EPSG) to degrees; null where it is not known here. */
export function fromNumber(code: number): ToDegrees | null {
	if (code === 4326) return (geometry) => geometry;
	const projection = `EPSG:${code === 900913 || code === 102100 ? 3857 : code}`;
	return KNOWN.has(projection) ? projected(projection) : null;
}

/**
 * What takes coordinates of a reference system to degrees: by its number (EPSG), or as it is described in WKT (OGC 01-009,
 * ISO 19162) or as ESRI writes it; or a sentence that says why that cannot be done here.
 */
export function toDegrees(code: number, wkt: string): ToDegrees | string {
	const known = fromNumber(code);
	if (known) return known;
	const text = wkt.trim();
	const [, name = 'another system'] = /^\w+\["([^"]*)"/.exec(text) ?? [];
	const refused = `The coordinates are in “${name}”. Reproject the file to WGS 84 (EPSG:4326). Nothing of it was read.`;
	if (!LIKE_WGS84.test(text)) return refused;
	if (/^GEOG(?:CS|CRS)\[/i.test(text)) return /PRIMEM\["(?!Greenwich)/i.test(text) ? refused : (geometry) => geometry;
	if (!/^(?:PROJCS|PROJCRS)\[/i.test(text)) return refused;
	try {
		return projected(text);
	} catch {
		return refused;
	}
}

/** @throws Error where the description of the projection cannot be read */
function projected(projection: string): ToDegrees {
	const { forward } = proj4(projection, 'EPSG:4326');
	const degreesOf = (x: number, y: number) =>
		Number.isFinite(x) && Number.isFinite(y) ? forward([x, y]) : [Number.NaN, Number.NaN];
	return (geometry) => moved(geometry, ([x = NaN, y = NaN, ...rest]) => [...degreesOf(x, y), ...rest]);
}

function moved(geometry: Geometry, move: (position: Position) => Position): Geometry {
	if (geometry.type === 'GeometryCollection') {
		return { ...geometry, geometries: geometry.geometries.map((part) => moved(part, move)) };
	}
	const walk = (value: unknown): unknown =>
		Array.isArray(value) ? (typeof value[0] === 'number' ? move(value as Position) : value.map(walk)) : value;
	return { ...geometry, coordinates: walk(geometry.coordinates) } as Geometry;
}
