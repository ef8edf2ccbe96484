import { readEdtf } from '$lib/domain/edtf';
import type { EdtfDate } from '$lib/domain/edtf-date';
import { edtfOf, type Issued } from '$lib/domain/issued';

/** A date of a CSL-JSON item: one day, month or year, or two for a range; words where these cannot hold it. None has EDTF. */
export interface CslDate extends Issued {
	literal?: string;
}

/** A year, with month (1 to 12) and day where they are known. */
export interface DateParts {
	year: number;
	month?: number;
	day?: number;
}

/** A date as those who write references need it: from one day, month or year, perhaps to another. */
export interface ReferenceDate {
	from: DateParts;
	to: DateParts | null;
	circa: boolean;
}

/**
 * The parts of an EDTF date; null for one that has an open end, a season, a set or a digit left out. Nothing becomes a clock
 * time.
 */
function referenceDateOf(edtf: string): ReferenceDate | null {
	const date = readEdtf(edtf);
	if ('wrong' in date || date.kind === 'set') return null;
	const ends = date.kind === 'date' ? [date] : [date.from, date.to];
	const [from = null, to = null] = ends.map((end) => (typeof end === 'object' ? partsOf(end) : null));
	if (!from || (ends.length === 2 && !to)) return null;
	return { from, to, circa: ends.some((end) => typeof end === 'object' && isInexact(end)) };
}

/** An EDTF date as CSL-JSON has it; `words` stand for one that it cannot hold. */
export function cslDateOf(edtf: string, words: string): CslDate {
	const date = referenceDateOf(edtf);
	if (!date) return { literal: words };
	const { from, to, circa } = date;
	return { 'date-parts': [from, ...(to ? [to] : [])].map(numbersOf), ...(circa && { circa }) };
}

/** A date of a reference, as a CSL-JSON item has it; null for none and for words. */
export function readCslDate(date: CslDate | undefined): ReferenceDate | null {
	const edtf = edtfOf(date);
	return edtf === null ? null : referenceDateOf(edtf);
}

/** The parts of one date; null where these do not say all that is known of it. */
function partsOf({ year, month, day, season, significant }: EdtfDate): DateParts | null {
	const parts = [year, month, day].filter((part) => part !== null);
	if (season || significant !== null || parts.some(({ digits }) => digits.includes('X'))) return null;
	return {
		year: Number(year.digits),
		...(month && { month: Number(month.digits) }),
		...(day && { day: Number(day.digits) })
	};
}

function isInexact({ year, month, day }: EdtfDate): boolean {
	return [year, month, day].some((part) => part?.uncertain === true || part?.approximate === true);
}

function numbersOf({ year, month, day }: DateParts): number[] {
	return [year, month, day].filter((part) => part !== undefined);
}
