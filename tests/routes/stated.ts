import type { KnownDate } from '$lib/domain/claim';
import { daysOf } from '$lib/domain/interval';

/** A stated date of a year, a month or a day, with the days that it can mean. */
export function statedDate(edtf: string): KnownDate {
	const days = daysOf(edtf);
	return { edtf, basis: 'stated', interval: { from: days?.first ?? null, to: days?.last ?? null } };
}
