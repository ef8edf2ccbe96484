import type { QueryProblem } from '$lib/filter/parameter-reader';

/** The problems that a query string has whatever its values mean: parameters that the address does not take, that are there twice, or that are empty. */
export function problemsOfNames(query: URLSearchParams, taken: readonly string[]): QueryProblem[] {
	const seen = new Map<string, number>();
	for (const name of query.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
	return [...seen].flatMap(([name, times]) => {
		const parameter = name.slice(0, 60);
		const value = (query.get(name) ?? '').slice(0, 60);
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
