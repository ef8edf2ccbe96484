import type { KnownDate } from '$lib/domain/claim';
import type { AnswerRelation, Question } from '$lib/domain/question';
import { dateWords } from '$lib/words/edtf-words';
import type { Titled } from '$lib/domain/titled';
import type { CitedClaim } from '$lib/engine/cited-claim';
import type { DifferenceSummary } from '$lib/engine/differences';
import { originsWords, summaryOf, type EvidenceSummary } from '$lib/engine/origins';
import { counted } from '$lib/words/counted';

/** One answer to a question, with the claims that give it in order of time; none where no source gives it. */
export interface GivenAnswer {
	id: string;
	title: string;
	/** Why it is listed although no source gives it. */
	unclaimed?: string;
	notes: CitedClaim[];
	summary: EvidenceSummary;
}

/** The answers to a question, in the question's order; `latest` is when the latest claim of the atlas was said. */
export function answersTo(
	question: Question,
	notes: readonly CitedClaim[],
	latest: KnownDate | null = null
): GivenAnswer[] {
	const ordered = inOrderOfTime(notes);
	return question.answers.map((answer) => {
		const giving = ordered.filter(({ positions }) =>
			positions.some((position) => position.question.id === question.id && position.answer.id === answer.id)
		);
		return { ...answer, notes: giving, summary: summaryOf(giving, latest) };
	});
}

/** An id that a question had, and the other questions that had it before it was divided. */
export interface FormerQuestion {
	id: string;
	others: Titled[];
}

/** The ids that a question had, each with the others that were parts of the same. */
export function formerOf(question: Question, questions: readonly Question[]): FormerQuestion[] {
	return (question.formerly ?? []).map((id) => ({
		id,
		others: questions
			.filter((other) => other.id !== question.id && other.formerly?.includes(id))
			.map((other) => ({ id: other.id, title: other.title }))
	}));
}

/** The ids of the other questions of which answers stand in a relation to this one's. */
export function questionsBeside(question: string, relations: readonly AnswerRelation[]): string[] {
	const asked = relations
		.map(({ answers }) => answers.map((answer) => answer.question))
		.filter((ids) => ids.includes(question));
	return [...new Set(asked.flat())].filter((id) => id !== question);
}

/** The differences in which an answer to this question has a part. */
export function differencesOn(question: string, differences: readonly DifferenceSummary[]): DifferenceSummary[] {
	return differences.filter(({ sides }) => sides.some((side) => side.question.id === question));
}

/** Claims in the order in which they were said; what was said on the same days stays as it was. */
export function inOrderOfTime(notes: readonly CitedClaim[]): CitedClaim[] {
	const days = ({ said: { interval } }: CitedClaim) => `${interval.from ?? ''}/${interval.to ?? '9999'}`;
	return [...notes].sort((a, b) => days(a).localeCompare(days(b)));
}

/** How much stands behind claims: "3 claims, 2 origins". Five reports of one statement have one origin. */
export function summaryWords(summary: Pick<EvidenceSummary, 'claims' | 'origins' | 'originsInferred'>): string {
	return `${counted(summary.claims, 'claim')}, ${originsWords(summary)}`;
}

/** Since when nothing was said: "nothing since 9 Dec 2024"; null where something was, or where there is no claim. */
export function silenceWords({
	lastSaid,
	silentSince
}: Pick<EvidenceSummary, 'lastSaid' | 'silentSince'>): string | null {
	return silentSince && lastSaid !== null ? `nothing since ${dateWords(lastSaid)}` : null;
}
