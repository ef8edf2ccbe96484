import type { Claim } from './claim';

/** For each feature by its id, the claims about it in the order of their notes' numbers, withdrawn ones among them. */
export type NoteOrder = Readonly<Record<string, readonly string[]>>;

/**
 * The number of a claim's note at a feature, from 1: the same under every filter and in every order, and in every version of
 * the data from the one that gave it. Null for a claim that never was a note there.
 */
export function noteNumber(order: NoteOrder, feature: string, claim: string): number | null {
	const claims = Object.hasOwn(order, feature) ? order[feature] : undefined;
	return (claims && numbersOf(claims).get(claim)) ?? null;
}

/** The order that claims have as they stand: what is numbered so where nothing was numbered before. */
export function noteOrderOf(claims: readonly Pick<Claim, 'id' | 'about'>[]): Record<string, string[]> {
	return appended({}, claims);
}

/** An order with the claims that have no number yet after those that have one; no number changes. */
export function appended(order: NoteOrder, claims: readonly Pick<Claim, 'id' | 'about'>[]): Record<string, string[]> {
	const all = new Map(Object.entries(order).map(([feature, numbered]) => [feature, new Set(numbered)]));
	for (const { id, about } of claims) {
		for (const feature of about) all.set(feature, (all.get(feature) ?? new Set()).add(id));
	}
	return Object.fromEntries([...all].map(([feature, numbered]) => [feature, [...numbered]]));
}

/** The numbers of lists that were asked for, so that a feature of many claims is numbered once. */
const KNOWN = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function numbersOf(claims: readonly string[]): ReadonlyMap<string, number> {
	const known = KNOWN.get(claims);
	if (known) return known;
	const numbers = new Map(claims.map((id, index) => [id, index + 1]));
	KNOWN.set(claims, numbers);
	return numbers;
}
