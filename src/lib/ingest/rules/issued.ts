import { intervalOf } from '$lib/domain/edtf';
import { edtfOf } from '$lib/domain/issued';
import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breach, quote } from '../rule-list';

/** Every source whose record says when it was published by what is no date. */
export function issuedIssues({ sources }: Draft): Issue[] {
	return sources.flatMap(({ file, value: { record } }) => {
		const edtf = edtfOf(record.issued);
		const interval = edtf === null ? null : intervalOf(edtf);
		if (interval === null || !('wrong' in interval)) return [];
		const message = `${quote(edtf)} is no date here: ${interval.wrong}.`;
		const remedy = 'Give the year, month and day of the calendar that are known, or EDTF in raw, such as 2025-03.';
		return [breach('date-edtf', file, '/record/issued', message, remedy)];
	});
}
