import { filtersClaims, type Facet, FACETS, leavesOf } from '$lib/filter/clauses';
import type { Criteria } from '$lib/filter/criteria';
import { ALWAYS } from '$lib/domain/interval';
import { EACH, MATCHED, OTHER, PANEL_BITS } from './clause-bits';
import type { Columns, ListColumn } from './columns';
import { contestedUnder } from './contested';
import { latestAmong } from './evidence';
import { failedUnder } from './failed-clauses';

/** What criteria give. Lists of numbers are in the order of the dataset's own lists. */
export interface FilterResult {
	/** For each feature, how many of its claims match: its footnote. 0 for one that the filter has emptied or left out. */
	claimCounts: Uint32Array;
	/** For each feature, how many of these claims name it in their passage. */
	named: Uint32Array;
	/** 1 for each feature that the criteria choose. */
	chosen: Uint8Array;
	/** 1 for each feature of a chosen layer (and extent) that has no matching claim: it is faded. */
	faded: Uint8Array;
	/** 1 for each mention that matches: a claim can match about one feature and not about another. */
	mentions: Uint8Array;
	/** For each layer, topic, source, agent and group, the number of claims that choosing it would give. */
	counts: Record<Facet, Uint32Array>;
	/** For each claim, the clauses without which it would match, as bits of `PANEL_BITS`; each clock's histogram reads them. */
	without: Uint16Array;
	totals: { features: number; claims: number; faded: number; unplaced: number };
	/**
	 * The index of the claim that was said last of those that the time asked for leaves; -1 without one. The other clauses do
	 * not count: the age of what is said would else depend on who says it.
	 */
	latest: number;
}

/**
 * Applies criteria: a pass for each clause, one over mentions and one for each panel; where only contested features are
 * asked for, one more for each panel.
 */
export function applyFilter(columns: Columns, criteria: Criteria): FilterResult {
	const { dataset, mentionClaim, mentionFeature, mentionNames } = columns;
	const failed = failedUnder(columns, leavesOf(criteria));

	const claimCounts = new Uint32Array(dataset.features.length);
	const named = new Uint32Array(dataset.features.length);
	const mentions = new Uint8Array(mentionClaim.length);
	const totals = { features: 0, claims: 0, faded: 0, unplaced: 0 };
	const without = new Uint16Array(dataset.claims.length);

	/** The clauses that a mention fails, as bits. */
	const failsOf = (mention: number): number =>
		failed.claims[mentionClaim[mention]!]! |
		failed.features[mentionFeature[mention]!]! |
		(failed.mentions?.[mention] ?? 0);
	const contested = criteria.contested ? contestedUnder(columns, failsOf) : null;
	const most = contested?.without;
	/** The panels without whose clauses each mention passes, as bits, and `MATCHED` where it passes with all. */
	const passing = new Uint16Array(mentionClaim.length);

	for (let mention = 0; mention < mentionClaim.length; mention++) {
		const fails = failsOf(mention);
		if (fails & OTHER || fails & (fails - 1)) continue;
		const claim = mentionClaim[mention]!;
		const feature = mentionFeature[mention]!;
		let passes = fails === 0 ? MATCHED | EACH : fails;
		if (most) passes &= most[feature]!;
		if (passes & MATCHED) {
			claimCounts[feature]!++;
			named[feature]! += mentionNames[mention]!;
			mentions[mention] = 1;
			if (!(without[claim]! & MATCHED)) totals.claims++;
		}
		without[claim]! |= passes;
		passing[mention] = passes;
	}
	const count = (facet: Facet): Uint32Array => {
		const bit = PANEL_BITS[facet];
		if (columns.lists[facet].of === 'features')
			return countMentions(columns, facet, (mention) => (passing[mention]! & bit) !== 0);
		if (!contested) return countClaims(columns.lists[facet], without, bit);
		// Chosen alone, an item leaves out what contradicts its claims: what they contradict among themselves is all that counts.
		return countMentions(
			columns,
			facet,
			(mention, item) => (passing[mention]! & bit) !== 0 && contested.alone(facet, item, mentionFeature[mention]!)
		);
	};
	const counts = Object.fromEntries(FACETS.map((facet) => [facet, count(facet)])) as FilterResult['counts'];
	most?.forEach((passes, feature) => {
		if (!(passes & MATCHED)) failed.features[feature]! |= OTHER;
	});
	return {
		claimCounts,
		named,
		mentions,
		counts,
		without,
		totals,
		latest: latestAmong(
			columns,
			(claim) => !(failed.claims[claim]! & PANEL_BITS.said),
			earlierOf(criteria.known, criteria.said.to)
		),
		...chooseFeatures(columns, criteria, claimCounts, failed.features, totals)
	};
}

/** The earlier of two last days; null is no bound. */
function earlierOf(a: string | null, b: string | null): string | null {
	return a === null || (b !== null && b < a) ? b : a;
}

/** For each item of a panel, the claims that pass without its clause, each once. */
function countClaims({ ids, starts, values }: ListColumn, without: Uint16Array, bit: number): Uint32Array {
	const counts = new Uint32Array(ids.size);
	for (let claim = 0; claim < without.length; claim++) {
		if (!(without[claim]! & bit)) continue;
		for (let at = starts[claim]!; at < starts[claim + 1]!; at++) counts[values[at]!]!++;
	}
	return counts;
}

/** For each item of a panel, the claims of the mentions that pass with it, each once. */
function countMentions(
	{ lists, mentionClaim, mentionFeature }: Columns,
	facet: Facet,
	passes: (mention: number, item: number) => boolean
): Uint32Array {
	const { of, ids, starts, values } = lists[facet];
	const counts = new Uint32Array(ids.size);
	const lastClaim = new Int32Array(ids.size).fill(-1);
	for (let mention = 0; mention < mentionClaim.length; mention++) {
		const claim = mentionClaim[mention]!;
		const holder = of === 'features' ? mentionFeature[mention]! : claim;
		for (let at = starts[holder]!; at < starts[holder + 1]!; at++) {
			const item = values[at]!;
			if (lastClaim[item] === claim || !passes(mention, item)) continue;
			lastClaim[item] = claim;
			counts[item]!++;
		}
	}
	return counts;
}

function chooseFeatures(
	{ dataset, featureMentions: { starts } }: Columns,
	criteria: Criteria,
	claimCounts: Uint32Array,
	featureFails: Uint16Array,
	totals: FilterResult['totals']
): Pick<FilterResult, 'chosen' | 'faded'> {
	// A feature that only helps to read the map has no claims, and stands as long as no claim is asked for.
	const withContext = !filtersClaims(criteria);
	const withTimeless = criteria.unlocated && !filtersClaims({ ...criteria, said: ALWAYS });
	const chosen = new Uint8Array(claimCounts.length);
	const faded = new Uint8Array(claimCounts.length);
	dataset.features.forEach((feature, number) => {
		if (featureFails[number] !== 0) return;
		const stands = withContext || (withTimeless && starts[number] === starts[number + 1]);
		if (claimCounts[number]! > 0 || (stands && feature.context === true)) {
			chosen[number] = 1;
			totals.features++;
			if (feature.geometry === null) totals.unplaced++;
		} else {
			faded[number] = 1;
			totals.faded++;
		}
	});
	return { chosen, faded };
}
