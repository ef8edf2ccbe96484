import { describe, expect, test } from 'vitest';
import { datesOf } from '$lib/import/dates';
import { REFUSED, TABLE, WITHOUT_BEGINNING } from '../fixtures/edtf';

describe('a date of a person’s own file covers what one of ours does', () => {
	test.each([...TABLE, ...WITHOUT_BEGINNING])('%s from %s to %s', (date, from, to) => {
		expect(datesOf({ date })).toEqual({ when: { from, to }, from: 'date' });
	});
});

describe('what is no date in our data is none in a person’s own file', () => {
	// Here a clock time stands for its day.
	test.each(REFUSED.filter(([date]) => date !== '' && !date.includes('T')))('%s', (date) => {
		expect(datesOf({ date })).toEqual({ unread: date, from: 'date' });
	});
});
