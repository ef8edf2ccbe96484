import { getIssues } from '@placemarkio/check-geojson';
import geojsonValidation from 'geojson-validation';
import { COORDINATE_DEPTHS, isCoordinateType } from '$lib/domain/geometry';
import type { Issue } from '$lib/domain/issue';
import { child, pointersAt } from './json';
import { breach, quote } from './rule-list';

/** geojson-validation takes time that grows with the square of what it finds; more is reported as a number. */
const MAX_BAD_POSITIONS = 200;

/** A feature of a file, its form held by the schema; `geometry` is null or an object, and nothing more is known of it. */
interface UncheckedFeature {
	path: string;
	feature: { geometry: unknown };
}

/**
 * What keeps features from being GeoJSON, in three steps: guards of our own, geojson-validation, check-geojson. A step
 * looks only at features that passed the step before, so one fault is told once. `sound` are the paths of the rest.
 */
export function geojsonIssues(
	file: string,
	text: string,
	features: readonly UncheckedFeature[]
): { issues: Issue[]; sound: Set<string> } {
	const issues: Issue[] = [];
	const sound = new Set<string>();
	for (const { path, feature } of features) {
		const pointer = child(path, 'geometry');
		let found = feature.geometry === null ? [] : [...guard(file, pointer, feature.geometry)];
		if (found.length === 0) found = structureIssues(file, pointer, feature);
		if (found.length === 0) sound.add(path);
		issues.push(...found);
	}
	const strict = getIssues(text);
	const pointers = pointersAt(
		text,
		strict.map(({ from }) => from)
	);
	for (const { from, message } of strict) {
		const pointer = pointers.get(from) ?? '';
		const [path] = /^\/features\/\d+/.exec(pointer) ?? [];
		// Without a feature it stopped at a fault that has been told already, or at one that the schema has told.
		if (path === undefined || !sound.has(path)) continue;
		sound.delete(path);
		issues.push(breach('geojson-strict', file, pointer, message, 'Correct the GeoJSON after RFC 7946.'));
	}
	return { issues, sound };
}

/** What geojson-validation must not be asked: it looks types up by name in an object, and recurses without an end. */
function* guard(file: string, path: string, geometry: unknown, nested = false): Generator<Issue> {
	if (typeof geometry !== 'object' || geometry === null || Array.isArray(geometry)) {
		const message = `${quote(geometry)} stands where a geometry should.`;
		yield breach('geometry-type', file, path, message, 'Write a GeoJSON geometry.');
		return;
	}
	const members = new Map(Object.entries(geometry as Record<string, unknown>));
	const type = members.get('type');
	const depth = isCoordinateType(type) ? COORDINATE_DEPTHS[type] : undefined;
	if (type !== 'GeometryCollection' && depth === undefined) {
		const message = `${quote(type ?? null)} is not a type of geometry.`;
		const remedy = `Write one of ${[...Object.keys(COORDINATE_DEPTHS), 'GeometryCollection'].join(', ')}.`;
		yield breach('geometry-type', file, child(path, 'type'), message, remedy);
		return;
	}

	const content = depth === undefined ? 'geometries' : 'coordinates';
	for (const member of members.keys()) {
		const pointer = child(path, member);
		if (member === 'crs') {
			yield breach('geojson-crs', file, pointer, 'A crs member stands here.', 'Remove it; give coordinates in WGS 84.');
		} else if (!['type', 'bbox', content].includes(member)) {
			const message = `${quote(member)} is not a member of a ${String(type)}.`;
			yield breach('geometry-member', file, pointer, message, 'Remove it, or move it to the properties.');
		}
	}

	const value = members.get(content);
	const pointer = child(path, content);
	if (Array.isArray(value) && value.length === 0) {
		const remedy = 'Give positions, or null geometry where the feature cannot be drawn.';
		yield breach('geometry-empty', file, pointer, `The ${String(type)} is empty.`, remedy);
	} else if (depth !== undefined) {
		yield* coordinateIssues(file, pointer, value, depth);
	} else if (nested) {
		const remedy = 'Lift its geometries into the outer collection.';
		yield breach('geometry-nested', file, path, 'A GeometryCollection stands in a GeometryCollection.', remedy);
	} else if (Array.isArray(value)) {
		for (const [index, part] of value.entries()) yield* guard(file, child(pointer, index), part, true);
	}
}

/** Lists where lists must be, none of them empty, and not too many bad positions for geojson-validation to tell. */
function coordinateIssues(file: string, path: string, coordinates: unknown, depth: number): Issue[] {
	let bad = 0;
	let first: Issue | undefined;
	const visit = (value: unknown, left: number, trail: readonly number[]) => {
		if (!Array.isArray(value)) {
			bad += 1;
			first ??= at(trail, `${quote(value)} stands where a list should.`);
		} else if (value.length === 0) {
			bad += 1;
			if (left > 0) first ??= at(trail, 'A list of positions is empty.');
		} else if (left > 0) {
			value.forEach((item: unknown, index) => visit(item, left - 1, [...trail, index]));
		} else if (!value.every((number) => typeof number === 'number')) bad += 1;
	};
	const at = (trail: readonly number[], message: string) =>
		breach('geometry-positions', file, trail.reduce(child, path), message, 'Write positions as RFC 7946, section 3.1.');
	visit(coordinates, depth, []);
	if (first === undefined && bad > MAX_BAD_POSITIONS) first = at([], `${bad} positions are not lists of numbers.`);
	return first === undefined ? [] : [first];
}

/** What geojson-validation says of a feature that passed the guard. */
function structureIssues(file: string, path: string, feature: unknown): Issue[] {
	return geojsonValidation.isFeature(feature, true).map((message) => {
		// It puts where it was before what it found: "at 0: at 3: Position must be at least two elements".
		const [prefix = ''] = /^(?:at \d+: )*/.exec(message) ?? [];
		const trail = prefix.match(/\d+/g) ?? [];
		const pointer = trail.length === 0 ? path : trail.reduce(child, child(path, 'coordinates'));
		const remedy = 'Correct the geometry after RFC 7946, section 3.1.';
		return breach('geojson-structure', file, pointer, `${message.slice(prefix.length).replace(/\.$/, '')}.`, remedy);
	});
}
