import type { Geometry, Position } from 'geojson';
import type { Extent } from '$lib/domain/extent';

/**
 * Whether a geometry shares at least a point with a box that runs from west to east; borders belong to what they bound,
 * and edges are straight in longitude and latitude (RFC 7946, section 3.1.1). It takes nothing from memory: a page of the
 * API asks it of every feature at the border of its box.
 */
export function meetsBox(geometry: Geometry, box: Extent): boolean {
	switch (geometry.type) {
		case 'Point':
			return holds(box, geometry.coordinates);
		case 'MultiPoint':
			return geometry.coordinates.some((position) => holds(box, position));
		case 'LineString':
			return lineMeets(geometry.coordinates, box);
		case 'MultiLineString':
			return geometry.coordinates.some((line) => lineMeets(line, box));
		case 'Polygon':
			return polygonMeets(geometry.coordinates, box);
		case 'MultiPolygon':
			return geometry.coordinates.some((polygon) => polygonMeets(polygon, box));
		case 'GeometryCollection':
			return geometry.geometries.some((part) => meetsBox(part, box));
	}
}

/** A polygon without an edge in the box has all of the box inside of it, or nothing. */
function polygonMeets(rings: readonly (readonly Position[])[], box: Extent): boolean {
	return rings.some((ring) => lineMeets(ring, box)) || encloses(rings, box[0], box[1]);
}

// Positions are looked at first: of most lines that meet the box, one lies in it.
function lineMeets(line: readonly Position[], box: Extent): boolean {
	for (const position of line) if (holds(box, position)) return true;
	let from: Position | undefined;
	for (const to of line) {
		if (from && crosses(from, to, box)) return true;
		from = to;
	}
	return false;
}

// By their places from here on: taking an array apart asks its iterator.
function holds(box: Extent, position: Position): boolean {
	const x = position[0] ?? NaN;
	const y = position[1] ?? NaN;
	return box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3];
}

/** An edge meets a box where its bounds do and not all corners of the box lie on one side of its line. */
function crosses(from: Position, to: Position, box: Extent): boolean {
	const ax = from[0] ?? NaN;
	const ay = from[1] ?? NaN;
	const bx = to[0] ?? NaN;
	const by = to[1] ?? NaN;
	if ((ax < box[0] && bx < box[0]) || (ax > box[2] && bx > box[2])) return false;
	if ((ay < box[1] && by < box[1]) || (ay > box[3] && by > box[3])) return false;
	const southWest = (bx - ax) * (box[1] - ay) - (by - ay) * (box[0] - ax);
	const southEast = (bx - ax) * (box[1] - ay) - (by - ay) * (box[2] - ax);
	const northWest = (bx - ax) * (box[3] - ay) - (by - ay) * (box[0] - ax);
	const northEast = (bx - ax) * (box[3] - ay) - (by - ay) * (box[2] - ax);
	const isLeft = southWest > 0 && southEast > 0 && northWest > 0 && northEast > 0;
	const isRight = southWest < 0 && southEast < 0 && northWest < 0 && northEast < 0;
	return !isLeft && !isRight;
}

/** Whether a ray from a point crosses an odd number of edges; a point on an edge may be either. */
function encloses(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
	let inside = false;
	for (const ring of rings) {
		let ax = NaN;
		let ay = NaN;
		for (const position of ring) {
			const bx = position[0] ?? NaN;
			const by = position[1] ?? NaN;
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
			ax = bx;
			ay = by;
		}
	}
	return inside;
}
