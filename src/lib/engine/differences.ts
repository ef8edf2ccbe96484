import type { Claim } from '$lib/domain/claim';
import { answerKey, type Difference, DIFFERENCES, oppositionsAmong, timeOf } from '$lib/domain/conflict';
import type { Dataset } from '$lib/domain/dataset';
import { type AnswerReference, type TitledAnswer, titlesOf } from '$lib/domain/question';

/** An answer that claims give. */
export interface Side extends TitledAnswer {
	/** The ids of the claims that give it. */
	claims: string[];
	/** The times that it is about, as EDTF, the earliest first: what each claim concerns, else when it was said. */
	times: string[];
}

/** Two answers that claims give, what they come to, and the written reason. */
export interface DifferenceSummary {
	difference: Difference;
	why: string;
	/** The two answers; of a change, the answers in order of time: one that is given again stands there again. */
	sides: Side[];
}

/** How the answers that claims give stand to each other, within one question or across two. */
export function differencesAmong(
	claims: readonly Claim[],
	{ questions, relations }: Pick<Dataset, 'questions' | 'relations'>
): DifferenceSummary[] {
	const titles = titlesOf(questions);
	const sideOf = (answer: AnswerReference, giving: readonly Claim[]): Side => ({
		...titles(answer),
		claims: giving.map(({ id }) => id),
		times: [...new Set([...giving].sort(byTime).map(({ concerns, said }) => (concerns ?? said).edtf))]
	});
	const told = oppositionsAmong(claims, relations).map(({ relation, difference, sides: [one, other] }) => {
		const [first, second] = relation.answers;
		const sides =
			difference === 'change'
				? inTurns([
						...one.map((claim) => ({ answer: first, claim })),
						...other.map((claim) => ({ answer: second, claim }))
					]).map(({ answer, claims: giving }) => sideOf(answer, giving))
				: [sideOf(first, one), sideOf(second, other)];
		return { difference, why: relation.why, sides };
	});
	return told.sort((a, b) => DIFFERENCES.indexOf(a.difference) - DIFFERENCES.indexOf(b.difference));
}

interface Given {
	answer: AnswerReference;
	claim: Claim;
}

/** What was given one after the other, of answers whose claims share no day; the same answer again, as one. */
function inTurns(given: Given[]): { answer: AnswerReference; claims: Claim[] }[] {
	const turns: { answer: AnswerReference; claims: Claim[] }[] = [];
	for (const { answer, claim } of given.sort((a, b) => byTime(a.claim, b.claim))) {
		const last = turns.at(-1);
		if (last && answerKey(last.answer) === answerKey(answer)) last.claims.push(claim);
		else turns.push({ answer, claims: [claim] });
	}
	return turns;
}

/** By the first day of what claims are about; an open beginning is before every day. */
function byTime(a: Claim, b: Claim): number {
	return (timeOf(a).from ?? '').localeCompare(timeOf(b).from ?? '');
}
