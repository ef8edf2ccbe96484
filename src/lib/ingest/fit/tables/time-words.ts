import { wordSet } from './word-set';
import { table } from './word-table';

export type Side = 'before' | 'after' | 'since' | 'until';
export type Part = 'early' | 'middle' | 'late';

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

/** The length of a time by its word, of one or of several; nothing for any other word. */
export function spanOf(word: string): number | undefined {
	return SPANS[word] ?? SPANS[word === 'centuries' ? 'century' : word.replace(/s$/, '')];
}

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

/** Which time a word points to, by steps from that of the speaker. */
export const POINTERS = table<number>({ last: -1, past: -1, previous: -1, this: 0, current: 0, next: 1, coming: 1 });

/** Seasons and parts of the day, by words that mean nothing else. */
export const TIMES = wordSet('summer winter autumn morning afternoon evening dawn dusk noon midday midnight');
