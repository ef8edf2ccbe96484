import type { ParsedFilter } from '$lib/filter/cql2-parts';

/** A filter without the places at which its parts were written. */
export function withoutPlaces(filter: unknown): unknown {
	return JSON.parse(JSON.stringify(filter, (key, value: unknown) => (key === 'at' ? undefined : value)));
}

/** What is wrong with what was no filter. */
export function detailOf({ problems }: ParsedFilter): string {
	return problems?.map(({ detail }) => detail).join() ?? 'It is a filter.';
}
