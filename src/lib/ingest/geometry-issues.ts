import { kinks, lineIntersect } from '@turf/turf';
import type { Geometry, GeometryCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { extentOf } from '$lib/domain/extent';
import { positionsOf } from '$lib/domain/geometry';
import { groupBy } from '$lib/domain/group-by';
import type { Issue } from '$lib/domain/issue';
import { child } from './json';
import { breach, quote, type RuleId } from './rule-list';

/** Decimals of a degree that a coordinate may have: a tenth of a metre, finer than any place here is known. */
const MAX_DECIMALS = 6;

/** Up to here Turf's kinks compares every pair of edges; beyond, a sweep line, which misses rings that only touch. */
const MAX_KINKS = 500;

/** What is wrong with a geometry that is sound GeoJSON; issues of the same rule are one issue with their number. */
export function geometryIssues(file: string, path: string, geometry: Geometry): Issue[] {
	if (geometry.type === 'GeometryCollection') {
		return geometry.geometries.flatMap((part, index) => geometryIssues(file, `${path}/geometries/${index}`, part));
	}
	const byRule = groupBy(faultsOf(geometry, child(path, 'coordinates')), ([rule]) => [rule]);
	return [...byRule.values()].flatMap(([first, ...more]) => {
		if (!first) return [];
		const [rule, pointer, message, remedy] = first;
		const also = more.length === 0 ? '' : ` So at ${more.length} more ${more.length === 1 ? 'place' : 'places'}.`;
		return [breach(rule, file, pointer, message + also, remedy)];
	});
}

/** A bbox that is not the extent of its geometry; `bbox` may be absent. */
export function bboxIssues(
	file: string,
	path: string,
	bbox: readonly number[] | undefined,
	geometry: Geometry | null
): Issue[] {
	if (bbox === undefined) return [];
	const extent = geometry && extentOf(geometry);
	if (extent !== null && extent.length === bbox.length && extent.every((number, index) => number === bbox[index]))
		return [];
	const message =
		extent === null
			? `The bbox is ${quote(bbox)}, and there is no geometry.`
			: `The bbox is ${quote(bbox)}; the geometry's is ${quote(extent)}.`;
	return [
		breach('bbox-matches', file, child(path, 'bbox'), message, 'Correct it, or leave it out: it is worked out anyway.')
	];
}

/** Twice the area of a ring in square degrees; positive where it runs counterclockwise. */
export function windingOf(ring: readonly Position[]): number {
	const [originX = 0, originY = 0] = ring[0] ?? [];
	let sum = 0;
	ring.forEach(([x = 0, y = 0], index) => {
		const [nextX = x, nextY = y] = ring[index + 1] ?? [];
		sum += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
	});
	return sum;
}

type Fault = readonly [rule: RuleId, path: string, message: string, remedy: string];

/** All that is wrong with a geometry whose coordinates stand at a path. What needs sound positions or rings waits for them. */
function faultsOf(geometry: Exclude<Geometry, GeometryCollection>, pointer: string): Fault[] {
	const positions = [...listsIn(geometry.coordinates, pointer, isPosition)].flatMap(positionFaults);
	// Rings of positions that are off the globe say nothing.
	if (positions.some(([rule]) => rule !== 'position-precision')) return positions;
	const runs = geometry.type === 'MultiPoint' ? [] : [...listsIn(geometry.coordinates, pointer, isRun)];
	const repeated = runs.flatMap(repeatedFaults);
	if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [...positions, ...repeated];
	const rings = runs.flatMap(ringFaults);
	const areDrawn = repeated.length === 0 && !rings.some(([rule]) => rule === 'ring-area');
	return [...positions, ...repeated, ...rings, ...(areDrawn ? crossingFaults(pointer, geometry) : [])];
}

function positionFaults({ path, list: position }: At<Position>): Fault[] {
	const [lng = NaN, lat = NaN] = position;
	const said = () => quote(position);
	if (position.length !== 2) {
		const message = `${said()} has ${position.length} numbers.`;
		return [['position-dimension', path, message, 'Give longitude and latitude only.']];
	}
	if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
		const message = `${String(lng)}, ${String(lat)} is not a place: a number is too large to hold.`;
		return [['position-finite', path, message, 'Give finite numbers.']];
	}
	if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
		const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
		const remedy = swapped
			? 'Swap the two: longitude comes first.'
			: 'Give degrees of longitude, then latitude, WGS 84.';
		return [['position-range', path, `${said()} is not on the globe.`, remedy]];
	}
	if (Math.max(decimalsOf(lng), decimalsOf(lat)) <= MAX_DECIMALS) return [];
	const message = `${said()} has more than ${MAX_DECIMALS} decimals.`;
	return [['position-precision', path, message, `Round to ${MAX_DECIMALS} decimals.`]];
}

function decimalsOf(number: number): number {
	const [mantissa = '', exponent = '0'] = String(number).split('e');
	return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function repeatedFaults({ path, list: run }: At<readonly Position[]>): Fault[] {
	return run.flatMap((position, index): Fault[] => {
		const next = run[index + 1];
		if (next === undefined || position[0] !== next[0] || position[1] !== next[1]) return [];
		const message = `${quote(position)} stands twice in a row.`;
		return [['position-repeated', child(path, index + 1), message, 'Remove one of the two.']];
	});
}

/** The first ring of an area is its outer one. */
function ringFaults({ path, list: ring }: At<readonly Position[]>): Fault[] {
	const outer = path.endsWith('/0');
	const winding = windingOf(ring);
	if (winding === 0) {
		return [['ring-area', path, 'The ring encloses nothing.', 'Draw its outline, or a line or a point.']];
	}
	if (winding > 0 === outer) return [];
	const message = outer ? 'The outer ring runs clockwise.' : 'The hole runs counterclockwise.';
	return [['ring-winding', path, message, 'Reverse the order of its positions.']];
}

function crossingFaults(path: string, geometry: Polygon | MultiPolygon): Fault[] {
	const crossings =
		[...positionsOf(geometry)].length <= MAX_KINKS
			? kinks(geometry)
			: lineIntersect(geometry, { type: 'MultiPolygon', coordinates: [] }, { ignoreSelfIntersections: false });
	return crossings.features.map(({ geometry: crossing }) => {
		const at = crossing.coordinates.map((degrees) => Number(degrees.toFixed(MAX_DECIMALS)));
		return ['ring-crossing', path, `Rings cross or touch at ${quote(at)}.`, 'Take the crossing out of the outline.'];
	});
}

type Nested = number | readonly Nested[];

/** A list within coordinates, with its path. */
interface At<List> {
	path: string;
	list: List;
}

const isPosition = (nested: Nested): nested is Position => typeof nested === 'object' && typeof nested[0] === 'number';
const isRun = (nested: Nested): nested is readonly Position[] =>
	typeof nested === 'object' && nested[0] !== undefined && isPosition(nested[0]);

/** The lists of one kind within coordinates, each with its path. */
function* listsIn<List extends Nested>(
	nested: Nested,
	path: string,
	isWanted: (nested: Nested) => nested is List
): Generator<At<List>> {
	if (isWanted(nested)) yield { path, list: nested };
	else if (typeof nested === 'object') {
		for (const [index, part] of nested.entries()) yield* listsIn(part, child(path, index), isWanted);
	}
}
