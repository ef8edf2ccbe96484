import type { Claim } from './claim';

/** Claims of one source in the order in which their passages stand in it. */
export function inReadingOrder(claims: readonly Claim[]): Claim[] {
	return [...claims].sort(
		({ selector: a }, { selector: b }) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end
	);
}
