import type { Claim } from '$lib/domain/claim';
import { conflictsAmong, rivalsOf } from '$lib/domain/conflict';
import type { Question } from '$lib/domain/question';
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
		differences: differencesAmong(claims, columns.dataset.questions)
	};
}

/** The questions to which claims give different answers. */
export function differencesAmong(claims: readonly Claim[], questions: readonly Question[]): Difference[] {
	return questions.flatMap((question) => {
		const answers = question.answers.flatMap(({ id, title }) => {
			const giving = claims.filter((claim) =>
				claim.positions.some((position) => position.question === question.id && position.answer === id)
			);
			return giving.length === 0 ? [] : [{ id, title, claims: giving.map((claim) => claim.id) }];
		});
		if (answers.length < 2) return [];
		const contradict = conflictsAmong(claims, [question]).length > 0;
		const told = answers.map((answer) => ({ ...answer, against: titlesOf(rivalsOf(answer, answers, question)) }));
		return [{ question: { id: question.id, title: question.title }, contradict, answers: told }];
	});
}

function titlesOf(items: readonly Titled[]): string[] {
	return items.map(({ title }) => title);
}
