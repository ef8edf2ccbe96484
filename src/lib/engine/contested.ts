import { CLAUSES, MATCHED, OTHER } from './clause-bits';
import { type Columns, type Days, type Runs, valuesOf } from './columns';

/** The panels whose items are those of claims: one feature can have claims of several. */
export type ClaimFacet = 'topics' | 'sources' | 'agents' | 'groups';

/** On which features the claims that pass every other clause of criteria contradict each other. */
export interface Contested {
	/** For each feature, `MATCHED` where it is so; and as bits of `CLAUSES`, without which clause it would be. */
	without: Uint16Array;
	/** Whether it would be so on a feature if one item alone were chosen in a panel. */
	alone(facet: ClaimFacet, item: number, feature: number): boolean;
}

/**
 * The contested features under criteria, of which `failsOf` says as bits which clauses a mention fails. Only mentions that
 * can contradict another are looked at, each once for each clause and for each of its claim's items.
 */
export function contestedUnder(columns: Columns, failsOf: (mention: number) => number): Contested {
	const { dataset, mentionClaim, contestedMentions } = columns;
	const facets: Record<ClaimFacet, Runs> = {
		topics: columns.claimTopics,
		sources: columns.claimSources,
		agents: columns.claimAgents,
		groups: columns.claimGroups
	};
	const without = new Uint16Array(dataset.features.length);
	const keys = { topics: new Set<number>(), sources: new Set(), agents: new Set(), groups: new Set() };
	const keyOf = (facet: ClaimFacet, item: number, feature: number) => feature * columns[facet].size + item;

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
		for (const clause of Object.values(CLAUSES)) {
			if (matched || (fails.includes(clause) && contradict(columns, passing(clause)))) without[feature]! |= clause;
		}
		for (const [facet, items] of Object.entries(facets) as [ClaimFacet, Runs][]) {
			if (!(without[feature]! & CLAUSES[facet])) continue;
			for (const [item, its] of grouped(passing(CLAUSES[facet]), items)) {
				if (contradict(columns, its)) keys[facet].add(keyOf(facet, item, feature));
			}
		}
	}
	return { without, alone: (facet, item, feature) => keys[facet].has(keyOf(facet, item, feature)) };
}

/** Whether two claims, of those with these numbers, give answers that exclude each other, of the same time (`domain/conflict`). */
export function contradict(columns: Columns, claims: readonly number[]): boolean {
	const { claimPositions, opposed, positionTime } = columns;
	const taking = new Map<number, number[]>();
	for (const claim of claims) {
		for (const position of valuesOf(claimPositions, claim)) {
			for (const other of valuesOf(opposed, position)) {
				const against = taking.get(other);
				if (against?.some((earlier) => earlier !== claim && overlap(positionTime, earlier, claim))) return true;
			}
			const earlier = taking.get(position);
			if (earlier) earlier.push(claim);
			else taking.set(position, [claim]);
		}
	}
	return false;
}

function overlap({ from, to }: Days, a: number, b: number): boolean {
	return from[a]! <= to[b]! && from[b]! <= to[a]!;
}

function grouped(claims: readonly number[], items: Runs): Map<number, number[]> {
	const groups = new Map<number, number[]>();
	for (const claim of claims) {
		for (const item of valuesOf(items, claim)) {
			const group = groups.get(item);
			if (group) group.push(claim);
			else groups.set(item, [claim]);
		}
	}
	return groups;
}
