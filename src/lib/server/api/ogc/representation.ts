import Negotiator from 'negotiator';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { DATA_HEADERS, type HeaderTable } from '$lib/server/http/headers';

/** A format of files, as the registry has it. */
export type FileFormat = (typeof EXPORT_FORMATS)[number];

/** A form in which a resource of the API can be had. */
export interface Representation {
	/** The value of the parameter `f` that asks for it. */
	f: string;
	title: string;
	/** Its Content-Type. */
	mediaType: string;
	/** Media types other than its own by which an Accept header asks for it. */
	also: readonly string[];
	/** The format of files that it is written in; null for what the API writes itself. */
	format: FileFormat | null;
}

const JSON_TYPE = 'application/json';

export const JSON_DOCUMENT: Representation = { f: 'json', title: 'JSON', mediaType: JSON_TYPE, also: [], format: null };

export const HTML_PAGE: Representation = {
	f: 'html',
	title: 'HTML',
	mediaType: 'text/html',
	also: ['application/xhtml+xml'],
	format: null
};

/** Items as the API writes them: flat properties, links. The format of files by the same name has the claims inside. */
const GEOJSON: Representation = {
	f: 'json',
	title: 'GeoJSON',
	mediaType: 'application/geo+json',
	also: [JSON_TYPE],
	format: null
};

/** The API's description (OpenAPI 3.0): its media type is what clients look for. */
export const OPENAPI: Representation = {
	f: 'json',
	title: 'OpenAPI 3.0',
	mediaType: 'application/vnd.oai.openapi+json;version=3.0',
	also: [JSON_TYPE],
	format: null
};

/** Queryables (OGC 19-079r2, section 6). */
const SCHEMA: Representation = {
	f: 'json',
	title: 'JSON Schema',
	mediaType: 'application/schema+json',
	also: [JSON_TYPE],
	format: null
};

/** A vector tile (Mapbox Vector Tile 2.1; OGC 20-057, requirements class “Mapbox Vector Tiles”). */
export const MVT: Representation = {
	f: 'mvt',
	title: 'Mapbox Vector Tile',
	mediaType: 'application/vnd.mapbox-vector-tile',
	also: ['application/x-protobuf', 'application/octet-stream'],
	format: null
};

/** The tileset as maps read it (TileJSON 3.0.0). */
export const TILEJSON: Representation = {
	f: 'tilejson',
	title: 'TileJSON 3.0.0',
	mediaType: 'application/vnd.mapbox.tilejson+json',
	also: [],
	format: null
};

/** The description of a tileset. */
export const TILESET: readonly Representation[] = [JSON_DOCUMENT, HTML_PAGE, TILEJSON];

/** A document of the API: for programs and for people. */
export const DOCUMENTS: readonly Representation[] = [JSON_DOCUMENT, HTML_PAGE];

/** What a collection can be filtered by. */
export const QUERYABLES: readonly Representation[] = [SCHEMA, HTML_PAGE];

/** Items: for programs, for people, and as files. */
export const ITEMS: readonly Representation[] = [
	GEOJSON,
	HTML_PAGE,
	...EXPORT_FORMATS.filter(({ mediaType }) => mediaType !== GEOJSON.mediaType).map((format) => ({
		f: format.id,
		title: format.title,
		mediaType: format.mediaType,
		also: [],
		format
	}))
];

/**
 * The representation that a request asks for: the one that `f` names, else the one that its Accept header likes best (RFC
 * 9110, section 12.5.1). Null where none fits.
 */
export function negotiate(
	offered: readonly Representation[],
	f: string | null,
	accept: string | undefined
): Representation | null {
	if (f) return offered.find((one) => one.f === f) ?? null;
	if (!accept || accept === '*/*') return offered[0] ?? null;
	const byType = new Map(offered.flatMap((one) => [one.mediaType, ...one.also].map((type) => [type, one] as const)));
	// A parameter other than q, such as a charset, does not count.
	const headers = { accept: accept.replace(/;(?!\s*q\s*=)[^;,]*/gi, '') };
	const [best] = new Negotiator({ headers }).mediaTypes([...byType.keys()]);
	return byType.get(best ?? '') ?? null;
}

/**
 * The headers of a response with content, which says what was opened at `modified`. Others may cache it, but not use it again
 * without asking whether it stands.
 */
export function headersOf({ mediaType }: Representation, etag: string, modified: Date): HeaderTable {
	return {
		...DATA_HEADERS,
		'content-type': mediaType,
		etag,
		'last-modified': modified.toUTCString(),
		'cache-control': 'public, no-cache',
		vary: 'Accept'
	};
}
