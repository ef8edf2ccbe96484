import { EVERYTHING } from '$lib/filter/criteria';
import type { Claim } from '$lib/domain/claim';
import type { Store } from '$lib/server/store/store';

/** A condition that at least one claim satisfies, for a page that shows how one is written; null without claims. */
export async function conditionOnClaims(store: Store): Promise<{ modality: string; said: string } | null> {
	const asked = { items: 'claims', criteria: EVERYTHING, filter: null, limit: 1, from: 0 } as const;
	const [first] = [...(await store.page(asked)).findings()].flatMap(({ claims }): Claim[] => claims);
	if (!first) return null;
	const { from, to } = first.said.interval;
	const modality = `modality = '${first.modality}'`;
	return {
		modality,
		said: `${modality} AND T_INTERSECTS(said, INTERVAL('${from ?? '..'}', '${from === null ? to : '..'}'))`
	};
}
