import { type Facet, FACETS } from '$lib/filter/clauses';
import { MATCHED, OTHER, PANEL_BITS } from './clause-bits';
import type { Columns } from './columns';
import { groupBy } from '$lib/domain/group-by';
import { contradict } from './stances';
import { valuesOf } from './runs';

/** On which features the claims that pass every other clause of criteria contradict each other. */
export interface Contested {
	/** For each feature, `MATCHED` where it is so; and as bits of `PANEL_BITS`, without the clauses of which panel it would be. */
	without: Uint16Array;
	/** Whether it would be so on a feature if one item alone were chosen in a panel of claims. */
	alone(facet: Facet, item: number, feature: number): boolean;
}

/**
 * The contested features under criteria, of which `failsOf` says as bits which clauses a mention fails. Only mentions that
 * can contradict another are looked at, each once for each clause and for each of its claim's items.
 */
export function contestedUnder(columns: Columns, failsOf: (mention: number) => number): Contested {
	const { dataset, lists, mentionClaim, contestedMentions } = columns;
	// One feature can have claims of several topics, but is in one layer.
	const facets = FACETS.filter((facet) => lists[facet].of === 'claims');
	const without = new Uint16Array(dataset.features.length);
	const alone = new Set<string>();
	const keyOf = (facet: Facet, item: number, feature: number) => `${facet} ${item} ${feature}`;

	for (let feature = 0; feature < without.length; feature++) {
		const claims: number[] = [];
		const fails: number[] = [];
		for (const mention of valuesOf(contestedMentions, feature)) {
			const failed = failsOf(mention);
			if (failed & OTHER || failed & (failed - 1)) continue;
			claims.push(mentionClaim[mention]!);
			fails.push(failed);
		}
		if (!contradict(columns, claims)) continue;
		const passing = (clause: number) => claims.filter((_, at) => (fails[at]! & ~clause) === 0);
		const matched = contradict(columns, passing(0));
		if (matched) without[feature]! |= MATCHED;
		for (const clause of Object.values(PANEL_BITS)) {
			if (matched || (fails.includes(clause) && contradict(columns, passing(clause)))) without[feature]! |= clause;
		}
		for (const facet of facets) {
			if (!(without[feature]! & PANEL_BITS[facet])) continue;
			for (const [item, its] of groupBy(passing(PANEL_BITS[facet]), (claim) => valuesOf(lists[facet], claim))) {
				if (contradict(columns, its)) alone.add(keyOf(facet, item, feature));
			}
		}
	}
	return { without, alone: (facet, item, feature) => alone.has(keyOf(facet, item, feature)) };
}
