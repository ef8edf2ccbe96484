import { booleanIntersects } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { type Extent, extentOf, intersects as extentsMeet } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';

/** From one corner to the next, in degrees. */
interface Edge {
	ax: number;
	ay: number;
	bx: number;
	by: number;
}

/** A point, a line or a polygon of a geometry as edges; a point is an edge of no length. */
interface Part {
	extent: Extent;
	edges: readonly Edge[];
	/** Whether what its edges enclose belongs to it. */
	isArea: boolean;
}

/**
 * A test for features that share at least a point with `geometry`; false for one without geometry. Edges are straight in
 * longitude and latitude (RFC 7946, section 3.1.1), borders belong to what they bound. The geometry is laid out once, as a
 * library that looks at all of it for every feature needs a second for a thousand features and as many corners.
 */
export function intersecting(geometry: Geometry): (place: Pick<PlacedFeature, 'geometry' | 'extent'>) => boolean {
	const parts = [...partsOf(geometry)];
	return ({ geometry: other, extent }) =>
		other !== null && extent !== null && parts.some((part) => meetsPart(other, extent, part));
}

/**
 * Two geometries meet where a corner of one lies in the other, or where they share a point of an edge. Only the edges
 * whose bounds meet those of `other` can do the latter, and these few are left to the library.
 */
function meetsPart(other: Geometry, extent: Extent, { extent: bounds, edges, isArea }: Part): boolean {
	if (!extentsMeet(extent, bounds)) return false;
	if (isArea && firstCorners(other).some((corner) => encloses(edges, corner))) return true;
	const near = edgesNear(edges, extent);
	return near.length > 0 && booleanIntersects(other, { type: 'GeometryCollection', geometries: near });
}

/** Whether a ray from a position crosses an odd number of edges; a position on an edge may be either. */
function encloses(edges: readonly Edge[], [x = NaN, y = NaN]: Position): boolean {
	let inside = false;
	for (const { ax, ay, bx, by } of edges) {
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
	}
	return inside;
}

function edgesNear(edges: readonly Edge[], [west, south, east, north]: Extent): Geometry[] {
	const near: Geometry[] = [];
	for (const { ax, ay, bx, by } of edges) {
		if (Math.max(ax, bx) < west || Math.min(ax, bx) > east) continue;
		if (Math.max(ay, by) < south || Math.min(ay, by) > north) continue;
		const isPoint = ax === bx && ay === by;
		near.push(
			isPoint
				? { type: 'Point', coordinates: [ax, ay] }
				: {
						type: 'LineString',
						coordinates: [
							[ax, ay],
							[bx, by]
						]
					}
		);
	}
	return near;
}

/** The first corner of each point, line and polygon. */
function firstCorners(geometry: Geometry): Position[] {
	switch (geometry.type) {
		case 'Point':
			return [geometry.coordinates];
		case 'MultiPoint':
			return geometry.coordinates;
		case 'LineString':
			return geometry.coordinates.slice(0, 1);
		case 'MultiLineString':
		case 'Polygon':
			return geometry.coordinates.flatMap((line) => line.slice(0, 1));
		case 'MultiPolygon':
			return geometry.coordinates.flatMap((polygon) => polygon.flatMap((ring) => ring.slice(0, 1)));
		case 'GeometryCollection':
			return geometry.geometries.flatMap(firstCorners);
	}
}

function* partsOf(geometry: Geometry): Generator<Part> {
	switch (geometry.type) {
		case 'Point':
			yield part([[geometry.coordinates, geometry.coordinates]], false);
			return;
		case 'MultiPoint':
			for (const position of geometry.coordinates) yield part([[position, position]], false);
			return;
		case 'LineString':
			yield part([geometry.coordinates], false);
			return;
		case 'MultiLineString':
			for (const line of geometry.coordinates) yield part([line], false);
			return;
		case 'Polygon':
			yield part(geometry.coordinates, true);
			return;
		case 'MultiPolygon':
			for (const polygon of geometry.coordinates) yield part(polygon, true);
			return;
		case 'GeometryCollection':
			for (const member of geometry.geometries) yield* partsOf(member);
	}
}

function part(lines: Position[][], isArea: boolean): Part {
	const edges = lines.flatMap((line) =>
		line.slice(1).map(([bx = NaN, by = NaN], index): Edge => {
			const [ax = NaN, ay = NaN] = line[index] ?? [];
			return { ax, ay, bx, by };
		})
	);
	const extent = extentOf({ type: 'MultiLineString', coordinates: lines }) ?? [NaN, NaN, NaN, NaN];
	return { extent, edges, isArea };
}
