import { daysOf, type Interval } from '$lib/domain/interval';

/** The names that a first and a last day go by, in small letters and without what parts their words. */
const PAIRS = [
	['begin', 'end'],
	['start', 'end'],
	['from', 'to'],
	['startdate', 'enddate'],
	['begindate', 'enddate'],
	['starttime', 'endtime'],
	['datefrom', 'dateto']
] as const;

/** The names that one date goes by. */
const SINGLES = ['date', 'when', 'time', 'datetime', 'timestamp', 'eventdate', 'day', 'year'] as const;

/** The days of a feature and the properties that they were taken from; or a value that should be a date and cannot be read. */
export type Dated = { when: Interval; from: string } | { unread: string; from: string };

/**
 * The days that a feature is about, from the properties that usually say so; null where there is none. Days are taken as they
 * are written: an instant is of the day that it names, in whatever time zone.
 */
export function datesOf(properties: Readonly<Record<string, unknown>>): Dated | null {
	const named = new Map<string, [name: string, value: unknown]>();
	for (const [name, value] of Object.entries(properties)) {
		if (value === null || value === undefined || value === '') continue;
		const plain = name.toLowerCase().replaceAll(/[\s_:-]/g, '');
		if (!named.has(plain)) named.set(plain, [name, value]);
	}
	let unread: Dated | null = null;
	for (const [begin, end] of PAIRS) {
		const pair = [named.get(begin), named.get(end)].filter((found) => found !== undefined);
		// “to” alone says nothing of time; KML writes a time span without its beginning as “end”.
		if (pair.length === 0 || (!named.has(begin) && begin !== 'begin')) continue;
		const [first, last] = [intervalOf(named.get(begin)?.[1]), intervalOf(named.get(end)?.[1])];
		const from = pair.map(([name]) => name).join(', ');
		if (first === null && last === null) continue;
		const when = { from: first?.from ?? null, to: named.has(end) ? (last?.to ?? null) : null };
		const isWhole = pair.every(([, value]) => intervalOf(value) !== null);
		if (isWhole && (when.from === null || when.to === null || when.from <= when.to)) return { when, from };
		unread ??= { unread: pair.map(([, value]) => written(value)).join(' – '), from };
	}
	for (const single of SINGLES) {
		const found = named.get(single);
		if (!found) continue;
		const [from, value] = found;
		const when = intervalOf(value);
		if (when) return { when, from };
		unread ??= { unread: written(value), from };
	}
	return unread;
}

function written(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The days of a value: a year, a month, a day, an instant (ISO 8601), or two of these with a slash between them. */
function intervalOf(value: unknown): Interval | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	const [first = '', last, ...more] = text.split('/');
	if (last === undefined) {
		const days = daysIn(text);
		return days && { from: days.first, to: days.last };
	}
	if (more.length > 0) return null;
	const [from, to] = [daysIn(first), daysIn(last)];
	if ((!from && !isOpen(first)) || (!to && !isOpen(last)) || (!from && !to)) return null;
	return { from: from?.first ?? null, to: to?.last ?? null };
}

function isOpen(text: string): boolean {
	return text === '' || text === '..';
}

function daysIn(text: string): ReturnType<typeof daysOf> {
	const [, day] = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:(?<=-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*|Z)?$/.exec(text) ?? [];
	return day === undefined ? null : daysOf(day);
}
