import type { Geometry } from 'geojson';
import type { OwnChoice } from '$lib/domain/own-feature';
import { type Angle, type DecimalMark, decimalMarkOf, readAngle, readAnglePair } from './angles';
import { type Draft, MOST_FEATURES, tooMany } from './own-draft';
import { isGeometry, placeProblem } from './own-geometry';
import { counted, type Issues, listed, quoted } from './issues';
import { distinctNames } from './feature-names';
import { PlaceCheck } from './place-check';
import { firstByName, placeColumns } from './place-columns';
import { inDegrees } from './projection';
import { readWkbHex } from './wkb';
import { readWkt } from './wkt';

/** A row of a table: its cells as text, and where it stands, for messages: `Row 3, line 4`. */
export interface TableRow {
	cells: readonly string[];
	place: string;
	/** Its number among all rows below the header, counted from 1, those counted that were not read. */
	number: number;
}

/** A table as delimited text, a spreadsheet or a list of records gives it. */
export interface Table {
	/** Where the header stands, for messages. */
	place: string;
	header: readonly string[];
	rows: readonly TableRow[];
	/** What the names are called: column, or property. */
	called?: string;
}

/** What was made of a table: drafts, the names of all its columns, and those that gave the place. */
export interface TableReading {
	drafts: Draft[];
	columns: { names: readonly string[]; place: readonly string[] };
}

/** How many cells are looked at to tell what a column holds. */
const SAMPLE = 1000;

/**
 * A feature for each row of a table, placed by its latitude and longitude, by both in one column, or by a shape (WKT, WKB,
 * GeoJSON). How numbers are written and which coordinate comes first is decided for the whole column.
 */
export function readTable(given: Table, issues: Issues, choice: OwnChoice = {}): TableReading {
	const table = belowTitle(given, issues);
	const width = table.rows.reduce((most, { cells }) => Math.max(most, cells.length), table.header.length);
	const names = distinctNames(Array.from({ length: width }, (_, index) => table.header[index] ?? ''));
	const place = placeOf(table, names, issues, choice);
	const drafts: Draft[] = [];
	const check = new PlaceCheck(issues, choice);
	if (!place) return { drafts, columns: { names, place: [] } };
	for (const [index, { cells, place: where, number }] of table.rows.entries()) {
		if (index >= MOST_FEATURES) {
			issues.add('', tooMany(MOST_FEATURES, `the ${counted(table.rows.length - index, 'row')} after them`));
			break;
		}
		if (cells.length !== table.header.length) {
			issues.add(where, `It has ${cells.length} cells, and the header ${table.header.length}.`);
		}
		const found = place.read(cells);
		if (typeof found === 'string') {
			issues.add(where, found);
			continue;
		}
		const geometry = found && check.hold(found, () => where);
		if (found && !geometry) continue;
		drafts.push({ number, geometry, properties: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) });
	}
	check.end();
	place.end?.();
	if (table.rows.length === 0) issues.add('', 'There is a header, and no row below it.');
	return { drafts, columns: { names, place: place.from } };
}

/** How many rows may stand above the header. */
const MOST_ABOVE = 10;

/** The table from its header on, where a title or remarks of few cells stand above it: what they say is told. */
function belowTitle(table: Table, issues: Issues): Table {
	if (hasPlaceNames(table.header)) return table;
	const at = table.rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => hasPlaceNames(cells));
	const header = table.rows[at];
	if (!header) return table;
	const above = [table.header, ...table.rows.slice(0, at).map(({ cells }) => cells)];
	const filled = above.map((cells) => cells.filter((cell) => cell.trim() !== ''));
	if (filled.some((cells) => cells.length * 2 > header.cells.length)) return table;
	issues.notes.push(`What stands above the header is not kept: ${listed(filled.map((cells) => cells.join(' ')))}.`);
	const rows = table.rows.slice(at + 1).map(({ cells, place }, index) => {
		const number = index + 1;
		return { cells, number, place: place.replace(/^Row \d+, /, `Row ${number}, `) };
	});
	return { ...table, place: header.place, header: header.cells, rows };
}

