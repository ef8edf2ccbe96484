import { groupBy } from './group-by';

/** What an agent is; the atlas says so, because "a source in the ministry" is not the ministry. */
export type AgentKind = 'person' | 'office' | 'group' | 'outlet' | 'imagery' | 'document';

/** A person, office or outlet that appears in attributions. */
export interface Agent {
	id: string;
	name: string;
	kind: AgentKind;
	/** What the documents say they are: an office held, a place in an institution. */
	role?: string;
	/** Other spellings, for the search. */
	names?: string[];
	/** Groups of agents that this one belongs to, as words of the data. */
	groups?: string[];
	/** Ids that it had in earlier versions; a group of agents may have one of them now. */
	formerly?: string[];
	/** True for one who stands only in links that are inferred: nothing here is that one's word. */
	onlyInferred?: true;
	/** The agent whose word this one's is, as a spokesman's is his office's, and the ground that a source gives for it. */
	speaksFor?: { agent: string; remark: string };
}

/** Someone the sources speak of and none quotes. */
export interface Unquoted {
	id: string;
	name: string;
	role?: string;
	/** Other spellings, for the search. */
	names?: string[];
	/** The claims that speak of them. */
	claims: string[];
}

/** One link of the chain from who said it to the document; `as` is the verb. */
export interface AttributionLink {
	agent: string;
	as: 'said' | 'told' | 'confirmed' | 'showed' | 'suggested' | 'recorded' | 'reported' | 'wrote';
	/** What a reader should know of the link: that the words may be another's, say; of an inferred one, why it is thought so. */
	remark?: string;
}

/** A page of the web that shows something, and the day on which it was seen. */
export interface WebPage {
	url: string;
	seen: string;
}

/** A link of the chain that the document does not give, with the ground for it. */
export interface InferredLink extends AttributionLink {
	/** The place in the attribution before which it stands. */
	before: number;
	/** Why it is thought so. */
	remark: string;
	/** The pages that show it. */
	pages: WebPage[];
}

/** The chain, origin first; its last link is the outlet whose document carries the claim. */
export type Attribution = AttributionLink[];

/** Those who are spoken of and never quoted, by the ids of the claims that speak of them. */
export function unquotedByClaim(unquoted: readonly Unquoted[]): ReadonlyMap<string, readonly Unquoted[]> {
	return groupBy(unquoted, ({ claims }) => claims);
}

/** Those who are spoken of and never quoted, by id. */
export function unquotedById(unquoted: readonly Unquoted[]): ReadonlyMap<string, Unquoted> {
	return new Map(unquoted.map((someone) => [someone.id, someone]));
}

/**
 * The agent whose word an agent's is: the last of those that it speaks for, or itself. A rule on the data sees to it that
 * there is a last.
 */
export function spokenFor(agent: Agent, agents: (id: string) => Agent | undefined): Agent {
	const next = agent.speaksFor && agents(agent.speaksFor.agent);
	return next ? spokenFor(next, agents) : agent;
}

/** Those of the agents who say or pass on something, as documents give it: whom one can filter by, and compare. */
export function quotedAmong(agents: readonly Agent[]): Agent[] {
	return agents.filter(({ onlyInferred }) => !onlyInferred);
}
