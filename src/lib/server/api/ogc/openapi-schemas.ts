import type { Catalogue } from '$lib/domain/catalogue';
import { MODALITIES } from '$lib/domain/claim';
import { DIFFERENCES } from '$lib/domain/conflict';
import { claimColumns, type Column, featureColumns } from '$lib/formats/attributes';
import { CRS84 } from './collections';

/** A schema of OpenAPI 3.0. */
export type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const number: Schema = { type: 'number' };
const day: Schema = { type: 'string', format: 'date', nullable: true };
const moment: Schema = { type: 'string', format: 'date-time' };

const oneOf = (...values: readonly (string | null)[]): Schema => ({ type: 'string', enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items });
const listOf = (length: number, items: Schema): Schema => ({ ...list(items), minItems: length, maxItems: length });
const someOf = (items: Schema): Schema => ({ ...list(items), minItems: 1 });

/** An object with members that it always has, and others. */
function object(always: Record<string, Schema>, others: Record<string, Schema> = {}): Schema {
	const required = Object.keys(always);
	return {
		type: 'object',
		// A list without members would be no schema.
		...(required.length > 0 && { required }),
		properties: { ...always, ...others },
		additionalProperties: false
	};
}

/** A reference to a schema of the document. */
export function schemaRef(name: string): Schema {
	return { $ref: `#/components/schemas/${name}` };
}

const links = list(schemaRef('link'));
const named = schemaRef('named');

/** The schemas of all that the API answers with in JSON. */
export function schemasOf(catalogue: Catalogue): Record<string, Schema> {
	return {
		link: object({ href: text, rel: text }, { type: text, title: text, templated: flag }),
		landingPage: object({ links }, { title: text, description: text }),
		confClasses: object({ conformsTo: list(text) }, { links }),
		collections: object({ links, collections: list(schemaRef('collection')) }, { title: text, description: text }),
		collection: object(
			{ id: text, title: text, itemType: oneOf('feature'), crs: list(oneOf(CRS84)), links },
			{ description: text, extent: schemaRef('extent') }
		),
		extent: object(
			{},
			{
				spatial: object({ bbox: someOf(listOf(4, number)) }, { crs: oneOf(CRS84) }),
				temporal: object({ interval: someOf(listOf(2, { ...moment, nullable: true })) }, { trs: text })
			}
		),
		queryables: object(
			{
				$schema: text,
				$id: text,
				type: oneOf('object'),
				properties: { type: 'object', additionalProperties: { type: 'object' } }
			},
			{ title: text, description: text, additionalProperties: flag }
		),
		problem: {
			description: 'What is wrong, as RFC 9457 has it.',
			...object(
				{ type: text, title: text, status: { type: 'integer' }, detail: text },
				{ parameter: text, errors: list(object({ parameter: text, value: text, detail: text })) }
			),
			// A problem may have members that its readers do not know (RFC 9457, section 3.2).
			additionalProperties: true
		},
		geometry: {
			description:
				'A geometry of GeoJSON (RFC 7946, section 3.1) in WGS 84, longitude first; null where there is none.',
			...object(
				{
					type: oneOf(
						'Point',
						'MultiPoint',
						'LineString',
						'MultiLineString',
						'Polygon',
						'MultiPolygon',
						'GeometryCollection'
					)
				},
				{ coordinates: list({}), geometries: list({ type: 'object' }) }
			),
			// So may a geometry (RFC 7946, section 6.1).
			additionalProperties: true,
			nullable: true
		},
		...tileSchemas(),
		feature: itemOf('The id of the feature.', featureColumns(catalogue), { answers: list(schemaRef('answer')) }),
		answer: answerSchema,
		named: object({ id: text, title: text }),
		date: dateSchema,
		claim: itemOf('The id of the claim, a dot and the id of the feature that it is about.', claimColumns(catalogue)),
		features: pageOf('feature'),
		claims: pageOf('claim')
	};
}

