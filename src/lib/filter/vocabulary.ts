import { quotedAmong, type Unquoted, unquotedById } from '$lib/domain/attribution';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim } from '$lib/domain/claim';
import type { PlacedFeature } from '$lib/domain/feature';
import { idsByFormer } from '$lib/domain/former';
import type { ListClause } from './criteria';

/** What a list of criteria may name, and which of that a feature or a claim has. */
export type Listed = {
	/** In the order of the data. */
	items(catalogue: Catalogue): readonly { id: string; title: string }[];
} & (
	| { of: 'features'; idsOf(catalogue: Catalogue): (feature: PlacedFeature) => readonly string[] }
	| { of: 'claims'; idsOf(catalogue: Catalogue): (claim: Claim) => readonly string[] }
);

/** The lists of criteria. */
export const LISTED: Readonly<Record<ListClause, Listed>> = {
	layers: {
		items: ({ layers }) => layers,
		of: 'features',
		idsOf: () => (feature) => [feature.layer]
	},
	topics: {
		items: ({ topics }) => topics,
		of: 'claims',
		idsOf: () => (claim) => claim.topics
	},
	sources: {
		items: ({ sources }) => sources,
		of: 'claims',
		idsOf: () => (claim) => [claim.source]
	},
	agents: {
		items: ({ agents }) => quotedAmong(agents).map(({ id, name }) => ({ id, title: name })),
		of: 'claims',
		idsOf: () => (claim) => claim.attribution.map(({ agent }) => agent)
	},
	groups: {
		items: ({ info }) => Object.entries(info.agentGroups).map(([id, title]) => ({ id, title })),
		of: 'claims',
		idsOf: ({ agents }) => {
			const groupsOf = new Map(agents.map(({ id, groups = [] }) => [id, groups]));
			return (claim) => claim.attribution.flatMap(({ agent }) => groupsOf.get(agent) ?? []);
		}
	},
	questions: {
		items: ({ questions }) => questions,
		of: 'claims',
		idsOf: () => (claim) => claim.positions.map(({ question }) => question)
	}
};

/** What `make` gives for each list. */
export function byList<Value>(make: (name: ListClause) => Value): Record<ListClause, Value> {
	return Object.fromEntries(Object.keys(LISTED).map((name) => [name, make(name as ListClause)])) as Record<
		ListClause,
		Value
	>;
}

/** What the ids of each list are called. */
export type Titles = Readonly<Record<ListClause, readonly { id: string; title: string }[]>>;

/** The ids that the lists of a query may name. */
export interface Vocabulary extends Readonly<Record<ListClause, ReadonlySet<string>>> {
	/** Those whom no source quotes, by id: a link may ask for what they say. */
	unquoted: ReadonlyMap<string, Pick<Unquoted, 'name' | 'claims'>>;
	/** What the ids that older links have stand for now. */
	former: Readonly<Record<'agents' | 'questions', ReadonlyMap<string, readonly string[]>>>;
}

/** The vocabulary of a catalogue. */
export function vocabularyOf(catalogue: Catalogue): Vocabulary {
	const { agents, questions, unquoted } = catalogue;
	return {
		...byList((name) => new Set(LISTED[name].items(catalogue).map(({ id }) => id))),
		unquoted: unquotedById(unquoted),
		former: { agents: idsByFormer(agents), questions: idsByFormer(questions) }
	};
}
