import type { Geometry } from 'geojson';
import { intersecting } from '$lib/geometry/intersects';
import { eastward, type Extent, extentOf, outlineOf } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';
import {
	type Bound,
	type Comparison,
	type Filter,
	type FilterProblem,
	filterProblem,
	type ListRelation,
	type Operand,
	type TimeRelation
} from '$lib/filter/filter-tree';
import type { Interval } from '$lib/domain/interval';
import { like } from '$lib/filter/like';
import type { Queryable } from './queryables';

/** A filter made ready for rows, or all that keeps it from being asked of them. */
export type RowFilter<Row> =
	| {
			/** Whether the filter is true of a row. Where it is unknown, as where a property has no value, it is not true. */
			test: (row: Row) => boolean;
			/** No feature outside of it can satisfy the filter; null where the filter sets no such bounds. */
			extent: Extent | null;
			problems?: never;
	  }
	| { test?: never; extent?: never; problems: readonly FilterProblem[] };

/**
 * A filter made ready for rows of these properties (OGC 21-065r2, section 6). The problems are properties that there are
 * not, and values of one type where another is needed: a number compared with a text is a mistake, not an empty answer.
 */
export function filterBy<Row>(filter: Filter, queryables: readonly Queryable<Row>[]): RowFilter<Row> {
	const maker = new Maker(queryables);
	const test = maker.condition(filter);
	if (maker.problems.length > 0) return { problems: maker.problems };
	return { test: (row) => test(row) === true, extent: boundsOf(filter) };
}

/** True, false, or null for unknown: the comparison of a value that is not there, and what follows from it. */
type Truth = boolean | null;
type Test<Row> = (row: Row) => Truth;

type Scalar = string | number | boolean;
type Place = Pick<PlacedFeature, 'geometry' | 'extent'>;

/** An operand made ready: the type of its values, and the values of a row; null is NULL. */
type Term<Row> = ScalarTerm<Row> | IntervalTerm<Row> | GeometryTerm<Row>;

interface ScalarTerm<Row> {
	type: 'text' | 'number' | 'boolean' | 'day';
	isList: boolean;
	/** What older words of its values are now. */
	formerly: Readonly<Record<string, string>>;
	/** The value of every row, where it is a literal. */
	constant: Scalar | null;
	valueOf: (row: Row) => Scalar | readonly Scalar[] | null;
}

interface IntervalTerm<Row> {
	type: 'interval';
	valueOf: (row: Row) => readonly Interval[] | null;
}

interface GeometryTerm<Row> {
	type: 'geometry';
	/** The geometry of every row, where it is a literal. */
	constant: Geometry | null;
	valueOf: (row: Row) => Place;
}

const TYPES = {
	string: 'text',
	strings: 'text',
	integer: 'number',
	number: 'number',
	boolean: 'boolean',
	date: 'day'
} as const;

const WORDS = {
	text: 'a text',
	number: 'a number',
	boolean: 'true or false',
	day: 'a date',
	interval: 'an interval',
	geometry: 'a geometry'
} as const;

const unknown = () => null;

/** Makes tests of conditions, and notes what is wrong with them; what is wrong is tested as unknown. */
class Maker<Row> {
	readonly problems: FilterProblem[] = [];
	readonly #queryables: ReadonlyMap<string, Queryable<Row>>;

	constructor(queryables: readonly Queryable<Row>[]) {
		this.#queryables = new Map(queryables.map((queryable) => [queryable.name, queryable]));
	}

	condition(filter: Filter): Test<Row> {
		switch (filter.op) {
			case 'and':
				return all(filter.args.map((part) => this.condition(part)));
			case 'or':
				return any(filter.args.map((part) => this.condition(part)));
			case 'not':
				return not(this.condition(filter.args[0]));
			case 'is':
				return this.#truth(filter.args[0]);
			case 'isNull':
				return this.#isNull(filter.args[0]);
			case 'like':
				return this.#like(...filter.args);
			case 'between':
				return this.#between(...filter.args);
			case 'in':
				return this.#isIn(filter.args[0], filter.args[1].items);
			case 's_intersects':
				return this.#intersects(...filter.args);
			case 'a_equals':
			case 'a_contains':
			case 'a_containedBy':
			case 'a_overlaps':
				return this.#listRelation(filter.op, ...filter.args);
			case '=':
			case '<>':
			case '<':
			case '>':
			case '<=':
			case '>=':
				return this.#comparison(filter.op, ...filter.args);
			default:
				return this.#timeRelation(filter.op, ...filter.args);
		}
	}

