import { CLAUSE_NAMES, CLAUSES, eachClause } from './clauses';
import { type Criteria, EVERYTHING } from './criteria';
import { ParameterReader, type QueryProblem } from './parameter-reader';
import type { Vocabulary } from './vocabulary';

/** The parameters of a query, in the order in which they are written. */
export const CRITERIA_PARAMETERS = CLAUSE_NAMES.flatMap((name) => CLAUSES[name].parameters);

/**
 * Criteria from a query string. Every list may be written with commas or by repeating the parameter; `none` is the empty
 * list. Values that cannot be read are left out and named in `problems`: a page shows them, an address for programs refuses.
 */
export function parseCriteria(
	query: URLSearchParams,
	vocabulary: Vocabulary
): { criteria: Criteria; problems: QueryProblem[] } {
	const reader = new ParameterReader(query, vocabulary);
	return { criteria: criteriaOf((name) => CLAUSES[name].parse(reader)), problems: reader.problems };
}

/** Criteria from the parameters of the API. */
export function parseApiCriteria(reader: ParameterReader): Criteria {
	return criteriaOf((name) => CLAUSES[name].api?.parse(reader) ?? EVERYTHING[name]);
}

/** The query string of criteria: only clauses that are there, in a fixed order, so that equal criteria give equal text. */
export function formatCriteria(criteria: Criteria): URLSearchParams {
	const query = new URLSearchParams();
	eachClause(criteria, ({ parameters, format }, value) => {
		for (const [at, text] of format(value).entries()) if (text !== null) query.set(parameters[at]!, text);
	});
	return query;
}

function criteriaOf(valueOf: (name: keyof Criteria) => Criteria[keyof Criteria]): Criteria {
	return Object.fromEntries(CLAUSE_NAMES.map((name) => [name, valueOf(name)])) as unknown as Criteria;
}
