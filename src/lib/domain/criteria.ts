import type { Claim } from './claim';
import { type Extent, intersects } from './extent';
import type { PlacedFeature } from './feature';
import { ALWAYS, type Interval, overlaps } from './interval';
import { wordsOf } from './text';

/**
 * The one question type: what the address, the API, the memory and a database are asked. Each member is a clause; null,
 * an empty text and an interval without bounds are no clause. A list asks for any of its members, an empty list for
 * nothing.
 */
export interface Criteria {
	layers: readonly string[] | null;
	topics: readonly string[] | null;
	sources: readonly string[] | null;
	/** Agents anywhere in the attribution: speakers and outlets. */
	agents: readonly string[] | null;
	/** When it was said or published. */
	said: Interval;
	/** Words that each begin a word of the feature's names, the claim's text or the names of its agents. */
	text: string;
	bbox: Extent | null;
}

/** The criteria without a clause. */
export const EVERYTHING: Criteria = Object.freeze({
	layers: null,
	topics: null,
	sources: null,
	agents: null,
	said: ALWAYS,
	text: '',
	bbox: null
});

/** The clauses by which claims, not features, are chosen. */
export function asksOfClaims({ topics, sources, agents, said, text }: Criteria): boolean {
	return Boolean(topics ?? sources ?? agents ?? said.from ?? said.to) || wordsOf(text).length > 0;
}

/** True for criteria without a clause. */
export function asksNothing(criteria: Criteria): boolean {
	return sameCriteria(criteria, EVERYTHING);
}

/** True where two criteria ask the same. */
export function sameCriteria(a: Criteria, b: Criteria): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What criteria mean: whether a claim about a feature matches. Stores answer faster, but never otherwise.
 * `words` gives the folded words that the text clause looks in.
 */
export function matches(
	criteria: Criteria,
	feature: PlacedFeature,
	claim: Claim,
	words: (feature: PlacedFeature, claim: Claim) => readonly string[]
): boolean {
	const { layers, topics, sources, agents, said, text, bbox } = criteria;
	if (layers && !layers.includes(feature.layer)) return false;
	if (bbox && !(feature.extent && intersects(feature.extent, bbox))) return false;
	if (topics && !claim.topics.some((topic) => topics.includes(topic))) return false;
	if (sources && !sources.includes(claim.source)) return false;
	if (agents && !claim.attribution.some((link) => agents.includes(link.agent))) return false;
	if (!overlaps(said, claim.said.interval)) return false;
	const asked = wordsOf(text);
	if (asked.length === 0) return true;
	const found = words(feature, claim);
	return asked.every((word) => found.some((candidate) => candidate.startsWith(word)));
}
