import type { Geometry } from 'geojson';
import type { Extent } from '$lib/domain/extent';

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** How two times may lie to each other, in the names of CQL2 JSON; CQL2 text writes them in any case. */
export const TIME_RELATIONS = [
	't_after',
	't_before',
	't_contains',
	't_disjoint',
	't_during',
	't_equals',
	't_finishedBy',
	't_finishes',
	't_intersects',
	't_meets',
	't_metBy',
	't_overlappedBy',
	't_overlaps',
	't_startedBy',
	't_starts'
] as const;
export type TimeRelation = (typeof TIME_RELATIONS)[number];

/** How two lists may lie to each other. */
export const LIST_RELATIONS = ['a_equals', 'a_contains', 'a_containedBy', 'a_overlaps'] as const;
export type ListRelation = (typeof LIST_RELATIONS)[number];

/**
 * A condition of CQL2 (OGC 21-065r2), as its text and its JSON both mean it. Plain values: what asks for the same is
 * equal but for the places. `NOT LIKE`, `NOT IN`, `IS NOT NULL` and the like are `not` around the positive one.
 */
export type Filter =
	| { op: 'and' | 'or'; args: readonly Filter[] }
	| { op: 'not'; args: readonly [Filter] }
	/** A truth value alone: a boolean literal or a boolean property. */
	| { op: 'is'; args: readonly [Operand] }
	| { op: 'like'; args: readonly [value: Operand, pattern: Operand] }
	| { op: 'between'; args: readonly [value: Operand, lowest: Operand, highest: Operand] }
	| { op: 'in'; args: readonly [value: Operand, list: ListOperand] }
	| { op: 'isNull'; args: readonly [Operand] }
	| { op: Comparison | 's_intersects' | TimeRelation | ListRelation; args: readonly [Operand, Operand] };

/** What a condition is about. */
export type Operand =
	| PropertyOperand
	| InstantOperand
	| ListOperand
	| { kind: 'text'; at: TextOffset; value: string }
	| { kind: 'number'; at: TextOffset; value: number }
	| { kind: 'boolean'; at: TextOffset; value: boolean }
	| { kind: 'interval'; at: TextOffset; from: Bound; to: Bound }
	| { kind: 'geometry'; at: TextOffset; value: Geometry }
	| { kind: 'extent'; at: TextOffset; value: Extent }
	/** CASEI and ACCENTI: a text compared as if it had no case, or no accents. */
	| { kind: 'without'; at: TextOffset; what: 'case' | 'accents'; of: Operand };

export interface PropertyOperand {
	kind: 'property';
	at: TextOffset;
	name: string;
}

/** A day; the day in UTC of a moment. */
export interface InstantOperand {
	kind: 'instant';
	at: TextOffset;
	day: string;
}

export interface ListOperand {
	kind: 'list';
	at: TextOffset;
	items: readonly Operand[];
}

/** An end of an interval; null is open. */
export type Bound = PropertyOperand | InstantOperand | null;

/** Where something begins in the text that a filter was read from: its character, counted from 1. */
export type TextOffset = number;

/** What is wrong with a filter, in a sentence that names the place. */
export interface FilterProblem {
	parameter: 'filter';
	/** The part that is wrong, or nothing where there is none. */
	value: string;
	detail: string;
}

/** The problem of what stands at a place: `sentence` begins in lower case and ends with a full stop. */
export function filterProblem(at: TextOffset, value: string, sentence: string): FilterProblem {
	const clipped = value.length > 60 ? `${value.slice(0, 60)}…` : value;
	return { parameter: 'filter', value: clipped, detail: `filter, character ${at}: ${sentence}` };
}