function hasPlaceNames(names: readonly string[]): boolean {
	const { latitude, longitude, whole } = placeColumns(names);
	return (
		(latitude >= 0 && longitude >= 0) || (whole.length > 0 && names.filter((name) => name.trim() !== '').length > 1)
	);
}

/** How the rows of a table are placed. */
interface Place {
	from: string[];
	/** The geometry of a row; null where its cells are empty; a sentence where they cannot be read. */
	read: (cells: readonly string[]) => Geometry | string | null;
	end?: () => void;
}

function placeOf(table: Table, names: readonly string[], issues: Issues, choice: OwnChoice): Place | null {
	const valuesOf = (index: number) =>
		table.rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
	const chosen = choice.place?.map((name) => names.indexOf(name)).filter((index) => index >= 0) ?? [];
	const [first, second] = chosen;
	if (first !== undefined && second !== undefined) return pointPlace(table, names, first, second);
	if (first !== undefined) return wholePlace(table, names, first, issues, choice, null);

	const { latitude, longitude, others, whole } = placeColumns(names);
	const pairs = others.map(([other, beside]) => pointPlace(table, names, other, beside));
	const points =
		latitude >= 0 && longitude >= 0 ? withOthers(pointPlace(table, names, latitude, longitude), pairs, issues) : null;
	for (const index of whole) {
		const values = valuesOf(index).slice(0, SAMPLE);
		const isShape = values.some((value) => readShape(value) !== null);
		const isPair = !points && values.some((value) => readAnglePair(value, decimalMarkOf(values)) !== null);
		if (isShape || isPair) return wholePlace(table, names, index, issues, choice, points);
	}
	if (points) {
		const unread = whole.filter((index) => valuesOf(index).some((value) => LIKE_SHAPE.test(value)));
		for (const index of unread) {
			issues.add(
				table.place,
				`${quoted(names[index])} is no geometry that can be read (WKT, WKB or GeoJSON); ${listed(points.from)} are taken for the place.`
			);
		}
		return points;
	}
	const byContent = names.findIndex((_, index) =>
		valuesOf(index)
			.slice(0, 5)
			.some((value) => readShape(value) !== null)
	);
	const wanted =
		byContent >= 0 ? byContent : whole.find((index) => valuesOf(index).some((value) => /\d.*\d/.test(value)));
	if (wanted !== undefined) return wholePlace(table, names, wanted, issues, choice, null);
	const half =
		latitude >= 0 || longitude >= 0 ? ` There is ${quoted(names[Math.max(latitude, longitude)])} alone.` : '';
	const called = table.called ?? 'column';
	issues.add(
		table.place,
		`No ${called === 'column' ? 'columns' : called} of coordinates were found.${half} Looked for a latitude and a longitude (lat, lon; y, x; широта, долгота; …), for both in one, or for wkt; found ${listed(names)}. Choose them in the file’s card.`
	);
	return null;
}

