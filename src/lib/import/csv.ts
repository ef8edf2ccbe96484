import Papa from 'papaparse';
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

/** A row with the line that it begins in. */
interface Row {
	cells: string[];
	line: number;
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
	for (const [index, { cells, line }] of rows.entries()) {
		const number = index + 1;
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

function rowsOf(text: string, issues: Issues): { rows: Row[]; delimiter: string } {
	const rows: Row[] = [];
	const lines = new Lines(text);
	let delimiter = ',';
	let begin = 0;
	Papa.parse(text, {
		delimitersToGuess: [',', ';', '\t', '|'],
		skipEmptyLines: 'greedy',
		step: ({ data, errors, meta }, parser) => {
			if (rows.length > MOST_FEATURES) {
				issues.add('', tooMany(MOST_FEATURES, 'the rows after them'));
				parser.abort();
				return;
			}
			const rest = /\S/g;
			rest.lastIndex = begin;
			const line = lines.at(rest.exec(text)?.index ?? begin);
			for (const { type, message } of errors) {
				// One column has no delimiter to be found, and is told by the names that are missing.
				if (type === 'Quotes') issues.add(`Line ${line}`, `${message}.`);
			}
			rows.push({ cells: data, line });
			delimiter = meta.delimiter;
			begin = meta.cursor;
		}
	});
	return { rows, delimiter };
}

function listed(names: readonly string[]): string {
	const shown = names.slice(0, 12).map(quoted);
	return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
}
