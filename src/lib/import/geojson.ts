import { getIssues } from '@placemarkio/check-geojson';
import { parseJson } from '$lib/ingest/json';
import type { OwnChoice } from '$lib/domain/own-feature';
import { type Draft, MOST_FEATURES, MOST_POSITIONS, tooMany } from './own-draft';
import { countPositions, isGeometry, withoutEmpty } from './own-geometry';
import { counted, type Issues, listed, quoted } from './issues';
import { type Piece, piecesOf, SECOND_VALUE } from './json-pieces';
import { isRecord, type JsonRecord, readRecords } from './json-records';
import { countMembers, hasLongNumber, withoutLoss } from './json-whole';
import { Lines } from './text-lines';
import { freeName } from './feature-names';
import { PlaceCheck } from './place-check';
import type { TableReading } from './table';

/** Brackets nested deeper than this in one feature are a mistake, or an attack on whatever walks them by recursion. */
const MOST_DEPTH = 32;

/** How many characters of features that are not sound are given to check-geojson, which is thorough and slow. */
const MOST_EXPLAINED = 500_000;

/** Names of coordinate reference systems in the old member `crs` that are WGS 84, as GeoJSON always is now. */
const WGS84 = /(?:CRS84|EPSG:{1,2}(?:[\d.]*:)?4326)$/i;

/** What begins each record of a sequence (RFC 8142, section 2). */
export const RECORD_SEPARATOR = '\u001E';

/** What was read of a JSON file: which kind it is, its drafts, and its columns where it is a table of records. */
export interface JsonReading extends Partial<TableReading> {
	format: 'GeoJSON' | 'GeoJSON text sequence' | 'JSON' | 'JSON lines';
	drafts: Draft[];
}

/**
 * GeoJSON (RFC 7946): the features that are sound, one by one; a list of other objects is read as a table. Values one after
 * another are a sequence, whatever the file is called. What is wrong goes to `issues`.
 */
export function readJson(name: string, text: string, issues: Issues, choice: OwnChoice = {}): JsonReading {
	if (isSequence(name, text)) return readSequence(text, issues, choice);
	const { pieces, members, fault } = piecesOf(text);
	if (fault?.message === SECOND_VALUE) return readSequence(text, issues, choice);
	const foreign = otherFormat(text, members);
	if (foreign !== null) {
		issues.add('', foreign);
		return { format: 'GeoJSON', drafts: [] };
	}
	const [list, cut] = fault ? [null, ''] : listIn(text, pieces, members);
	const reading = new FeatureReader(text, issues, choice).readAll(list ?? pieces);
	if (fault) {
		const kept = reading.drafts.length > 0 ? ' What stands before that was read.' : '';
		issues.add(`Line ${new Lines(text).at(fault.offset)}`, `${fault.message}${kept}`);
	} else if (pieces.length === 0) issues.add('', 'The file has no features.');
	if (members.has('features')) issues.add('', 'The file has a second member “features”: it was not read.');
	const others = [...members.keys()].filter((member) => !KNOWN_MEMBERS.has(member) && member !== cut);
	const isCollection = !['coordinates', 'geometries', 'geometry', 'properties'].some((one) => members.has(one));
	if (others.length > 0 && reading.drafts.length > 0 && isCollection) {
		issues.notes.push(`What the file says of itself is not kept: ${listed(others)}.`);
	}
	return reading;
}

/** Members of a collection that say nothing beyond its features. */
const KNOWN_MEMBERS = new Set(['type', 'features', 'bbox', 'crs', '@context']);