	#truth(operand: Operand): Test<Row> {
		const term = this.#scalar(operand);
		if (!term) return unknown;
		if (term.type !== 'boolean') {
			const remedy = 'a condition compares it with something, as by = or LIKE.';
			return this.#wrong(operand, `${this.#called(operand, term)} is not true or false; ${remedy}`);
		}
		return (row) => holds(term.valueOf(row), (value) => value === true);
	}

	#isNull(operand: Operand): Test<Row> {
		const term = this.#term(operand);
		if (term?.type === 'geometry') return (row) => term.valueOf(row).geometry === null;
		return term ? (row) => term.valueOf(row) === null : unknown;
	}

	#comparison(op: Comparison, left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#scalar(left), this.#scalar(right)];
		if (!a || !b || !this.#areAlike(left, a, right, b)) return unknown;
		return compared(op, inWordsOf(b, a), inWordsOf(a, b));
	}

	#between(operand: Operand, lowest: Operand, highest: Operand): Test<Row> {
		const [value, low, high] = [this.#scalar(operand), this.#scalar(lowest), this.#scalar(highest)];
		if (!value || !low || !high) return unknown;
		const [fitsLow, fitsHigh] = [
			this.#areAlike(operand, value, lowest, low),
			this.#areAlike(operand, value, highest, high)
		];
		return fitsLow && fitsHigh ? all([compared('>=', value, low), compared('<=', value, high)]) : unknown;
	}

	#isIn(operand: Operand, items: readonly Operand[]): Test<Row> {
		const value = this.#scalar(operand);
		const literals = new Set<Scalar>();
		const tests: Test<Row>[] = [];
		for (const item of items) {
			const term = this.#scalar(item);
			if (!value || !term || !this.#areAlike(operand, value, item, term)) continue;
			if (term.constant === null) tests.push(compared('=', value, term));
			else literals.add(inWordsOf(value, term).constant!);
		}
		return value ? any([(row) => holds(value.valueOf(row), (one) => literals.has(one)), ...tests]) : unknown;
	}

	#like(operand: Operand, patternOperand: Operand): Test<Row> {
		const [value, pattern] = [this.#scalar(operand), this.#scalar(patternOperand)];
		if (!value || !pattern) return unknown;
		if (value.type !== 'text') {
			return this.#wrong(operand, `LIKE is asked of a text; ${this.#called(operand, value)} is none.`);
		}
		const { constant } = inWordsOf(value, pattern);
		if (typeof constant !== 'string')
			return this.#wrong(patternOperand, 'the pattern of LIKE should be a literal text.');
		return (row) => holds(value.valueOf(row), (one) => like(String(one), constant));
	}

	#intersects(left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#geometry(left), this.#geometry(right)];
		if (!a || !b) return unknown;
		const [literal, other] = a.constant ? [a.constant, b] : [b.constant, a];
		const intersectsLiteral = literal ? intersecting(literal) : null;
		return (row) => {
			const [one, two] = [other.valueOf(row), other === a ? b.valueOf(row) : a.valueOf(row)];
			if (!one.geometry || !two.geometry) return null;
			return (intersectsLiteral ?? intersecting(two.geometry))(one);
		};
	}

	#timeRelation(op: TimeRelation, left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#interval(left), this.#interval(right)];
		if (!a || !b) return unknown;
		// Of several intervals any is enough; that none of them meets is what two times are that do not.
		const relation = TIMES[op === 't_disjoint' ? 't_intersects' : op];
		const test = (row: Row): Truth => {
			const [ones, others] = [a.valueOf(row), b.valueOf(row)];
			if (!ones || !others) return null;
			return ones.some((one) => others.some((other) => relation(spanOf(one), spanOf(other))));
		};
		return op === 't_disjoint' ? not(test) : test;
	}

	/** OGC 21-065r2, section 7.8: lists as sets of values, of any types; values of two types are never the same. */
	#listRelation(op: ListRelation, left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#members(left), this.#members(right)];
		if (!a || !b) return unknown;
		const relation = LISTS[op];
		return (row) => {
			const [ones, others] = [a(row), b(row)];
			return ones && others ? relation(new Set(ones), new Set(others)) : null;
		};
	}

	/** The values of a list, each as a text that no other value of any type has; null where one is not known. */
	#members(operand: Operand): ((row: Row) => readonly string[] | null) | null {
		if (operand.kind === 'list') {
			const members = operand.items.map((item) => this.#member(item));
			return (row) => {
				const keys = members.map((member) => member?.(row) ?? null);
				return keys.some((key) => key === null) ? null : (keys as string[]);
			};
		}
		const term = this.#scalar(operand);
		if (!term) return null;
		if (!term.isList) {
			this.#wrong(operand, `a list should stand here; ${this.#called(operand, term)} is none.`);
			return null;
		}
		return (row) => (term.valueOf(row) as readonly Scalar[] | null)?.map((value) => keyOf(term.type, value)) ?? null;
	}

	/** A member of a list, of which one may be a list itself. */
	#member(operand: Operand): ((row: Row) => string | null) | null {
		if (operand.kind === 'list') {
			const members = this.#members(operand);
			if (!members) return null;
			return (row) => {
				const keys = members(row);
				return keys && keyOf('list', [...new Set(keys)].sort());
			};
		}
		const term = this.#term(operand);
		if (!term) return null;
		return (row) => {
			const value = term.type === 'geometry' ? term.valueOf(row).geometry : term.valueOf(row);
			return value === null ? null : keyOf(term.type, value);
		};
	}

	/** An operand made ready; null where something is wrong with it, which has been noted. */
	#term(operand: Operand): Term<Row> | null {
		switch (operand.kind) {
			case 'property':
				return this.#property(operand.at, operand.name);
			case 'text':
			case 'number':
			case 'boolean':
				return literal(operand.kind, operand.value);
			case 'instant':
				return literal('day', operand.day);
			case 'interval':
				return this.#literalInterval(operand.from, operand.to);
			case 'geometry':
				return literalGeometry(operand.value);
			case 'extent':
				return literalGeometry(geometryOf(operand.value));
			case 'without': {
				const term = this.#scalar(operand.of);
				if (!term) return null;
				if (term.type !== 'text') {
					this.#wrong(operand.of, `${this.#called(operand.of, term)} has no case and no accents; only a text has.`);
					return null;
				}
				const { constant, valueOf } = term;
				const fold = operand.what === 'case' ? withoutCase : withoutAccents;
				return {
					...term,
					constant: constant === null ? null : fold(constant),
					valueOf: (row) => mapped(valueOf(row), fold)
				};
			}
			case 'list':
				this.#wrong(operand, 'a list stands here; one value is compared with a list by IN, two lists by A_OVERLAPS.');
				return null;
		}
	}

	#property(at: number, name: string): Term<Row> | null {
		const queryable = this.#queryables.get(name);
		if (!queryable) {
			const names = [...this.#queryables.keys()].join(', ');
			this.#note(filterProblem(at, name, `there is no property “${name.slice(0, 60)}”; there are ${names}.`));
			return null;
		}
		switch (queryable.type) {
			case 'geometry':
				return { type: 'geometry', constant: null, valueOf: (row) => queryable.valueOf(row) };
			case 'interval':
				return {
					type: 'interval',
					valueOf: (row) => {
						const intervals = queryable.valueOf(row);
						return intervals.length > 0 ? intervals : null;
					}
				};
			default:
				return {
					type: TYPES[queryable.type],
					isList: queryable.type === 'strings',
					formerly: queryable.formerly ?? {},
					constant: null,
					valueOf: (row) => queryable.valueOf(row)
				};
		}
	}

	#literalInterval(from: Bound, to: Bound): Term<Row> | null {
		const [first, last] = [this.#bound(from), this.#bound(to)];
		if (!first || !last) return null;
		return {
			type: 'interval',
			valueOf: (row) => {
				const [start, end] = [first(row), last(row)];
				// An end that is a property without a value is not known, and so neither is the interval.
				return start === undefined || end === undefined ? null : [{ from: start, to: end }];
			}
		};
	}

	/** The day that bounds an interval: null where it is open, undefined where a property has no value. */
	#bound(bound: Bound): ((row: Row) => string | null | undefined) | null {
		if (bound === null) return () => null;
		const term = this.#scalar(bound);
		if (!term) return null;
		if (term.type === 'day') return (row) => (term.valueOf(row) ?? undefined) as string | undefined;
		this.#wrong(bound, `an interval is bounded by dates; ${this.#called(bound, term)} is none.`);
		return null;
	}

	#scalar(operand: Operand): ScalarTerm<Row> | null {
		const term = this.#term(operand);
		if (!term) return null;
		if (term.type === 'geometry') {
			this.#wrong(operand, `${this.#called(operand, term)} stands here; a geometry is asked for by S_INTERSECTS.`);
			return null;
		}
		if (term.type === 'interval') {
			this.#wrong(operand, `${this.#called(operand, term)} stands here; an interval is asked for by T_INTERSECTS.`);
			return null;
		}
		return term;
	}

	#geometry(operand: Operand): GeometryTerm<Row> | null {
		const term = this.#term(operand);
		if (!term || term.type === 'geometry') return term;
		this.#wrong(operand, `S_INTERSECTS is asked of geometries; ${this.#called(operand, term)} is none.`);
		return null;
	}

	#interval(operand: Operand): IntervalTerm<Row> | null {
		const term = this.#term(operand);
		if (!term || term.type === 'interval') return term;
		if (term.type === 'day') {
			const { valueOf } = term;
			return {
				type: 'interval',
				valueOf: (row) => {
					const day = valueOf(row);
					return typeof day === 'string' ? [{ from: day, to: day }] : null;
				}
			};
		}
		this.#wrong(operand, `a date or an interval should stand here; ${this.#called(operand, term)} is neither.`);
		return null;
	}

	/** Whether two values may be compared; where not, that is noted. */
	#areAlike(left: Operand, a: ScalarTerm<Row>, right: Operand, b: ScalarTerm<Row>): boolean {
		if (a.type === b.type) return true;
		const aDayAndText = [a.type, b.type].sort().join() === 'day,text';
		const remedy = aDayAndText ? "; a day is written DATE('2024-12-08')" : '';
		this.#wrong(right, `${this.#called(left, a)} cannot be compared with ${this.#called(right, b)}${remedy}.`);
		return false;
	}

	#called(operand: Operand, { type }: Pick<Term<Row>, 'type'>): string {
		return operand.kind === 'property' ? `“${operand.name}” (${WORDS[type]})` : WORDS[type];
	}

	#wrong({ at }: { at: number }, sentence: string): Test<Row> {
		this.#note(filterProblem(at, '', sentence));
		return unknown;
	}

	/** Notes a problem, once: a value of IN or BETWEEN takes part in several comparisons. */
	#note(problem: FilterProblem): void {
		if (!this.problems.some(({ detail }) => detail === problem.detail)) this.problems.push(problem);
	}
}

