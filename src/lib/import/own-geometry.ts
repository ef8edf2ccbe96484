import type { Geometry, Point, Position } from 'geojson';
import { COORDINATE_DEPTHS, type CoordinateType, isCoordinateType, positionsOf } from '$lib/domain/geometry';
import { itemsOf, membersOf } from './json-value';

/** The fewest positions of a ring, which ends where it begins. */
const RING = 4;

/** The fewest positions of a line or ring of each type. */
const FEWEST = {
	Point: 1,
	MultiPoint: 1,
	LineString: 2,
	MultiLineString: 2,
	Polygon: RING,
	MultiPolygon: RING
} as const satisfies Record<CoordinateType, number>;

/**
 * A value as a geometry without what is empty in it, and with collections in collections laid out flat: null for a value that
 * has no positions, as RFC 7946 (3.1) allows; the value itself where it is something else.
 */
export function withoutEmpty(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null;
	const { type, coordinates, geometries } = membersOf(value);
	if (type === 'GeometryCollection' && Array.isArray(geometries)) {
		const parts = geometries.map(withoutEmpty).filter((part) => part !== null);
		const flat = parts.flatMap((part) => {
			const inner = membersOf(part);
			const isWhole = inner['type'] === type && Array.isArray(inner['geometries']);
			return isWhole ? itemsOf(inner['geometries']) : [part];
		});
		return flat.length === 0 ? null : { type, geometries: flat };
	}
	const isEmpty = isCoordinateType(type) && Array.isArray(coordinates) && coordinates.length === 0;
	return isEmpty || Object.keys(value).length === 0 ? null : value;
}

/** Whether a value is a geometry of RFC 7946 in its form. Where its positions are is for `placeProblem` to say. */
export function isGeometry(value: unknown): value is Geometry {
	const { type, coordinates, geometries } = membersOf(value);
	if (type === 'GeometryCollection')
		return itemsOf(geometries).length > 0 && itemsOf(geometries).every(isPlainGeometry);
	return isCoordinateType(type) && isNested(coordinates, COORDINATE_DEPTHS[type], FEWEST[type]);
}

/** A collection in a collection is allowed by RFC 7946, read by few, and not read here. */
function isPlainGeometry(value: unknown): boolean {
	return isGeometry(value) && value.type !== 'GeometryCollection';
}

function isNested(value: unknown, depth: number, fewest: number): boolean {
	if (!Array.isArray(value) || value.length === 0) return false;
	if (depth === 0) return value.length >= 2 && value.every((number) => typeof number === 'number');
	if (!value.every((part) => isNested(part, depth - 1, fewest))) return false;
	if (depth > 1) return true;
	if (value.length < fewest) return false;
	const [first, last] = [value[0], value.at(-1)] as [Position, Position];
	return fewest < RING || (first[0] === last[0] && first[1] === last[1]);
}

/** How far beyond the globe coordinates must be to be metres rather than a slip. */
const SURELY_METRES = 1000;

/**
 * Why the positions of a geometry are not degrees of longitude and latitude (WGS 84); null where they are. `projected` where
 * they look like metres or feet of a projection; `swapped` where the first would be on the globe the other way round.
 */
export function placeProblem(geometry: Geometry): { message: string; projected: boolean; swapped: boolean } | null {
	let bad = 0;
	let first: Position | undefined;
	for (const position of positionsOf(geometry)) {
		const [lng = NaN, lat = NaN] = position;
		if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) continue;
		bad += 1;
		first ??= position;
	}
	if (!first) return null;
	const [lng = NaN, lat = NaN] = first;
	const projected = Math.abs(lng) > SURELY_METRES || Math.abs(lat) > SURELY_METRES;
	const swapped = !projected && Math.abs(lng) <= 90 && Math.abs(lat) <= 180;
	const more = bad > 1 ? ` So are ${bad - 1} more of its positions.` : '';
	const why = projected
		? 'is not in degrees'
		: `is not on the globe${swapped ? ': longitude comes first, and the two may be swapped' : ''}`;
	return { message: `The position ${lng}, ${lat} ${why}.${more}`, projected, swapped };
}

/** Several geometries as one, of the kind that they all have where they have one; null of none. */
export function asOneGeometry(all: readonly Geometry[]): Geometry | null {
	const [first, ...others] = all;
	if (!first || others.length === 0) return first ?? null;
	const isSingle = 'coordinates' in first && !first.type.startsWith('Multi');
	if (isSingle && others.every(({ type }) => type === first.type)) {
		const coordinates = all.map((one) => (one as Point).coordinates);
		return { type: `Multi${first.type}`, coordinates } as Geometry;
	}
	return { type: 'GeometryCollection', geometries: [...all] };
}
