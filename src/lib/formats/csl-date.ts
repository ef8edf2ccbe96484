/** A date of a CSL-JSON item: one day, month or year, or two for a range; words where these cannot hold it. */
export interface CslDate {
	'date-parts'?: number[][];
	circa?: boolean;
	/** EDTF as a record of ours has it; what we write has none. */
	raw?: string;
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

/** A date record of a source as EDTF (ISO 8601-2); null where it says nothing. */
export function edtfOf(issued: CslDate | undefined): string | null {
	if (issued?.raw !== undefined) return issued.raw;
	const dates = (issued?.['date-parts'] ?? []).filter((parts) => parts.length > 0).map(writeParts);
	if (dates.length === 0) return null;
	return dates.map((date) => (issued?.circa ? `${date}~` : date)).join('/');
}

/** The parts of an EDTF date; null for one that has an open end, a season or a digit left out. Nothing becomes a clock time. */
function referenceDateOf(edtf: string): ReferenceDate | null {
	const [first, second, ...rest] = edtf.split('/');
	const from = readParts(first);
	const to = second === undefined ? null : readParts(second);
	if (!from || rest.length > 0 || (second !== undefined && !to)) return null;
	return { from: from.parts, to: to?.parts ?? null, circa: from.circa || to?.circa === true };
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

function readParts(text: string | undefined): { parts: DateParts; circa: boolean } | null {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(text ?? '');
	if (!match) return null;
	const [year = 0, month, day] = match
		.slice(1, 4)
		.map((part: string | undefined) => (part === undefined ? part : Number(part)));
	// Above 12 a month is a season (ISO 8601-2, section 4.7).
	if (month !== undefined && (month < 1 || month > 12)) return null;
	return {
		parts: { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) },
		circa: match[4] !== ''
	};
}

function numbersOf({ year, month, day }: DateParts): number[] {
	return [year, month, day].filter((part) => part !== undefined);
}

function writeParts([year = 0, ...rest]: readonly number[]): string {
	return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
