import { distinctNames } from './feature-names';
import { counted, listed } from './issues';
import { placeColumns } from './place-columns';
import { type Found, MOST_FEATURES, type Reading } from './file-reading';
import { rowLocator } from './row-locator';

/** A row of a table: its cells as text, and where it stands, for messages: `Row 3, line 4`. */
export interface TableRow {
	cells: readonly string[];
	location: string;
	/** Its number among all rows below the header, counted from 1, those counted that were not read. */
	number: number;
	/** What is known of it beside the text of its cells. */
	properties?: () => Record<string, unknown>;
}

/** A table as delimited text, a spreadsheet or a list of records gives it. */
export interface Table {
	/** Where the header stands, for messages. */
	location: string;
	header: readonly string[];
	rows: readonly TableRow[];
}

/** What was made of a table beside its features: the names of all its columns, and those that gave the place. */
export type TableReading = Required<Pick<Found, 'columns'>>;

/**
 * A feature for each row of a table, placed by its latitude and longitude, by both in one column, or by a shape (WKT, WKB,
 * GeoJSON). How numbers are written and which coordinate comes first is decided for the whole column.
 */
export function readTable(given: Table, reading: Reading): TableReading {
	const table = belowTitle(given, reading);
	const { header, rows } = table;
	const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
	const names = distinctNames(Array.from({ length: width }, (_, index) => header[index] ?? ''));
	const locator = rowLocator(table, names, reading);
	if (!locator) return { columns: { names, place: [] } };
	for (const [index, { cells, location: where, number, properties }] of rows.entries()) {
		if (index >= MOST_FEATURES) {
			const left = rows.length - index;
			reading.cutOff(left, `the ${counted(left, 'row')} after them`);
			break;
		}
		if (cells.length !== header.length) {
			reading.add(where, `It has ${cells.length} cells, and the header ${header.length}.`);
		}
		const found = locator.read(cells);
		if (typeof found === 'string') reading.skip(found, where, number);
		else {
			const values = properties?.() ?? Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
			reading.feature(found, values, () => where, number);
		}
	}
	locator.end?.();
	if (rows.length === 0) reading.add('', 'There is a header, and no row below it.');
	return { columns: { names, place: locator.from } };
}

/** How many rows may stand above the header. */
const MOST_ABOVE = 10;

/** The table from its header on, where a title or remarks of few cells stand above it: what they say is told. */
function belowTitle(table: Table, reading: Reading): Table {
	if (hasPlaceNames(table.header)) return table;
	const at = table.rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => hasPlaceNames(cells));
	const header = table.rows[at];
	if (!header) return table;
	const above = [table.header, ...table.rows.slice(0, at).map(({ cells }) => cells)];
	const filled = above.map((cells) => cells.filter((cell) => cell.trim() !== ''));
	if (filled.some((cells) => cells.length * 2 > header.cells.length)) return table;
	reading.notes.push(`What stands above the header is not kept: ${listed(filled.map((cells) => cells.join(' ')))}.`);
	const rows = table.rows.slice(at + 1).map((row, index) => {
		const number = index + 1;
		return { ...row, number, location: row.location.replace(/^Row \d+, /, `Row ${number}, `) };
	});
	return { location: header.location, header: header.cells, rows };
}

function hasPlaceNames(names: readonly string[]): boolean {
	const { latitude, longitude, whole } = placeColumns(names);
	return (
		(latitude >= 0 && longitude >= 0) || (whole.length > 0 && names.filter((name) => name.trim() !== '').length > 1)
	);
}
