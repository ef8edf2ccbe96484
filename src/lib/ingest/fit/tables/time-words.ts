import { wordSet } from './word-set';
import { table } from './word-table';

export type Side = 'before' | 'after' | 'since' | 'until';
export type Part = 'early' | 'middle' | 'late';
export type Pointer = 'past' | 'present' | 'coming';

/** Lengths of time, in days. */
export const SPANS = table<number>({
	second: 1 / 86_400,
	minute: 1 / 1440,
	hour: 1 / 24,
	day: 1,
	night: 1,
	weekend: 2,
	week: 7,
	fortnight: 14,
	month: 30.4375,
	quarter: 91.3125,
	year: 365.25,
	decade: 3652.5,
	century: 36_525
});

/** Which side of a time something lies on, by the word before that time. */
export const SIDES = table<Side>({
	before: 'before',
	'prior to': 'before',
	'ahead of': 'before',
	preceding: 'before',
	until: 'until',
	till: 'until',
	'up to': 'until',
	by: 'until',
	after: 'after',
	following: 'after',
	upon: 'after',
	since: 'since',
	'ever since': 'since'
});

/** Sides that agree with each other. */
export const SAME_SIDE: Readonly<Record<Side, readonly Side[]>> = {
	before: ['before', 'until'],
	until: ['before', 'until'],
	after: ['after', 'since'],
	since: ['after', 'since']
};

/** Which part of a time is meant. */
export const PARTS = table<Part>({
	early: 'early',
	'the start of': 'early',
	'the beginning of': 'early',
	'the outset of': 'early',
	mid: 'middle',
	'the middle of': 'middle',
	late: 'late',
	'the end of': 'late'
});

/** Which time from the speaker's a word points to. */
export const POINTERS = table<Pointer>({
	last: 'past',
	past: 'past',
	previous: 'past',
	this: 'present',
	current: 'present',
	next: 'coming',
	coming: 'coming'
});

/** Seasons and parts of the day, by words that mean nothing else. */
export const TIMES: ReadonlySet<string> = wordSet(
	'summer winter autumn morning afternoon evening dawn dusk noon midday midnight'
);
