import { describe, expect, test } from 'vitest';
import type { OwnIssue } from '$lib/domain/own-feature';
import type { Interval } from '$lib/domain/interval';
import { datesOf } from '$lib/import/date-values';
import { Reading } from '$lib/import/file-reading';
import { REFUSED, TABLE, WITHOUT_BEGINNING } from '../fixtures/edtf';

function read(date: string): { days: (Interval | null)[]; issues: OwnIssue[] } {
	const reading = new Reading();
	const { days } = datesOf([{ number: 1, geometry: null, properties: { date } }], ['date'], reading);
	return { days, issues: reading.kept };
}

describe('a date of a person’s own file covers what one of ours does', () => {
	test.each([...TABLE, ...WITHOUT_BEGINNING])('%s from %s to %s', (date, from, to) => {
		expect(read(date)).toEqual({ days: [{ from, to }], issues: [] });
	});
});

/** What is a date in a person's file alone. */
const OTHER_FORMS = ['9 December 2024', '20241209', '2024-1-9'];

describe('what is no date in our data is none in a person’s own file', () => {
	// Here a clock time stands for its day.
	test.each(REFUSED.filter(([date]) => date !== '' && !date.includes('T') && !OTHER_FORMS.includes(date)))(
		'%s',
		(date) => {
			expect(read(date)).toMatchObject({ days: [null], issues: [{ location: 'Property “date”' }] });
		}
	);
});
