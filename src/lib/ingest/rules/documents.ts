import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breach, quote } from '../rule-list';

/** A document is the ground of one source: two with one fingerprint would count what it says twice. */
export function documentIssues({ sources }: Draft): Issue[] {
	const first = new Map<string, string>();
	return sources.flatMap(({ file, value: { id, document } }) => {
		const other = first.get(document.sha256);
		if (other === undefined) {
			first.set(document.sha256, id);
			return [];
		}
		const message = `The document has the fingerprint of that of the source ${quote(other)}.`;
		const remedy = 'Make one source of the two, or give the fingerprint of the other document.';
		return [breach('document-once', file, '/document/sha256', message, remedy)];
	});
}
