import readWorkbook from 'read-excel-file/universal';
import { quoted, Refused } from './issues';
import { type Found, Reading } from './file-reading';
import { readTable } from './table';
import type { ZippedFile } from './unzip';

/** A cell as the library gives it. */
type Cell = string | number | boolean | Date | null;

/**
 * The features of a spreadsheet (XLSX, ECMA-376): those of its first sheet that has a table with places. Its parts are
 * unpacked within the bounds, and held to their checksums, before the library sees them.
 */
export async function readSpreadsheet(
	bytes: Uint8Array,
	files: readonly ZippedFile[],
	reading: Reading
): Promise<Found> {
	for (const { path, read } of files) if (/\.(?:xml|rels)$/i.test(path)) await read();
	const sheets = await sheetsOf(bytes);
	const tables = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
	const chosen = tables.find(({ data }) => hasPlaces(data)) ?? tables[0];
	if (!chosen) throw new Refused('The spreadsheet is empty.');
	for (const { sheet } of sheets) if (sheet !== chosen.sheet) reading.leaveOut(`other sheet, ${quoted(sheet)}`);
	reading.leaveOut('picture', 'pictures', files.filter(({ path }) => /^xl\/media\//.test(path)).length);
	reading.tellLeftOut();
	const rows = chosen.data.map((row, index) => ({ cells: row.map(textOf), line: index + 1 }));
	const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
	const table = {
		location: `${quoted(chosen.sheet)}, row ${header?.line ?? 1}`,
		header: header?.cells ?? [],
		rows: body.map(({ cells, line }, index) => ({ cells, number: index + 1, location: `Row ${line}` }))
	};
	return { format: 'XLSX', ...readTable(table, reading) };
}

async function sheetsOf(bytes: Uint8Array): Promise<{ sheet: string; data: Cell[][] }[]> {
	try {
		const sheets = await readWorkbook(new Blob([bytes.slice()]), { trim: false });
		return sheets as { sheet: string; data: Cell[][] }[];
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Refused(`The spreadsheet cannot be read: ${why}. Save it as CSV.`);
	}
}

/** Whether a sheet has places where tables have them: tried without a word. */
function hasPlaces(data: readonly (readonly Cell[])[]): boolean {
	const [header = [], ...rows] = data.slice(0, 50).map((row) => row.map(textOf));
	const table = {
		location: '',
		header,
		rows: rows.map((cells, index) => ({ cells, location: '', number: index + 1 }))
	};
	return readTable(table, new Reading()).columns.place.length > 0;
}

const DAY = 86_400_000;

/** The day that the library gives for the number 0, and the first one after the 29 February 1900 that spreadsheets count. */
const ZERO = Date.UTC(1899, 11, 30);
const AFTER_LEAP_DAY = Date.UTC(1900, 2, 1);

/**
 * A cell as text: days as YYYY-MM-DD, with the time of day where there is one; a time of day alone as that. Spreadsheets
 * count a 29 February 1900 that never was (ECMA-376, part 1, 18.17.4.1): the library's days before it are one too early.
 */
function textOf(cell: Cell): string {
	if (cell === null) return '';
	if (!(cell instanceof Date)) return String(cell);
	const time = cell.getTime();
	if (Number.isNaN(time)) return '';
	if (time >= ZERO && time < ZERO + DAY) return cell.toISOString().slice(11, 19);
	const day = time >= ZERO && time < AFTER_LEAP_DAY ? new Date(time + DAY) : cell;
	return day
		.toISOString()
		.replace(/T00:00:00\.000Z$/, '')
		.replace(/\.000Z$/, '');
}
