import type { Claim } from './claim';
import { type Interval, overlaps } from './interval';
import type { AnswerReference, AnswerRelation } from './question';

/**
 * What two answers that claims give come to: they contradict each other where they exclude each other of the same time;
 * they are in tension; they differ because time has passed; or both may be true.
 */
export type Difference = 'contradiction' | 'tension' | 'change' | 'compatible';

/** Two answers that claims give, and what they come to. */
export interface Opposition {
	relation: AnswerRelation;
	difference: Difference;
}

/** The time that the answers of a claim are about: the time that it concerns, else that of saying. */
export function timeOf({ concerns, said }: Pick<Claim, 'concerns' | 'said'>): Interval {
	return (concerns ?? said).interval;
}

/** What is asked of a claim to hold its answers against others'. */
export type Answering = Pick<Claim, 'concerns' | 'said'> & { positions: readonly AnswerReference[] };

/** The pairs of answers that claims give and whose relation is settled, each with what it comes to among those claims. */
export function oppositionsAmong(claims: Iterable<Answering>, relations: readonly AnswerRelation[]): Opposition[] {
	const times = new Map<string, Interval[]>();
	for (const claim of claims) {
		for (const position of claim.positions) {
			const key = answerKey(position);
			const earlier = times.get(key);
			if (earlier) earlier.push(timeOf(claim));
			else times.set(key, [timeOf(claim)]);
		}
	}
	return relations.flatMap((relation) => {
		const [one, other] = relation.answers.map((answer) => times.get(answerKey(answer)) ?? []);
		if (!one?.length || !other?.length) return [];
		const together = one.some((time) => other.some((another) => overlaps(time, another)));
		return [{ relation, difference: differenceOf(relation, together) }];
	});
}

/** Whether claims contradict each other: two of them give answers that exclude each other, of the same time. */
export function contradict(claims: Iterable<Answering>, relations: readonly AnswerRelation[]): boolean {
	return oppositionsAmong(claims, relations).some(({ difference }) => difference === 'contradiction');
}

function differenceOf({ relation }: AnswerRelation, together: boolean): Difference {
	if (relation === 'compatible') return 'compatible';
	if (!together) return 'change';
	return relation === 'excludes' ? 'contradiction' : 'tension';
}

/** A text that is the same for the same answer; ids have no spaces. */
export function answerKey({ question, answer }: AnswerReference): string {
	return `${question} ${answer}`;
}
