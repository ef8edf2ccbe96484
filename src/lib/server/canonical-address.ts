import { formatAddress, parseAddress, VIEW_PARAMETERS } from '$lib/app/codec';
import { permanentHref } from '$lib/app/links';
import type { StoreVocabulary } from '$lib/server/store/store';

const KNOWN: ReadonlySet<string> = new Set(VIEW_PARAMETERS);

/**
 * The one form of all addresses that ask for the same: path and query string with its clauses in order. Null for an
 * address that says something unknown, which gets a response of its own, and for one whose parameters say nothing: not every
 * path takes them.
 */
export function canonicalAddress(address: string, vocabulary: StoreVocabulary): string | null {
	const mark = address.indexOf('?');
	if (mark < 0) return address;
	const path = address.slice(0, mark);
	const given = new URLSearchParams(address.slice(mark));
	for (const name of given.keys()) if (!KNOWN.has(name)) return null;
	const { view, problems } = parseAddress(given, '', vocabulary);
	if (problems.length > 0) return null;
	const versions = given.getAll('version');
	if (versions.length > 1 || versions.some((version) => !vocabulary.versions.has(version))) return null;
	const query = formatAddress(view);
	return query === '' && versions.length === 0 ? null : versions.reduce(permanentHref, path + query);
}
