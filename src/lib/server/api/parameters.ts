import type { Criteria } from '$lib/domain/criteria';
import { CRITERIA_PARAMETERS, parseCriteria, type QueryProblem } from '$lib/formats/criteria-query';
import type { StoreVocabulary } from '$lib/server/store/store';
import { parameterProblem } from './problem';

/** The criteria of a query string; a problem that names everything in it that cannot be read. */
export function readCriteria(query: URLSearchParams, vocabulary: StoreVocabulary): Criteria | Response {
	const { criteria, problems } = parseCriteria(query, vocabulary);
	// `feature` is what the dashboard has opened: it belongs to the same query string, and chooses nothing.
	return refuse([...problems, ...unknownIn(query, [...CRITERIA_PARAMETERS, 'feature'])]) ?? criteria;
}

/** A problem where a query string has any parameter but those that are known; null for none. */
export function refuseParameters(query: URLSearchParams, known: readonly string[] = []): Response | null {
	return refuse(unknownIn(query, known));
}

function unknownIn(query: URLSearchParams, known: readonly string[]): QueryProblem[] {
	const names = [...new Set(query.keys())].filter((name) => !known.includes(name));
	const remedy = known.length === 0 ? 'This address takes none.' : `There is only ${known.join(', ')}.`;
	return names.map((name) => {
		const clipped = name.slice(0, 60);
		const value = (query.get(name) ?? '').slice(0, 60);
		return { parameter: clipped, value, detail: `There is no parameter “${clipped}”. ${remedy}` };
	});
}

function refuse([first, ...others]: readonly QueryProblem[]): Response | null {
	return first ? parameterProblem([first, ...others]) : null;
}
