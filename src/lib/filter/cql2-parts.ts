import type { Geometry, Position } from 'geojson';
import { type Extent, extentOf } from '$lib/domain/extent';
import { linesOf } from '$lib/domain/geometry';
import {
	type Bound,
	type Filter,
	type FilterProblem,
	filterProblem,
	type Operand,
	type TextOffset
} from './filter-tree';
import { daysOf } from '$lib/domain/interval';

/** A filter, or all that keeps a text from being one. */
export type ParsedFilter = { filter: Filter; problems?: never } | { filter?: never; problems: [FilterProblem] };

/** How many conditions, properties and values a filter may have. */
const MOST_PARTS = 500;

/** How many positions its geometries may have, all told. */
const MOST_POSITIONS = 1000;

/** What stops a text from being a filter: at which character, which text stands there, and what should. */
class Fault extends Error {
	readonly problem: FilterProblem;

	constructor(at: TextOffset, value: string, sentence: string) {
		super(sentence);
		this.problem = filterProblem(at, value, sentence);
	}
}

/** Ends reading at a place; `sentence` begins in lower case. */
export function fail(at: TextOffset, value: string, sentence: string): never {
	throw new Fault(at, value, sentence);
}

/** What is said where a filter calculates: the class for arithmetic of CQL2 is not among those that the API declares. */
export const NO_ARITHMETIC =
	'the atlas does not calculate; compare a property with a value, as in claims > 2, or by LIKE, BETWEEN, IN or IS NULL.';

/** How long a text of a filter may be, and how deep what it nests. */
export interface Limits {
	characters: number;
	depth: number;
}

/** A filter from a text by `read`, whose first fault ends it. */
export function readFilter(text: string, limits: Limits, read: (budget: Budget) => Filter): ParsedFilter {
	const { characters, depth } = limits;
	try {
		if (text.length > characters) {
			fail(characters + 1, '', `a filter may have at most ${characters} characters; this one has ${text.length}.`);
		}
		return { filter: read(new Budget(depth)) };
	} catch (error) {
		if (error instanceof Fault) return { problems: [error.problem] };
		throw error;
	}
}

/** What a filter may still use up. Asked before each step down, so that nothing recurses further than it says. */
export class Budget {
	readonly #mostDepth: number;
	#depth = 0;
	#parts = 0;
	#positions = 0;

	constructor(mostDepth: number) {
		this.#mostDepth = mostDepth;
	}

	/** What `read` gives one level further down. */
	deeper<Value>(at: TextOffset, read: () => Value): Value {
		if (this.#depth === this.#mostDepth) fail(at, '', `a filter may be nested at most ${this.#mostDepth} deep.`);
		this.#depth++;
		const value = read();
		this.#depth--;
		return value;
	}

	part(at: TextOffset): void {
		this.#parts++;
		if (this.#parts > MOST_PARTS) {
			fail(at, '', `a filter may have at most ${MOST_PARTS} conditions, properties and values.`);
		}
	}

	/** Longitude and latitude in degrees; a height is read and let go, as features have none. */
	position(at: TextOffset, numbers: readonly number[]): Position {
		this.#positions++;
		if (this.#positions > MOST_POSITIONS) {
			fail(at, '', `the geometries of a filter may have at most ${MOST_POSITIONS} positions.`);
		}
		const [longitude = NaN, latitude = NaN] = numbers;
		if (numbers.length < 2 || numbers.length > 3) {
			fail(at, numbers.join(' '), 'a position should have a longitude, a latitude and perhaps a height.');
		}
		if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
			const expected = 'a position should be a longitude from -180 to 180, then a latitude from -90 to 90';
			fail(at, numbers.join(' '), `${expected}, not ${numbers.slice(0, 2).join(' ')}.`);
		}
		return [longitude, latitude];
	}
}

/** An extent from four numbers, or from six with heights in their places (RFC 7946, section 5). */
export function extentFrom(at: TextOffset, numbers: readonly number[]): Extent {
	const flat = numbers.length === 6 ? [0, 1, 3, 4].map((index) => numbers[index] ?? NaN) : numbers;
	const [west = NaN, south = NaN, east = NaN, north = NaN] = flat;
	const inRange = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90;
	if (flat.length === 4 && inRange && south <= north) return [west, south, east, north];
	const expected = 'a bounding box should be west, south, east, north in degrees, or these with heights between them';
	return fail(at, numbers.join(', '), `${expected}, not ${numbers.join(', ') || 'nothing'}.`);
}

/** Coordinates of a geometry: a position, or positions in lists of lists. */
export type Nested = Position | readonly Nested[];

/** A geometry whose lines have two positions or more, and whose rings have four or more and close (RFC 7946, section 3.1). */
export function soundGeometry(at: TextOffset, geometry: Geometry): Geometry {
	if (extentOf(geometry) === null) fail(at, '', `${geometry.type} should have at least one position.`);
	for (const line of linesOf(geometry)) {
		const [first, last] = [line[0], line.at(-1)];
		const isClosed = line.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
		if (geometry.type.endsWith('LineString') && line.length < 2) {
			fail(at, '', 'a line should have at least two positions.');
		}
		if (geometry.type.endsWith('Polygon') && !isClosed) {
			fail(at, '', 'a ring of a polygon should have at least four positions, of which the last is the first.');
		}
	}
	return geometry;
}

/** A day from a date such as 2024-12-08 (RFC 3339, full-date). */
export function dayOfDate(at: TextOffset, text: string): string {
	const days = daysOf(text);
	if (days && days.first === days.last) return text;
	return fail(at, text, `a date should be a day such as 2024-12-08, not “${text}”.`);
}

/** The day in UTC of a moment such as 2024-12-08T06:30:00Z. */
export function dayOfTimestamp(at: TextOffset, text: string): string {
	const [, date = '', hour, minute, second] = /^([^T]*)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(text) ?? [];
	const inRange = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
	if (inRange && daysOf(date)?.first === date) return date;
	return fail(at, text, `a timestamp should be a moment in UTC such as 2024-12-08T06:30:00Z, not “${text}”.`);
}

/** The day of one end of an interval; null for “..”, which is open. */
export function dayOfBound(at: TextOffset, text: string): string | null {
	if (text === '..') return null;
	return text.includes('T') ? dayOfTimestamp(at, text) : dayOfDate(at, text);
}

/** An interval; one whose days end before they begin is refused. */
export function intervalBetween(at: TextOffset, from: Bound, to: Bound): Operand {
	if (from?.kind === 'instant' && to?.kind === 'instant' && from.day > to.day) {
		fail(at, `${from.day}, ${to.day}`, `an interval should begin before it ends.`);
	}
	return { kind: 'interval', at, from, to };
}
