import type { Queryable } from '$lib/engine/queryables';
import type { Collection } from './collections';
import type { ApiLinks } from './api-links';
import type { OgcApi } from './ogc-api';

/** What a collection can be filtered by, as a JSON Schema (OGC 19-079r2, section 6.2). */
export type QueryablesDocument = ReturnType<typeof queryablesOf>;

/** `/api/collections/{id}/queryables`. */
export function queryablesOf({ links, queryables }: OgcApi, collection: Collection) {
	if (collection.items === 'features') return documentOf(links, collection, queryables.features);
	return documentOf(links, collection, queryables.claims);
}

function documentOf<Row>(links: ApiLinks, { id, title }: Collection, queryables: readonly Queryable<Row>[]) {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: links.to('collections', id, 'queryables'),
		type: 'object',
		title,
		description: 'The properties that a filter (CQL2) may name.',
		properties: Object.fromEntries(
			queryables.map((queryable) => {
				const { name, title: heading, description, type } = queryable;
				const values = 'values' in queryable ? queryable.values : undefined;
				return [name, { title: heading, description, ...schemaOf(type), ...(values && { enum: [...values] }) }];
			})
		),
		additionalProperties: false
	};
}

function schemaOf(type: Queryable<never>['type']): Readonly<Record<string, unknown>> {
	switch (type) {
		case 'strings':
			return { type: 'array', items: { type: 'string' } };
		case 'date':
			return { type: 'string', format: 'date' };
		case 'interval':
			return { type: 'array', items: { type: 'string', format: 'date' }, minItems: 2, maxItems: 2 };
		case 'geometry':
			return { format: 'geometry-any', 'x-ogc-role': 'primary-geometry' };
		default:
			return { type };
	}
}
