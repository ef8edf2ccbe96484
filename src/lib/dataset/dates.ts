import edtf, { parse, type ParsedDate } from 'edtf';
import type { Interval } from '$lib/domain/interval';

/** Few dates are said of many claims, and the grammar takes its time. */
const MAX_REMEMBERED = 10_000;
const remembered = new Map<string, Interval | { wrong: string }>();

/**
 * The days that an EDTF date (ISO 8601-2) can cover, both ends included, or a sentence that says why it covers none.
 * The library counts in UTC and so does this; a clock time is refused, because the day then depends on the time zone.
 */
export function intervalOf(text: string): Interval | { wrong: string } {
	const earlier = remembered.get(text);
	if (earlier !== undefined) return earlier;
	if (remembered.size === MAX_REMEMBERED) remembered.clear();
	const interval = Object.freeze(workOut(text));
	remembered.set(text, interval);
	return interval;
}

function workOut(text: string): Interval | { wrong: string } {
	if (text.includes('T')) return { wrong: 'it carries a clock time' };
	try {
		const parsed = parse(text);
		if (!daysExist(parsed)) return { wrong: 'it names a day that its month does not have' };
		const { min, max } = edtf(parsed);
		const from = dayOf(min);
		const to = dayOf(max);
		if (from === undefined || to === undefined) return { wrong: 'it lies outside the years 0000 to 9999' };
		if (from === null && to === null) return { wrong: 'it is open at both ends' };
		if (from !== null && to !== null && from > to) return { wrong: 'it ends before it begins' };
		return { from, to };
	} catch (error) {
		const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
		return { wrong: reason.startsWith('invalid upper bound') ? 'it does not end after it begins' : 'it is not EDTF' };
	}
}

/** The day of a moment in UTC; null for an open or unknown end; undefined where four digits do not hold its year. */
function dayOf(milliseconds: number | null): string | null | undefined {
	if (milliseconds === null || !Number.isFinite(milliseconds)) return null;
	const iso = new Date(milliseconds).toISOString();
	return /^\d{4}-/.test(iso) ? iso.slice(0, 10) : undefined;
}

/** The library takes 2023-02-29 for the first of March; a day must be one of its month. */
function daysExist({ type, values = [] }: ParsedDate): boolean {
	if (type !== 'Date') return values.flat().every((value) => !isParsed(value) || daysExist(value));
	const [year, month, day] = values.map(Number);
	if (year === undefined || month === undefined || day === undefined) return true;
	const date = new Date(0);
	date.setUTCFullYear(year, month, day);
	return date.getUTCMonth() === month && date.getUTCDate() === day;
}

function isParsed(value: unknown): value is ParsedDate {
	return typeof value === 'object' && value !== null && 'type' in value;
}
