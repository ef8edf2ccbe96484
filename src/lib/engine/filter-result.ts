import { meets } from '$lib/geometry/intersects-area';
import { asksOfClaims, type Criteria } from '$lib/filter/criteria';
import { ALWAYS, type Interval, isBounded } from '$lib/domain/interval';
import { CLAUSES, EACH, MATCHED, OTHER } from './clause-bits';
import { type Columns, dayNumber, type Days, FIRST_DAY, LAST_DAY, type Numbers, type Runs, valuesOf } from './columns';
import { type ClaimFacet, type Contested, contestedUnder } from './contested';
import { latestAmong } from './evidence';

/** The panels that count; each counts without its own clause, so that it shows what choosing would give. */
export type Facet = 'layers' | 'topics' | 'sources' | 'agents' | 'groups';

/** What criteria give. Lists of numbers are in the order of the dataset's own lists. */
export interface Answer {
	/** For each feature, how many of its claims match: its footnote. 0 for one that the filter has emptied or left out. */
	marks: Uint32Array;
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
	/** For each claim, the clauses without which it would match, as bits of `CLAUSES`; each clock's histogram reads them. */
	without: Uint16Array;
	totals: { features: number; claims: number; faded: number; unplaced: number };
	/**
	 * The place of the claim that was said last of those that the time asked for leaves; -1 without one. The other clauses do
	 * not count: the age of what is said would else depend on who says it.
	 */
	latest: number;
}

/**
 * Answers criteria: one pass over claims and one over mentions; where only contested features are asked for, one more for
 * each panel of claims.
 */
export function answer(columns: Columns, criteria: Criteria): Answer {
	const { dataset, mentionClaim, mentionFeature, mentionNames, featureLayer } = columns;
	const featureFails = failsOfFeatures(columns, criteria);
	const claimFails = failsOfClaims(columns, criteria);
	const hits = columns.text.find(criteria.text);

	const marks = new Uint32Array(dataset.features.length);
	const named = new Uint32Array(dataset.features.length);
	const mentions = new Uint8Array(mentionClaim.length);
	const totals = { features: 0, claims: 0, faded: 0, unplaced: 0 };
	const without = new Uint16Array(dataset.claims.length);
	const layerCounts = new Uint32Array(dataset.layers.length);
	const lastClaimOfLayer = new Int32Array(dataset.layers.length).fill(-1);

	/** The clauses that a mention fails, as bits. */
	const failsOf = (mention: number): number => {
		const claim = mentionClaim[mention]!;
		const feature = mentionFeature[mention]!;
		const fails = claimFails[claim]! | featureFails[feature]!;
		if (fails & OTHER || !hits) return fails;
		return hits.every((word) => word.features[feature] === 1 || word.claims[claim] === 1) ? fails : OTHER;
	};
	const contested = criteria.contested ? contestedUnder(columns, failsOf) : null;
	const most = contested?.without;

	for (let mention = 0; mention < mentionClaim.length; mention++) {
		const fails = failsOf(mention);
		if (fails & OTHER || fails & (fails - 1)) continue;
		const claim = mentionClaim[mention]!;
		const feature = mentionFeature[mention]!;
		let passes = fails === 0 ? MATCHED | EACH : fails;
		if (most) passes &= most[feature]!;
		if (passes & MATCHED) {
			marks[feature]!++;
			named[feature]! += mentionNames[mention]!;
			mentions[mention] = 1;
			if (!(without[claim]! & MATCHED)) totals.claims++;
		}
		without[claim]! |= passes;
		if (passes & CLAUSES.layers) {
			const layer = featureLayer[feature]!;
			if (lastClaimOfLayer[layer] !== claim) {
				lastClaimOfLayer[layer] = claim;
				layerCounts[layer]!++;
			}
		}
	}

	// Chosen alone, an item leaves out what contradicts its claims: what they contradict among themselves is all that counts.
	const countOf = (facet: ClaimFacet, items: Runs): Uint32Array =>
		contested
			? countAlone(columns, facet, items, contested, failsOf)
			: countRuns(items, columns[facet], without, CLAUSES[facet]);
	const counts = {
		layers: layerCounts,
		topics: countOf('topics', columns.claimTopics),
		sources: countOf('sources', columns.claimSources),
		agents: countOf('agents', columns.claimAgents),
		groups: countOf('groups', columns.claimGroups)
	};
	most?.forEach((passes, feature) => {
		if (!(passes & MATCHED)) featureFails[feature]! |= OTHER;
	});
	return {
		marks,
		named,
		mentions,
		counts,
		without,
		totals,
		latest: latestAmong(
			columns,
			(claim) => !(claimFails[claim]! & CLAUSES.said),
			earlierOf(criteria.known, criteria.said.to)
		),
		...chooseFeatures(columns, criteria, marks, featureFails, totals)
	};
}

/** The earlier of two last days; null is no bound. */
function earlierOf(a: string | null, b: string | null): string | null {
	return a === null || (b !== null && b < a) ? b : a;
}

/** The places of the criteria's ids in a list; null where there is no such clause. */
function asked(ids: readonly string[] | null, numbers: Numbers): Uint8Array | null {
	if (!ids) return null;
	const flags = new Uint8Array(numbers.size);
	for (const id of ids) {
		const number = numbers.get(id);
		if (number !== undefined) flags[number] = 1;
	}
	return flags;
}