/** False where one is false; else unknown where one is unknown. */
function all<Row>(tests: readonly Test<Row>[]): Test<Row> {
	return (row) => {
		let truth: Truth = true;
		for (const test of tests) {
			const found = test(row);
			if (found === false) return false;
			if (found === null) truth = null;
		}
		return truth;
	};
}

/** True where one is true; else unknown where one is unknown. */
function any<Row>(tests: readonly Test<Row>[]): Test<Row> {
	return not(all(tests.map(not)));
}

function not<Row>(test: Test<Row>): Test<Row> {
	return (row) => {
		const truth = test(row);
		return truth === null ? null : !truth;
	};
}

/** Whether a value, or any of a list, satisfies a test; unknown for NULL. */
function holds(value: Scalar | readonly Scalar[] | null, test: (value: Scalar) => boolean): Truth {
	if (value === null) return null;
	return typeof value === 'object' ? value.some(test) : test(value);
}

/** A literal as a property has it now, where it is an older word for one of the property's values. */
function inWordsOf<Row>({ formerly }: ScalarTerm<Row>, term: ScalarTerm<Row>): ScalarTerm<Row> {
	const { constant } = term;
	if (typeof constant !== 'string' || !Object.hasOwn(formerly, constant)) return term;
	const word = formerly[constant]!;
	return { ...term, constant: word, valueOf: () => word };
}

