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
import type { Column } from '$lib/formats/attributes';
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
type Scalars = Scalar | readonly Scalar[];
type Intervals = readonly Interval[];
type FeatureGeometry = Pick<PlacedFeature, 'geometry' | 'extent'>;

/** An operand made ready: the type of its values, and the values of a row; null is NULL. */
interface Term<Row, Value = Scalars | Intervals | FeatureGeometry> {
	/** Null where something is wrong with the operand, which has been noted: such a term fits everywhere, and is never asked. */
	type: keyof typeof WORDS | null;
	isList?: boolean;
	/** For its values, the names that they had. */
	formerly?: Column<Row>['formerly'];
	/** The value of every row, where it is a literal. */
	constant: Value | null;
	valueOf: (row: Row) => Value | null;
}

type ScalarTerm<Row> = Term<Row, Scalars>;

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

const WRONG: Term<unknown, never> = { type: null, constant: null, valueOf: () => null };

/** Makes tests of conditions, and notes what is wrong with them; where there is a problem, no test is run. */
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
			case 'isNull': {
				const { valueOf } = this.#term(filter.args[0]);
				return (row) => valueOf(row) === null;
			}
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
		const { valueOf } = this.#fitting(operand, this.#scalar(operand), 'boolean', (called) => {
			return `${called} is not true or false; a condition compares it with something, as by = or LIKE.`;
		});
		return (row) => holds(valueOf(row), (value) => value === true);
	}

	#comparison(op: Comparison, left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#scalar(left), this.#scalar(right)];
		this.#checkAlike(left, a, right, b);
		return compared(op, namedBy(a, [b.constant]), namedBy(b, [a.constant]));
	}

	#between(operand: Operand, lowest: Operand, highest: Operand): Test<Row> {
		const [value, low, high] = [this.#scalar(operand), this.#scalar(lowest), this.#scalar(highest)];
		this.#checkAlike(operand, value, lowest, low);
		this.#checkAlike(operand, value, highest, high);
		return all([compared('>=', value, low), compared('<=', value, high)]);
	}

	#isIn(operand: Operand, items: readonly Operand[]): Test<Row> {
		const value = this.#scalar(operand);
		const terms = items.map((item) => {
			const term = this.#scalar(item);
			this.#checkAlike(operand, value, item, term);
			return term;
		});
		const literals = new Set(terms.map(({ constant }) => constant));
		const others = terms.filter(({ constant }) => constant === null);
		const { valueOf } = namedBy(value, [...literals]);
		const isLiteral: Test<Row> = (row) => holds(valueOf(row), (one) => literals.has(one));
		return any([isLiteral, ...others.map((term) => compared('=', value, term))]);
	}

	#like(operand: Operand, patternOperand: Operand): Test<Row> {
		const [scalar, pattern] = [this.#scalar(operand), this.#scalar(patternOperand)];
		const value = this.#fitting(operand, scalar, 'text', (called) => `LIKE is asked of a text; ${called} is none.`);
		const { constant } = pattern;
		if (value.type && pattern.type && typeof constant !== 'string') {
			this.#wrong(patternOperand, 'the pattern of LIKE should be a literal text.');
		}
		const asked = String(constant);
		const { valueOf } = namedBy(value, [...(value.formerly ?? [])].flat(2));
		return (row) => holds(valueOf(row), (one) => like(String(one), asked));
	}

	#intersects(left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#place(left), this.#place(right)];
		const [literal, other] = a.constant ? [a, b] : [b, a];
		const intersectsLiteral = literal.constant?.geometry && intersecting(literal.constant.geometry);
		return (row) => {
			const [one, two] = [other.valueOf(row), literal.valueOf(row)];
			if (!one || !two?.geometry) return null;
			return (intersectsLiteral ?? intersecting(two.geometry))(one);
		};
	}

	#timeRelation(op: TimeRelation, left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#intervals(left), this.#intervals(right)];
		// Of several intervals any is enough; that none of them meets is what two times are that do not.
		const relation = TIMES[op === 't_disjoint' ? 't_intersects' : op];
		const test = (row: Row): Truth => {
			const [ones, others] = [a(row), b(row)];
			if (!ones || !others) return null;
			return ones.some((one) => others.some((other) => relation(spanOf(one), spanOf(other))));
		};
		return op === 't_disjoint' ? not(test) : test;
	}

	/** OGC 21-065r2, section 7.8: lists as sets of values, of any types; values of two types are never the same. */
	#listRelation(op: ListRelation, left: Operand, right: Operand): Test<Row> {
		const [a, b] = [this.#members(left, this.#literalsIn(right)), this.#members(right, this.#literalsIn(left))];
		const relation = LISTS[op];
		return (row) => {
			const [ones, others] = [a(row), b(row)];
			return ones && others ? relation(new Set(ones), new Set(others)) : null;
		};
	}

	/** The literals in a list, and in lists in it. */
	#literalsIn(operand: Operand): unknown[] {
		if (operand.kind !== 'list') return [this.#term(operand).constant];
		return operand.items.flatMap((item) => this.#literalsIn(item));
	}

	/**
	 * The values of a list, each as a text that no other value of any type has; null where one is not known. Those of a
	 * property go by the names that are `named`.
	 */
	#members(operand: Operand, named: readonly unknown[] = []): (row: Row) => readonly string[] | null {
		if (operand.kind === 'list') {
			const members = operand.items.map((item) => this.#member(item));
			return (row) => {
				const keys = members.map((member) => member(row));
				return keys.some((key) => key === null) ? null : (keys as string[]);
			};
		}
		const { type, isList, valueOf } = namedBy(this.#scalar(operand), named);
		if (type && !isList) this.#wrong(operand, `a list should stand here; ${called(operand, type)} is none.`);
		return (row) => (valueOf(row) as readonly Scalar[] | null)?.map((value) => keyOf(type, value)) ?? null;
	}

	/** A member of a list, of which one may be a list itself. */
	#member(operand: Operand): (row: Row) => string | null {
		if (operand.kind === 'list') {
			const members = this.#members(operand);
			return (row) => {
				const keys = members(row);
				return keys && keyOf('list', [...new Set(keys)].sort());
			};
		}
		const { type, valueOf } = this.#term(operand);
		return (row) => {
			const value = valueOf(row);
			return value === null ? null : keyOf(type, type === 'geometry' ? (value as FeatureGeometry).geometry : value);
		};
	}

	/** An operand made ready. */
	#term(operand: Operand): Term<Row> {
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
				return literal('geometry', { geometry: operand.value, extent: extentOf(operand.value) });
			case 'extent': {
				const geometry = geometryOf(operand.value);
				return literal('geometry', { geometry, extent: extentOf(geometry) });
			}
			case 'without': {
				const term = this.#fitting(operand.of, this.#scalar(operand.of), 'text', (called) => {
					return `${called} has no case and no accents; only a text has.`;
				});
				const fold = operand.what === 'case' ? withoutCase : withoutAccents;
				const { constant, formerly = [], valueOf } = term;
				return {
					...term,
					constant: mapped(constant, fold),
					formerly: new Map([...formerly].map(([value, names]) => [fold(value), names.map(fold)])),
					valueOf: (row) => mapped(valueOf(row), fold)
				};
			}
			case 'list':
				return this.#wrong(
					operand,
					'a list stands here; one value is compared with a list by IN, two lists by A_OVERLAPS.'
				);
		}
	}

	#property(at: number, name: string): Term<Row> {
		const queryable = this.#queryables.get(name);
		if (!queryable) {
			const names = [...this.#queryables.keys()].join(', ');
			return this.#wrong({ at }, `there is no property “${name.slice(0, 60)}”; there are ${names}.`, name);
		}
		switch (queryable.type) {
			case 'geometry':
				return {
					type: 'geometry',
					constant: null,
					valueOf: (row) => {
						const place = queryable.valueOf(row);
						return place.geometry && place;
					}
				};
			case 'interval':
				return {
					type: 'interval',
					constant: null,
					valueOf: (row) => {
						const intervals = queryable.valueOf(row);
						return intervals.length > 0 ? intervals : null;
					}
				};
			default:
				return {
					type: TYPES[queryable.type],
					isList: queryable.type === 'strings',
					formerly: queryable.formerly,
					constant: null,
					valueOf: (row) => queryable.valueOf(row)
				};
		}
	}

	#literalInterval(from: Bound, to: Bound): Term<Row> {
		const [first, last] = [this.#bound(from), this.#bound(to)];
		if (!first || !last) return WRONG;
		return {
			type: 'interval',
			constant: null,
			valueOf: (row) => {
				const [start, end] = [first(row), last(row)];
				// An end that is a property without a value is not known, and so neither is the interval.
				return start === undefined || end === undefined ? null : [{ from: start, to: end }];
			}
		};
	}

	/**
	 * The day that bounds an interval: null where it is open, undefined where a property has no value. Null in its place where
	 * something is wrong with the bound, which has been noted.
	 */
	#bound(bound: Bound): ((row: Row) => string | null | undefined) | null {
		if (bound === null) return () => null;
		const { type, valueOf } = this.#fitting(bound, this.#scalar(bound), 'day', (called) => {
			return `an interval is bounded by dates; ${called} is none.`;
		});
		return type && ((row) => (valueOf(row) ?? undefined) as string | undefined);
	}

	#scalar(operand: Operand): ScalarTerm<Row> {
		const term = this.#term(operand);
		const { type } = term;
		if (type !== 'geometry' && type !== 'interval') return term as ScalarTerm<Row>;
		const remedy = `${WORDS[type]} is asked for by ${type === 'geometry' ? 'S_INTERSECTS' : 'T_INTERSECTS'}`;
		return this.#wrong(operand, `${called(operand, type)} stands here; ${remedy}.`);
	}

	#place(operand: Operand): Term<Row, FeatureGeometry> {
		const term = this.#term(operand) as Term<Row, FeatureGeometry>;
		return this.#fitting(operand, term, 'geometry', (called) => {
			return `S_INTERSECTS is asked of geometries; ${called} is none.`;
		});
	}

	#intervals(operand: Operand): (row: Row) => Intervals | null {
		const { type, valueOf } = this.#term(operand);
		if (type === 'day') {
			return (row) => {
				const day = valueOf(row);
				return typeof day === 'string' ? [{ from: day, to: day }] : null;
			};
		}
		if (type && type !== 'interval') {
			this.#wrong(operand, `a date or an interval should stand here; ${called(operand, type)} is neither.`);
		}
		return valueOf as (row: Row) => Intervals | null;
	}

	/** A term where it is of a type; where it is not, that is noted. */
	#fitting<Value>(
		operand: Operand,
		term: Term<Row, Value>,
		type: keyof typeof WORDS,
		sentence: (called: string) => string
	): Term<Row, Value> {
		if (term.type === null || term.type === type) return term;
		return this.#wrong(operand, sentence(called(operand, term.type)));
	}

	/** Notes where two values may not be compared. */
	#checkAlike(left: Operand, { type: a }: ScalarTerm<Row>, right: Operand, { type: b }: ScalarTerm<Row>): void {
		if (a === b || a === null || b === null) return;
		const remedy = [a, b].sort().join() === 'day,text' ? "; a day is written DATE('2024-12-08')" : '';
		this.#wrong(right, `${called(left, a)} cannot be compared with ${called(right, b)}${remedy}.`);
	}

	/** Notes a problem, once: a value of IN or BETWEEN takes part in several comparisons. */
	#wrong({ at }: { at: number }, sentence: string, value = ''): typeof WRONG {
		const problem = filterProblem(at, value, sentence);
		if (!this.problems.some(({ detail }) => detail === problem.detail)) this.problems.push(problem);
		return WRONG;
	}
}

