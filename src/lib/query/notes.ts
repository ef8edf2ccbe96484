import type { Claim } from '$lib/domain/claim';
import { oppositionsAmong } from '$lib/domain/conflict';
import type { AnswerRelation, Question } from '$lib/domain/question';
import type { Answer } from './answer';
import type { Titled } from './cited';
import type { Columns } from './columns';

/** An answer that claims give, with their ids. */
export interface GivenAnswer extends Titled {
	claims: string[];
	/** The titles of the other given answers that cannot hold beside it. */
	against: string[];
}

/** Where claims answer one question in more than one way. */
export interface Difference {
	question: Titled;
	/** True where two of the answers cannot both hold. */
	contradict: boolean;
	/** In the question's order. */
	answers: GivenAnswer[];
}

/** What the sources say about one feature under the criteria of an answer. */
export interface Notes {
	claims: Claim[];
	/** How many of its claims the criteria leave out. */
	hidden: number;
	differences: Difference[];
}

/** The notes of a feature; null for an id that is not there. */
export function notesOf(columns: Columns, given: Answer, featureId: string): Notes | null {
	const feature = columns.features.get(featureId);
	if (feature === undefined) return null;
	const { starts, values } = columns.featureMentions;
	const all = Array.from(values.subarray(starts[feature], starts[feature + 1]));
	const claims = all
		.filter((mention) => given.mentions[mention] === 1)
		.map((mention) => columns.dataset.claims[columns.mentionClaim[mention]!]!);
	return {
		claims,
		hidden: all.length - claims.length,
		differences: differencesAmong(claims, columns.dataset.questions, columns.dataset.relations)
	};
}

/** The questions to which claims give different answers. */
export function differencesAmong(
	claims: readonly Claim[],
	questions: readonly Question[],
	relations: readonly AnswerRelation[]
): Difference[] {
	const rivals = rivalsAmong(claims, relations);
	return questions.flatMap((question) => {
		const answers = question.answers.flatMap(({ id, title }) => {
			const giving = claims.filter((claim) =>
				claim.positions.some((position) => position.question === question.id && position.answer === id)
			);
			return giving.length === 0 ? [] : [{ id, title, claims: giving.map((claim) => claim.id) }];
		});
		if (answers.length < 2) return [];
		const told = answers.map((answer) => {
			const excluded = rivals.get(`${question.id} ${answer.id}`) ?? [];
			return { ...answer, against: answers.flatMap(({ id, title }) => (excluded.includes(id) ? [title] : [])) };
		});
		const contradict = told.some(({ against }) => against.length > 0);
		return [{ question: { id: question.id, title: question.title }, contradict, answers: told }];
	});
}

/** For each answer that claims give, the answers to its question that contradict it among those claims. */
function rivalsAmong(claims: readonly Claim[], relations: readonly AnswerRelation[]): Map<string, string[]> {
	const rivals = new Map<string, string[]>();
	for (const { relation, difference } of oppositionsAmong(claims, relations)) {
		const [one, other] = relation.answers;
		if (difference !== 'contradiction' || one.question !== other.question) continue;
		for (const [answer, rival] of [
			[one, other],
			[other, one]
		] as const) {
			const key = `${answer.question} ${answer.answer}`;
			rivals.set(key, [...(rivals.get(key) ?? []), rival.answer]);
		}
	}
	return rivals;
}