/** A list is unequal where none of its members is equal, so that `<>` is always NOT `=`. */
function compared<Row>(op: Comparison, a: ScalarTerm<Row>, b: ScalarTerm<Row>): Test<Row> {
	if (op === '<>') return not(compared('=', a, b));
	const relation = COMPARED[op];
	const { constant } = b;
	if (constant !== null) return (row) => holds(a.valueOf(row), (one) => relation(one, constant));
	return (row) => {
		const others = b.valueOf(row);
		if (others === null) return null;
		return holds(a.valueOf(row), (one) => holds(others, (other) => relation(one, other)) === true);
	};
}

const COMPARED: Readonly<Record<Exclude<Comparison, '<>'>, (a: Scalar, b: Scalar) => boolean>> = {
	'=': (a, b) => a === b,
	'<': (a, b) => a < b,
	'>': (a, b) => a > b,
	'<=': (a, b) => a <= b,
	'>=': (a, b) => a >= b
};

/** Days as text, an open beginning before and an open end after all of them. */
interface Span {
	start: string;
	end: string;
}

function spanOf({ from, to }: Interval): Span {
	return { start: from ?? '', end: to ?? '~' };
}

/** OGC 21-065r2, section 7.7, of days that include both ends. */
const TIMES: Readonly<Record<Exclude<TimeRelation, 't_disjoint'>, (a: Span, b: Span) => boolean>> = {
	t_after: (a, b) => a.start > b.end,
	t_before: (a, b) => a.end < b.start,
	t_contains: (a, b) => a.start < b.start && a.end > b.end,
	t_during: (a, b) => a.start > b.start && a.end < b.end,
	t_equals: (a, b) => a.start === b.start && a.end === b.end,
	t_finishedBy: (a, b) => a.start < b.start && a.end === b.end,
	t_finishes: (a, b) => a.start > b.start && a.end === b.end,
	t_intersects: (a, b) => a.start <= b.end && a.end >= b.start,
	t_meets: (a, b) => a.end === b.start,
	t_metBy: (a, b) => a.start === b.end,
	t_overlappedBy: (a, b) => a.start > b.start && a.start < b.end && a.end > b.end,
	t_overlaps: (a, b) => a.start < b.start && a.end > b.start && a.end < b.end,
	t_startedBy: (a, b) => a.start === b.start && a.end > b.end,
	t_starts: (a, b) => a.start === b.start && a.end < b.end
};

