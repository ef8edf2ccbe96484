import type { Geometry } from 'geojson';
import { COORDINATE_DEPTHS, isCoordinateType } from '$lib/domain/geometry';
import {
	type Bound,
	COMPARISONS,
	type Filter,
	LIST_RELATIONS,
	type ListOperand,
	type Operand,
	TIME_RELATIONS
} from './filter-tree';
import {
	type Budget,
	dayOfBound,
	dayOfDate,
	dayOfTimestamp,
	extentFrom,
	fail,
	intervalBetween,
	type Nested,
	NO_ARITHMETIC,
	type ParsedFilter,
	readFilter,
	soundGeometry
} from './cql2-parts';
import { type LocatedValue, readLocatedJson } from './located-json';

/** How long the text may be, and how deep its brackets; a condition within another takes two of them. */
const LIMITS = { characters: 20_000, depth: 64 };

/** A filter from CQL2 JSON (OGC 21-065r2, section 9 and its schema), or where and why it is none. */
export function parseCql2Json(text: string): ParsedFilter {
	return readFilter(text, LIMITS, (budget) => conditionFrom(readLocatedJson(text, budget), budget));
}

type Reader = typeof conditionFrom | typeof operandFrom;

/** What reads each argument of an operator that takes a fixed number of them. */
const SIGNATURES = {
	not: [conditionFrom],
	like: [operandFrom, operandFrom],
	between: [operandFrom, operandFrom, operandFrom],
	in: [operandFrom, listFrom],
	isNull: [operandFrom],
	s_intersects: [operandFrom, operandFrom],
	...ofTwoOperands(COMPARISONS),
	...ofTwoOperands(TIME_RELATIONS),
	...ofTwoOperands(LIST_RELATIONS)
} satisfies Record<Exclude<Filter['op'], 'is' | 'and' | 'or'>, readonly Reader[]>;

function ofTwoOperands<Op extends string>(ops: readonly Op[]): Record<Op, Reader[]> {
	return Object.fromEntries(ops.map((op) => [op, [operandFrom, operandFrom]])) as Record<Op, Reader[]>;
}

/** By their names in lower case: older clients write t_finishedby. */
const OPERATORS = new Map(Object.entries(SIGNATURES).map(([op, readers]) => [op.toLowerCase(), { op, readers }]));

const VALUE = 'a property, a number, a text, true, false, a date or a geometry';

/** The reader of JSON has kept the depth of what this recurses into. */
function conditionFrom(placed: LocatedValue, budget: Budget): Filter {
	const { at, value } = placed;
	budget.part(at);
	if (typeof value === 'boolean') return { op: 'is', args: [{ kind: 'boolean', at, value }] };
	const members = objectOf(placed, 'a condition (an object with op and args)');
	if (members.has('property')) return { op: 'is', args: [operandFrom(placed, budget)] };
	const { op, args } = callFrom(placed, members);
	const name = op.toLowerCase();
	if (name === 'and' || name === 'or') {
		if (args.length < 2) fail(at, op, `${op} should have at least two args.`);
		return { op: name, args: args.map((arg) => conditionFrom(arg, budget)) };
	}
	const operator = OPERATORS.get(name);
	if (!operator) {
		const known = ['and', 'or', ...Object.keys(SIGNATURES)].join(', ');
		return fail(at, op, `there is no op “${op.slice(0, 60)}” here; there are ${known}.`);
	}
	const { readers } = operator;
	const read = exactly(readers.length, placed, op, args).map((arg, index) => readers[index]?.(arg, budget));
	return { op: operator.op, args: read } as unknown as Filter;
}

function operandFrom(placed: LocatedValue, budget: Budget): Operand {
	const { at, value } = placed;
	budget.part(at);
	if (typeof value === 'string') return { kind: 'text', at, value };
	if (typeof value === 'number') return { kind: 'number', at, value };
	if (typeof value === 'boolean') return { kind: 'boolean', at, value };
	if (Array.isArray(value)) return listFrom(placed, budget);
	const members = objectOf(placed, VALUE);
	const [date, timestamp] = [members.get('date'), members.get('timestamp')];
	const [property, interval] = [members.get('property'), members.get('interval')];
	if (date ?? timestamp ?? property ?? interval) refuseBeside(members);
	if (date) return { kind: 'instant', at, day: dayOfDate(date.at, textOf(date)) };
	if (timestamp) return { kind: 'instant', at, day: dayOfTimestamp(timestamp.at, textOf(timestamp)) };
	if (property) return { kind: 'property', at, name: textOf(property) };
	if (interval) return intervalFrom(placed, interval, budget);
	// Geometries may have a bbox of their own (RFC 7946, section 5), so their type comes first.
	if (members.has('type')) return { kind: 'geometry', at, value: geometryFrom(placed, budget) };
	const bbox = members.get('bbox');
	if (bbox) return { kind: 'extent', at, value: extentFrom(bbox.at, itemsOf(bbox).map(numberOf)) };
	if (!members.has('op')) fail(at, '', `an object stands here that is not ${VALUE}.`);
	const { op, args } = callFrom(placed, members);
	const name = op.toLowerCase();
	if (/^([-+*/^%]|div|mod)$/.test(name)) fail(at, op, NO_ARITHMETIC);
	if (name !== 'casei' && name !== 'accenti') {
		fail(at, op, `“${op.slice(0, 60)}” cannot stand here; of the functions, only casei and accenti give a value.`);
	}
	const of = operandFrom(exactly(1, placed, op, args)[0], budget);
	return { kind: 'without', at, what: name === 'casei' ? 'case' : 'accents', of };
}

