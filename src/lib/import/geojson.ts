import { getIssues } from '@placemarkio/check-geojson';
import { parseJson } from '$lib/ingest/json';
import { freeName } from './feature-names';
import { counted, listed, quoted, Refused, tally } from './issues';
import { type Piece, piecesOf, SECOND_VALUE } from './json-pieces';
import { isRecord, type JsonRecord, readRecords } from './json-records';
import { itemsOf, jsonOf, membersOf } from './json-value';
import { countMembers, hasLongNumber, withoutLoss } from './json-whole';
import { isGeometry, withoutEmpty } from './own-geometry';
import { type Found, MOST_FEATURES, type Reading } from './file-reading';
import { Lines } from './text-lines';

/** Brackets nested deeper than this in one feature are a mistake, or an attack on whatever walks them by recursion. */
const MOST_DEPTH = 32;

/** How many characters of features that are not sound are given to check-geojson, which is thorough and slow. */
const MOST_EXPLAINED = 500_000;

/** Names of coordinate reference systems in the old member `crs` that are WGS 84, as GeoJSON always is now. */
const WGS84 = /(?:CRS84|EPSG:{1,2}(?:[\d.]*:)?4326)$/i;

/** What begins each record of a sequence (RFC 8142, section 2). */
export const RECORD_SEPARATOR = '\u001E';

/**
 * GeoJSON (RFC 7946): the features that are sound, one by one; a list of other objects is read as a table. Values one after
 * another are a sequence, whatever the file is called.
 * @throws Refused where it is JSON of another format
 */
export function readJson(name: string, text: string, reading: Reading): Found {
	const cut = isSequence(name, text) ? null : piecesOf(text);
	if (!cut || cut.fault?.message === SECOND_VALUE) return readSequence(text, reading);
	const { pieces, members, fault } = cut;
	const foreign = otherFormat(text, members);
	if (foreign !== null) throw new Refused(foreign, { format: 'GeoJSON' });
	const [list, listName] = (fault ? null : listIn(text, pieces, members)) ?? [pieces, ''];
	const found = new FeatureReader(text, reading).readAll(list);
	const hasFeatures = reading.drafts.length > 0;
	if (fault) {
		const kept = hasFeatures ? ' What stands before that was read.' : '';
		reading.add(`Line ${new Lines(text).at(fault.offset)}`, `${fault.message}${kept}`);
	} else if (pieces.length === 0) reading.add('', 'The file has no features.');
	if (members.has('features')) reading.add('', 'The file has a second member “features”: it was not read.');
	const others = [...members.keys()].filter((member) => !KNOWN_MEMBERS.has(member) && member !== listName);
	const isCollection = !['coordinates', 'geometries', 'geometry', 'properties'].some((one) => members.has(one));
	if (others.length > 0 && hasFeatures && isCollection) {
		reading.notes.push(`What the file says of itself is not kept: ${listed(others)}.`);
	}
	return found;
}

/** Members of a collection that say nothing beyond its features. */
const KNOWN_MEMBERS = new Set(['type', 'features', 'bbox', 'crs', '@context']);

