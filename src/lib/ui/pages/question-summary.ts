import type { Question } from '$lib/domain/question';
import type { CitedClaim } from '$lib/query/cited';
import { standingOf, type Standing } from '$lib/query/origins';
import { counted } from './counted';

/** One answer to a question, with the claims that give it in order of time; none where no source gives it. */
export interface GivenAnswer {
	id: string;
	title: string;
	notes: CitedClaim[];
	standing: Standing;
}

/** The answers to a question, in the question's order. */
export function answersTo(question: Question, notes: readonly CitedClaim[]): GivenAnswer[] {
	const ordered = inOrderOfTime(notes);
	return question.answers.map(({ id, title }) => {
		const giving = ordered.filter(({ positions }) =>
			positions.some((position) => position.question.id === question.id && position.answer.id === id)
		);
		return { id, title, notes: giving, standing: standingOf(giving) };
	});
}

/** Claims in the order in which they were said; what was said on the same days stays as it was. */
export function inOrderOfTime(notes: readonly CitedClaim[]): CitedClaim[] {
	const days = ({ said: { interval } }: CitedClaim) => `${interval.from ?? ''}/${interval.to ?? '9999'}`;
	return [...notes].sort((a, b) => days(a).localeCompare(days(b)));
}

/** How much stands behind claims: "3 claims, 2 origins". Five reports of one statement have one origin. */
export function standingWords({ claims, origins }: Pick<Standing, 'claims' | 'origins'>): string {
	return `${counted(claims, 'claim')}, ${counted(origins, 'origin')}`;
}