function failsOfFeatures(columns: Columns, criteria: Criteria): Uint8Array {
	const { layers, bbox, area, unlocated } = criteria;
	const { dataset, featureLayer } = columns;
	const askedLayers = asked(layers, columns.layers);
	const fails = new Uint8Array(dataset.features.length);
	if (!askedLayers && !bbox && !area) return fails;
	dataset.features.forEach((placed, feature) => {
		if (askedLayers && !askedLayers[featureLayer[feature]!]) fails[feature]! |= CLAUSES.layers;
		if (unlocated && placed.geometry === null) return;
		if (bbox && !meets(placed, bbox)) fails[feature]! |= OTHER;
		if (area && !meets(placed, area)) fails[feature]! |= OTHER;
	});
	return fails;
}

function failsOfClaims(columns: Columns, criteria: Criteria): Uint8Array {
	const { claimSource, claimTopics, claimAgents, claimGroups, claimQuestions } = columns;
	const topics = asked(criteria.topics, columns.topics);
	const sources = asked(criteria.sources, columns.sources);
	const agents = asked(criteria.agents, columns.agents);
	const groups = asked(criteria.groups, columns.groups);
	const questions = asked(criteria.questions, columns.questions);
	const fails = new Uint8Array(columns.dataset.claims.length);
	for (let claim = 0; claim < fails.length; claim++) {
		if (topics && !hasAny(claimTopics, claim, topics)) fails[claim]! |= CLAUSES.topics;
		if (sources && !sources[claimSource[claim]!]) fails[claim]! |= CLAUSES.sources;
		if (agents && !hasAny(claimAgents, claim, agents)) fails[claim]! |= CLAUSES.agents;
		if (groups && !hasAny(claimGroups, claim, groups)) fails[claim]! |= CLAUSES.groups;
		if (questions && !hasAny(claimQuestions, claim, questions)) fails[claim]! |= OTHER;
	}
	markOutside(columns.said, criteria.said, fails, CLAUSES.said);
	markOutside(columns.said, { from: null, to: criteria.known }, fails, CLAUSES.said);
	markOutside(columns.happened, criteria.happened, fails, CLAUSES.happened);
	if (criteria.undated) {
		const { from, to } = columns.happened;
		for (let claim = 0; claim < fails.length; claim++)
			if (from[claim]! <= to[claim]!) fails[claim]! |= CLAUSES.happened;
	}
	return fails;
}

/** Sets `clause` for each claim whose days do not overlap an interval; an interval without bounds is no clause. */
function markOutside(days: Days, interval: Interval, fails: Uint8Array, clause: number): void {
	if (!isBounded(interval)) return;
	const from = dayNumber(interval.from, FIRST_DAY);
	const to = dayNumber(interval.to, LAST_DAY);
	for (let claim = 0; claim < fails.length; claim++) {
		if (days.from[claim]! > to || days.to[claim]! < from) fails[claim]! |= clause;
	}
}

function hasAny({ starts, values }: Runs, item: number, flags: Uint8Array): boolean {
	for (let at = starts[item]!; at < starts[item + 1]!; at++) if (flags[values[at]!]) return true;
	return false;
}

function countRuns({ starts, values }: Runs, numbers: Numbers, without: Uint16Array, clause: number): Uint32Array {
	const counts = new Uint32Array(numbers.size);
	for (let item = 0; item < without.length; item++) {
		if (!(without[item]! & clause)) continue;
		for (let at = starts[item]!; at < starts[item + 1]!; at++) counts[values[at]!]!++;
	}
	return counts;
}

/** For each item of a panel, the claims that it alone would give where only contested features are asked for. */
function countAlone(
	{ mentionClaim, mentionFeature, ...columns }: Columns,
	facet: ClaimFacet,
	items: Runs,
	contested: Contested,
	failsOf: (mention: number) => number
): Uint32Array {
	const counts = new Uint32Array(columns[facet].size);
	const lastClaim = new Int32Array(columns[facet].size).fill(-1);
	for (let mention = 0; mention < mentionClaim.length; mention++) {
		const feature = mentionFeature[mention]!;
		if (!(contested.without[feature]! & CLAUSES[facet])) continue;
		if (failsOf(mention) & ~CLAUSES[facet]) continue;
		const claim = mentionClaim[mention]!;
		for (const item of valuesOf(items, claim)) {
			if (lastClaim[item] === claim || !contested.alone(facet, item, feature)) continue;
			lastClaim[item] = claim;
			counts[item]!++;
		}
	}
	return counts;
}

function chooseFeatures(
	{ dataset, featureMentions: { starts } }: Columns,
	criteria: Criteria,
	marks: Uint32Array,
	featureFails: Uint8Array,
	totals: Answer['totals']
): Pick<Answer, 'chosen' | 'faded'> {
	// A feature that only helps to read the map has no claims, and stands as long as no claim is asked for.
	const withContext = !asksOfClaims(criteria);
	const withTimeless = criteria.unlocated && !asksOfClaims({ ...criteria, said: ALWAYS });
	const chosen = new Uint8Array(marks.length);
	const faded = new Uint8Array(marks.length);
	dataset.features.forEach((feature, number) => {
		if (featureFails[number] !== 0) return;
		const stands = withContext || (withTimeless && starts[number] === starts[number + 1]);
		if (marks[number]! > 0 || (stands && feature.context === true)) {
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
