import { asksOfClaims, type Criteria } from '$lib/domain/criteria';
import { intersects } from '$lib/domain/extent';
import { overlaps } from '$lib/domain/interval';
import type { Columns, Numbers, Runs } from './columns';

/** The panels that count; each counts without its own clause, so that it shows what choosing would give. */
export type Facet = 'layers' | 'topics' | 'sources' | 'agents';

/** What criteria give. Lists of numbers are in the order of the dataset's own lists. */
export interface Answer {
	/** For each feature, how many of its claims match: its footnote. 0 for one that the filter has emptied or left out. */
	marks: Uint32Array;
	/** 1 for each feature that the criteria choose. */
	chosen: Uint8Array;
	/** 1 for each feature of a chosen layer (and extent) that has no matching claim: it is faded. */
	faded: Uint8Array;
	/** 1 for each mention that matches: a claim can match about one feature and not about another. */
	mentions: Uint8Array;
	/** For each layer, topic, source and agent, the number of claims that choosing it would give. */
	counts: Record<Facet, Uint32Array>;
	totals: { features: number; claims: number; faded: number; unplaced: number };
}

// One bit for each clause, so that "all but its own clause" is one comparison.
const LAYERS = 1;
const TOPICS = 2;
const SOURCES = 4;
const AGENTS = 8;
const OTHER = 16;
const MATCHED = 32;

/** Answers criteria: one pass over claims and one over mentions. */
export function answer(columns: Columns, criteria: Criteria): Answer {
	const { dataset, mentionClaim, mentionFeature, featureLayer } = columns;
	const featureFails = failsOfFeatures(columns, criteria);
	const claimFails = failsOfClaims(columns, criteria);
	const hits = columns.text.find(criteria.text);

	const marks = new Uint32Array(dataset.features.length);
	const mentions = new Uint8Array(mentionClaim.length);
	const totals = { features: 0, claims: 0, faded: 0, unplaced: 0 };
	// For each claim, the clauses without which it would be there: bit b is set when only b stands against it.
	const without = new Uint8Array(dataset.claims.length);
	const layerCounts = new Uint32Array(dataset.layers.length);
	const lastClaimOfLayer = new Int32Array(dataset.layers.length).fill(-1);

	for (let mention = 0; mention < mentionClaim.length; mention++) {
		const claim = mentionClaim[mention]!;
		const feature = mentionFeature[mention]!;
		const fails = claimFails[claim]! | featureFails[feature]!;
		if (fails & OTHER) continue;
		if (hits && !hits.every((word) => word.features[feature] === 1 || word.claims[claim] === 1)) continue;
		if (fails === 0) {
			marks[feature]!++;
			mentions[mention] = 1;
			if (!(without[claim]! & MATCHED)) totals.claims++;
			without[claim] = MATCHED | LAYERS | TOPICS | SOURCES | AGENTS;
		} else if ((fails & (fails - 1)) === 0) {
			without[claim]! |= fails;
		} else continue;
		if ((fails & ~LAYERS) === 0) {
			const layer = featureLayer[feature]!;
			if (lastClaimOfLayer[layer] !== claim) {
				lastClaimOfLayer[layer] = claim;
				layerCounts[layer]!++;
			}
		}
	}

	const counts = {
		layers: layerCounts,
		topics: countRuns(columns.claimTopics, columns.topics, without, TOPICS),
		sources: new Uint32Array(dataset.sources.length),
		agents: countRuns(columns.claimAgents, columns.agents, without, AGENTS)
	};
	for (let claim = 0; claim < without.length; claim++) {
		if (without[claim]! & SOURCES) counts.sources[columns.claimSource[claim]!]!++;
	}
	return { marks, mentions, counts, totals, ...chooseFeatures(columns, criteria, marks, featureFails, totals) };
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

function failsOfFeatures({ dataset, layers, featureLayer }: Columns, criteria: Criteria): Uint8Array {
	const askedLayers = asked(criteria.layers, layers);
	const { bbox } = criteria;
	const fails = new Uint8Array(dataset.features.length);
	if (!askedLayers && !bbox) return fails;
	dataset.features.forEach(({ extent }, feature) => {
		if (askedLayers && !askedLayers[featureLayer[feature]!]) fails[feature]! |= LAYERS;
		if (bbox && !(extent && intersects(extent, bbox))) fails[feature]! |= OTHER;
	});
	return fails;
}

function failsOfClaims(columns: Columns, criteria: Criteria): Uint8Array {
	const { dataset, claimSource, claimTopics, claimAgents } = columns;
	const topics = asked(criteria.topics, columns.topics);
	const sources = asked(criteria.sources, columns.sources);
	const agents = asked(criteria.agents, columns.agents);
	const dated = criteria.said.from !== null || criteria.said.to !== null;
	const fails = new Uint8Array(dataset.claims.length);
	for (let claim = 0; claim < fails.length; claim++) {
		if (topics && !hasAny(claimTopics, claim, topics)) fails[claim]! |= TOPICS;
		if (sources && !sources[claimSource[claim]!]) fails[claim]! |= SOURCES;
		if (agents && !hasAny(claimAgents, claim, agents)) fails[claim]! |= AGENTS;
		if (dated && !overlaps(criteria.said, dataset.claims[claim]!.said.interval)) fails[claim]! |= OTHER;
	}
	return fails;
}

function hasAny({ starts, values }: Runs, item: number, flags: Uint8Array): boolean {
	for (let at = starts[item]!; at < starts[item + 1]!; at++) if (flags[values[at]!]) return true;
	return false;
}

function countRuns({ starts, values }: Runs, numbers: Numbers, without: Uint8Array, clause: number): Uint32Array {
	const counts = new Uint32Array(numbers.size);
	for (let item = 0; item < without.length; item++) {
		if (!(without[item]! & clause)) continue;
		for (let at = starts[item]!; at < starts[item + 1]!; at++) counts[values[at]!]!++;
	}
	return counts;
}

function chooseFeatures(
	{ dataset }: Columns,
	criteria: Criteria,
	marks: Uint32Array,
	featureFails: Uint8Array,
	totals: Answer['totals']
): Pick<Answer, 'chosen' | 'faded'> {
	// A feature that only helps to read the map has no claims, and stands as long as no claim is asked for.
	const withContext = !asksOfClaims(criteria);
	const chosen = new Uint8Array(marks.length);
	const faded = new Uint8Array(marks.length);
	dataset.features.forEach((feature, number) => {
		if (featureFails[number] !== 0) return;
		if (marks[number]! > 0 || (withContext && feature.context === true)) {
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
