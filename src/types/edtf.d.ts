/** edtf 4 has no types of its own; this is the part that the atlas calls. */
declare module 'edtf' {
	/** What the parser finds: a date has numbers as values (the month from 0), an interval, set or list has dates. */
	export interface ParsedDate {
		type: string;
		values?: unknown[];
	}
	/** A date with the first and last millisecond that it can cover, in UTC; infinite for an open end, null for an unknown one. */
	export interface ExtendedDate {
		min: number | null;
		max: number | null;
	}
	/** Parses a text; throws an Error that says where it is not EDTF. */
	export function parse(text: string): ParsedDate;
	export default function edtf(parsed: ParsedDate): ExtendedDate;
}