/** A value with its type as one text. */
function keyOf(type: string, value: unknown): string {
	return `${type} ${JSON.stringify(value)}`;
}

type Values = ReadonlySet<string>;

const LISTS: Readonly<Record<ListRelation, (a: Values, b: Values) => boolean>> = {
	a_equals: (a, b) => a.size === b.size && isSubset(a, b),
	a_contains: (a, b) => isSubset(b, a),
	a_containedBy: isSubset,
	a_overlaps: (a, b) => [...a].some((value) => b.has(value))
};

function isSubset(a: Values, b: Values): boolean {
	return [...a].every((value) => b.has(value));
}

function literal(type: ScalarTerm<never>['type'], constant: Scalar): ScalarTerm<unknown> {
	return { type, isList: false, formerly: {}, constant, valueOf: () => constant };
}

function literalGeometry(constant: Geometry): GeometryTerm<unknown> {
	const place = { geometry: constant, extent: extentOf(constant) };
	return { type: 'geometry', constant, valueOf: () => place };
}

/** A bounding box as a geometry: two polygons where it crosses the antimeridian (RFC 7946, section 3.1.9). */
function geometryOf(extent: Extent): Geometry {
	return { type: 'MultiPolygon', coordinates: eastward(extent).map((box) => [outlineOf(box)]) };
}

function mapped(
	value: Scalar | readonly Scalar[] | null,
	fold: (value: Scalar) => string
): string | readonly string[] | null {
	if (value === null) return null;
	return typeof value === 'object' ? value.map(fold) : fold(value);
}

/** By way of upper case, as ß and ss are the same without case, and so are the two small sigmas (Unicode, section 3.13). */
function withoutCase(value: Scalar): string {
	return String(value).toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

function withoutAccents(value: Scalar): string {
	return String(value).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** The smallest of the bounds that conditions set which all must be true. */
function boundsOf(filter: Filter): Extent | null {
	if (filter.op === 'and') {
		const bounds = filter.args.map(boundsOf).filter((extent) => extent !== null);
		return bounds.sort((a, b) => areaOf(a) - areaOf(b))[0] ?? null;
	}
	if (filter.op !== 's_intersects' || !filter.args.some(({ kind }) => kind === 'property')) return null;
	for (const operand of filter.args) {
		if (operand.kind === 'extent') return operand.value;
		if (operand.kind === 'geometry') return extentOf(operand.value);
	}
	return null;
}

/** In square degrees: only for telling the smaller of two. */
function areaOf([west, south, east, north]: Extent): number {
	return (east - west + (west > east ? 360 : 0)) * (north - south);
}
