import type { Claim } from './claim';
import type { Question } from './question';

/** The questions on which claims contradict each other: two of them give answers that cannot both hold. */
export function conflictsAmong(claims: Iterable<Claim>, questions: readonly Question[]): Question[] {
	const given = new Set<string>();
	for (const { positions } of claims) for (const { question, answer } of positions) given.add(`${question} ${answer}`);
	return questions.filter(({ id, conflicts = [] }) =>
		conflicts.some(([one, other]) => given.has(`${id} ${one}`) && given.has(`${id} ${other}`))
	);
}