/** The schemas of tilesets and tile matrix sets (OGC 17-083r4, annex B). */
function tileSchemas(): Record<string, Schema> {
	const tileset = { title: text, dataType: oneOf('vector'), crs: text, tileMatrixSetURI: text, links };
	const tileMatrixSet = { id: text, title: text, uri: text, links };
	const corner = listOf(2, number);
	const limits = { tileMatrix: text, minTileRow: count, maxTileRow: count, minTileCol: count, maxTileCol: count };
	const tileMatrix = {
		id: text,
		scaleDenominator: number,
		cellSize: number,
		pointOfOrigin: corner,
		tileWidth: count,
		tileHeight: count,
		matrixWidth: count,
		matrixHeight: count
	};
	return {
		tilesets: object({ tilesets: list(object(tileset)), links }),
		tileset: object(tileset, {
			description: text,
			version: text,
			license: text,
			mediaTypes: list(text),
			tileMatrixSetLimits: list(object(limits)),
			boundingBox: object({ lowerLeft: corner, upperRight: corner }, { crs: text }),
			layers: someOf({ type: 'object', required: ['id', 'dataType'] })
		}),
		tileMatrixSets: object({ tileMatrixSets: list(object({ ...tileMatrixSet, crs: text })), links }),
		tileMatrixSet: object(
			{ crs: text, tileMatrices: list(object(tileMatrix, { cornerOfOrigin: oneOf('topLeft', 'bottomLeft') })) },
			{ ...tileMatrixSet, orderedAxes: list(text), wellKnownScaleSet: text }
		)
	};
}

const dateSchema: Schema = {
	description: 'A date as EDTF (ISO 8601-2), and the first and last day that it can mean; an open end is null.',
	...object({ edtf: text, basis: oneOf('stated', 'inferred'), from: day, to: day }, { remark: text })
};

/** What sets an answer against others. */
const AGAINST = DIFFERENCES.filter((difference) => difference !== 'compatible');

/** The latest answer of an origin to a question. */
const answerSchema: Schema = {
	description:
		'The latest answer of one origin to one question about the feature. Contradictions stand first, then what is in tension, then what was said last.',
	...object({
		question: named,
		answer: named,
		origin: {
			description: 'Who gave it; “for” is the agent whose word theirs is.',
			...object({ id: text, name: text, kind: text }, { role: text, for: named })
		},
		words: { description: 'The words that its claims quote.', ...list(text) },
		said: schemaRef('date'),
		through: { description: 'Who passed it on, from the origin to the document.', ...list(named) },
		modality: oneOf(...MODALITIES),
		hedges: { description: 'The words of the claim that hold back how sure it is.', ...list(text) },
		difference: {
			description: 'The strongest of “against”; null where it stands against nothing.',
			...oneOf(...AGAINST, null),
			nullable: true
		},
		against: {
			description: 'Other answers given here that exclude it or are in tension with it, or were at another time.',
			...list(object({ difference: oneOf(...AGAINST), question: named, answer: named, why: text }))
		},
		since: {
			description: 'The first day that a claim of this answer is about; null where no source says since when.',
			...day
		},
		latest: schemaRef('date'),
		claims: { description: 'The ids of the claims that it is told from.', ...list(text) }
	})
};

/** A Feature (RFC 7946, section 3.2) whose properties are columns; `members` stand in a single item only. */
function itemOf<Row>(id: string, columns: readonly Column<Row>[], members: Record<string, Schema> = {}): Schema {
	return object(
		{
			type: oneOf('Feature'),
			id: { type: 'string', description: id },
			geometry: schemaRef('geometry'),
			properties: object(Object.fromEntries(columns.map((column) => [column.name, schemaOf(column)])))
		},
		{ ...members, links }
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
	return object({
		type: oneOf('FeatureCollection'),
		features: list(schemaRef(item)),
		links,
		timeStamp: moment,
		numberMatched: count,
		numberReturned: count
	});
}