/** The longest list of objects in an object that is nothing of GeoJSON, as answers of services have it, and its name. */
function listIn(
	text: string,
	pieces: readonly Piece[],
	members: ReadonlyMap<string, Piece>
): [list: Piece[], name: string] | null {
	const [only, ...more] = pieces;
	if (!only || more.length > 0 || only.depth > MOST_DEPTH || text.slice(0, only.start).trim() !== '') return null;
	if (members.has('type') && members.has('geometry')) return null;
	const lists = [...members].filter(([, { start, end }]) => /^\s*\[\s*\{/.test(text.slice(start, end)));
	const [longest] = lists.sort(([, a], [, b]) => b.end - b.start - (a.end - a.start));
	if (!longest) return null;
	const [name, { start, end }] = longest;
	return [piecesOf(text.slice(start, end)).pieces.map((piece) => movedBy(start, piece)), name];
}

function movedBy(offset: number, piece: Piece): Piece {
	return { ...piece, start: piece.start + offset, end: piece.end + offset };
}

/** GeoJSON text sequences (RFC 8142), and the same with nothing but white space between the features. */
function readSequence(text: string, reading: Reading): Found {
	const pieces: Piece[] = [];
	for (const [record, start] of recordsOf(text)) {
		const inRecord = piecesOf(record);
		// A record that is not whole is told by its own parser.
		const whole = { start: record.search(/\S/), end: record.length, depth: 0, members: -1 };
		for (const piece of inRecord.fault ? [whole] : inRecord.pieces) pieces.push(movedBy(start, piece));
	}
	const found = new FeatureReader(text, reading).readAll(pieces);
	return { ...found, format: found.format === 'JSON' ? 'JSON lines' : 'GeoJSON text sequence' };
}

/** Whether a text is a sequence of values rather than one: by its mark or name, or as its first line is a value of its own. */
function isSequence(name: string, text: string): boolean {
	if (text.startsWith(RECORD_SEPARATOR) || /\.(geojsonl|geojsons|ndjson|jsonl)$/i.test(name)) return true;
	const end = endOfFirstLine(text);
	return /^\s*\{/.test(text.slice(end, end + 1000)) && isValue(text.slice(0, end));
}

function endOfFirstLine(text: string): number {
	const end = text.indexOf('\n', text.search(/\S/));
	return end < 0 ? text.length : end;
}

function isValue(text: string): boolean {
	return piecesOf(text).fault === null;
}

/** The records of a sequence: parted by their mark, or by lines; by their own brackets where they run over lines. */
function* recordsOf(text: string): Generator<[record: string, start: number]> {
	const separator = text.includes(RECORD_SEPARATOR) ? RECORD_SEPARATOR : '\n';
	const byBrackets = separator === '\n' && !isValue(text.slice(0, endOfFirstLine(text)));
	for (let start = 0; start < text.length;) {
		let end = text.indexOf(separator, start);
		if (byBrackets) {
			const { fault } = piecesOf(text.slice(start));
			end = fault?.message === SECOND_VALUE ? start + fault.offset - 1 : -1;
		}
		if (end < 0) end = text.length;
		const record = text.slice(start, byBrackets ? end + 1 : end);
		if (record.trim() !== '') yield [record, start];
		start = end + 1;
	}
}

/** What a JSON file is that has features, but not those of GeoJSON; or GeoJSON in coordinates of its own. Null for neither. */
function otherFormat(text: string, members: ReadonlyMap<string, Piece>): string | null {
	const valueOf = (name: string): unknown => {
		const piece = members.get(name);
		return piece && piece.depth <= MOST_DEPTH ? jsonOf(text.slice(piece.start, piece.end)) : undefined;
	};
	if (valueOf('type') === 'Topology') return 'This is TopoJSON, not GeoJSON. Convert it to GeoJSON.';
	if (members.has('spatialReference') || members.has('geometryType')) {
		return 'This is Esri JSON, not GeoJSON. Export it as GeoJSON.';
	}
	const crs = valueOf('crs');
	if (typeof crs !== 'object' || crs === null) return null;
	const { name } = membersOf(membersOf(crs)['properties']);
	if (typeof name === 'string' && WGS84.test(name)) return null;
	return `The member “crs” says that the coordinates are in ${quoted(name ?? crs)}. The map needs degrees of longitude and latitude (WGS 84, EPSG:4326): reproject the file. Nothing of it was read.`;
}

/** Reads features one by one, and tells of each what is wrong with it. */
class FeatureReader {
	readonly #text: string;
	readonly #reading: Reading;
	readonly #lines: Lines;
	/** Members of geometries that RFC 7946 does not have, and in how many features they stand. */
	readonly #ofGeometry = new Map<string, number>();
	#explained = 0;

	constructor(text: string, reading: Reading) {
		this.#text = text;
		this.#reading = reading;
		this.#lines = new Lines(text);
	}

	readAll(pieces: readonly Piece[]): Found {
		const reading = this.#reading;
		const records: JsonRecord[] = [];
		for (const [index, piece] of pieces.entries()) {
			const number = index + 1;
			if (reading.isFull || records.length === MOST_FEATURES) {
				reading.cutOff(1, `features ${number} to ${pieces.length}`);
				break;
			}
			const value = this.#parse(piece, number);
			if (value === undefined) continue;
			if (reading.drafts.length === 0 && isRecord(value) && this.#mayBeRecords(pieces)) {
				records.push({ value, location: this.#place(piece, number), number });
			} else this.#read(value, piece, number);
		}
		if (this.#ofGeometry.size > 0) {
			const most = counted(Math.max(...this.#ofGeometry.values()), 'feature');
			const names = listed([...this.#ofGeometry.keys()]);
			reading.notes.push(`What geometries say of themselves is not kept: ${names}, in ${most}.`);
		}
		if (records.length > 0 && reading.drafts.length === 0) return { format: 'JSON', ...readRecords(records, reading) };
		for (const { location } of records) reading.add(location, 'It is no feature, and others of the file are.');
		return { format: 'GeoJSON' };
	}

	/** Whether the pieces are the items of a list; a single object is more likely a file of another kind. */
	#mayBeRecords([first, ...others]: readonly Piece[]): boolean {
		return others.length > 0 || this.#text.slice(0, first?.start).includes('[');
	}

	#place({ start }: Piece, number: number): string {
		return `Feature ${number}, line ${this.#lines.at(start)}`;
	}

	#parse(piece: Piece, number: number): unknown {
		if (piece.depth > MOST_DEPTH) {
			const message = `Brackets are nested ${piece.depth} deep; ${MOST_DEPTH} is the most that is read.`;
			this.#reading.add(this.#place(piece, number), message);
			return undefined;
		}
		const slice = this.#text.slice(piece.start, piece.end);
		const value = jsonOf(slice);
		if (value !== undefined) {
			const isWhole = piece.members >= 0 && countMembers(value) === piece.members && !hasLongNumber(slice);
			return isWhole ? value : wholeOf(slice, value);
		}
		// The project's own reader says where and why, in words that are the same in every browser.
		for (const { path, message } of parseJson('', slice).issues) {
			const line = this.#lines.at(piece.start) + Number(path.split(':')[0]) - 1;
			this.#reading.add(`Feature ${number}, line ${line}`, message);
		}
		return undefined;
	}

	/** Takes the feature that a value is, or says why it is none. */
	#read(value: unknown, piece: Piece, number: number): void {
		const members = membersOf(value);
		const isFeature = members['type'] === 'Feature';
		const geometry = withoutEmpty(isFeature ? members['geometry'] : value);
		const given = members['properties'] ?? {};
		const location = () => this.#place(piece, number);
		if (!isFeature && !isGeometry(geometry)) {
			this.#reading.add(location(), `${quoted(members['type'] ?? value)} stands where a Feature should.`);
		} else if (geometry !== null && !isGeometry(geometry)) {
			this.#refuse(piece, number, 'Its geometry is not one of RFC 7946.');
		} else if (typeof given !== 'object' || Array.isArray(given)) {
			this.#refuse(piece, number, 'Its properties are not an object.');
		} else if (isFeature) {
			this.#countForeign(members['geometry']);
			if ('geometry (2)' in members) {
				this.#reading.add(location(), 'It has two members “geometry”: the last was taken.');
			}
			this.#reading.feature(geometry, propertiesOf(membersOf(given), members), location, number);
		} else this.#reading.feature(geometry, {}, location, number);
	}

	#countForeign(geometry: unknown): void {
		const all = [geometry, ...itemsOf(membersOf(geometry)['geometries'])];
		const foreign = all.flatMap((one) => Object.keys(membersOf(one)).filter((name) => !GEOMETRY_MEMBERS.has(name)));
		for (const name of new Set(foreign)) tally(this.#ofGeometry, name);
	}

	/** Says what check-geojson finds wrong with a feature, with the line; in its absence, `message`. */
	#refuse(piece: Piece, number: number, message: string): void {
		const slice = this.#text.slice(piece.start, piece.end);
		this.#explained += slice.length;
		const found = this.#explained <= MOST_EXPLAINED ? getIssues(slice) : [];
		const ofGeometry = found.filter((issue) => !/properties member (is|but it is) missing/.test(issue.message));
		if (ofGeometry.length === 0) this.#reading.add(this.#place(piece, number), message);
		// It tells of both ends of a ring that is not closed, in the same words.
		const told = new Map(
			ofGeometry.map(({ from, message: words }) => {
				const location = `Feature ${number}, line ${this.#lines.at(piece.start + from)}`;
				return [`${location}: ${words}`, [location, words] as const];
			})
		);
		for (const issue of told.values()) this.#reading.add(...issue);
	}
}

/** A value with its long numbers and repeated names; a geometry is numbers as they are. */
function wholeOf(text: string, value: unknown): unknown {
	const whole = JSON.parse(withoutLoss(text)) as unknown;
	const members = membersOf(value);
	if (!('type' in members)) return whole;
	if (members['type'] !== 'Feature') return 'coordinates' in members || 'geometries' in members ? value : whole;
	return 'geometry' in members ? { ...membersOf(whole), geometry: members['geometry'] } : whole;
}

const GEOMETRY_MEMBERS = new Set(['type', 'coordinates', 'geometries', 'bbox']);

/** Members of a feature that are no properties; its id is one beside them. */
const FEATURE_MEMBERS = new Set(['type', 'geometry', 'geometry (2)', 'properties', 'bbox', 'id']);

/** The properties of a feature, with its id and its foreign members (RFC 7946, 6.1) beside them under names that are free. */
function propertiesOf(
	given: Readonly<Record<string, unknown>>,
	members: Readonly<Record<string, unknown>>
): Record<string, unknown> {
	const properties = new Map(Object.entries(given));
	const { id } = members;
	if (id !== undefined) properties.set(properties.has('id') ? freeName('feature id', properties) : 'id', id);
	for (const [name, value] of Object.entries(members)) {
		if (!FEATURE_MEMBERS.has(name)) properties.set(freeName(name, properties), value);
	}
	return Object.fromEntries(properties);
}
