import proj4 from 'proj4';
import type { Geometry, Position } from 'geojson';
import type { OwnChoice, OwnQuestion } from '$lib/domain/own-feature';

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

/** A geometry as a person wants its numbers to be taken: with the axes the other way round, or from a projection. */
export function asChosen(geometry: Geometry, { answers = {} }: OwnChoice): Geometry {
	const isSwapped = answers.axes === 'swapped';
	const { projection } = answers;
	if (!isSwapped && (projection === undefined || !KNOWN.has(projection))) return geometry;
	return moved(geometry, ([first = NaN, second = NaN, ...rest]) => {
		const [x, y] = isSwapped ? [second, first] : [first, second];
		return [...(projection !== undefined && KNOWN.has(projection) ? degreesOf(projection, x, y) : [x, y]), ...rest];
	});
}

/** A geometry in degrees from one whose reference system has this number (EPSG); null where it is not known here. */
export function inDegrees(geometry: Geometry, srid: number | null): Geometry | null {
	if (srid === null || srid === 0 || srid === 4326) return geometry;
	const projection = `EPSG:${srid === 900913 || srid === 102100 ? 3857 : srid}`;
	if (!KNOWN.has(projection)) return null;
	return moved(geometry, ([x = NaN, y = NaN, ...rest]) => [...degreesOf(projection, x, y), ...rest]);
}

function degreesOf(projection: string, x: number, y: number): Position {
	if (!Number.isFinite(x) || !Number.isFinite(y)) return [NaN, NaN];
	return proj4(projection, 'EPSG:4326', [x, y]);
}

function moved(geometry: Geometry, move: (position: Position) => Position): Geometry {
	if (geometry.type === 'GeometryCollection') {
		return { ...geometry, geometries: geometry.geometries.map((part) => moved(part, move)) };
	}
	const walk = (value: unknown): unknown =>
		Array.isArray(value) ? (typeof value[0] === 'number' ? move(value as Position) : value.map(walk)) : value;
	return { ...geometry, coordinates: walk(geometry.coordinates) } as Geometry;
}
