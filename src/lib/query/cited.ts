import type { Agent, AttributionLink, AgentKind } from '$lib/domain/attribution';
import type { Claim, KnownDate, Modality } from '$lib/domain/claim';
import type { Columns } from './columns';

/** An id with what it is called. */
export interface Titled {
	id: string;
	title: string;
}

/** A claim with the names of all that it refers to, as a reader sees it. */
export interface CitedClaim {
	id: string;
	text: string;
	modality: Modality;
	said: KnownDate;
	concerns?: KnownDate;
	/** Who said it and who passed it on, origin first; `for` is the agent whose word theirs is, where they speak for one. */
	chain: { id: string; name: string; role?: string; kind: AgentKind; as: AttributionLink['as']; for?: Titled }[];
	topics: Titled[];
	about: Titled[];
	source: Titled;
	paragraph: number;
	/** The answers that it gives, each with how it was read out of the passage. */
	positions: { question: Titled; answer: Titled; why?: string }[];
}

/** A claim with its references resolved. */
export function cite({ dataset, features, topics, sources, agents }: Columns, claim: Claim): CitedClaim {
	const agentOf = (id: string): Agent => dataset.agents[agents.get(id)!]!;
	/** The last of those that an agent speaks for; a rule on the data sees to it that there is a last. */
	const spokenFor = (agent: Agent): Agent => (agent.speaksFor ? spokenFor(agentOf(agent.speaksFor.agent)) : agent);
	const titled = (id: string, title: string | undefined): Titled => ({ id, title: title ?? id });
	return {
		id: claim.id,
		text: claim.text,
		modality: claim.modality,
		said: claim.said,
		...(claim.concerns && { concerns: claim.concerns }),
		chain: claim.attribution.map((link) => {
			const agent = agentOf(link.agent);
			const { id, name, role, kind } = agent;
			const behind = spokenFor(agent);
			return {
				id,
				name,
				...(role && { role }),
				kind,
				as: link.as,
				...(behind !== agent && { for: titled(behind.id, behind.name) })
			};
		}),
		topics: claim.topics.map((id) => titled(id, dataset.topics[topics.get(id)!]?.title)),
		about: claim.about.map((id) => titled(id, dataset.features[features.get(id)!]?.name)),
		source: titled(claim.source, dataset.sources[sources.get(claim.source)!]?.title),
		paragraph: claim.selector.paragraph,
		positions: claim.positions.map(({ question, answer, why }) => {
			const asked = dataset.questions.find((candidate) => candidate.id === question);
			const given = asked?.answers.find((candidate) => candidate.id === answer);
			return { question: titled(question, asked?.title), answer: titled(answer, given?.title), ...(why && { why }) };
		})
	};
}
