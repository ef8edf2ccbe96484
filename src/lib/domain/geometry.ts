import type { Geometry, Position } from 'geojson';

/** How deep the coordinates of each geometry type are nested above a position (RFC 7946, section 3.1); a collection has none. */
export const COORDINATE_DEPTHS = {
	Point: 0,
	LineString: 1,
	Polygon: 2,
	MultiPoint: 1,
	MultiLineString: 2,
	MultiPolygon: 3
} as const satisfies Record<Exclude<Geometry['type'], 'GeometryCollection'>, number>;

/** A geometry type that has coordinates: all but the collection. */
export type CoordinateType = keyof typeof COORDINATE_DEPTHS;

/** Whether a value is the name of a geometry type that has coordinates. */
export function isCoordinateType(value: unknown): value is CoordinateType {
	return typeof value === 'string' && Object.hasOwn(COORDINATE_DEPTHS, value);
}

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
	if (geometry.type === 'GeometryCollection') {
		for (const part of geometry.geometries) yield* positionsOf(part);
		return;
	}
	yield* flatten(geometry.coordinates);
}

/** The parts of a geometry of several: points, lines, polygons or what a collection holds. None of a single one. */
export function partsOf(geometry: Geometry): Geometry[] {
	switch (geometry.type) {
		case 'MultiPoint':
			return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
		case 'MultiLineString':
			return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
		case 'MultiPolygon':
			return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
		case 'GeometryCollection':
			return geometry.geometries;
		default:
			return [];
	}
}

/** The lists of positions of a geometry: its lines and rings; the points of a MultiPoint are one list. */
export function linesOf(geometry: Geometry): Position[][] {
	switch (geometry.type) {
		case 'Point':
			return [[geometry.coordinates]];
		case 'MultiPoint':
		case 'LineString':
			return [geometry.coordinates];
		case 'MultiLineString':
		case 'Polygon':
			return geometry.coordinates;
		case 'MultiPolygon':
			return geometry.coordinates.flat();
		case 'GeometryCollection':
			return geometry.geometries.flatMap(linesOf);
	}
}

type Nested = Position | readonly Nested[];

function* flatten(nested: Nested): Generator<Position> {
	if (typeof nested[0] === 'number') yield nested as Position;
	else for (const part of nested as readonly Nested[]) yield* flatten(part);
}