function called(operand: Operand, type: keyof typeof WORDS): string {
	return operand.kind === 'property' ? `“${operand.name}” (${WORDS[type]})` : WORDS[type];
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
function holds(value: Scalars | null, test: (value: Scalar) => boolean): Truth {
	if (value === null) return null;
	return typeof value === 'object' ? value.some(test) : test(value);
}

/** A term whose values go by those of their names, the former ones among them, that are `named`; by itself where none is. */
function namedBy<Row>(term: ScalarTerm<Row>, named: readonly unknown[]): ScalarTerm<Row> {
	const { formerly, valueOf } = term;
	const names = new Map(
		[...(formerly ?? [])].flatMap(([value, former]) => {
			const used = [value, ...former].filter((name) => named.includes(name));
			return used.length > 0 ? [[value, used] as const] : [];
		})
	);
	if (names.size === 0) return term;
	return {
		...term,
		valueOf: (row) => {
			const value = valueOf(row);
			return value === null ? null : [value].flat().flatMap((one: Scalar) => names.get(String(one)) ?? [one]);
		}
	};
}

/** A list is unequal where none of its members is equal, so that `<>` is always NOT `=`. */
function compared<Row>(op: Comparison, a: ScalarTerm<Row>, b: ScalarTerm<Row>): Test<Row> {
	if (op === '<>') return not(compared('=', a, b));
	const relation = COMPARED[op];
	const { constant } = b;
	if (constant !== null) return (row) => holds(a.valueOf(row), (one) => relation(one, constant as Scalar));
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
function keyOf(type: string | null, value: unknown): string {
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

function literal<Value>(type: keyof typeof WORDS, constant: Value): Term<unknown, Value> {
	return { type, constant, valueOf: () => constant };
}

/** A bounding box as a geometry: two polygons where it crosses the antimeridian (RFC 7946, section 3.1.9). */
function geometryOf(extent: Extent): Geometry {
	return { type: 'MultiPolygon', coordinates: eastward(extent).map((box) => [outlineOf(box)]) };
}

function mapped(value: Scalars | null, fold: (value: Scalar) => string): Scalars | null {
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
