import type { Geometry, Position } from 'geojson';
import { type Area, eastward, type Extent, intersects, isExtent, outlineOf, union } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';

/** A point, a line or a polygon of a geometry; a point is a line of one position. */
interface Part {
	lines: readonly (readonly Position[])[];
	/** Whether what its lines enclose belongs to it. */
	isArea: boolean;
}

/** From one corner to the next, in degrees; a point is an edge without length. */
interface Edge {
	ax: number;
	ay: number;
	bx: number;
	by: number;
	/** Its bounds. */
	west: number;
	south: number;
	east: number;
	north: number;
}

/** A part that others are compared with. */
interface PreparedPart extends Part {
	/** Null without positions. */
	extent: Extent | null;
	edges: readonly Edge[];
	/** Whether it is all of its extent. */
	isBox: boolean;
}

/**
 * A test for features that share at least a point with an area or a geometry; false for one without geometry. Borders
 * belong to what they bound, and edges are straight in longitude and latitude (RFC 7946, section 3.1.1); an extent may cross
 * the antimeridian, a ring may not. The area is prepared once: `booleanIntersects` of Turf, which looks at all of it for
 * every feature, took 20 to 50 times as long with polygons of 5 to 1,000 corners.
 */
export function intersecting(area: Area | Geometry): (place: Pick<PlacedFeature, 'geometry' | 'extent'>) => boolean {
	const parts = preparedParts(area);
	return ({ geometry, extent }) => {
		if (!geometry || !extent) return false;
		for (const part of parts) if (intersectsPart(geometry, extent, part)) return true;
		return false;
	};
}

function intersectsPart(geometry: Geometry, extent: Extent, part: PreparedPart): boolean {
	if (!part.extent || !intersects(extent, part.extent)) return false;
	// Most features are points or lie within the box: nothing more need be looked at.
	if (part.isBox && liesWithin(extent, part.extent)) return true;
	for (const { lines, isArea } of partsOf(geometry)) {
		if (part.isArea && encloses(part.lines, lines[0]?.[0])) return true;
		if (isArea && encloses(lines, part.lines[0]?.[0])) return true;
		for (const edge of part.edges) {
			if (edge.west > extent[2] || edge.east < extent[0] || edge.south > extent[3] || edge.north < extent[1]) continue;
			for (const line of lines) if (crosses(line, edge)) return true;
		}
	}
	return false;
}

/** Whether a line shares a point with an edge: where their bounds do, and the ends of neither lie on one side of the other. */
function crosses(line: readonly Position[], { ax, ay, bx, by, west, south, east, north }: Edge): boolean {
	let cx = line[0]?.[0] ?? NaN;
	let cy = line[0]?.[1] ?? NaN;
	for (const position of line) {
		const dx = position[0] ?? NaN;
		const dy = position[1] ?? NaN;
		const isApart =
			(cx < west && dx < west) || (cx > east && dx > east) || (cy < south && dy < south) || (cy > north && dy > north);
		if (
			!isApart &&
			!isOnOneSide(side(ax, ay, bx, by, cx, cy), side(ax, ay, bx, by, dx, dy)) &&
			!isOnOneSide(side(cx, cy, dx, dy, ax, ay), side(cx, cy, dx, dy, bx, by))
		)
			return true;
		cx = dx;
		cy = dy;
	}
	return false;
}

/** Positive where a position lies to the left of the line from a to b, negative to its right. */
function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
	return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

function isOnOneSide(a: number, b: number): boolean {
	return (a > 0 && b > 0) || (a < 0 && b < 0);
}

function liesWithin(inner: Extent, outer: Extent): boolean {
	return outer[0] <= inner[0] && inner[2] <= outer[2] && outer[1] <= inner[1] && inner[3] <= outer[3];
}

/**
 * Whether a ray from the first position of a part crosses an odd number of edges of some rings; on an edge it may be
 * either. Where no edges meet, all of the part lies where that position lies.
 */
function encloses(rings: Part['lines'], position: Position | undefined): boolean {
	const x = position?.[0] ?? NaN;
	const y = position?.[1] ?? NaN;
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

/** The points, lines and polygons of a geometry. */
function partsOf(geometry: Geometry): Part[] {
	switch (geometry.type) {
		case 'Point':
			return [{ lines: [[geometry.coordinates]], isArea: false }];
		case 'MultiPoint':
			return geometry.coordinates.map((position) => ({ lines: [[position]], isArea: false }));
		case 'LineString':
			return [{ lines: [geometry.coordinates], isArea: false }];
		case 'MultiLineString':
			return geometry.coordinates.map((line) => ({ lines: [line], isArea: false }));
		case 'Polygon':
			return [{ lines: geometry.coordinates, isArea: true }];
		case 'MultiPolygon':
			return geometry.coordinates.map((lines) => ({ lines, isArea: true }));
		case 'GeometryCollection':
			return geometry.geometries.flatMap(partsOf);
	}
}

function preparedParts(area: Area | Geometry): PreparedPart[] {
	if ('type' in area) return partsOf(area).map((part) => prepare(part, false));
	const outlines = isExtent(area) ? eastward(area).map(outlineOf) : [outlineOf(area)];
	return outlines.map((outline) => prepare({ lines: [outline], isArea: true }, isExtent(area)));
}

function prepare(part: Part, isBox: boolean): PreparedPart {
	const edges = part.lines.flatMap((line) =>
		line.map(([bx = NaN, by = NaN], index): Edge => {
			const [ax = bx, ay = by] = line[index - 1] ?? [];
			const [west, south, east, north] = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
			return { ax, ay, bx, by, west, south, east, north };
		})
	);
	return {
		...part,
		edges,
		isBox,
		extent: union(edges.map(({ west, south, east, north }) => [west, south, east, north]))
	};
}
