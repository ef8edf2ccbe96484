import type { Catalogue } from '$lib/domain/catalogue';
import { MODALITIES } from '$lib/domain/claim';
import { DIFFERENCES } from '$lib/domain/conflict';
import { claimColumns, type Column, featureColumns } from '$lib/formats/attributes';
import { CRS84 } from './collections';

/** A schema of OpenAPI 3.0. */
export type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const list = (items: Schema): Schema => ({ type: 'array', items });

/** A reference to a schema of the document. */
export function schemaRef(name: string): Schema {
	return { $ref: `#/components/schemas/${name}` };
}

/** The schemas of all that the API answers with in JSON. */
export function schemasOf(catalogue: Catalogue): Record<string, Schema> {
	return {
		link: object({ href: text, rel: text, type: text, title: text, templated: { type: 'boolean' } }, ['href', 'rel']),
		landingPage: object({ title: text, description: text, links }, ['links']),
		confClasses: object({ conformsTo: list(text), links }, ['conformsTo']),
		collections: object({ title: text, description: text, links, collections: list(schemaRef('collection')) }, [
			'links',
			'collections'
		]),
		collection: object(
			{
				id: text,
				title: text,
				description: text,
				itemType: { type: 'string', enum: ['feature'] },
				crs: list({ type: 'string', enum: [CRS84] }),
				extent: schemaRef('extent'),
				links
			},
			['id', 'title', 'itemType', 'crs', 'links']
		),
		extent: object({
			spatial: object({ bbox: { ...list(bbox), minItems: 1 }, crs: { type: 'string', enum: [CRS84] } }, ['bbox']),
			temporal: object(
				{
					interval: {
						...list({ ...list({ type: 'string', format: 'date-time', nullable: true }), minItems: 2, maxItems: 2 }),
						minItems: 1
					},
					trs: text
				},
				['interval']
			)
		}),
		queryables: object(
			{
				$schema: text,
				$id: text,
				type: { type: 'string', enum: ['object'] },
				title: text,
				description: text,
				properties: { type: 'object', additionalProperties: { type: 'object' } },
				additionalProperties: { type: 'boolean' }
			},
			['$schema', '$id', 'type', 'properties']
		),
		problem: {
			description: 'What is wrong, as RFC 9457 has it.',
			type: 'object',
			required: ['type', 'title', 'status', 'detail'],
			properties: {
				type: text,
				title: text,
				status: { type: 'integer' },
				detail: text,
				parameter: text,
				errors: list(object({ parameter: text, value: text, detail: text }, ['parameter', 'value', 'detail']))
			}
		},
		geometry: {
			description:
				'A geometry of GeoJSON (RFC 7946, section 3.1) in WGS 84, longitude first; null where there is none.',
			type: 'object',
			nullable: true,
			required: ['type'],
			properties: {
				type: {
					type: 'string',
					enum: [
						'Point',
						'MultiPoint',
						'LineString',
						'MultiLineString',
						'Polygon',
						'MultiPolygon',
						'GeometryCollection'
					]
				},
				coordinates: list({}),
				geometries: list({ type: 'object' })
			}
		},
		...tileSchemas(),
		feature: itemOf('The id of the feature.', featureColumns(catalogue), { answers: list(schemaRef('answer')) }),
		answer: answerSchema,
		named: object({ id: text, title: text }, ['id', 'title']),
		date: dateSchema,
		claim: itemOf('The id of the claim, a dot and the id of the feature that it is about.', claimColumns(catalogue)),
		features: pageOf('feature'),
		claims: pageOf('claim')
	};
}

/** The schemas of tilesets and tile matrix sets (OGC 17-083r4, annex B). */
function tileSchemas(): Record<string, Schema> {
	const tileset = {
		title: text,
		dataType: { type: 'string', enum: ['vector'] },
		crs: text,
		tileMatrixSetURI: text,
		links
	};
	const tileMatrixSet = { id: text, title: text, uri: text, crs: text, links };
	const corner: Schema = { ...list({ type: 'number' }), minItems: 2, maxItems: 2 };
	const count: Schema = { type: 'integer', minimum: 0 };
	return {
		tilesets: object({ tilesets: list(object(tileset, Object.keys(tileset))), links }, ['tilesets', 'links']),
		tileset: object(
			{
				...tileset,
				description: text,
				version: text,
				license: text,
				mediaTypes: list(text),
				tileMatrixSetLimits: list(
					object({ tileMatrix: text, minTileRow: count, maxTileRow: count, minTileCol: count, maxTileCol: count }, [
						'tileMatrix',
						'minTileRow',
						'maxTileRow',
						'minTileCol',
						'maxTileCol'
					])
				),
				boundingBox: object({ lowerLeft: corner, upperRight: corner, crs: text }, ['lowerLeft', 'upperRight']),
				layers: { ...list({ type: 'object', required: ['id', 'dataType'] }), minItems: 1 }
			},
			Object.keys(tileset)
		),
		tileMatrixSets: object({ tileMatrixSets: list(object(tileMatrixSet, Object.keys(tileMatrixSet))), links }, [
			'tileMatrixSets',
			'links'
		]),
		tileMatrixSet: object(
			{
				...tileMatrixSet,
				orderedAxes: list(text),
				wellKnownScaleSet: text,
				tileMatrices: list(
					object(
						{
							id: text,
							scaleDenominator: { type: 'number' },
							cellSize: { type: 'number' },
							cornerOfOrigin: { type: 'string', enum: ['topLeft', 'bottomLeft'] },
							pointOfOrigin: corner,
							tileWidth: count,
							tileHeight: count,
							matrixWidth: count,
							matrixHeight: count
						},
						[
							'id',
							'scaleDenominator',
							'cellSize',
							'pointOfOrigin',
							'tileWidth',
							'tileHeight',
							'matrixWidth',
							'matrixHeight'
						]
					)
				)
			},
			['crs', 'tileMatrices']
		)
	};
}

