import type { Claim } from '$lib/domain/claim';
import type { Criteria } from '$lib/filter/criteria';
import type { Store } from '$lib/server/store/store';

/** The claims that speak of one whom no source quotes and pass criteria, about one feature where one is given. */
export async function spokenOfUnder(
	store: Store,
	id: string,
	{ criteria, feature }: { criteria: Criteria; feature: string | null }
): Promise<Claim[]> {
	const { unquoted } = store.catalogue;
	const wanted = new Set(unquoted.find((someone) => someone.id === id)?.claims);
	const everyone = { ...criteria, agents: null, groups: null };
	const passing = new Map<string, Claim>();
	for await (const match of store.find(everyone)) {
		if (feature !== null && match.feature.id !== feature) continue;
		for (const claim of match.claims) if (wanted.has(claim.id)) passing.set(claim.id, claim);
	}
	return [...passing.values()];
}
