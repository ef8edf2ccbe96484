import { kinks, lineIntersect } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { extentOf, positionsOf } from '$lib/domain/extent';
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
	const place = child(path, 'coordinates');
	const found = new Findings(file);
	for (const { path: at, list } of listsIn(geometry.coordinates, place, isPosition)) {
		checkPosition(found, at, list);
	}
	// Rings of positions that are off the globe say nothing.
	if (found.has('position-dimension') || found.has('position-finite') || found.has('position-range'))
		return found.issues();

	const runs = geometry.type === 'MultiPoint' ? [] : [...listsIn(geometry.coordinates, place, isRun)];
	for (const { path: at, list } of runs) checkRepeated(found, at, list);
	if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
		for (const { path: at, list } of runs) checkRing(found, at, list);
		if (!found.has('position-repeated') && !found.has('ring-area')) checkCrossing(found, place, geometry);
	}
	return found.issues();
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

/** Keeps the first place at which each rule is broken, and counts the others. */
class Findings {
	readonly #file: string;
	readonly #found = new Map<RuleId, { issue: Issue; more: number }>();

	constructor(file: string) {
		this.#file = file;
	}

	add(rule: RuleId, path: string, message: string, remedy: string): void {
		const earlier = this.#found.get(rule);
		if (earlier === undefined)
			this.#found.set(rule, { issue: breach(rule, this.#file, path, message, remedy), more: 0 });
		else earlier.more += 1;
	}

	has(rule: RuleId): boolean {
		return this.#found.has(rule);
	}

	issues(): Issue[] {
		return [...this.#found.values()].map(({ issue, more }) =>
			more === 0
				? issue
				: { ...issue, message: `${issue.message} So at ${more} more ${more === 1 ? 'place' : 'places'}.` }
		);
	}
}

function checkPosition(found: Findings, path: string, position: Position): void {
	const [lng = NaN, lat = NaN] = position;
	if (position.length !== 2) {
		const message = `${quote(position)} has ${position.length} numbers.`;
		found.add('position-dimension', path, message, 'Give longitude and latitude only.');
		return;
	}
	if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
		const message = `${String(lng)}, ${String(lat)} is not a place: a number is too large to hold.`;
		found.add('position-finite', path, message, 'Give finite numbers.');
		return;
	}
	if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
		const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
		const remedy = swapped
			? 'Swap the two: longitude comes first.'
			: 'Give degrees of longitude, then latitude, WGS 84.';
		found.add('position-range', path, `${quote(position)} is not on the globe.`, remedy);
		return;
	}
	if (decimalsOf(lng) > MAX_DECIMALS || decimalsOf(lat) > MAX_DECIMALS) {
		const message = `${quote(position)} has more than ${MAX_DECIMALS} decimals.`;
		found.add('position-precision', path, message, `Round to ${MAX_DECIMALS} decimals.`);
	}
}

function decimalsOf(number: number): number {
	const [mantissa = '', exponent = '0'] = String(number).split('e');
	return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function checkRepeated(found: Findings, path: string, run: readonly Position[]): void {
	for (const [index, position] of run.entries()) {
		const next = run[index + 1];
		if (next === undefined || position[0] !== next[0] || position[1] !== next[1]) continue;
		const message = `${quote(position)} stands twice in a row.`;
		found.add('position-repeated', child(path, index + 1), message, 'Remove one of the two.');
	}
}

/** The first ring of an area is its outer one. */
function checkRing(found: Findings, path: string, ring: readonly Position[]): void {
	const outer = path.endsWith('/0');
	const winding = windingOf(ring);
	if (winding === 0) {
		found.add('ring-area', path, 'The ring encloses nothing.', 'Draw its outline, or a line or a point.');
	} else if (winding > 0 !== outer) {
		const message = outer ? 'The outer ring runs clockwise.' : 'The hole runs counterclockwise.';
		found.add('ring-winding', path, message, 'Reverse the order of its positions.');
	}
}

function checkCrossing(found: Findings, path: string, geometry: Polygon | MultiPolygon): void {
	const crossings =
		[...positionsOf(geometry)].length <= MAX_KINKS
			? kinks(geometry)
			: lineIntersect(geometry, { type: 'MultiPolygon', coordinates: [] }, { ignoreSelfIntersections: false });
	for (const { geometry: crossing } of crossings.features) {
		const at = crossing.coordinates.map((degrees) => Number(degrees.toFixed(MAX_DECIMALS)));
		found.add('ring-crossing', path, `Rings cross or touch at ${quote(at)}.`, 'Take the crossing out of the outline.');
	}
}

type Nested = number | readonly Nested[];

const isPosition = (nested: Nested): nested is Position => typeof nested === 'object' && typeof nested[0] === 'number';
const isRun = (nested: Nested): nested is readonly Position[] =>
	typeof nested === 'object' && nested[0] !== undefined && isPosition(nested[0]);

/** The lists of one kind within coordinates, each with its path. */
function* listsIn<List extends Nested>(
	nested: Nested,
	path: string,
	isWanted: (nested: Nested) => nested is List
): Generator<{ path: string; list: List }> {
	if (isWanted(nested)) yield { path, list: nested };
	else if (typeof nested === 'object') {
		for (const [index, part] of nested.entries()) yield* listsIn(part, child(path, index), isWanted);
	}
}
