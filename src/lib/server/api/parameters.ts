import type { QueryProblem } from '$lib/filter/parameter-reader';
import { type AddressView, parseAddress, VIEW_PARAMETERS } from '$lib/app/codec';
import type { StoreVocabulary } from '$lib/server/store/store';
import { parameterProblem } from './problem';

/**
 * The view of the dashboard's own query string; a problem that names everything in it that cannot be read. What belongs to it
 * and filters nothing is taken too: which feature is open, and under which version the link was made.
 */
export function readView(query: URLSearchParams, vocabulary: StoreVocabulary): AddressView | Response {
	const { view, problems } = parseAddress(query, '', vocabulary);
	const ofVersion = versionProblems(query, vocabulary);
	return refuse([...problems, ...ofVersion, ...unknownIn(query, VIEW_PARAMETERS)]) ?? view;
}

/** What is wrong with the version that a link was made under: that there never was one of this number. */
export function versionProblems(
	query: URLSearchParams,
	{ versions }: Pick<StoreVocabulary, 'versions'>
): QueryProblem[] {
	const unknown = query.getAll('version').filter((version) => version !== '' && !versions.has(version));
	return unknown.map((version) => {
		const value = version.slice(0, 60);
		const detail = `There is no version “${value}” of the data. There is ${[...versions].join(', ')}.`;
		return { parameter: 'version', value, detail };
	});
}

/** A problem where a query string has any parameter but those that are known; null for none. */
export function refuseParameters(query: URLSearchParams, known: readonly string[] = []): Response | null {
	return refuse(unknownIn(query, known));
}

/** What is wrong with the names of a query string: each parameter that an address does not take. */
export function unknownIn(query: URLSearchParams, known: readonly string[]): QueryProblem[] {
	const unknown = new Map<string, string>();
	for (const [name, value] of query) if (!known.includes(name) && !unknown.has(name)) unknown.set(name, value);
	const remedy = known.length === 0 ? 'This address takes none.' : `There is only ${known.join(', ')}.`;
	return [...unknown].map(([name, text]) => {
		const clipped = name.slice(0, 60);
		const value = text.slice(0, 60);
		return { parameter: clipped, value, detail: `There is no parameter “${clipped}”. ${remedy}` };
	});
}

function refuse([first, ...others]: readonly QueryProblem[]): Response | null {
	return first ? parameterProblem([first, ...others]) : null;
}
