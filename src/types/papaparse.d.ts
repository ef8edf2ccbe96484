/** papaparse has no types of its own; this is the part that the atlas and its tests call. */
declare module 'papaparse' {
	interface ParseError {
		type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
		message: string;
		row?: number;
		/** Where it is, in characters. */
		index?: number;
	}
	export type Newline = '\r' | '\n' | '\r\n';
	interface Step {
		data: string[];
		errors: ParseError[];
		/** Where the next row begins, in characters, and what parts the cells and the rows. */
		meta: { cursor: number; delimiter: string; linebreak: Newline };
	}
	const Papa: {
		/** All rows, by the names of the header. */
		parse(
			text: string,
			options: { header: true; skipEmptyLines: true }
		): { data: Record<string, string>[]; errors: ParseError[] };
		/** Row by row. */
		parse(
			text: string,
			options: {
				delimiter?: string;
				newline?: Newline;
				delimitersToGuess: string[];
				skipEmptyLines: 'greedy';
				step: (step: Step, parser: { abort: () => void }) => void;
			}
		): void;
	};
	export default Papa;
}
