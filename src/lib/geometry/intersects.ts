import type { Geometry, Position } from 'geojson';
import { type Area, eastward, type Extent, intersects, isExtent, outlineOf, union } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';

/** A point, a line or a polygon of a geometry; a point is a line of one position. */
interface Part {
	lines: readonly (readonly Position[])[];
	/** Whether what its lines enclose belongs to it. */
	isArea: boolean;
}

/** In degrees; never across the antimeridian. */
interface Bounds {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** From one corner to the next, with its bounds, in degrees; a point is an edge without length. */
interface Edge extends Bounds {
	ax: number;
	ay: number;
	bx: number;
	by: number;
}

/** A part that others are compared with. */
interface PreparedPart extends Part {
	/** Null without positions. */
	extent: Extent | null;
	edges: readonly Edge[];
}

/**
 * A test for features that share at least a point with an area or a geometry; false for one without geometry. Borders
 * belong to what they bound, and edges are straight in longitude and latitude (RFC 7946, section 3.1.1); an extent may cross
 * the antimeridian, a ring may not. The area is prepared once: `booleanIntersects` of Turf, which looks at all of it for
 * every feature, took 20 to 50 times as long with polygons of 5 to 1,000 corners.
 */
export function intersecting(area: Area | Geometry): (place: Pick<PlacedFeature, 'geometry' | 'extent'>) => boolean {
	const tests = testsOf(area);
	return ({ geometry, extent }) => {
		if (!geometry || !extent) return false;
		for (const test of tests) if (test(geometry, extent)) return true;
		return false;
	};
}

type Test = (geometry: Geometry, extent: Extent) => boolean;

function testsOf(area: Area | Geometry): Test[] {
	if ('type' in area || !isExtent(area)) {
		const parts = 'type' in area ? partsOf(area) : [{ lines: [outlineOf(area)], isArea: true }];
		return parts.map(prepare).map((part) => (geometry, extent) => intersectsPart(geometry, extent, part));
	}
	return eastward(area).map((box) => (geometry, extent) => intersectsBox(geometry, extent, box));
}

function intersectsBox(geometry: Geometry, extent: Extent, box: Extent): boolean {
	if (!intersects(extent, box)) return false;
	const [west, south, east, north] = box;
	const isBetweenSides = west <= extent[0] && extent[2] <= east;
	const isBetweenEnds = south <= extent[1] && extent[3] <= north;
	// Most features are points or lie within the box: nothing more need be looked at.
	if (isBetweenSides && isBetweenEnds) return true;
	// What is in one piece cannot reach from one end of its bounds to the other and miss the box where these cross it.
	if ((isBetweenSides || isBetweenEnds) && isOnePiece(geometry)) return true;
	for (const { lines, isArea } of partsOf(geometry)) {
		for (const line of lines) if (touchesBox(line, box)) return true;
		if (isArea && encloses(lines, [west, south])) return true;
	}
	return false;
}

/** Whether a line shares a point with a box: where their bounds do, and not all corners lie on one side of the line drawn on. */
function touchesBox(line: readonly Position[], [west, south, east, north]: Extent): boolean {
	return someEdge(line, { west, south, east, north }, (ax, ay, bx, by) => {
		const southwest = side(ax, ay, bx, by, west, south);
		const southeast = side(ax, ay, bx, by, east, south);
		const northwest = side(ax, ay, bx, by, west, north);
		const northeast = side(ax, ay, bx, by, east, north);
		const isLeft = southwest > 0 && southeast > 0 && northwest > 0 && northeast > 0;
		const isRight = southwest < 0 && southeast < 0 && northwest < 0 && northeast < 0;
		return !isLeft && !isRight;
	});
}

function intersectsPart(geometry: Geometry, extent: Extent, part: PreparedPart): boolean {
	if (!part.extent || !intersects(extent, part.extent)) return false;
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
function crosses(line: readonly Position[], edge: Edge): boolean {
	const { ax, ay, bx, by } = edge;
	return someEdge(
		line,
		edge,
		(cx, cy, dx, dy) =>
			!isOnOneSide(side(ax, ay, bx, by, cx, cy), side(ax, ay, bx, by, dx, dy)) &&
			!isOnOneSide(side(cx, cy, dx, dy, ax, ay), side(cx, cy, dx, dy, bx, by))
	);
}

/** Whether one of the edges of a line whose bounds share a point with others is `so`; a point is an edge without length. */
function someEdge(
	line: readonly Position[],
	{ west, south, east, north }: Bounds,
	so: (ax: number, ay: number, bx: number, by: number) => boolean
): boolean {
	let ax = line[0]?.[0] ?? NaN;
	let ay = line[0]?.[1] ?? NaN;
	for (const position of line) {
		const bx = position[0] ?? NaN;
		const by = position[1] ?? NaN;
		const isApart =
			(ax < west && bx < west) || (ax > east && bx > east) || (ay < south && by < south) || (ay > north && by > north);
		if (!isApart && so(ax, ay, bx, by)) return true;
		ax = bx;
		ay = by;
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

/** Whether one may go from any point of a geometry to any other without leaving it; a second ring may lie outside the first. */
function isOnePiece(geometry: Geometry): boolean {
	return geometry.type === 'LineString' || (geometry.type === 'Polygon' && geometry.coordinates.length === 1);
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

function prepare(part: Part): PreparedPart {
	const edges = part.lines.flatMap((line) =>
		line.map(([bx = NaN, by = NaN], index): Edge => {
			const [ax = bx, ay = by] = line[index - 1] ?? [];
			const [west, south, east, north] = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
			return { ax, ay, bx, by, west, south, east, north };
		})
	);
	return { ...part, edges, extent: union(edges.map(({ west, south, east, north }) => [west, south, east, north])) };
}
