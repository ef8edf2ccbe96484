import type { Catalogue } from '$lib/domain/catalogue';

/** A field of the form that asks for items: to be typed in, or one of some choices. */
export interface Field {
	label: string;
	example?: string;
	choices?: readonly { id: string; title: string }[];
}

/** The fields by the parameter that each sets. */
export function fieldsOf({ topics, sources }: Catalogue, example: string): Readonly<Record<string, Field>> {
	return {
		q: { label: 'Names and words' },
		topic: { label: 'Topic', choices: topics },
		source: { label: 'Source', choices: sources },
		bbox: { label: 'Box: west,south,east,north', example: '35,34,37,36' },
		datetime: { label: 'Said: a date, or from/to', example: '2024-12-08/..' },
		filter: { label: 'Filter in CQL2', example }
	};
}

const FIELDS = ['q', 'topic', 'source', 'bbox', 'datetime', 'filter'];

/**
 * The query that the form asks for, where a browser sent it: with all of its fields, of which those left empty are none.
 * Null for any other query, in which a parameter without a value is refused.
 */
export function queryOfForm(query: URLSearchParams): string | null {
	if (!FIELDS.every((name) => query.has(name)) || [...query.values()].every((value) => value !== '')) return null;
	const filled = new URLSearchParams([...query].filter(([, value]) => value !== ''));
	return filled.size > 0 ? `?${filled}` : '';
}

/** What goes along with the fields of the form: a token belongs to the query that it was given for, and does not. */
export function keptBeside(query: Readonly<Record<string, string>>): [name: string, value: string][] {
	return Object.entries(query).filter(([name]) => ![...FIELDS, 'token'].includes(name));
}

/** How many items a page shows at most: more are for programs. */
const MOST_ITEMS = 200;

/** The query for the JSON that a page is drawn from. */
export function queryShown(query: URLSearchParams): URLSearchParams {
	const shown = new URLSearchParams(query);
	const [limit = '', ...others] = query.getAll('limit');
	if (others.length === 0 && /^\+?\d+$/.test(limit) && Number(limit) > MOST_ITEMS)
		shown.set('limit', String(MOST_ITEMS));
	return shown;
}
