import { PROBLEMS, type ProblemKind } from '$lib/server/api/problem';
import { ITEM_PARAMETERS } from './item-query';
import type { OgcApi } from './ogc-api';
import { type Parameter, parameterRef, parametersOf } from './openapi-parameters';
import { schemaRef, type Schema, schemasOf } from './openapi-schemas';
import { DOCUMENTS, HTML_PAGE, ITEMS, MVT, OPENAPI, type Representation, QUERYABLES, TILESET } from './representation';

/** An operation of OpenAPI 3.0: every one of the API is a GET. */
export interface Operation {
	operationId: string;
	tags: string[];
	summary: string;
	parameters: Schema[];
	responses: Record<string, Schema>;
}

/** The API's description (OpenAPI 3.0.3), as far as the atlas itself reads it. */
export interface OpenapiDocument {
	openapi: string;
	info: { title: string; description: string; version: string; license: { name: string; url: string } };
	servers: { url: string }[];
	tags: { name: string; description: string }[];
	paths: Record<string, { get: Operation }>;
	components: {
		parameters: Record<string, Parameter>;
		responses: Record<string, Schema>;
		schemas: Record<string, Schema>;
	};
}

/** What can go wrong at every address, by status. */
const ALWAYS = { 304: 'NotModified', 400: 'InvalidParameters', 406: 'NotAcceptable', 500: 'Unexpected' } as const;

/** `/api/openapi.json`. */
export function openapiDocument({ store: { catalogue }, links }: OgcApi): OpenapiDocument {
	const { info, layers } = catalogue;
	return {
		openapi: '3.0.3',
		info: { title: info.title, description: info.description, version: info.version, license: info.licence },
		servers: [{ url: links.root }],
		tags: [
			{ name: 'Capabilities', description: 'What there is, and how it can be asked for.' },
			{ name: 'Data', description: 'Features, and what the sources say about them.' },
			{ name: 'Tiles', description: 'Features as vector tiles, for maps.' }
		],
		paths: {
			'/': document('landingPage', 'The landing page, which leads to all else', 'landingPage'),
			'/conformance': document('conformance', 'The conformance classes that the API holds to', 'confClasses'),
			'/openapi.json': get('openapi', 'Capabilities', 'This description', ['f-json'], [OPENAPI], { type: 'object' }),
			'/docs': get('docs', 'Capabilities', 'This description, for people', ['f-html'], [HTML_PAGE], {}),
			'/collections': document('collections', 'All collections', 'collections'),
			...collectionPaths('features', 'all features', 'features', 'feature'),
			...collectionPaths('claims', 'all claims', 'claims', 'claim'),
			...tilePaths(),
			...(layers.length > 0 && collectionPaths('{layerId}', 'a layer', 'features', 'feature', ['layerId']))
		},
		components: {
			parameters: parametersOf(catalogue),
			responses: {
				NotModified: { description: 'What was sent before still stands.' },
				InvalidParameters: problemResponse('invalid-parameters'),
				NotFound: problemResponse('not-found'),
				NotAcceptable: problemResponse('not-acceptable'),
				Unexpected: problemResponse('unexpected')
			},
			schemas: schemasOf(catalogue)
		}
	};
}

/** The paths of a collection, or of all layers by a parameter. */
function collectionPaths(
	id: string,
	what: string,
	page: string,
	item: string,
	inPath: readonly string[] = []
): OpenapiDocument['paths'] {
	const path = `/collections/${id}`;
	const name = inPath.length > 0 ? 'layer' : id;
	const missing = inPath.length > 0;
	return {
		[path]: document(`${name}.collection`, `The collection of ${what}`, 'collection', inPath),
		[`${path}/queryables`]: get(
			`${name}.queryables`,
			'Capabilities',
			`What ${what} can be filtered by`,
			[...inPath, 'f'],
			QUERYABLES,
			schemaRef('queryables'),
			missing
		),
		[`${path}/items`]: get(
			`${name}.items`,
			'Data',
			`The items of ${what}, a page at a time`,
			[...inPath, ...ITEM_PARAMETERS.map((parameter) => (parameter === 'f' ? 'f-items' : parameter))],
			ITEMS,
			schemaRef(page),
			missing
		),
		[`${path}/items/{${item}Id}`]: get(
			`${name}.item`,
			'Data',
			`One item of ${what}`,
			[...inPath, `${item}Id`, 'f-items'],
			ITEMS,
			schemaRef(item),
			true
		)
	};
}

/** The paths of tiles. The names of operations end as OGC 20-057 has it (/req/oas30/operation-id). */
function tilePaths(): OpenapiDocument['paths'] {
	const ofTileset = (name: string, summary: string, schema: string, offered = DOCUMENTS, f = 'f') =>
		get(name, 'Tiles', summary, [f], offered, schemaRef(schema));
	const tile = get(
		'dataset.vector.getTile',
		'Tiles',
		'A vector tile',
		['tileMatrix', 'tileRow', 'tileCol', 'f-tile'],
		[MVT],
		{},
		true
	);
	return {
		'/tiles': ofTileset('dataset.vector.getTileSetsList', 'The tilesets', 'tilesets'),
		'/tiles/WebMercatorQuad': ofTileset(
			'dataset.vector.getTileSet',
			'The tileset, as itself and as maps read it',
			'tileset',
			TILESET,
			'f-tileset'
		),
		'/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}': {
			get: {
				...tile.get,
				responses: { ...tile.get.responses, 204: { description: 'Nothing lies in this tile.' } }
			}
		},
		'/tileMatrixSets': ofTileset('getTileMatrixSetsList', 'The tile matrix sets', 'tileMatrixSets'),
		'/tileMatrixSets/WebMercatorQuad': ofTileset('getTileMatrixSet', 'The tile matrix set', 'tileMatrixSet')
	};
}

/** A document that is there as JSON and as a page. */
function document(
	operationId: string,
	summary: string,
	schema: string,
	inPath: readonly string[] = []
): { get: Operation } {
	return get(operationId, 'Capabilities', summary, [...inPath, 'f'], DOCUMENTS, schemaRef(schema), inPath.length > 0);
}

function get(
	operationId: string,
	tag: string,
	summary: string,
	parameters: readonly string[],
	representations: readonly Representation[],
	schema: Schema,
	mayBeMissing = false
): { get: Operation } {
	const refusals = { ...ALWAYS, ...(mayBeMissing && { 404: 'NotFound' }) };
	return {
		get: {
			operationId,
			tags: [tag],
			summary,
			parameters: parameters.map(parameterRef),
			responses: {
				200: {
					description: summary,
					content: Object.fromEntries(representations.map((one) => [one.mediaType, { schema: schemaIn(one, schema) }]))
				},
				...Object.fromEntries(
					Object.entries(refusals).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }])
				)
			}
		}
	};
}

/** The schema of a representation: what the API writes itself has one, a file says in its own way what it holds. */
function schemaIn({ f, mediaType }: Representation, schema: Schema): Schema {
	if (f === 'json') return schema;
	if (/^text\/|xml|seq|bibtex|research-info/.test(mediaType)) return { type: 'string' };
	return /json/.test(mediaType) ? {} : { type: 'string', format: 'binary' };
}

function problemResponse(kind: ProblemKind): Schema {
	const { meaning } = PROBLEMS[kind];
	return {
		description: meaning,
		content: {
			'application/problem+json': { schema: schemaRef('problem') },
			'text/html': { schema: { type: 'string' } }
		}
	};
}
