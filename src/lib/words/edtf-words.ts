import { type EdtfInterval, type EdtfRange, type EdtfSet, readEdtf } from '$lib/domain/edtf';
import type { EdtfDate } from '$lib/domain/edtf-date';
import { type DateWords, oneDateWords, withNotes } from './edtf-date-words';

type Length = 'short' | 'long';

/**
 * An EDTF date (ISO 8601-2, levels 0 to 2) in words: `2024-12-09` is "9 Dec 2024", `2018/2019` "2018 to 2019", `2025-03~`
 * "about Mar 2025", `2024-12-13/..` "13 Dec 2024 or later", `[2024-12-13..2024-12-15]` "one of 13 to 15 Dec 2024". Text
 * that is no such date is given back as it stands.
 */
export function dateWords(edtf: string, length: Length = 'short'): string {
	const date = readEdtf(edtf);
	if ('wrong' in date) return edtf;
	switch (date.kind) {
		case 'date':
			return whole(date, length);
		case 'interval':
			return intervalWords(date, length);
		case 'set':
			return setWords(date, length);
	}
}

function whole(date: EdtfDate, length: Length): string {
	return withNotes(oneDateWords(date, length));
}

function intervalWords({ from, to }: EdtfInterval, length: Length): string {
	const words = (date: EdtfDate) => whole(date, length);
	if (typeof from === 'object') {
		if (typeof to === 'object') return `${words(from)} to ${words(to)}`;
		return to === 'open' ? `${words(from)} or later` : `from ${words(from)}, end unknown`;
	}
	if (typeof to === 'string') return 'any time';
	return from === 'open' ? `${words(to)} or earlier` : `until ${words(to)}, beginning unknown`;
}

function setWords(set: EdtfSet, length: Length): string {
	const { all, earlier, later, members } = set;
	const shared = earlier || later ? null : sharedWords(set, length);
	if (shared !== null) return shared;
	const words = membersWords(set, (date) => whole(date, length));
	const beyond = (at: number, way: 'earlier' | 'later') => {
		const member = members[at];
		if (all) words[at] = `${words[at]} and all ${way === 'earlier' ? 'before' : 'after'}`;
		else words[at] = `${member?.kind === 'date' && member.day ? 'on' : 'in'} ${words[at]} or ${way}`;
	};
	if (earlier) beyond(0, 'earlier');
	if (later) beyond(members.length - 1, 'later');
	// The comma keeps "2018 or earlier, or 2020" apart from three alternatives.
	return listed(words, all, earlier || later ? ', ' : ' ');
}

/** The words of each member, of a range between those of its ends. */
function membersWords({ members, all }: EdtfSet, words: (date: EdtfDate) => string): string[] {
	return members.map((member) => (member.kind === 'range' ? rangeWords(member, all, words) : words(member)));
}

/** "13, 14 or 15 Dec 2024": the words of members that end alike, with that end said once; null where they do not. */
function sharedWords(set: EdtfSet, length: Length): string | null {
	const dates = set.members.flatMap((member) => (member.kind === 'range' ? [member.from, member.to] : [member]));
	const [first, ...others] = dates.map((date) => oneDateWords(date, length));
	if (!first || first.end === '' || [first, ...others].some((words) => !isPlain(words))) return null;
	if (others.some(({ end, exactness }) => end !== first.end || exactness !== first.exactness)) return null;
	const words = membersWords(set, (date) => oneDateWords(date, length).beginning);
	return `${listed(words, set.all)} ${first.end}`;
}

function isPlain({ prefix, notes }: DateWords): boolean {
	return prefix === '' && notes.length === 0;
}

/** "one of 13 to 15 Dec 2024"; ends of different exactness, as in `[2022..2024-12-09]`, are none of which one is. */
function rangeWords({ from, to }: EdtfRange, all: boolean, words: (date: EdtfDate) => string): string {
	const alike = (from.day === null) === (to.day === null) && (from.month === null) === (to.month === null);
	const whole = `${words(from)} to ${words(to)}`;
	if (all) return `all of ${whole}`;
	return alike ? `one of ${whole}` : `some time from ${whole}`;
}

/** "13, 14 or 15"; "13, 14 and 15" where all are meant; `gap` stands before the last of them. */
function listed(words: readonly string[], all: boolean, gap = ' '): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')}${gap}${all ? 'and' : 'or'} ${last}`;
}
