import { type Agent, spokenFor } from '$lib/domain/attribution';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim, KnownDate, Modality } from '$lib/domain/claim';
import { answerKey, type Difference, DIFFERENCES, oppositionBetween } from '$lib/domain/conflict';
import { groupBy } from '$lib/domain/group-by';
import { hedgesIn } from '$lib/domain/hedges';
import { type AnswerReference, type TitledAnswer, titlesOf } from '$lib/domain/question';
import type { Titled } from '$lib/domain/titled';

/** Another answer that is given at the place, and how one stands to it. */
export interface Against extends TitledAnswer {
	difference: Exclude<Difference, 'compatible'>;
	why: string;
}

/** The latest answer of one origin to one question at a place: a line for who has no time to read all claims. */
export interface AnswerLine extends TitledAnswer {
	/** Who gave it: the first of the attribution; `for` is the agent whose word theirs is. */
	origin: Pick<Agent, 'id' | 'name' | 'role' | 'kind'> & { for?: Titled };
	/** What the claims quote; empty where the words are no news, and the answer's title says it. */
	words: string[];
	/** When it was said. */
	said: KnownDate;
	/** Who passed it on, from the origin to the document. */
	through: Titled[];
	modality: Modality;
	/** The words of the claim that hold back how sure it is. */
	hedges: string[];
	/** The strongest of `against`; null where it stands against nothing. */
	difference: Against['difference'] | null;
	against: Against[];
	/** The first day that a claim of this answer, whosever, is about; null where no source says since when. */
	since: string | null;
	/** When anyone last answered this question here. */
	latest: KnownDate;
	/** The ids of the claims that the line tells of: those of the origin's latest day. */
	claims: string[];
}

/**
 * What the claims about one place answer, a line for the latest answer of each origin to each question: contradictions
 * first, then what is in tension, then the latest said, in the order of the questions. A spokesman counts with his
 * office. An origin that gave several answers on its latest day has a line for each.
 */
export function answersAt(
	claims: readonly Claim[],
	{ questions, relations, agents }: Pick<Catalogue, 'questions' | 'relations' | 'agents'>
): AnswerLine[] {
	const agentOf = new Map(agents.map((agent) => [agent.id, agent]));
	const titles = titlesOf(questions);
	const originOf = ({ attribution: [first] }: Claim): string => {
		const origin = writeOrigin(agentOf, first?.agent ?? '');
		return origin.for?.id ?? origin.id;
	};
	const giving = ({ question, answer }: AnswerReference) =>
		claims.filter(({ positions }) => positions.some((one) => one.question === question && one.answer === answer));

	const lines = questions.flatMap(({ id: question, answers }) => {
		const all = claims.filter(({ positions }) => positions.some((stance) => stance.question === question));
		if (all.length === 0) return [];
		const latest = latestOf(all)[0]!.said;
		return [...groupBy(all, (claim) => [originOf(claim)]).values()].map(latestOf).flatMap((theirs) =>
			answers.flatMap(({ id: answer }): AnswerLine[] => {
				const reference = { question, answer };
				const told = theirs.filter((claim) => giving(reference).includes(claim));
				const claim = told.find(({ text }) => quotedIn(text).length > 0) ?? told[0];
				if (!claim) return [];
				const against = againstOf(reference, told, relations, giving, titles);
				const [first, ...others] = claim.attribution;
				return [
					{
						...titles(reference),
						origin: writeOrigin(agentOf, first?.agent ?? ''),
						words: [...new Set(told.flatMap(({ text }) => quotedIn(text)))],
						said: claim.said,
						through: others.map(({ agent }) => ({ id: agent, title: agentOf.get(agent)?.name ?? agent })),
						modality: claim.modality,
						hedges: hedgesIn(claim.text),
						difference: against[0]?.difference ?? null,
						against,
						since: firstDayOf(giving(reference)),
						latest,
						claims: told.map(({ id }) => id)
					}
				];
			})
		);
	});
	return lines.sort((a, b) => rankOf(a) - rankOf(b) || byLastDay(b.said, a.said));
}

/** Change ranks with what stands against nothing: only what is so of one time goes before what was said last. */
function rankOf({ difference }: AnswerLine): number {
	return difference === 'contradiction' ? 0 : difference === 'tension' ? 1 : 2;
}

/** What of the answers that are given stands against one, as these claims give it, the strongest first. */
function againstOf(
	reference: AnswerReference,
	told: readonly Claim[],
	relations: Catalogue['relations'],
	giving: (answer: AnswerReference) => Claim[],
	titles: ReturnType<typeof titlesOf>
): Against[] {
	const key = answerKey(reference);
	const against = relations.flatMap((relation) => {
		const at = relation.answers.findIndex((answer) => answerKey(answer) === key);
		const other = relation.answers[at === 0 ? 1 : 0];
		const difference = at < 0 ? undefined : oppositionBetween(relation, told, giving(other))?.difference;
		if (difference === undefined || difference === 'compatible') return [];
		return [{ difference, ...titles(other), why: relation.why }];
	});
	return against.sort((a, b) => DIFFERENCES.indexOf(a.difference) - DIFFERENCES.indexOf(b.difference));
}

function writeOrigin(agents: ReadonlyMap<string, Agent>, id: string): AnswerLine['origin'] {
	const agent = agents.get(id);
	const behind = agent && spokenFor(agent, (one) => agents.get(one));
	return {
		id,
		name: agent?.name ?? id,
		...(agent?.role !== undefined && { role: agent.role }),
		kind: agent?.kind ?? 'document',
		...(behind && behind !== agent && { for: { id: behind.id, title: behind.name } })
	};
}

/** The claims of the latest day, of those that are not earlier than any other. */
function latestOf(claims: readonly Claim[]): Claim[] {
	const [last] = [...claims].sort((a, b) => byLastDay(b.said, a.said));
	return claims.filter(({ said }) => last && byLastDay(said, last.said) === 0);
}

/** By the last day that a date can mean, then by its first. An open end tells nothing of when; its beginning then stands. */
function byLastDay({ interval: a }: KnownDate, { interval: b }: KnownDate): number {
	return (a.to ?? a.from ?? '').localeCompare(b.to ?? b.from ?? '') || (a.from ?? '').localeCompare(b.from ?? '');
}

function firstDayOf(claims: readonly Claim[]): string | null {
	const days = claims.flatMap(({ concerns }) => concerns?.interval.from ?? []);
	return days.sort()[0] ?? null;
}

function quotedIn(text: string): string[] {
	return [...text.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
}
