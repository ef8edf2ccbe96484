import type { Geometry, Position } from 'geojson';
import { linesOf, positionsOf } from '$lib/domain/geometry';

/** A circle on the globe. */
export interface Circle {
	/** [longitude, latitude] in degrees. */
	centre: Position;
	radiusMetres: number;
}

/** The mean radius of the earth in metres, as Turf has it. */
const EARTH_METRES = 6_371_008.8;

/** Edges are straight in longitude and latitude: they are tried at points so many degrees apart, within 10 m of the edge. */
const STEP_DEGREES = 0.25;

/** What is within so much of a circle is in it: a tenth of a metre. */
const SLACK = 0.1 / EARTH_METRES;

/** A place on the globe as a vector of length 1. */
type Vector = readonly [x: number, y: number, z: number];

/** A cap of the sphere: the middle, and its radius as an angle in radians. */
interface Cap {
	middle: Vector;
	angle: number;
}

/**
 * The smallest circle on the sphere that holds a geometry, by Welzl's algorithm: the smallest cap is set by two or three of
 * its points. Null without positions, and for what no half of the globe holds.
 */
export function smallestCircle(geometry: Geometry): Circle | null {
	const vectors = shuffled(trialPoints(geometry).map(vectorOf));
	const [first] = vectors;
	if (first === undefined) return null;
	let cap: Cap = { middle: first, angle: 0 };
	vectors.forEach((a, i) => {
		if (holds(cap, a)) return;
		cap = { middle: a, angle: 0 };
		for (let j = 0; j < i; j++) {
			const b = vectors[j] as Vector;
			if (holds(cap, b)) continue;
			cap = capOfTwo(a, b);
			for (let k = 0; k < j; k++) {
				const c = vectors[k] as Vector;
				if (!holds(cap, c)) cap = capOfThree(a, b, c);
			}
		}
	});
	if (!(cap.angle < Math.PI / 2) || !vectors.every((vector) => holds(cap, vector))) return null;
	return { centre: positionOf(cap.middle), radiusMetres: cap.angle * EARTH_METRES };
}

/** A radius as a georeference gives it: three figures, rounded up, so that the circle still holds all. */
export function uncertaintyFor(radiusMetres: number): number {
	// The tenth of a metre that rounding to coordinates may add is no reason for another figure.
	const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, radiusMetres))) - 2);
	return Math.max(1, Math.ceil((radiusMetres - 0.1) / unit) * unit);
}

/** The corners of a geometry, and points along its long edges. */
function trialPoints(geometry: Geometry): Position[] {
	if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(trialPoints);
	if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return [...positionsOf(geometry)];
	return linesOf(geometry).flatMap((line) =>
		line.flatMap((to, index) => {
			const [lng = NaN, lat = NaN] = to;
			const [fromLng = lng, fromLat = lat] = line[index - 1] ?? [];
			const steps = Math.max(1, Math.ceil(Math.max(Math.abs(lng - fromLng), Math.abs(lat - fromLat)) / STEP_DEGREES));
			return Array.from({ length: steps }, (_, step) => {
				const share = (step + 1) / steps;
				return [fromLng + share * (lng - fromLng), fromLat + share * (lat - fromLat)];
			});
		})
	);
}

function holds({ middle, angle }: Cap, vector: Vector): boolean {
	return angleBetween(middle, vector) <= angle + SLACK;
}

function capOfTwo(a: Vector, b: Vector): Cap {
	return { middle: unit([a[0] + b[0], a[1] + b[1], a[2] + b[2]]), angle: angleBetween(a, b) / 2 };
}

/** The cap whose edge runs through three points: its middle is where the plane through them is touched from the centre. */
function capOfThree(a: Vector, b: Vector, c: Vector): Cap {
	const normal = unit(cross(minus(b, a), minus(c, a)));
	const middle = dot(normal, a) < 0 ? unit([-normal[0], -normal[1], -normal[2]]) : normal;
	return { middle, angle: angleBetween(middle, a) };
}

/** Exact for the smallest angles too, where the cosine says nothing. */
function angleBetween(a: Vector, b: Vector): number {
	return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

function dot(a: Vector, b: Vector): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function minus(a: Vector, b: Vector): Vector {
	return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Vector, b: Vector): Vector {
	return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(vector: Vector): Vector {
	const length = Math.hypot(...vector);
	return [vector[0] / length, vector[1] / length, vector[2] / length];
}

function vectorOf([lng = NaN, lat = NaN]: Position): Vector {
	const [east, north] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
	return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

function positionOf([x, y, z]: Vector): Position {
	return [Math.atan2(y, x), Math.atan2(z, Math.hypot(x, y))].map((angle) =>
		Number(((angle * 180) / Math.PI).toFixed(6))
	);
}

/** In an order without a pattern, the same each time: Welzl's algorithm is linear only where no order is against it. */
function shuffled<T>(items: readonly T[]): T[] {
	const list = [...items];
	let seed = 1;
	for (let at = list.length - 1; at > 0; at--) {
		seed = (seed * 48_271) % 2_147_483_647;
		const other = seed % (at + 1);
		[list[at], list[other]] = [list[other] as T, list[at] as T];
	}
	return list;
}