const links = list(schemaRef('link'));
const bbox: Schema = { ...list({ type: 'number' }), minItems: 4, maxItems: 4 };

function object(properties: Record<string, Schema>, required: readonly string[] = []): Schema {
	return { type: 'object', ...(required.length > 0 && { required }), properties, additionalProperties: false };
}

const named = schemaRef('named');

const dateSchema: Schema = {
	description: 'A date as EDTF (ISO 8601-2), and the first and last day that it can mean; an open end is null.',
	...object(
		{
			edtf: text,
			basis: { type: 'string', enum: ['stated', 'inferred'] },
			remark: text,
			from: { type: 'string', format: 'date', nullable: true },
			to: { type: 'string', format: 'date', nullable: true }
		},
		['edtf', 'basis', 'from', 'to']
	)
};

/** What sets an answer against others. */
const AGAINST = DIFFERENCES.filter((difference) => difference !== 'compatible');

/** The latest answer of an origin to a question. */
const answerSchema: Schema = {
	description:
		'The latest answer of one origin to one question about the feature. Contradictions stand first, then what is in tension, then what was said last.',
	...object(
		{
			question: named,
			answer: named,
			origin: {
				description: 'Who gave it; “for” is the agent whose word theirs is.',
				...object({ id: text, name: text, role: text, kind: text, for: named }, ['id', 'name', 'kind'])
			},
			words: { description: 'The words that its claims quote.', ...list(text) },
			said: schemaRef('date'),
			through: { description: 'Who passed it on, from the origin to the document.', ...list(named) },
			modality: { type: 'string', enum: MODALITIES },
			hedges: { description: 'The words of the claim that hold back how sure it is.', ...list(text) },
			difference: {
				description: 'The strongest of “against”; null where it stands against nothing.',
				type: 'string',
				enum: [...AGAINST, null],
				nullable: true
			},
			against: {
				description: 'Other answers given here that exclude it or are in tension with it, or were at another time.',
				...list(
					object({ difference: { type: 'string', enum: AGAINST }, question: named, answer: named, why: text }, [
						'difference',
						'question',
						'answer',
						'why'
					])
				)
			},
			since: {
				description: 'The first day that a claim of this answer is about; null where no source says since when.',
				type: 'string',
				format: 'date',
				nullable: true
			},
			latest: schemaRef('date'),
			claims: { description: 'The ids of the claims that it is told from.', ...list(text) }
		},
		[
			'question',
			'answer',
			'origin',
			'words',
			'said',
			'through',
			'modality',
			'hedges',
			'difference',
			'against',
			'since',
			'latest',
			'claims'
		]
	)
};

/** A Feature (RFC 7946, section 3.2) whose properties are columns; `members` stand in a single item only. */
function itemOf<Row>(id: string, columns: readonly Column<Row>[], members: Record<string, Schema> = {}): Schema {
	const properties = Object.fromEntries(columns.map((column) => [column.name, schemaOf(column)]));
	return object(
		{
			type: { type: 'string', enum: ['Feature'] },
			id: { type: 'string', description: id },
			geometry: schemaRef('geometry'),
			properties: object(
				properties,
				columns.map(({ name }) => name)
			),
			...members,
			links
		},
		['type', 'id', 'geometry', 'properties']
	);
}

function schemaOf<Row>({ title, description, type, values }: Column<Row>): Schema {
	const said = { title, description, ...(values && { enum: [...values] }) };
	if (type === 'strings') return { ...said, type: 'array', items: text };
	if (type === 'date') return { ...said, type: 'string', format: 'date', nullable: true };
	return { ...said, type, nullable: true };
}

/** A FeatureCollection (RFC 7946, section 3.3) with what the standard adds. */
function pageOf(item: string): Schema {
	return object(
		{
			type: { type: 'string', enum: ['FeatureCollection'] },
			timeStamp: { type: 'string', format: 'date-time' },
			numberMatched: { type: 'integer', minimum: 0 },
			numberReturned: { type: 'integer', minimum: 0 },
			links,
			features: list(schemaRef(item))
		},
		['type', 'features', 'links', 'timeStamp', 'numberMatched', 'numberReturned']
	);
}
