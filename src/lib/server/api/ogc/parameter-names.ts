import type { QueryProblem } from '$lib/filter/parameter-reader';

/** The problems that a query string has whatever its values mean: parameters that the address does not take, that are there twice, or that are empty. */
export function problemsOfNames(query: URLSearchParams, taken: readonly string[]): QueryProblem[] {
	return [...valuesByName(query)].flatMap(([name, { first, times }]) => {
		const parameter = name.slice(0, 60);
		const value = first.slice(0, 60);
		// /req/core/query-param-unknown: whoever misspells a parameter would take an unfiltered answer for a filtered one.
		if (!taken.includes(name)) {
			return [
				{ parameter, value, detail: `There is no parameter “${parameter}” here. There are ${taken.join(', ')}.` }
			];
		}
		if (times > 1) return [{ parameter, value, detail: `${parameter} is there ${times} times; once is enough.` }];
		// No parameter is described as one that may be empty (OpenAPI 3.0, allowEmptyValue).
		return value === '' ? [{ parameter, value, detail: `${parameter} has no value; leave it out, or say which.` }] : [];
	});
}

/** The first value of each parameter and how often it is there; asking a query for one name at a time looks at all of it. */
function valuesByName(query: URLSearchParams): Map<string, { first: string; times: number }> {
	const values = new Map<string, { first: string; times: number }>();
	for (const [name, value] of query) {
		const known = values.get(name);
		if (known) known.times++;
		else values.set(name, { first: value, times: 1 });
	}
	return values;
}