/** What a cell looks like that is a shape, or should be. */
const LIKE_SHAPE = /^[A-Z]+\s*(?:Z|M|ZM)?\s*\(|^SRID|^[01][\da-f]{17,}$|^\{/i;

/** Places by a latitude and a longitude. */
function pointPlace({ rows }: Table, names: readonly string[], latitude: number, longitude: number): Place {
	const columns = [longitude, latitude] as const;
	const mark = decimalMarkOf(cellsOf(rows, columns));
	const isParted = hasMostWithColons(cellsOf(rows, columns));
	const scales = columns.map((index) => (/e7$/i.test(names[index] ?? '') ? 1e-7 : 1));
	return {
		from: [names[latitude] ?? '', names[longitude] ?? ''],
		read: (cells) => {
			const texts = columns.map((index) => cells[index]?.trim() ?? '');
			if (texts.every((text) => text === '')) return null;
			const angles = texts.map((text) => (COLONS.test(text) && !isParted ? null : quickAngle(text, mark)));
			const bad = columns.filter((_, at) => angles[at] === null).reverse();
			if (bad.length > 0)
				return notDegrees(
					bad.map((index) => cells[index] ?? ''),
					mark
				);
			const crossed = angles.findIndex((angle, at) => angle?.axis === (at === 0 ? 'latitude' : 'longitude'));
			if (crossed >= 0) {
				const [name, text] = [names[columns[crossed] ?? 0], texts[crossed]];
				return `${quoted(text)} in ${quoted(name)} is a ${crossed === 0 ? 'latitude' : 'longitude'} by its hemisphere.`;
			}
			return { type: 'Point', coordinates: angles.map((angle, at) => scaled(angle?.degrees ?? NaN, scales[at] ?? 1)) };
		}
	};
}

/** Places by one pair of columns; where it is empty, by the next that is not. Other places that rows have are told. */
function withOthers(first: Place, others: readonly Place[], issues: Issues): Place {
	const instead = new Map<Place, number>();
	const besides = new Map<Place, number>();
	const add = (to: Map<Place, number>, place: Place) => to.set(place, (to.get(place) ?? 0) + 1);
	return {
		from: first.from,
		read: (cells) => {
			const found = first.read(cells);
			const more = others.filter((other) => isPlace(other.read(cells)));
			if (found !== null) {
				for (const other of more) if (!isSame(other.read(cells), found)) add(besides, other);
				return found;
			}
			const [next] = more;
			if (!next) return null;
			add(instead, next);
			return next.read(cells);
		},
		end: () => {
			for (const [{ from }, count] of instead) {
				issues.notes.push(
					`In ${counted(count, 'row')}, ${listed(first.from)} are empty: ${listed(from)} were taken for the place.`
				);
			}
			for (const [{ from }, count] of besides) {
				issues.notes.push(
					`In ${counted(count, 'row')}, a second place stands in ${listed(from)}, which is not drawn. Choose these columns in the file’s card to see it.`
				);
			}
		}
	};
}

/** Whether what was read is a place that can be on the globe. */
function isPlace(found: Geometry | string | null): found is Geometry {
	return found !== null && typeof found !== 'string' && placeProblem(found) === null;
}

function isSame(one: Geometry | string | null, other: Geometry | string | null): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Degrees and minutes that colons alone part: in a column of decimal degrees it is a slip. */
const COLONS = /^[-+]?\d+:[\d:.,]+$/;

function hasMostWithColons(cells: Iterable<string>): boolean {
	let balance = 0;
	for (const cell of cells) {
		if (COLONS.test(cell.trim())) balance += 1;
		else if (/^\s*[-+]?\d+[.,]\d+\s*$/.test(cell)) balance -= 1;
	}
	return balance > 0;
}

function scaled(degrees: number, scale: number): number {
	return scale === 1 ? degrees : Number((degrees * scale).toFixed(7));
}

function* cellsOf(rows: readonly TableRow[], columns: readonly number[]): Generator<string> {
	for (const { cells } of rows) for (const index of columns) yield cells[index] ?? '';
}

/** A plain number is what nearly all cells hold. */
function quickAngle(text: string, mark: DecimalMark): Angle | null {
	return mark === '.' && /^-?\d+(?:\.\d+)?$/.test(text) ? { degrees: Number(text), axis: null } : readAngle(text, mark);
}

function notDegrees(cells: readonly string[], mark: DecimalMark): string {
	const told = cells.map((cell) => (cell.trim() === '' ? 'An empty cell' : quoted(cell))).join(' and ');
	const other = mark === '.' ? ',' : '.';
	const why = cells.some((cell) => new RegExp(`^\\s*[-+]?\\d*\\${other}\\d+\\s*$`).test(cell))
		? ` The other numbers of the column have a decimal ${mark === '.' ? 'point' : 'comma'}.`
		: '';
	return `${told} ${cells.length === 1 ? 'is' : 'are'} not degrees as a number.${why}`;
}

/** Places by one column of shapes or pairs; where its cell is empty or cannot be read, by a latitude and longitude beside it. */
function wholePlace(
	{ rows, place }: Table,
	names: readonly string[],
	index: number,
	issues: Issues,
	choice: OwnChoice,
	beside: Place | null
): Place {
	const name = names[index] ?? '';
	const mark = decimalMarkOf(cellsOf(rows, [index]));
	const order = coordinateOrder(rows, index, name, mark, choice);
	let waiting = 0;
	let instead = 0;
	const readWhole = (text: string): Geometry | string | null => {
		const shape = readShape(text);
		if (shape) return shape.problem ?? shape.geometry;
		const pair = readAnglePair(text, mark);
		if (!pair) {
			return `${quoted(text)} is no place that can be read: write a latitude and a longitude, or WKT in longitude and latitude.`;
		}
		const [first, second] = pair;
		const firstIs = first.axis ?? order;
		if (firstIs !== null) {
			const coordinates = firstIs === 'latitude' ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
			return { type: 'Point', coordinates };
		}
		waiting += 1;
		return null;
	};
	return {
		from: [name],
		read: (cells) => {
			const text = cells[index]?.trim() ?? '';
			if (text === '') return beside?.read(cells) ?? null;
			const found = readWhole(text);
			const other = typeof found === 'string' ? beside?.read(cells) : null;
			if (!other || typeof other === 'string') return found;
			instead += 1;
			return other;
		},
		end: () => {
			beside?.end?.();
			if (instead > 0) {
				issues.add(
					'',
					`In ${counted(instead, 'row')}, ${quoted(name)} could not be read; ${listed(beside?.from ?? [])} were taken for the place.`
				);
			}
			if (waiting > 0) {
				issues.add(
					place,
					`It does not show which comes first in ${quoted(name)}, latitude or longitude: ${counted(waiting, 'feature')} wait${waiting === 1 ? 's' : ''} without a place. Choose it in the file’s card.`
				);
			}
			if (waiting > 0 || choice.answers?.['coordinate-order'] !== undefined) {
				issues.questions.push({
					kind: 'coordinate-order',
					message: `Which comes first in ${quoted(name)}?`,
					answers: [
						{ value: 'latitude', label: 'Latitude' },
						{ value: 'longitude', label: 'Longitude' }
					]
				});
			}
		}
	};
}

/** Which coordinate comes first in a column of pairs: as chosen, as its name says, or as a value beyond 90 shows; else null. */
function coordinateOrder(
	rows: readonly TableRow[],
	index: number,
	name: string,
	mark: DecimalMark,
	{ answers = {} }: OwnChoice
): 'latitude' | 'longitude' | null {
	const answer = answers['coordinate-order'];
	if (answer === 'latitude' || answer === 'longitude') return answer;
	const byName = firstByName(name);
	if (byName) return byName;
	const seen = new Set<'latitude' | 'longitude'>();
	for (const cell of cellsOf(rows, [index])) {
		const pair = readAnglePair(cell, mark);
		if (!pair || pair[0].axis !== null) continue;
		if (Math.abs(pair[0].degrees) > 90) seen.add('longitude');
		if (Math.abs(pair[1].degrees) > 90) seen.add('latitude');
	}
	const [only] = seen;
	return seen.size === 1 ? (only ?? null) : null;
}

/** The point of an address such as geo:34.9,35.8 (RFC 5870), latitude first; null for other text, and for another system. */
function readGeoAddress(text: string): Geometry | null {
	const [, latitude, longitude] =
		/^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;crs=wgs84)?(?:;(?!crs=)[\w.=-]+)*$/i.exec(text) ??
		[];
	return latitude === undefined || longitude === undefined
		? null
		: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] };
}

/** The geometry of a text of WKT, WKB in hexadecimal digits, or GeoJSON; a problem where it is one and cannot be used; null for other text. */
function readShape(text: string): { geometry: Geometry | null; problem?: string } | null {
	if (/^\s*\{/.test(text)) {
		try {
			const value = JSON.parse(text) as unknown;
			return isGeometry(value) ? { geometry: value } : null;
		} catch {
			return null;
		}
	}
	const address = readGeoAddress(text);
	if (address) return { geometry: address };
	const known = readWkt(text) ?? readWkbHex(text);
	if (!known) return null;
	const geometry = known.geometry && inDegrees(known.geometry, known.srid);
	return known.geometry && !geometry
		? {
				geometry: null,
				problem: `${quoted(text)} is in the reference system EPSG:${known.srid ?? ''}, which is not known here. Transform it to EPSG:4326.`
			}
		: { geometry };
}
