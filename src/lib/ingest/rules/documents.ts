import { intervalOf } from '$lib/domain/edtf';
import type { Issue } from '$lib/domain/issue';
import { edtfOf } from '$lib/domain/issued';
import type { Draft } from '../draft';
import { repeats } from '../repeats';
import { breachIn, quote } from '../rule-list';

/** A document is the ground of one source: two with one fingerprint would count what it says twice. */
export function* documentIssues({ sources }: Draft): Generator<Issue> {
	for (const { item, first } of repeats(sources, ({ value }) => value.document.sha256)) {
		const message = `The document has the fingerprint of that of the source ${quote(first.value.id)}.`;
		const remedy = 'Make one source of the two, or give the fingerprint of the other document.';
		yield breachIn('document-once', item, '/document/sha256', message, remedy);
	}
}

/** Every source whose record says when it was published by what is no date. */
export function* issuedIssues({ sources }: Draft): Generator<Issue> {
	for (const source of sources) {
		const edtf = edtfOf(source.value.record.issued);
		const interval = edtf === null ? null : intervalOf(edtf);
		if (interval === null || !('wrong' in interval)) continue;
		const message = `${quote(edtf)} is no date here: ${interval.wrong}.`;
		const remedy = 'Give the year, month and day of the calendar that are known, or EDTF in raw, such as 2025-03.';
		yield breachIn('date-edtf', source, '/record/issued', message, remedy);
	}
}
