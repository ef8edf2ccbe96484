import type { Position } from 'geojson';
import type { Extent } from '$lib/domain/extent';
import { ALWAYS, type Interval } from '$lib/domain/interval';

/**
 * The one question type: what the address, the API, the memory and a database are asked. Each member is a clause; null,
 * an empty text and an interval without bounds are no clause. A list asks for any of its members, an empty list for
 * nothing. What each clause means and how it is spelled stands in `clauses.ts`.
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

/** The clauses that are lists of ids. */
export type ListClause = {
	[Name in keyof Criteria]: Criteria[Name] extends readonly string[] | null ? Name : never;
}[keyof Criteria];

/** True for criteria without a clause. */
export function isUnfiltered(criteria: Criteria): boolean {
	return sameCriteria(criteria, EVERYTHING);
}

/** True where two criteria ask the same. */
export function sameCriteria(a: Criteria, b: Criteria): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