/** The longest list of objects in an object that is nothing of GeoJSON, as answers of services have it, and its name. */
function listIn(text: string, pieces: readonly Piece[], members: ReadonlyMap<string, Piece>): [Piece[] | null, string] {
	const [only] = pieces;
	if (
		pieces.length !== 1 ||
		!only ||
		only.depth > MOST_DEPTH ||
		members.size === 0 ||
		(only.start > 0 && text.slice(0, only.start).trim() !== '')
	)
		return [null, ''];
	if (members.has('type') && members.has('geometry')) return [null, ''];
	const lists = [...members].filter(([, { start, end }]) => /^\s*\[\s*\{/.test(text.slice(start, end)));
	const [name = '', piece] = lists.sort(([, a], [, b]) => b.end - b.start - (a.end - a.start))[0] ?? [];
	if (!piece) return [null, ''];
	const inside = piecesOf(text.slice(piece.start, piece.end)).pieces;
	return [inside.map((one) => ({ ...one, start: one.start + piece.start, end: one.end + piece.start })), name];
}

/** GeoJSON text sequences (RFC 8142), and the same with nothing but white space between the features. */
function readSequence(text: string, issues: Issues, choice: OwnChoice): JsonReading {
	const pieces: Piece[] = [];
	for (const [record, start] of recordsOf(text)) {
		const inRecord = piecesOf(record);
		const whole = { start, end: start + record.length, depth: 0, members: -1 };
		// A record that is not whole is told by its own parser.
		const found = inRecord.fault ? [whole] : inRecord.pieces;
		for (const piece of found)
			pieces.push(piece === whole ? whole : { ...piece, start: start + piece.start, end: start + piece.end });
	}
	const reading = new FeatureReader(text, issues, choice).readAll(pieces);
	return { ...reading, format: reading.format === 'JSON' ? 'JSON lines' : 'GeoJSON text sequence' };
}

/** Whether a text is a sequence of values rather than one: by its mark or name, or as its first line is a value of its own. */
function isSequence(name: string, text: string): boolean {
	if (text.startsWith(RECORD_SEPARATOR) || /\.(geojsonl|geojsons|ndjson|jsonl)$/i.test(name)) return true;
	const begin = text.search(/\S/);
	const end = text.indexOf('\n', begin);
	if (end < 0 || !/^\s*\{/.test(text.slice(end, end + 1000))) return false;
	const first = piecesOf(text.slice(begin, end));
	return first.fault === null;
}

/** The records of a sequence: parted by their mark, or by lines; by their own brackets where they run over lines. */
function* recordsOf(text: string): Generator<[record: string, start: number]> {
	const separator = text.includes(RECORD_SEPARATOR) ? RECORD_SEPARATOR : '\n';
	const first = text.search(/\S/);
	const firstLine = text.slice(first, text.indexOf('\n', first) < 0 ? text.length : text.indexOf('\n', first));
	if (separator === '\n' && piecesOf(firstLine).fault !== null) {
		yield* valuesOf(text);
		return;
	}
	for (let start = 0; start <= text.length;) {
		const next = text.indexOf(separator, start);
		const end = next < 0 ? text.length : next;
		const record = text.slice(start, end);
		if (record.trim() !== '') yield [record, start];
		start = end + 1;
	}
}

/** JSON values one after another, each to its last bracket. */
function* valuesOf(text: string): Generator<[value: string, start: number]> {
	for (let start = 0; start < text.length;) {
		const rest = text.slice(start);
		const { fault } = piecesOf(rest);
		const end = fault?.message === SECOND_VALUE ? fault.offset : rest.length;
		yield [rest.slice(0, end), start];
		start += end;
	}
}

/** What a JSON file is that has features, but not those of GeoJSON; or GeoJSON in coordinates of its own. Null for neither. */
function otherFormat(text: string, members: ReadonlyMap<string, Piece>): string | null {
	const valueOf = (name: string): unknown => {
		const piece = members.get(name);
		if (!piece || piece.depth > MOST_DEPTH) return undefined;
		try {
			return JSON.parse(text.slice(piece.start, piece.end)) as unknown;
		} catch {
			return undefined;
		}
	};
	if (valueOf('type') === 'Topology') return 'This is TopoJSON, not GeoJSON. Convert it to GeoJSON.';
	if (members.has('spatialReference') || members.has('geometryType')) {
		return 'This is Esri JSON, not GeoJSON. Export it as GeoJSON.';
	}
	const crs = valueOf('crs');
	if (typeof crs !== 'object' || crs === null) return null;
	const named = (crs as { properties?: { name?: unknown } | null }).properties?.name;
	if (typeof named === 'string' && WGS84.test(named)) return null;
	return `The member “crs” says that the coordinates are in ${quoted(named ?? crs)}. The map needs degrees of longitude and latitude (WGS 84, EPSG:4326): reproject the file. Nothing of it was read.`;
}

/** Reads features one by one, and tells of each what is wrong with it. */
class FeatureReader {
	readonly #text: string;
	readonly #issues: Issues;
	readonly #lines: Lines;
	readonly #choice: OwnChoice;
	readonly #check: PlaceCheck;
	/** Members of geometries that RFC 7946 does not have, and in how many features they stand. */
	readonly #ofGeometry = new Map<string, number>();
	#positions = 0;
	#explained = 0;

	constructor(text: string, issues: Issues, choice: OwnChoice) {
		this.#choice = choice;
		this.#check = new PlaceCheck(issues, choice);
		this.#text = text;
		this.#issues = issues;
		this.#lines = new Lines(text);
	}

	readAll(pieces: readonly Piece[]): JsonReading {
		const drafts: Draft[] = [];
		const records: JsonRecord[] = [];
		for (const [index, piece] of pieces.entries()) {
			const number = index + 1;
			const read = drafts.length + records.length;
			if (read === MOST_FEATURES || this.#positions > MOST_POSITIONS) {
				this.#issues.add('', tooMany(read, `features ${number} to ${pieces.length}`));
				break;
			}
			const value = this.#parse(piece, number);
			if (value === undefined) continue;
			if (pieces.length > 0 && drafts.length === 0 && isRecord(value) && this.#mayBeRecords(pieces)) {
				records.push({ value, place: this.#place(piece, number), number });
				continue;
			}
			const feature = this.#feature(value, piece, number);
			if (!feature) continue;
			const geometry = feature.geometry && this.#check.hold(feature.geometry, () => this.#place(piece, number));
			if (feature.geometry && !geometry) continue;
			if (geometry) this.#positions += countPositions(geometry);
			drafts.push({ ...feature, geometry });
		}
		this.#check.end();
		if (this.#ofGeometry.size > 0) {
			const most = Math.max(...this.#ofGeometry.values());
			this.#issues.notes.push(
				`What geometries say of themselves is not kept: ${listed([...this.#ofGeometry.keys()])}, in ${counted(most, 'feature')}.`
			);
		}
		if (records.length === 0) return { format: 'GeoJSON', drafts };
		if (drafts.length > 0) {
			for (const { place } of records) this.#issues.add(place, 'It is no feature, and others of the file are.');
			return { format: 'GeoJSON', drafts };
		}
		return { format: 'JSON', ...readRecords(records, this.#issues, this.#choice) };
	}

	/** Whether the pieces are the items of a list; a single object is more likely a file of another kind. */
	#mayBeRecords(pieces: readonly Piece[]): boolean {
		const [first] = pieces;
		return pieces.length > 1 || (first !== undefined && this.#text.slice(0, first.start).includes('['));
	}

	#place({ start }: Piece, number: number): string {
		return `Feature ${number}, line ${this.#lines.at(this.#begin(start))}`;
	}

	/** Where a piece begins after its white space. */
	#begin(start: number): number {
		const rest = /\S/g;
		rest.lastIndex = start;
		return rest.exec(this.#text)?.index ?? start;
	}

	#parse(piece: Piece, number: number): unknown {
		if (piece.depth > MOST_DEPTH) {
			const message = `Brackets are nested ${piece.depth} deep; ${MOST_DEPTH} is the most that is read.`;
			this.#issues.add(this.#place(piece, number), message);
			return undefined;
		}
		const begin = this.#begin(piece.start);
		const slice = this.#text.slice(begin, piece.end);
		try {
			const value = JSON.parse(slice) as unknown;
			const isWhole = piece.members >= 0 && countMembers(value) === piece.members && !hasLongNumber(slice);
			return isWhole ? value : this.#wholeOf(slice, value);
		} catch {
			// The project's own reader says where and why, in words that are the same in every browser.
			for (const { path, message } of parseJson('', slice).issues) {
				const line = this.#lines.at(begin) + Number(path.split(':')[0]) - 1;
				this.#issues.add(`Feature ${number}, line ${line}`, message);
			}
			return undefined;
		}
	}

	/** A value with its long numbers and repeated names; a geometry is numbers as they are. */
	#wholeOf(slice: string, value: unknown): unknown {
		const whole = JSON.parse(withoutLoss(slice)) as unknown;
		if (typeof value !== 'object' || value === null || !('type' in value)) return whole;
		if (value.type !== 'Feature') return 'coordinates' in value || 'geometries' in value ? value : whole;
		return 'geometry' in value ? { ...(whole as object), geometry: value.geometry } : whole;
	}

	/** The feature that a value is, or null where it is none. */
	#feature(value: unknown, piece: Piece, number: number): Draft | null {
		const members = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
		if (members.get('type') !== 'Feature') {
			const geometry = withoutEmpty(value);
			if (isGeometry(geometry)) return { number, geometry, properties: {} };
			return this.#refuse(
				value,
				piece,
				number,
				`${quoted(members.get('type') ?? value)} stands where a Feature should.`
			);
		}
		const geometry = withoutEmpty(members.get('geometry'));
		const given = members.get('properties') ?? {};
		if (geometry !== null && !isGeometry(geometry)) {
			return this.#refuse(value, piece, number, 'Its geometry is not one of RFC 7946.');
		}
		if (typeof given !== 'object' || Array.isArray(given)) {
			return this.#refuse(value, piece, number, 'Its properties are not an object.');
		}
		this.#countForeign(members.get('geometry'));
		if (members.has('geometry (2)')) {
			this.#issues.add(this.#place(piece, number), 'It has two members “geometry”: the last was taken.');
		}
		return { number, geometry, properties: propertiesOf(given as Record<string, unknown>, members) };
	}

	#countForeign(geometry: unknown): void {
		if (typeof geometry !== 'object' || geometry === null) return;
		const { geometries } = geometry as { geometries?: unknown };
		const all = [geometry, ...(Array.isArray(geometries) ? (geometries as unknown[]) : [])];
		const foreign = new Set(all.flatMap((one) => Object.keys(one ?? {}).filter((name) => !GEOMETRY_MEMBERS.has(name))));
		for (const name of foreign) this.#ofGeometry.set(name, (this.#ofGeometry.get(name) ?? 0) + 1);
	}

	/** Says what check-geojson finds, with the line; in its absence, `message`. */
	#refuse(value: unknown, piece: Piece, number: number, message: string): null {
		const begin = this.#begin(piece.start);
		const slice = this.#text.slice(begin, piece.end);
		const isFeature = typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Feature';
		this.#explained += slice.length;
		const found = isFeature && this.#explained <= MOST_EXPLAINED ? getIssues(slice) : [];
		const ofGeometry = found.filter((issue) => !/properties member (is|but it is) missing/.test(issue.message));
		// It tells of both ends of a ring that is not closed, in the same words.
		const told = new Set(
			ofGeometry.map(({ from, message: words }) => `Feature ${number}, line ${this.#lines.at(begin + from)}\n${words}`)
		);
		for (const issue of told) {
			const [place = '', words = ''] = issue.split('\n');
			this.#issues.add(place, words);
		}
		if (ofGeometry.length === 0) this.#issues.add(this.#place(piece, number), message);
		return null;
	}
}

const GEOMETRY_MEMBERS = new Set(['type', 'coordinates', 'geometries', 'bbox']);

/** Members of a feature that are no properties; its id is one beside them. */
const FEATURE_MEMBERS = new Set(['type', 'geometry', 'geometry (2)', 'properties', 'bbox', 'id']);

/** The properties of a feature, with its id and its foreign members (RFC 7946, 6.1) beside them under names that are free. */
function propertiesOf(given: Record<string, unknown>, members: ReadonlyMap<string, unknown>): Record<string, unknown> {
	const properties = new Map(Object.entries(given));
	const id = members.get('id');
	if (id !== undefined) properties.set(properties.has('id') ? freeName('feature id', properties) : 'id', id);
	for (const [name, value] of members) {
		if (!FEATURE_MEMBERS.has(name)) properties.set(freeName(name, properties), value);
	}
	return Object.fromEntries(properties);
}
