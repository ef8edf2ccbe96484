import type { Catalogue } from '$lib/domain/catalogue';
import type { ApiClause } from '$lib/filter/clauses';
import { LONGEST_TEXT } from '$lib/filter/parameter-reader';
import { ZOOMS } from '$lib/server/tiles/tile-address';
import { FILTER_LANGUAGES, LIMIT } from './item-query';
import { CRS84 } from './collections';
import { ITEMS, MVT, TILESET } from './representation';
import type { Schema } from './openapi-schemas';

/** A parameter of OpenAPI 3.0. */
export interface Parameter {
	name: string;
	in: 'query' | 'path';
	description: string;
	required: boolean;
	style: 'form' | 'simple';
	explode: false;
	schema: Schema;
}

/** A reference to a parameter of the document. */
export function parameterRef(name: string): Schema {
	return { $ref: `#/components/parameters/${name}` };
}

/** The parameters that addresses take, by the name under which the document refers to them. */
export function parametersOf(catalogue: Catalogue): Record<string, Parameter> {
	return {
		...parametersOfClauses(catalogue),
		filter: inQuery('filter', 'A condition in CQL2 on the queryables of the collection.', { type: 'string' }),
		'filter-lang': inQuery('filter-lang', 'How the filter is written.', {
			type: 'string',
			enum: FILTER_LANGUAGES,
			default: FILTER_LANGUAGES[0]
		}),
		'filter-crs': inQuery('filter-crs', 'The reference system of coordinates in the filter; there is one.', {
			type: 'string',
			format: 'uri',
			enum: [CRS84],
			default: CRS84
		}),
		limit: inQuery('limit', `How many items a page has at most; what is above ${LIMIT.most} counts as that.`, {
			type: 'integer',
			minimum: 1,
			maximum: LIMIT.most,
			default: LIMIT.usual
		}),
		token: inQuery(
			'token',
			'Where the page begins: only as it stands in the next or prev link of another page of the same question.',
			{ type: 'string' }
		),
		f: inQuery('f', 'The form of the answer; it goes before the Accept header.', {
			type: 'string',
			enum: ['json', 'html']
		}),
		'f-json': inQuery('f', 'The form of the answer.', { type: 'string', enum: ['json'] }),
		'f-html': inQuery('f', 'The form of the answer.', { type: 'string', enum: ['html'] }),
		'f-items': inQuery('f', 'The form of the answer; it goes before the Accept header.', {
			type: 'string',
			enum: ITEMS.map(({ f }) => f)
		}),
		'f-tileset': inQuery('f', 'The form of the answer; it goes before the Accept header.', {
			type: 'string',
			enum: TILESET.map(({ f }) => f)
		}),
		'f-tile': inQuery('f', 'The form of the answer.', { type: 'string', enum: [MVT.f] }),
		tileMatrix: inPath('tileMatrix', 'The zoom.', wholeNumber(ZOOMS.most)),
		tileRow: inPath('tileRow', 'The row, counted from 0 in the north.', wholeNumber(2 ** ZOOMS.most - 1)),
		tileCol: inPath('tileCol', 'The column, counted from 0 in the west.', wholeNumber(2 ** ZOOMS.most - 1)),
		layerId: inPath('layerId', 'The id of a layer.', idsOf(catalogue.layers)),
		featureId: inPath('featureId', 'The id of a feature.', { type: 'string' }),
		claimId: inPath('claimId', 'The id of a claim, a dot and the id of a feature that it is about.', { type: 'string' })
	};
}

function parametersOfClauses({ topics, sources, agents, questions }: Catalogue): Record<ApiClause, Parameter> {
	return {
		bbox: inQuery(
			'bbox',
			'Only items whose geometry shares a point with this box: west, south, east and north in degrees, WGS 84, or six numbers with a height after each corner. West may be greater than east: the box then crosses the antimeridian. Items without geometry are always there.',
			{
				type: 'array',
				items: { type: 'number' },
				minItems: 4,
				maxItems: 6,
				oneOf: [
					{ minItems: 4, maxItems: 4 },
					{ minItems: 6, maxItems: 6 }
				]
			}
		),
		datetime: inQuery(
			'datetime',
			'Only claims that can have been said then, and features with such a claim: a date or date-time of RFC 3339, or an interval of two with a slash between, of which .. or nothing stands for an open end. A moment is taken as its day in UTC. Features without any claim are always there.',
			{ type: 'string' }
		),
		topic: listOf('topic', 'Only claims under one of these topics, and features with such a claim.', topics),
		source: listOf('source', 'Only claims of one of these sources, and features with such a claim.', sources),
		agent: listOf('agent', 'Only claims that one of these said or passed on, and features with such a claim.', agents),
		question: listOf(
			'question',
			'Only claims that take a position on one of these questions, and features with such a claim.',
			questions
		),
		q: inQuery(
			'q',
			'Words that each begin a word of the feature’s names, of the claim, or of the names of who said it or passed it on.',
			{ type: 'string', maxLength: LONGEST_TEXT }
		)
	};
}

function inQuery(name: string, description: string, schema: Schema): Parameter {
	return { name, in: 'query', description, required: false, style: 'form', explode: false, schema };
}

function inPath(name: string, description: string, schema: Schema): Parameter {
	return { name, in: 'path', description, required: true, style: 'simple', explode: false, schema };
}

function wholeNumber(maximum: number): Schema {
	return { type: 'integer', minimum: 0, maximum };
}

function listOf(name: string, description: string, items: readonly { id: string }[]): Parameter {
	return inQuery(name, description, { type: 'array', items: idsOf(items) });
}

/** How many ids a list of choices has at most: a longer one helps no reader and weighs on every one. */
const MOST_CHOICES = 200;

/** The ids that there are, as far as they can be listed. */
function idsOf(items: readonly { id: string }[]): Schema {
	// A list without members would be no schema.
	if (items.length === 0 || items.length > MOST_CHOICES) return { type: 'string' };
	return { type: 'string', enum: items.map(({ id }) => id) };
}
