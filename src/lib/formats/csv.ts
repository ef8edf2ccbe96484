import type { Geometry, Position } from 'geojson';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim, KnownDate } from '$lib/domain/claim';
import type { PlacedFeature } from '$lib/domain/feature';
import type { ExportContent, ExportFormat } from './format';

/** A number is written as it is; a text cannot become a formula; null is an empty cell. */
type Cell = string | number | null;

/**
 * CSV (RFC 4180), one row for each claim about each feature. A byte order mark tells spreadsheets that it is UTF-8.
 * A feature without claims has no row.
 */
export const csv: ExportFormat = {
	id: 'csv',
	title: 'CSV',
	description: 'For a spreadsheet: one row for each claim about each feature.',
	extension: 'csv',
	mediaType: 'text/csv; charset=utf-8',
	version: 1,
	serialise
};

async function* serialise({ catalogue, findings }: ExportContent): AsyncGenerator<string> {
	const columns = columnsOf(catalogue);
	yield '\uFEFF' + writeRow(columns.map(({ name }) => name));
	for await (const finding of findings) {
		const rows = finding.claims.map((claim) => writeRow(columns.map(({ cell }) => cell(finding.feature, claim))));
		if (rows.length > 0) yield rows.join('');
	}
}

interface Column {
	name: string;
	cell: (feature: PlacedFeature, claim: Claim) => Cell;
}

function columnsOf({ agents, topics, sources, questions, layers }: Catalogue): Column[] {
	const nameOf = new Map(agents.map((agent) => [agent.id, agent.name]));
	const topicOf = new Map(topics.map((topic) => [topic.id, topic.title]));
	const layerOf = new Map(layers.map((layer) => [layer.id, layer.title]));
	const sourceOf = new Map(sources.map((source) => [source.id, source]));
	const questionOf = new Map(questions.map((question) => [question.id, question]));
	const positionWords = ({ question, answer }: Claim['positions'][number]) => {
		const asked = questionOf.get(question);
		return `${asked?.title ?? question} ${asked?.answers.find(({ id }) => id === answer)?.title ?? answer}`;
	};
	return [
		{ name: 'feature_id', cell: ({ id }) => id },
		{ name: 'feature', cell: ({ name }) => name },
		{ name: 'layer', cell: ({ layer }) => layerOf.get(layer) ?? layer },
		{ name: 'kind', cell: ({ kind }) => kind },
		{ name: 'country', cell: ({ country }) => country ?? null },
		{ name: 'claim_id', cell: (_, { id }) => id },
		{ name: 'claim', cell: (_, { text }) => text },
		{ name: 'modality', cell: (_, { modality }) => modality },
		{ name: 'topics', cell: (_, claim) => claim.topics.map((id) => topicOf.get(id) ?? id).join('; ') },
		{ name: 'origin', cell: (_, { attribution: [origin] }) => (origin ? (nameOf.get(origin.agent) ?? null) : null) },
		{
			name: 'attribution',
			cell: (_, { attribution }) =>
				attribution.map(({ agent, as }) => `${nameOf.get(agent) ?? agent} (${as})`).join(' > ')
		},
		...dateColumns('said', ({ said }) => said),
		...dateColumns('concerns', ({ concerns }) => concerns),
		{ name: 'positions', cell: (_, { positions }) => positions.map(positionWords).join('; ') },
		{ name: 'source_id', cell: (_, { source }) => source },
		{ name: 'source', cell: (_, { source }) => sourceOf.get(source)?.title ?? null },
		{ name: 'source_url', cell: (_, { source }) => sourceOf.get(source)?.record.URL ?? null },
		{ name: 'paragraph', cell: (_, { selector }) => selector.paragraph },
		{ name: 'passage_start', cell: (_, { selector }) => selector.start },
		{ name: 'passage_end', cell: (_, { selector }) => selector.end },
		{ name: 'passage_sha256', cell: (_, { selector }) => selector.sha256 },
		// Only a point that is the place itself has a latitude and a longitude: one for an area would be a pin in it.
		{ name: 'latitude', cell: (feature) => pointOf(feature)?.[1] ?? null },
		{ name: 'longitude', cell: (feature) => pointOf(feature)?.[0] ?? null },
		{ name: 'geometry_extent', cell: ({ georeference }) => georeference.extent },
		{ name: 'uncertainty_metres', cell: ({ georeference }) => georeference.uncertaintyMetres },
		{ name: 'geometry_wkt', cell: ({ geometry }) => geometry && writeWkt(geometry) }
	];
}

function dateColumns(name: string, dateOf: (claim: Claim) => KnownDate | undefined): Column[] {
	return [
		{ name, cell: (_, claim) => dateOf(claim)?.edtf ?? null },
		{ name: `${name}_basis`, cell: (_, claim) => dateOf(claim)?.basis ?? null },
		{ name: `${name}_remark`, cell: (_, claim) => dateOf(claim)?.remark ?? null }
	];
}

function pointOf({ geometry, georeference }: PlacedFeature): Position | null {
	return geometry?.type === 'Point' && georeference.extent === 'shape' ? geometry.coordinates : null;
}

/** One row with its line end; RFC 4180, section 2. */
function writeRow(cells: readonly Cell[]): string {
	return cells.map(writeCell).join(',') + '\r\n';
}

function writeCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = guard(cell);
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
