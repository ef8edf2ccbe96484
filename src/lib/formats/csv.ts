import type { Geometry, Position } from 'geojson';
import { byId } from '$lib/domain/by-id';
import type { Catalogue } from '$lib/domain/catalogue';
import type { PlacedFeature } from '$lib/domain/feature';
import { claimColumns, type ClaimRow, type Column, type ColumnValue } from './attributes';
import type { ExportContent } from './format';
import type { ExportHeader } from './header';

/**
 * CSV (RFC 4180), one row for each claim about each feature. A byte order mark tells spreadsheets that it is UTF-8.
 * A feature without claims has no row. The members of a list are parted by a semicolon and a space.
 */
export async function* writeCsv({ header, catalogue, matches }: ExportContent): AsyncGenerator<string> {
	const columns = columnsOf(catalogue, header);
	yield '\uFEFF' + writeRow(columns.map(({ name }) => name));
	for await (const { feature, claims } of matches) {
		const rows = claims.map((claim) => writeRow(columns.map(({ valueOf }) => valueOf({ feature, claim }))));
		if (rows.length > 0) yield rows.join('');
	}
}

type CsvColumn = Pick<Column<ClaimRow>, 'name' | 'valueOf'>;

/** The columns of claims with titles beside ids, the geometry, and what the file says of itself: a row stands alone. */
function columnsOf(catalogue: Catalogue, { licence, citation }: ExportHeader): CsvColumn[] {
	const { topics, layers } = catalogue;
	const topicOf = byId(topics);
	const layerOf = byId(layers);
	const titles: Readonly<Record<string, CsvColumn>> = {
		layer: { name: 'layer_title', valueOf: ({ feature }) => layerOf.get(feature.layer)?.title ?? null },
		topics: { name: 'topic_titles', valueOf: ({ claim }) => claim.topics.map((id) => topicOf.get(id)?.title ?? id) }
	};
	return [
		...claimColumns(catalogue).flatMap((column) => [column, titles[column.name] ?? []].flat()),
		// Only a point that is the place itself has a latitude and a longitude: one for an area would be a pin in it.
		{ name: 'latitude', valueOf: ({ feature }) => pointOf(feature)?.[1] ?? null },
		{ name: 'longitude', valueOf: ({ feature }) => pointOf(feature)?.[0] ?? null },
		{ name: 'geometry_wkt', valueOf: ({ feature: { geometry } }) => geometry && writeWkt(geometry) },
		{ name: 'licence', valueOf: () => `${licence.name} ${licence.url}` },
		{ name: 'citation', valueOf: () => citation }
	];
}

function pointOf({ geometry, georeference }: PlacedFeature): Position | null {
	return geometry?.type === 'Point' && georeference.extent === 'shape' ? geometry.coordinates : null;
}

/** One row with its line end; RFC 4180, section 2. */
function writeRow(cells: readonly ColumnValue[]): string {
	return cells.map(writeCell).join(',') + '\r\n';
}

/** A number is written as it is; a text cannot become a formula; null is an empty cell. */
function writeCell(cell: ColumnValue): string {
	if (cell === null) return '';
	if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
	const text = guard(typeof cell === 'string' ? cell : cell.join('; '));
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that a spreadsheet would take for a formula, with an apostrophe before it (OWASP, CSV injection). */
function guard(text: string): string {
	return /^[=+\-@＝＋－＠\p{Cc}]/u.test(text) ? `'${text}` : text;
}

/** Well-known text (OGC 06-103r4), longitude first. */
function writeWkt(geometry: Geometry): string {
	const name = geometry.type.toUpperCase();
	if (geometry.type === 'GeometryCollection') return `${name} (${geometry.geometries.map(writeWkt).join(', ')})`;
	if (geometry.type === 'Point') return `${name} (${writePosition(geometry.coordinates)})`;
	return `${name} ${writePositions(geometry.coordinates)}`;
}

type Nested = readonly Position[] | readonly Nested[];

function writePositions(nested: Nested): string {
	const parts = nested.map((part) =>
		typeof part[0] === 'number' ? writePosition(part as Position) : writePositions(part as Nested)
	);
	return `(${parts.join(', ')})`;
}

function writePosition([longitude, latitude]: Position): string {
	return `${longitude} ${latitude}`;
}
