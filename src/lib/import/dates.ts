import { intervalOf as edtfIntervalOf } from '$lib/domain/edtf';
import { daysOf, type Interval } from '$lib/domain/interval';
import type { OwnChoice, OwnDates } from '$lib/domain/own-feature';
import type { Draft } from './draft';
import { type Issues, quoted } from './issues';

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
type Dated = { when: Interval; from: string } | { unread: string; from: string };

/**
 * The days that a feature is about, from the properties that usually say so; null where there is none. Days are taken as they
 * are written: an instant is of the day that it names, in whatever time zone.
 */
function dated(properties: Readonly<Record<string, unknown>>): Dated | null {
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

/** The longest text that is taken for a date. */
const LONGEST = 100;

/**
 * What every EDTF date in the years 0000 to 9999 looks like, and few other texts do. The grammar takes a fifth of a
 * millisecond for each text, and a file may have a hundred thousand that are something else.
 */
const LIKE_EDTF = /^(?!.*\d{5})[[{]?(?:\.\.)?\/?[?~%]?[\dX]{4}(?:[-\dXS?~%/,[\]{}]|\.\.)*$/;

/** A day, with the time of day that makes an instant of it, or anything with the Z of a time zone (ISO 8601, XML Schema). */
const WITH_CLOCK = /^(?:(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*|(\d{4}(?:-\d{2}){0,2})Z)$/;

/**
 * The days of a value: an EDTF date (ISO 8601-2) as the atlas's own files write it, in which an instant may stand for its
 * day; null for anything else.
 */
function intervalOf(value: unknown): Interval | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const ends = String(value)
		.trim()
		.slice(0, LONGEST + 1)
		.split('/')
		.map(withoutClock);
	const days = ends.map(daysOf);
	const [first, last] = [days[0], days.at(-1)];
	if (ends.length <= 2 && first && last) return first.first <= last.last ? { from: first.first, to: last.last } : null;
	const text = ends.join('/');
	if (text.length > LONGEST || !LIKE_EDTF.test(text)) return null;
	const interval = edtfIntervalOf(text);
	return 'wrong' in interval ? null : interval;
}

/** An instant as the day that it names, in whatever time zone; any other text as it is. */
function withoutClock(text: string): string {
	const [, day, zoned] = WITH_CLOCK.exec(text) ?? [];
	return day ?? zoned ?? text;
}

/** The days of features, and the columns that they were taken from; what cannot be read goes to `issues`. */
export function datesOf(
	drafts: readonly Draft[],
	_names: readonly string[],
	issues: Issues,
	_choice: OwnChoice
): { days: (Interval | null)[]; taken: string[]; dates: OwnDates | null } {
	const from = new Map<string, number>();
	const unread = new Map<string, { value: string; count: number }>();
	const days = drafts.map(({ properties }) => {
		const found = dated(properties);
		if (found && 'when' in found) {
			from.set(found.from, (from.get(found.from) ?? 0) + 1);
			return found.when;
		}
		if (found) {
			const earlier = unread.get(found.from);
			unread.set(found.from, { value: earlier?.value ?? found.unread, count: (earlier?.count ?? 0) + 1 });
		}
		return null;
	});
	for (const [name, { value, count }] of unread) {
		const features = count === 1 ? 'one feature' : `${count} features`;
		issues.add(
			`Property ${quoted(name)}`,
			`In ${features} it is not a date that can be read, for example ${quoted(value)}: write 2024-12-08, 2024-12, 2024, or another date in EDTF, such as 2024-12~ or 2018/2019. The features are shown without a date.`
		);
	}
	const taken = [...from].sort(([, a], [, b]) => b - a).map(([name]) => name);
	const features = [...from.values()].reduce((sum, count) => sum + count, 0);
	return { days, taken, dates: features > 0 ? { properties: taken, features } : null };
}
