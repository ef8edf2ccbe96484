import { getIssues } from '@placemarkio/check-geojson';
import { parseJson } from '$lib/dataset/json';
import type { OwnChoice } from '$lib/domain/own-feature';
import { type Draft, MOST_FEATURES, MOST_POSITIONS, tooMany } from './draft';
import { countPositions, isGeometry } from './geometry';
import { type Issues, quoted } from './issues';
import { type Piece, piecesOf } from './json-pieces';
import { Lines } from './lines';
import { PlaceCheck } from './place-check';

/** Brackets nested deeper than this in one feature are a mistake, or an attack on whatever walks them by recursion. */
const MOST_DEPTH = 32;

/** How many characters of features that are not sound are given to check-geojson, which is thorough and slow. */
const MOST_EXPLAINED = 500_000;

/** Names of coordinate reference systems in the old member `crs` that are WGS 84, as GeoJSON always is now. */
const WGS84 = /(?:CRS84|EPSG:{1,2}(?:[\d.]*:)?4326)$/i;

/** What begins each record of a sequence (RFC 8142, section 2). */
export const RECORD_SEPARATOR = '\u001E';

/** GeoJSON (RFC 7946): the features that are sound, one by one. What is wrong with the others goes to `issues`. */
export function readGeojson(text: string, issues: Issues, choice: OwnChoice = {}): Draft[] {
	const { pieces, members, fault } = piecesOf(text);
	const foreign = otherFormat(text, members);
	if (foreign !== null) {
		issues.add('', foreign);
		return [];
	}
	const reader = new FeatureReader(text, issues, choice);
	const drafts = reader.readAll(pieces);
	if (fault) {
		const kept = drafts.length > 0 ? ' What stands before that was read.' : '';
		issues.add(`Line ${new Lines(text).at(fault.offset)}`, `${fault.message}${kept}`);
	} else if (pieces.length === 0) issues.add('', 'The file has no features.');
	return drafts;
}

/** GeoJSON text sequences (RFC 8142), and the same with nothing but a line end between the features. */
export function readGeojsonSequence(text: string, issues: Issues, choice: OwnChoice = {}): Draft[] {
	const pieces: Piece[] = [];
	for (const [record, start] of recordsOf(text)) {
		const inRecord = piecesOf(record);
		const whole = { start, end: start + record.length, depth: 0 };
		// A record that is not whole is told by its own parser.
		const found = inRecord.fault ? [whole] : inRecord.pieces;
		for (const piece of found)
			pieces.push(piece === whole ? whole : { ...piece, start: start + piece.start, end: start + piece.end });
	}
	return new FeatureReader(text, issues, choice).readAll(pieces);
}

/** Whether a text is a sequence of features rather than one value: by its mark, or as its first line is a value of its own. */
export function isSequence(name: string, text: string): boolean {
	if (text.startsWith(RECORD_SEPARATOR) || /\.(geojsonl|geojsons|ndjson|jsonl)$/i.test(name)) return true;
	const [, first = '', rest = ''] = /^\s*([^\n]{2,100000})\r?\n([^]{0,200})/.exec(text) ?? [];
	return rest.trim() !== '' && rest.trimStart().startsWith('{') && piecesOf(first).fault === null;
}

function* recordsOf(text: string): Generator<[record: string, start: number]> {
	const separator = text.includes(RECORD_SEPARATOR) ? RECORD_SEPARATOR : '\n';
	for (let start = 0; start <= text.length;) {
		const next = text.indexOf(separator, start);
		const end = next < 0 ? text.length : next;
		const record = text.slice(start, end);
		if (record.trim() !== '') yield [record, start];
		start = end + 1;
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
	readonly #check: PlaceCheck;
	#positions = 0;
	#explained = 0;

	constructor(text: string, issues: Issues, choice: OwnChoice) {
		this.#check = new PlaceCheck(issues, choice);
		this.#text = text;
		this.#issues = issues;
		this.#lines = new Lines(text);
	}

	readAll(pieces: readonly Piece[]): Draft[] {
		const drafts: Draft[] = [];
		for (const [index, piece] of pieces.entries()) {
			const number = index + 1;
			if (drafts.length === MOST_FEATURES || this.#positions > MOST_POSITIONS) {
				this.#issues.add('', tooMany(drafts.length, `features ${number} to ${pieces.length}`));
				break;
			}
			const value = this.#parse(piece, number);
			const feature = value === undefined ? null : this.#feature(value, piece, number);
			if (!feature) continue;
			const geometry = feature.geometry && this.#check.hold(feature.geometry, () => this.#place(piece, number));
			if (feature.geometry && !geometry) continue;
			if (geometry) this.#positions += countPositions(geometry);
			drafts.push({ ...feature, geometry });
		}
		this.#check.end();
		return drafts;
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
			return JSON.parse(slice) as unknown;
		} catch {
			// The project's own reader says where and why, in words that are the same in every browser.
			for (const { path, message } of parseJson('', slice).issues) {
				const line = this.#lines.at(begin) + Number(path.split(':')[0]) - 1;
				this.#issues.add(`Feature ${number}, line ${line}`, message);
			}
			return undefined;
		}
	}

	/** The feature that a value is, or null where it is none. */
	#feature(value: unknown, piece: Piece, number: number): Draft | null {
		const members = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
		if (members.get('type') !== 'Feature') {
			if (isGeometry(value)) return { number, geometry: value, properties: {} };
			return this.#refuse(
				value,
				piece,
				number,
				`${quoted(members.get('type') ?? value)} stands where a Feature should.`
			);
		}
		const geometry = members.get('geometry');
		const given = members.get('properties') ?? {};
		if (geometry !== null && !isGeometry(geometry)) {
			return this.#refuse(value, piece, number, 'Its geometry is not one of RFC 7946, or it is empty.');
		}
		if (typeof given !== 'object' || Array.isArray(given)) {
			return this.#refuse(value, piece, number, 'Its properties are not an object.');
		}
		const id = members.get('id');
		const properties = { ...(given as Record<string, unknown>) };
		if (id !== undefined && !Object.hasOwn(properties, 'id')) properties['id'] = id;
		return { number, geometry, properties };
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
