import {
	type Agent,
	type AgentKind,
	type AttributionLink,
	type InferredLink,
	spokenFor
} from '$lib/domain/attribution';
import { type Claim, type KnownDate, type Modality, tieOf } from '$lib/domain/claim';
import { noteNumber } from '$lib/domain/note-number';
import { type SourceWarning, warningsOn } from '$lib/domain/source';
import type { Titled } from '$lib/domain/titled';
import type { TitledAnswer } from '$lib/domain/question';
import type { Columns } from './columns';

/** A link of a chain with who it is; `for` is the agent whose word theirs is, where they speak for one. */
export interface CitedLink {
	id: string;
	name: string;
	role?: string;
	kind: AgentKind;
	as: AttributionLink['as'];
	for?: Titled;
	/** What a reader should know of the link. */
	remark?: string;
}

/** A link that the document does not give, the place in the chain before which it stands, and the ground for it. */
export type CitedInference = CitedLink & Omit<InferredLink, 'agent' | 'as'>;

/** A feature that a claim is about. */
export interface Pin extends Titled {
	/** The number of the claim's note there. */
	number: number | null;
	/** Where the passage does not name it: the words that stand for it, and the paragraph that says what they mean. */
	tie?: { words: string; paragraph: number; remark?: string };
}

/** A claim with the names of all that it refers to, as a reader sees it. */
export interface CitedClaim {
	id: string;
	text: string;
	modality: Modality;
	said: KnownDate;
	concerns?: KnownDate;
	/** Who said it and who passed it on, origin first, as the document gives it. */
	chain: CitedLink[];
	/** Who else stood in the chain, as other pages suggest: nobody's words by that. */
	inferred?: CitedInference[];
	/** Whom it speaks of that no source quotes. */
	speaksOf?: Titled[];
	topics: Titled[];
	about: Pin[];
	source: Titled;
	/** What a reader of it must know of its source. */
	warnings?: SourceWarning[];
	paragraph: number;
	/** The answers that it gives, each with how it was read out of the passage. */
	positions: (TitledAnswer & { why?: string })[];
}

/** A claim with its references resolved. */
export function cite(columns: Columns, claim: Claim): CitedClaim {
	const { dataset, features, agents, lists } = columns;
	const agentOf = (id: string): Agent => dataset.agents[agents.get(id)!]!;
	const titled = (id: string, title: string | undefined): Titled => ({ id, title: title ?? id });
	const linked = (link: AttributionLink): CitedLink => {
		const agent = agentOf(link.agent);
		const { id, name, role, kind } = agent;
		const behind = spokenFor(agent, agentOf);
		return {
			id,
			name,
			...(role && { role }),
			kind,
			as: link.as,
			...(behind !== agent && { for: titled(behind.id, behind.name) }),
			...(link.remark && { remark: link.remark })
		};
	};
	const source = dataset.sources[lists.sources.ids.get(claim.source)!];
	const warnings = source ? warningsOn(source, claim.id) : [];
	const speaksOf = columns.unquotedOf.get(claim.id);
	return {
		id: claim.id,
		text: claim.text,
		modality: claim.modality,
		said: claim.said,
		...(claim.concerns && { concerns: claim.concerns }),
		chain: claim.attribution.map(linked),
		...(claim.inferred && {
			inferred: claim.inferred.map((link) => {
				const { remark, before, pages } = link;
				return { ...linked(link), remark, before, pages };
			})
		}),
		...(speaksOf && { speaksOf: speaksOf.map(({ id, name }) => titled(id, name)) }),
		topics: claim.topics.map((id) => titled(id, dataset.topics[lists.topics.ids.get(id)!]?.title)),
		about: claim.about.map((id) => {
			const tie = tieOf(claim, id);
			return {
				...titled(id, dataset.features[features.get(id)!]?.name),
				number: noteNumber(dataset.noteOrder, id, claim.id),
				...(tie && {
					tie: { words: tie.words, paragraph: tie.meaning.paragraph, ...(tie.remark && { remark: tie.remark }) }
				})
			};
		}),
		source: titled(claim.source, source?.title),
		...(warnings.length > 0 && { warnings }),
		paragraph: claim.selector.paragraph,
		positions: claim.positions.map(({ why, ...position }) => ({
			...columns.answerTitles(position),
			...(why && { why })
		}))
	};
}

/** The numbers of claims' notes at a feature, by their ids; where one never had a number, its place among these. */
export function numbersAt(feature: string, notes: readonly CitedClaim[]): ReadonlyMap<string, number> {
	return new Map(notes.map(({ id, about }, index) => [id, pinTo(feature, about)?.number ?? index + 1]));
}

/** Whether the passage of a claim names a feature that it is about. */
export function isNamed(feature: string, { about }: CitedClaim): boolean {
	return pinTo(feature, about)?.tie === undefined;
}

/** Those whom claims speak of and no source quotes, each with the claims that do, the most spoken of first. */
export function spokenOfIn(notes: readonly CitedClaim[]): (Titled & { claims: string[] })[] {
	const found = new Map<string, Titled & { claims: string[] }>();
	for (const { id: claim, speaksOf = [] } of notes) {
		for (const { id, title } of speaksOf) {
			const known = found.get(id) ?? { id, title, claims: [] };
			found.set(id, { ...known, claims: [...known.claims, claim] });
		}
	}
	return [...found.values()].sort((a, b) => b.claims.length - a.claims.length);
}

function pinTo(feature: string, about: readonly Pin[]): Pin | undefined {
	return about.find(({ id }) => id === feature);
}