function listFrom(placed: LocatedValue, budget: Budget): ListOperand {
	return { kind: 'list', at: placed.at, items: itemsOf(placed).map((item) => operandFrom(item, budget)) };
}

function intervalFrom({ at }: LocatedValue, interval: LocatedValue, budget: Budget): Operand {
	const bound = (placed: LocatedValue): Bound => {
		budget.part(placed.at);
		if (placed.value instanceof Map) {
			const property = objectOf(placed, 'a property').get('property');
			if (!property)
				return fail(placed.at, '', 'an end of an interval should be a date, a timestamp, ".." or a property.');
			return { kind: 'property', at: placed.at, name: textOf(property) };
		}
		const day = dayOfBound(placed.at, textOf(placed));
		return day === null ? null : { kind: 'instant', at: placed.at, day };
	};
	const [from = null, to = null] = exactly(2, interval, 'interval', itemsOf(interval)).map(bound);
	return intervalBetween(at, from, to);
}

function geometryFrom(placed: LocatedValue, budget: Budget): Geometry {
	const members = objectOf(placed, 'a geometry');
	const typed = members.get('type') ?? fail(placed.at, '', 'a geometry should have a type.');
	const type = textOf(typed);
	const need = (name: string) =>
		members.get(name) ?? fail(placed.at, type, `a geometry of this type should have ${name}.`);
	if (type === 'GeometryCollection') {
		const geometries = itemsOf(need('geometries')).map((part) => geometryFrom(part, budget));
		return soundGeometry(placed.at, { type, geometries });
	}
	if (!isCoordinateType(type)) {
		return fail(typed.at, type, `“${type.slice(0, 60)}” is no type of a geometry (RFC 7946, section 3.1).`);
	}
	const nested = (item: LocatedValue, depth: number): Nested =>
		depth === 0
			? budget.position(item.at, itemsOf(item).map(numberOf))
			: itemsOf(item).map((part) => nested(part, depth - 1));
	const coordinates = nested(need('coordinates'), COORDINATE_DEPTHS[type]);
	return soundGeometry(placed.at, { type, coordinates } as Geometry);
}

function callFrom({ at }: LocatedValue, members: ReadonlyMap<string, LocatedValue>) {
	const [op, args] = [members.get('op'), members.get('args')];
	if (!op) return fail(at, '', 'an object stands here that has no op.');
	if (!args) return fail(at, textOf(op), `${textOf(op).slice(0, 60)} should have args.`);
	return { op: textOf(op), args: itemsOf(args) };
}

/** Refuses what stands beside the one member that an object should have: it would be dropped without a word. */
function refuseBeside(members: ReadonlyMap<string, LocatedValue>): void {
	const [first = '', other] = members.keys();
	const beside = members.get(other ?? '');
	if (other !== undefined && beside) fail(beside.at, other, `“${other.slice(0, 60)}” cannot stand beside “${first}”.`);
}

function exactly(
	count: number,
	{ at }: LocatedValue,
	op: string,
	args: readonly LocatedValue[]
): [LocatedValue, ...LocatedValue[]] {
	if (args.length === count) return args as [LocatedValue, ...LocatedValue[]];
	return fail(at, op, `${op} should have ${['no', 'one', 'two', 'three'][count]} args, not ${args.length}.`);
}

function objectOf({ at, value }: LocatedValue, what: string): ReadonlyMap<string, LocatedValue> {
	return value instanceof Map
		? (value as ReadonlyMap<string, LocatedValue>)
		: fail(at, '', `${what} should stand here.`);
}

function itemsOf({ at, value }: LocatedValue): readonly LocatedValue[] {
	return Array.isArray(value) ? (value as readonly LocatedValue[]) : fail(at, '', 'a list should stand here.');
}

function textOf({ at, value }: LocatedValue): string {
	return typeof value === 'string' ? value : fail(at, '', 'a text in double quotes should stand here.');
}

function numberOf({ at, value }: LocatedValue): number {
	return typeof value === 'number' ? value : fail(at, '', 'a number should stand here.');
}
