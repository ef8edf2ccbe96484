import type { KnownDate } from '$lib/domain/claim';

/** A date as a file or an item has it: EDTF, and the first and last day that it can mean; an open end is null. */
export type WrittenDate = Omit<KnownDate, 'interval'> & { from: string | null; to: string | null };

/** A date as it is written. */
export function writeDate({ interval, ...date }: KnownDate): WrittenDate {
	return { ...date, ...interval };
}
