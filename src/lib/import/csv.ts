import Papa, { type Newline } from 'papaparse';
import { type Found, MOST_FEATURES, type Reading } from './file-reading';
import { Lines } from './text-lines';
import { readTable, type TableRow } from './table';

/**
 * After so many rows whose quotes are broken, no cell is looked for beyond its line any more: each of these rows may have
 * been searched for its end through all of the file.
 */
const MOST_SEARCHED = 20;

/** CSV (RFC 4180), with commas, semicolons, tabs or bars, or with what a line such as `sep=;` before the header names. */
export function readCsv(text: string, reading: Reading): Found {
	const [header, ...rows] = rowsOf(text, reading);
	const table = header && readTable({ location: header.location, header: header.cells, rows }, reading);
	return { format: 'CSV', columns: { names: [], place: [] }, ...table };
}

/** The line by which spreadsheets say what parts the cells. */
const SEPARATOR_LINE = /^\s*"?sep=([^\r\n"]|\\t)"?[ \t]*\r?\n/i;

/**
 * The rows of a text, the header first. A row whose quotes are broken is told and left out, whatever it would swallow: it is
 * read on from the line after its quote. A header of that kind leaves nothing that can be read.
 */
function rowsOf(text: string, reading: Reading): TableRow[] {
	const rows: TableRow[] = [];
	const lines = new Lines(text);
	/** What the whole text tells of itself, and a part may not. */
	const [first = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
	let found: { delimiter?: string; newline?: Newline } =
		separator === undefined ? {} : { delimiter: separator.replace('\\t', '\t') };
	let number = 0;

	/** Reads rows from one place to another; the place of a quote that breaks a row and ends the reading, or null. */
	function readRows(begin: number, end: number): number | null {
		let next = begin;
		let broken: number | null = null;
		Papa.parse(text.slice(begin, end), {
			...found,
			delimitersToGuess: [',', ';', '\t', '|'],
			skipEmptyLines: 'greedy',
			step: ({ data, errors, meta }, parser) => {
				found = { delimiter: meta.delimiter, newline: meta.linebreak };
				// One column has no delimiter to be found, and is told by the names that are missing.
				const wrong = errors.find(({ type }) => type === 'Quotes');
				if (wrong) {
					broken = begin + (wrong.index ?? 0);
					parser.abort();
					return;
				}
				if (number > MOST_FEATURES) {
					reading.cutOff(1, 'the rows after them');
					parser.abort();
					return;
				}
				const rest = /\S/g;
				rest.lastIndex = next;
				const line = lines.at(rest.exec(text)?.index ?? next);
				rows.push({ cells: data, location: number === 0 ? `Line ${line}` : `Row ${number}, line ${line}`, number });
				number += 1;
				next = begin + meta.cursor;
			}
		});
		return broken;
	}

	let begin = first.length;
	for (let searched = 0; begin < text.length && number <= MOST_FEATURES;) {
		const quote = readRows(begin, searched < MOST_SEARCHED ? text.length : lineAfter(text, begin, found.newline));
		if (quote !== null) {
			searched += 1;
			number += 1;
			reading.add(
				`Line ${lines.at(quote)}`,
				'A cell begins with a quote and does not end with one: the row was left out. A quote inside quotes is written twice.'
			);
			if (rows.length === 0) break;
			begin = lineAfter(text, quote, found.newline);
		} else if (searched < MOST_SEARCHED) break;
		else begin = lineAfter(text, begin, found.newline);
	}
	return rows;
}

/** Where the line after that of a character begins; the length of the text where there is none. */
function lineAfter(text: string, offset: number, newline: Newline = '\n'): number {
	const end = text.indexOf(newline, offset);
	return end < 0 ? text.length : end + newline.length;
}
