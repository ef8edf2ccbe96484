import { type EdtfDate, type NoDate, NOT_EDTF, readDate } from './edtf-date';
import { daysOf, hullOf, type Interval } from './interval';

/** A period from one date to another; an end is open (`..`) or not known (nothing is written). */
export interface EdtfInterval {
	kind: 'interval';
	from: EdtfDate | 'open' | 'unknown';
	to: EdtfDate | 'open' | 'unknown';
}

/** Dates from one to another, each of them a member of a set. */
export interface EdtfRange {
	kind: 'range';
	from: EdtfDate;
	to: EdtfDate;
}

/** Several dates, of which one is meant (`[…]`) or all are (`{…}`). */
export interface EdtfSet {
	kind: 'set';
	all: boolean;
	members: readonly (EdtfDate | EdtfRange)[];
	/** True where the first member, or any date before it, is meant; and the last, or any after it. */
	earlier: boolean;
	later: boolean;
}

/**
 * Reads a date, an interval or a set of EDTF (ISO 8601-2, levels 0 to 2), or says what is wrong with it. It is read here and
 * not by the package `edtf`, which takes a set for its first member and seasons for quarters, and keeps no significant digits.
 */
export function readEdtf(text: string): EdtfDate | EdtfInterval | EdtfSet | NoDate {
	const [open, close] = [text.at(0), text.at(-1)];
	if ((open === '[' && close === ']') || (open === '{' && close === '}'))
		return readSet(text.slice(1, -1), open === '{');
	const ends = text.split('/');
	if (ends.length > 2) return { wrong: NOT_EDTF };
	const [first = '', second] = ends;
	if (second === undefined) return readDate(first);
	if (/[[\]{}]/.test(text)) return { wrong: 'it has a set as an end of an interval' };
	const [from, to] = [readEnd(first), readEnd(second)];
	if (isWrong(from)) return from;
	if (isWrong(to)) return to;
	if (typeof from === 'object' && typeof to === 'object' && from.first > to.last) return { wrong: BACKWARDS };
	return { kind: 'interval', from, to };
}

/**
 * The days that an EDTF date (ISO 8601-2, levels 0 to 2) can cover, both ends included, or a sentence's end that says why
 * it covers none. An open or unknown end of an interval is null. A set covers from the earliest day of its members to the
 * latest. Where one of a set is meant and that may be earlier or later than any member, the days are those of its members:
 * the others are not known, and would fall into every window. Clock times and years beyond 0000 to 9999 are refused.
 */
export function intervalOf(text: string): Interval | NoDate {
	const plain = daysOf(text);
	if (plain) return { from: plain.first, to: plain.last };
	const earlier = remembered.get(text);
	if (earlier !== undefined) return earlier;
	if (remembered.size === MAX_REMEMBERED) remembered.clear();
	const interval = Object.freeze(workOut(text));
	remembered.set(text, interval);
	return interval;
}

/** Few dates are said of many claims or features, and one of a thousand possible years takes a third of a millisecond. */
const MAX_REMEMBERED = 10_000;
const remembered = new Map<string, Interval | NoDate>();

function workOut(text: string): Interval | NoDate {
	const edtf = readEdtf(text);
	if (isWrong(edtf)) return edtf;
	const interval = daysOfEdtf(edtf);
	return interval.from === null && interval.to === null ? { wrong: OPEN } : interval;
}

function daysOfEdtf(edtf: EdtfDate | EdtfInterval | EdtfSet): Interval {
	switch (edtf.kind) {
		case 'date':
			return { from: edtf.first, to: edtf.last };
		case 'interval': {
			const { from, to } = edtf;
			return { from: typeof from === 'object' ? from.first : null, to: typeof to === 'object' ? to.last : null };
		}
		case 'set': {
			const { all, members, earlier, later } = edtf;
			const dates = members.flatMap((member) => (member.kind === 'range' ? [member.from, member.to] : [member]));
			const { from, to } = hullOf(dates.map(({ first, last }) => ({ from: first, to: last })));
			return { from: all && earlier ? null : from, to: all && later ? null : to };
		}
	}
}

const BACKWARDS = 'it ends before it begins';
const OPEN = 'it is open at both ends';

function readEnd(text: string): EdtfDate | 'open' | 'unknown' | NoDate {
	if (text === '') return 'unknown';
	return text === '..' ? 'open' : readDate(text);
}

function readSet(text: string, all: boolean): EdtfSet | NoDate {
	if (text.trim() === '') return { wrong: 'it is a set without members' };
	const written = text.trim().split(/, */);
	const [first = '', last = ''] = [written[0], written.at(-1)];
	const [earlier, later] = [first.startsWith('..'), last.endsWith('..')];
	if (earlier && later) return { wrong: OPEN };
	if (earlier) written[0] = first.slice(2);
	if (later) written[written.length - 1] = last.slice(0, -2);
	const members: (EdtfDate | EdtfRange)[] = [];
	for (const [index, one] of written.entries()) {
		const opens = (earlier && index === 0) || (later && index === written.length - 1);
		const member = opens ? readDate(one) : readMember(one);
		if (isWrong(member)) return member;
		members.push(member);
	}
	return { kind: 'set', all, members, earlier, later };
}

function readMember(text: string): EdtfDate | EdtfRange | NoDate {
	const ends = text.split('..');
	const [from, to] = ends.map(readDate);
	if (!from || ends.length > 2) return { wrong: NOT_EDTF };
	if (isWrong(from) || !to) return from;
	if (isWrong(to)) return to;
	return from.first > to.last ? { wrong: BACKWARDS } : { kind: 'range', from, to };
}

function isWrong(found: object | string): found is NoDate {
	return typeof found === 'object' && 'wrong' in found;
}
