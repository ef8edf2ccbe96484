import type { Claim } from './claim';
import { groupBy } from './group-by';
import { type Interval, overlaps } from './interval';
import type { AnswerReference, AnswerRelation } from './question';

/**
 * What two answers come to that claims give: they contradict each other where they exclude each other of the same time;
 * they are in tension; they differ because time has passed; or both may be true. They are told in this order.
 */
export const DIFFERENCES = ['contradiction', 'tension', 'change', 'compatible'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** The claims that give each of two answers whose relation is settled, and what that comes to. */
export interface Opposition<Given> {
	relation: AnswerRelation;
	difference: Difference;
	/** In the order of the relation's answers; of a contradiction and of a tension only the claims of the same time. */
	sides: [Given[], Given[]];
}

/** What is asked of a claim to hold its answers against others'. */
export type AnsweringClaim = Pick<Claim, 'concerns' | 'said'> & { positions: readonly AnswerReference[] };

/** The time that the answers of a claim are about: the time that it concerns, else that of saying. */
export function timeOf({ concerns, said }: Pick<Claim, 'concerns' | 'said'>): Interval {
	return (concerns ?? said).interval;
}

/**
 * The pairs of answers that claims give and whose relation is settled, each with what it comes to among those claims. It
 * takes two claims: one that gives both answers stands against no other by that alone.
 */
export function oppositionsAmong<Given extends AnsweringClaim>(
	claims: Iterable<Given>,
	relations: readonly AnswerRelation[]
): Opposition<Given>[] {
	const giving = givingOf(claims);
	return relations.flatMap((relation) => oppositionIn(giving, relation) ?? []);
}

/** What a pair of answers comes to where these claims give them; null without two claims that do. */
export function oppositionBetween<Given extends AnsweringClaim>(
	relation: AnswerRelation,
	one: readonly Given[],
	other: readonly Given[]
): Opposition<Given> | null {
	const all = sidesOf(one, other, () => true);
	if (all[0].length === 0) return null;
	if (relation.relation === 'compatible') return { relation, difference: 'compatible', sides: all };
	const meeting = sidesOf(one, other, ofOneTime);
	if (meeting[0].length === 0) return { relation, difference: 'change', sides: all };
	return { relation, difference: relation.relation === 'excludes' ? 'contradiction' : 'tension', sides: meeting };
}

/** Whether claims contradict each other: two of them give answers that exclude each other, of the same time. */
export function contradict(claims: Iterable<AnsweringClaim>, relations: readonly AnswerRelation[]): boolean {
	const giving = givingOf(claims);
	return relations.some(
		(relation) => relation.relation === 'excludes' && oppositionIn(giving, relation)?.difference === 'contradiction'
	);
}

function oppositionIn<Given extends AnsweringClaim>(
	giving: ReadonlyMap<string, Given[]>,
	relation: AnswerRelation
): Opposition<Given> | null {
	const [one = [], other = []] = relation.answers.map((answer) => giving.get(answerKey(answer)));
	return oppositionBetween(relation, one, other);
}

/** A text that is the same for the same answer; ids have no spaces. */
export function answerKey({ question, answer }: AnswerReference): string {
	return `${question} ${answer}`;
}

/** The claims that give each answer, by its key. */
function givingOf<Given extends AnsweringClaim>(claims: Iterable<Given>): Map<string, Given[]> {
	return groupBy(claims, ({ positions }) => positions.map(answerKey));
}

function ofOneTime(a: AnsweringClaim, b: AnsweringClaim): boolean {
	return overlaps(timeOf(a), timeOf(b));
}

/** The claims of two lists that meet another one of the other list. */
function sidesOf<Given>(
	one: readonly Given[],
	other: readonly Given[],
	meet: (a: Given, b: Given) => boolean
): [Given[], Given[]] {
	return [
		one.filter((a) => other.some((b) => a !== b && meet(a, b))),
		other.filter((b) => one.some((a) => a !== b && meet(a, b)))
	];
}
