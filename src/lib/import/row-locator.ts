import type { Geometry } from 'geojson';
import { type Angle, type Axis, type DecimalMark, decimalMarkOf, readAngle, readAnglePair } from './angles';
import { counted, listed, quoted, tally } from './issues';
import { placeProblem } from './own-geometry';
import { firstByName, placeColumns } from './place-columns';
import type { Reading } from './file-reading';
import { readShape } from './shape-text';

/** The rows of a table, and where its header stands, for messages. */
interface Rows {
	location: string;
	rows: readonly { cells: readonly string[] }[];
}

/** What a cell or a row says of a place: a geometry, null where it is empty, a sentence where it cannot be read. */
type RowLocation = Geometry | string | null;

/** How the rows of a table are placed. */
export interface RowLocator {
	/** The names of the columns that give the place. */
	from: string[];
	read: (cells: readonly string[]) => RowLocation;
	/** Tells what concerns the table as a whole, after its last row. */
	end?: () => void;
}

/** How many cells are looked at to tell what a column holds. */
const SAMPLE = 1000;

/** What a cell looks like that is a shape, or should be. */
const LIKE_SHAPE = /^[A-Z]+\s*(?:Z|M|ZM)?\s*\(|^SRID|^[01][\da-f]{17,}$|^\{/i;

/** From which columns the rows of a table have their places: as chosen, by their names, or by what they hold; null for none. */
export function rowLocator(table: Rows, names: readonly string[], reading: Reading): RowLocator | null {
	const valuesOf = (index: number) => [...cellsOf(table, index)].filter((cell) => cell !== '');
	const hasShape = (index: number, most: number) =>
		valuesOf(index)
			.slice(0, most)
			.some((value) => readShape(value) !== undefined);
	const pointsBy = (pair: readonly [latitude: number, longitude: number]) => pointLocator(table, names, ...pair);
	const [first, second] = reading.choice.place?.map((name) => names.indexOf(name)).filter((index) => index >= 0) ?? [];
	if (first !== undefined && second !== undefined) return pointsBy([first, second]);
	if (first !== undefined) return wholeLocator(table, names, first, reading, null);

	const { latitude, longitude, others, whole } = placeColumns(names);
	const isPair = latitude >= 0 && longitude >= 0;
	const points = isPair ? withOthers(pointsBy([latitude, longitude]), others.map(pointsBy), reading) : null;
	for (const index of whole) {
		const values = valuesOf(index).slice(0, SAMPLE);
		const hasPair = !points && values.some((value) => readAnglePair(value, decimalMarkOf(values)) !== null);
		if (hasPair || hasShape(index, SAMPLE)) return wholeLocator(table, names, index, reading, points);
	}
	if (points) {
		for (const index of whole) {
			if (!valuesOf(index).some((value) => LIKE_SHAPE.test(value))) continue;
			reading.add(
				table.location,
				`${quoted(names[index])} is no geometry that can be read (WKT, WKB or GeoJSON); ${listed(points.from)} are taken for the place.`
			);
		}
		return points;
	}
	const byContent = names.findIndex((_, index) => hasShape(index, 5));
	const wanted =
		byContent >= 0 ? byContent : whole.find((index) => valuesOf(index).some((value) => /\d.*\d/.test(value)));
	if (wanted !== undefined) return wholeLocator(table, names, wanted, reading, null);
	const alone = names[Math.max(latitude, longitude)];
	const half = alone === undefined ? '' : ` There is ${quoted(alone)} alone.`;
	reading.add(
		table.location,
		`No columns of coordinates were found.${half} Looked for a latitude and a longitude (lat, lon; y, x; широта, долгота; …), for both in one, or for wkt; found ${listed(names)}. Choose them in the file’s card.`
	);
	return null;
}

/** The cells of columns, row by row, without white space around them. */
function* cellsOf({ rows }: Rows, ...columns: readonly number[]): Generator<string> {
	for (const { cells } of rows) for (const index of columns) yield cells[index]?.trim() ?? '';
}

/** Places by a latitude and a longitude. */
function pointLocator(table: Rows, names: readonly string[], latitude: number, longitude: number): RowLocator {
	const columns = [longitude, latitude] as const;
	const mark = decimalMarkOf(cellsOf(table, ...columns));
	const isParted = hasMostWithColons(cellsOf(table, ...columns));
	return {
		from: [names[latitude] ?? '', names[longitude] ?? ''],
		read: (cells) => {
			const found = columns.map((index) => {
				const text = cells[index]?.trim() ?? '';
				const angle = COLONS.test(text) && !isParted ? null : quickAngle(text, mark);
				return { name: names[index] ?? '', text, angle };
			});
			if (found.every(({ text }) => text === '')) return null;
			const bad = found.filter(({ angle }) => angle === null).reverse();
			if (bad.length > 0)
				return notDegrees(
					bad.map(({ text }) => text),
					mark
				);
			const crossed = found.find(({ angle }, at) => angle?.axis === (at === 0 ? 'latitude' : 'longitude'));
			if (crossed) {
				return `${quoted(crossed.text)} in ${quoted(crossed.name)} is a ${crossed.angle?.axis} by its hemisphere.`;
			}
			const coordinates = found.map(({ name, angle }) => {
				const degrees = angle?.degrees ?? NaN;
				return /e7$/i.test(name) ? Number((degrees * 1e-7).toFixed(7)) : degrees;
			});
			return { type: 'Point', coordinates };
		}
	};
}

/** Places by one pair of columns; where it is empty, by the next that is not. Other places that rows have are told. */
function withOthers(first: RowLocator, others: readonly RowLocator[], reading: Reading): RowLocator {
	const instead = new Map<RowLocator, number>();
	const besides = new Map<RowLocator, number>();
	return {
		from: first.from,
		read: (cells) => {
			const found = first.read(cells);
			const more = others.flatMap((locator) => {
				const read = locator.read(cells);
				return isOnGlobe(read) ? [{ locator, read }] : [];
			});
			if (found !== null) {
				const written = JSON.stringify(found);
				for (const { locator, read } of more) if (JSON.stringify(read) !== written) tally(besides, locator);
				return found;
			}
			const [next] = more;
			if (next) tally(instead, next.locator);
			return next?.read ?? null;
		},
		end: () => {
			for (const [{ from }, count] of instead) {
				reading.notes.push(
					`In ${counted(count, 'row')}, ${listed(first.from)} are empty: ${listed(from)} were taken for the place.`
				);
			}
			for (const [{ from }, count] of besides) {
				reading.notes.push(
					`In ${counted(count, 'row')}, a second place stands in ${listed(from)}, which is not drawn. Choose these columns in the file’s card to see it.`
				);
			}
		}
	};
}

function isOnGlobe(found: RowLocation): found is Geometry {
	return found !== null && typeof found !== 'string' && placeProblem(found) === null;
}

/** Degrees and minutes that colons alone part: in a column of decimal degrees it is a slip. */
const COLONS = /^[-+]?\d+:[\d:.,]+$/;

function hasMostWithColons(cells: Iterable<string>): boolean {
	let balance = 0;
	for (const cell of cells) {
		if (COLONS.test(cell)) balance += 1;
		else if (/^[-+]?\d+[.,]\d+$/.test(cell)) balance -= 1;
	}
	return balance > 0;
}

/** A plain number is what nearly all cells hold. */
function quickAngle(text: string, mark: DecimalMark): Angle | null {
	return mark === '.' && /^-?\d+(?:\.\d+)?$/.test(text) ? { degrees: Number(text), axis: null } : readAngle(text, mark);
}

function notDegrees(cells: readonly string[], mark: DecimalMark): string {
	const told = cells.map((cell) => (cell === '' ? 'An empty cell' : quoted(cell))).join(' and ');
	const other = mark === '.' ? /^[-+]?\d*,\d+$/ : /^[-+]?\d*\.\d+$/;
	const why = cells.some((cell) => other.test(cell))
		? ` The other numbers of the column have a decimal ${mark === '.' ? 'point' : 'comma'}.`
		: '';
	return `${told} ${cells.length === 1 ? 'is' : 'are'} not degrees as a number.${why}`;
}

/** Places by one column of shapes or pairs; where its cell is empty or cannot be read, by a latitude and longitude beside it. */
function wholeLocator(
	table: Rows,
	names: readonly string[],
	index: number,
	reading: Reading,
	beside: RowLocator | null
): RowLocator {
	const name = names[index] ?? '';
	const mark = decimalMarkOf(cellsOf(table, index));
	const order = coordinateOrder(table, index, name, mark, reading);
	let waiting = 0;
	let instead = 0;
	const readWhole = (text: string): RowLocation => {
		const shape = readShape(text);
		if (shape !== undefined) return shape;
		const pair = readAnglePair(text, mark);
		if (!pair) {
			return `${quoted(text)} is no place that can be read: write a latitude and a longitude, or WKT in longitude and latitude.`;
		}
		const firstIs = pair[0].axis ?? order;
		const coordinates = pair.map(({ degrees }) => degrees);
		if (firstIs !== null) {
			return { type: 'Point', coordinates: firstIs === 'latitude' ? coordinates.reverse() : coordinates };
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
				reading.add(
					'',
					`In ${counted(instead, 'row')}, ${quoted(name)} could not be read; ${listed(beside?.from ?? [])} were taken for the place.`
				);
			}
			if (waiting > 0) {
				reading.add(
					table.location,
					`It does not show which comes first in ${quoted(name)}, latitude or longitude: ${counted(waiting, 'feature')} wait${waiting === 1 ? 's' : ''} without a place. Choose it in the file’s card.`
				);
			}
			if (waiting > 0 || reading.answerTo('coordinate-order') !== undefined) {
				reading.questions.push({
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
function coordinateOrder(table: Rows, index: number, name: string, mark: DecimalMark, reading: Reading): Axis | null {
	const answer = reading.answerTo('coordinate-order');
	if (answer === 'latitude' || answer === 'longitude') return answer;
	const byName = firstByName(name);
	if (byName) return byName;
	const pairs = [...cellsOf(table, index)].map((cell) => readAnglePair(cell, mark)).filter((pair) => pair !== null);
	const isBeyond = (at: 0 | 1) => pairs.some((pair) => pair[0].axis === null && Math.abs(pair[at].degrees) > 90);
	const [first, second] = [isBeyond(0), isBeyond(1)];
	return first === second ? null : first ? 'longitude' : 'latitude';
}
