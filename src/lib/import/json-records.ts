import { isCoordinateType } from '$lib/domain/geometry';
import { membersOf } from './json-value';
import type { Reading } from './file-reading';
import { readTable, type TableReading } from './table';

/** An object of a JSON file that is a row rather than a feature, and where it stands. */
export interface JsonRecord {
	value: Readonly<Record<string, unknown>>;
	location: string;
	number: number;
}

/** Objects in objects are laid out to this depth; what lies deeper stays as it is. */
const MOST_DEPTH = 6;

/** Whether a JSON value is an object that has nothing of GeoJSON: what a program writes as a list of records. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const { type } = membersOf(value);
	return !('geometry' in value && 'properties' in value) && !GEOJSON.has(type) && !isCoordinateType(type);
}

const GEOJSON = new Set<unknown>(['Feature', 'FeatureCollection', 'GeometryCollection', 'Topology']);

/**
 * Records as a table, objects in them laid out as columns (`location.latitude`): read as any table is. Properties keep what
 * they are in JSON; lists stay whole.
 */
export function readRecords(records: readonly JsonRecord[], reading: Reading): TableReading {
	const flat = records.map(({ value }) => flattened(value));
	const header = [...new Set(flat.flatMap((record) => [...record.keys()]))];
	const rows = records.map(({ location, number }, index) => ({
		cells: header.map((name) => cellOf(flat[index]?.get(name))),
		location,
		number,
		properties: () => Object.fromEntries(flat[index] ?? [])
	}));
	return readTable({ location: '', header, rows }, reading);
}

function flattened(
	value: Readonly<Record<string, unknown>>,
	depth = 0,
	into = new Map<string, unknown>(),
	before = ''
) {
	for (const [key, item] of Object.entries(value)) {
		const name = `${before}${key}`;
		const inner = membersOf(item);
		if (Object.keys(inner).length > 0 && !isCoordinateType(inner['type']) && depth < MOST_DEPTH) {
			flattened(inner, depth + 1, into, `${name}.`);
		} else into.set(name, item);
	}
	return into;
}

function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
