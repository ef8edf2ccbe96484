import type { Claim } from './claim';
import type { Answer, Question } from './question';

/** The questions on which claims contradict each other: two of them give answers that cannot both hold. */
export function conflictsAmong(claims: Iterable<Claim>, questions: readonly Question[]): Question[] {
	const given = new Set<string>();
	for (const { positions } of claims) for (const { question, answer } of positions) given.add(`${question} ${answer}`);
	return questions.filter(({ id, conflicts = [] }) =>
		conflicts.some(([one, other]) => given.has(`${id} ${one}`) && given.has(`${id} ${other}`))
	);
}

/** Which of the answers that are given cannot hold beside one of them. */
export function rivalsOf<Given extends Pick<Answer, 'id'>>(
	answer: Pick<Answer, 'id'>,
	given: readonly Given[],
	{ conflicts = [] }: Pick<Question, 'conflicts'>
): Given[] {
	const rivals = conflicts.filter((pair) => pair.includes(answer.id)).flat();
	return given.filter(({ id }) => id !== answer.id && rivals.includes(id));
}
