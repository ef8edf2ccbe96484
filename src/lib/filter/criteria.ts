import type { Position } from 'geojson';
import type { Claim } from '$lib/domain/claim';
import type { Area, Extent } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';
import { ALWAYS, type Interval, isBounded, overlaps } from '$lib/domain/interval';
import { wordsOf } from '$lib/domain/text';

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
	/** Groups of agents: someone of the group is in the attribution. */
	groups: readonly string[] | null;
	/** Questions that the claim takes a position on. */
	questions: readonly string[] | null;
	/** When it was said or published. */
	said: Interval;
	/** The time that it is about; claims without one match only where there is no such clause. */
	happened: Interval;
	/** Only claims without a time that they are about. */
	undated: boolean;
	/** As known on this day: what was certainly said later is left out. */
	known: string | null;
	/** Only features on which the claims that pass all other clauses contradict each other. */
	contested: boolean;
	/** Words that each begin a word of the feature's names, the claim's text or the names of its agents. */
	text: string;
	/** Only features that share a point with this extent. */
	bbox: Extent | null;
	/** Only features that share a point with the polygon of this outer ring: longitude and latitude, not closed. */
	area: readonly Position[] | null;
	/**
	 * Features without a geometry match every `bbox` and `area`, and context features that no claim is about match every
	 * `said`, as OGC API - Features wants it (17-069r4, /req/core/fc-bbox-response C and fc-time-response C). No address
	 * of the dashboard says so.
	 */
	unlocated: boolean;
}

/** The criteria without a clause. */
export const EVERYTHING: Criteria = Object.freeze({
	layers: null,
	topics: null,
	sources: null,
	agents: null,
	groups: null,
	questions: null,
	said: ALWAYS,
	happened: ALWAYS,
	undated: false,
	known: null,
	contested: false,
	text: '',
	bbox: null,
	area: null,
	unlocated: false
});

/** The clauses by which claims, not features, are chosen. */
export function asksOfClaims(criteria: Criteria): boolean {
	const { topics, sources, agents, groups, questions, said, happened, undated, known, text } = criteria;
	const clauses = [topics, sources, agents, groups, questions, said.from, said.to, happened.from, happened.to, known];
	return undated || clauses.some((clause) => clause !== null) || wordsOf(text).length > 0;
}

/** True for criteria without a clause. */
export function asksNothing(criteria: Criteria): boolean {
	return sameCriteria(criteria, EVERYTHING);
}

/** True where two criteria ask the same. */
export function sameCriteria(a: Criteria, b: Criteria): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** What `matches` has to look up beyond the feature and the claim themselves. */
export interface Lookup {
	/** The folded words that the text clause looks in. */
	words(feature: PlacedFeature, claim: Claim): readonly string[];
	/** The groups that an agent belongs to. */
	groups(agent: string): readonly string[];
	/** Whether those claims about a feature that match the criteria contradict each other. */
	contested(feature: PlacedFeature, criteria: Criteria): boolean;
	/** Whether a feature shares a point with an area; false for one without geometry. */
	meets(feature: PlacedFeature, area: Area): boolean;
}

/** What criteria mean: whether a claim about a feature matches. Stores answer faster, but never otherwise. */
export function matches(criteria: Criteria, feature: PlacedFeature, claim: Claim, lookup: Lookup): boolean {
	const { layers, topics, sources, agents, groups, questions, said, happened, undated, known, contested, text } =
		criteria;
	if (layers && !layers.includes(feature.layer)) return false;
	if (!(criteria.unlocated && feature.geometry === null)) {
		for (const area of [criteria.bbox, criteria.area]) if (area && !lookup.meets(feature, area)) return false;
	}
	if (topics && !claim.topics.some((topic) => topics.includes(topic))) return false;
	if (sources && !sources.includes(claim.source)) return false;
	if (agents && !claim.attribution.some((link) => agents.includes(link.agent))) return false;
	if (groups && !claim.attribution.some(({ agent }) => lookup.groups(agent).some((group) => groups.includes(group)))) {
		return false;
	}
	if (questions && !claim.positions.some(({ question }) => questions.includes(question))) return false;
	if (!overlaps(said, claim.said.interval)) return false;
	if (known !== null && !overlaps({ from: null, to: known }, claim.said.interval)) return false;
	if (undated && claim.concerns) return false;
	if (isBounded(happened) && !(claim.concerns && overlaps(happened, claim.concerns.interval))) return false;
	if (contested && !lookup.contested(feature, { ...criteria, contested: false })) return false;
	const asked = wordsOf(text);
	if (asked.length === 0) return true;
	const found = lookup.words(feature, claim);
	return asked.every((word) => found.some((candidate) => candidate.startsWith(word)));
}
