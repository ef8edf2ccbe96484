import Papa, { type Newline } from 'papaparse';
import type { Geometry } from 'geojson';
import { type Draft, MOST_FEATURES, PROJECTED, tooMany } from './draft';
import { placeProblem } from './geometry';
import { type Issues, quoted } from './issues';
import { readWkt } from './wkt';
import { Lines } from './lines';

/** The names that are looked for, in small letters, best first. */
const LATITUDES = ['latitude', 'lat', 'y', 'lat_dd', 'ylat'];
const LONGITUDES = ['longitude', 'lon', 'lng', 'long', 'x', 'lon_dd', 'xlong'];
const SHAPES = ['wkt', 'geometry_wkt', 'geometry', 'geom', 'the_geom'];

/**
 * After so many rows whose quotes are broken, no cell is looked for beyond its line any more: each of these rows may have
 * been searched for its end through all of the file.
 */
const MOST_SEARCHED = 20;

/** A row with the line that it begins in, and its number among all; the header has 0. */
interface Row {
	cells: string[];
	line: number;
	number: number;
}

/** CSV (RFC 4180), with commas, semicolons or tabs: one feature for each row, placed by its latitude and longitude, or WKT. */
export function readCsv(text: string, issues: Issues): Draft[] {
	const { rows, delimiter } = rowsOf(text, issues);
	const header = rows.shift();
	if (!header) return [];
	const names = header.cells.map((cell) => cell.trim());
	const columnOf = (candidates: readonly string[]) => {
		const small = names.map((name) => name.toLowerCase());
		return candidates.map((candidate) => small.indexOf(candidate)).find((index) => index >= 0) ?? -1;
	};
	const [latitude, longitude, shape] = [columnOf(LATITUDES), columnOf(LONGITUDES), columnOf(SHAPES)];
	if (shape < 0 && (latitude < 0 || longitude < 0)) {
		issues.add(
			`Line ${header.line}`,
			`No columns of coordinates were found. Looked for a latitude (${LATITUDES.slice(0, 3).join(', ')}) and a longitude (${LONGITUDES.slice(0, 5).join(', ')}), or for ${SHAPES[0] ?? ''}; found ${listed(names)}.`
		);
		return [];
	}
	const drafts: Draft[] = [];
	let projected = 0;
	for (const { cells, line, number } of rows) {
		const place = `Row ${number}, line ${line}`;
		if (cells.length > names.length) issues.add(place, `It has ${cells.length} cells, and the header ${names.length}.`);
		const found = geometryOf(
			{ latitude: cells[latitude], longitude: cells[longitude], shape: cells[shape] },
			delimiter === ','
		);
		const problem = typeof found === 'string' ? { message: found, projected: false } : found && placeProblem(found);
		if (problem) {
			if (problem.projected) projected += 1;
			issues.add(place, problem.message);
			continue;
		}
		const properties = Object.fromEntries(
			names.map((name, at) => [name === '' ? `column ${at + 1}` : name, cells[at] ?? ''])
		);
		drafts.push({ number, geometry: found as Geometry | null, properties });
	}
	if (projected > drafts.length) issues.addFirst(PROJECTED);
	if (rows.length === 0) issues.add('', 'There is a header, and no row below it.');
	return drafts;
}

/** The geometry that a row's cells give; null where they are empty; a sentence where they cannot be read. */
function geometryOf(
	{ latitude = '', longitude = '', shape = '' }: Record<'latitude' | 'longitude' | 'shape', string | undefined>,
	pointOnly: boolean
): Geometry | string | null {
	const [lat, lng] = [latitude, longitude].map((cell) => cell.trim());
	if (shape.trim() !== '') return readWkt(shape) ?? `${quoted(shape)} is not WKT in longitude and latitude.`;
	if (!lat && !lng) return null;
	const coordinates = [lng, lat].map((cell = '') => degreesOf(cell, pointOnly));
	const bad = [longitude, latitude].filter((_, index) => Number.isNaN(coordinates[index]));
	if (bad.length > 0)
		return `${bad.map((cell) => (cell.trim() === '' ? 'An empty cell' : quoted(cell))).join(' and ')} ${bad.length === 1 ? 'is' : 'are'} not degrees as a number.`;
	return { type: 'Point', coordinates };
}

/** Degrees with a decimal point, or a decimal comma where commas do not part the cells; NaN for anything else. */
function degreesOf(cell: string, pointOnly: boolean): number {
	const text = pointOnly ? cell : cell.replace(/^(-?\d+),(\d+)$/, '$1.$2');
	return /^[-+]?\d+(\.\d*)?(e[-+]?\d+)?°?$/i.test(text) ? Number.parseFloat(text) : Number.NaN;
}

/**
 * The rows of a text, the header first. A row whose quotes are broken is told and left out, whatever it would swallow: it is
 * read on from the line after its quote. A header of that kind leaves nothing that can be read.
 */
function rowsOf(text: string, issues: Issues): { rows: Row[]; delimiter: string } {
	const rows: Row[] = [];
	const lines = new Lines(text);
	/** What the whole text tells of itself, and a part may not. */
	let found: { delimiter?: string; newline?: Newline } = {};
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
					issues.add('', tooMany(MOST_FEATURES, 'the rows after them'));
					parser.abort();
					return;
				}
				const rest = /\S/g;
				rest.lastIndex = next;
				rows.push({ cells: data, line: lines.at(rest.exec(text)?.index ?? next), number });
				number += 1;
				next = begin + meta.cursor;
			}
		});
		return broken;
	}

	let begin = 0;
	for (let searched = 0; begin < text.length && number <= MOST_FEATURES;) {
		const quote = readRows(begin, searched < MOST_SEARCHED ? text.length : lineAfter(text, begin, found.newline));
		if (quote !== null) {
			searched += 1;
			number += 1;
			issues.add(
				`Line ${lines.at(quote)}`,
				'A cell begins with a quote and does not end with one: the row was left out. A quote inside quotes is written twice.'
			);
			if (rows.length === 0) break;
			begin = lineAfter(text, quote, found.newline);
		} else if (searched < MOST_SEARCHED) break;
		else begin = lineAfter(text, begin, found.newline);
	}
	return { rows, delimiter: found.delimiter ?? ',' };
}

/** Where the line after that of a character begins; the length of the text where there is none. */
function lineAfter(text: string, offset: number, newline: Newline = '\n'): number {
	const end = text.indexOf(newline, offset);
	return end < 0 ? text.length : end + newline.length;
}

function listed(names: readonly string[]): string {
	const shown = names.slice(0, 12).map(quoted);
	return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
}
