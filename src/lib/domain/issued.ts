import { isoDate } from './interval';

/** When a document was published, as its record has it: a date of CSL-JSON, one or two for a range, or EDTF. */
export interface Issued {
	'date-parts'?: number[][];
	raw?: string;
	circa?: boolean;
}

/** A date record of a source as EDTF (ISO 8601-2); null where it says nothing. */
export function edtfOf(issued: Issued | undefined): string | null {
	if (issued?.raw !== undefined) return issued.raw;
	const dates = (issued?.['date-parts'] ?? [])
		.filter((parts) => parts.length > 0)
		.map(([year = 0, ...rest]) => isoDate(year, ...rest));
	if (dates.length === 0) return null;
	return dates.map((date) => (issued?.circa ? `${date}~` : date)).join('/');
}
