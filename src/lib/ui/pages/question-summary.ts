import type { KnownDate } from '$lib/domain/claim';
import { type Answering, answerKey, oppositionsAmong } from '$lib/domain/conflict';
import type { AnswerRelation, Question } from '$lib/domain/question';
import { dateWords } from '$lib/formats/edtf-words';
import type { CitedClaim } from '$lib/query/cited';
import { originsWords, standingOf, type Standing } from '$lib/query/origins';
import { counted } from './counted';

/** One answer to a question, with the claims that give it in order of time; none where no source gives it. */
export interface GivenAnswer {
	id: string;
	title: string;
	/** Why it is listed although no source gives it. */
	unclaimed?: string;
	notes: CitedClaim[];
	standing: Standing;
	/** The titles of the answers that claims give and that cannot hold beside this one. */
	against: string[];
}

/** The answers to a question, in the question's order; `latest` is when the latest claim of the atlas was said. */
export function answersTo(
	question: Question,
	notes: readonly CitedClaim[],
	relations: readonly AnswerRelation[],
	latest: KnownDate | null = null
): GivenAnswer[] {
	const ordered = inOrderOfTime(notes);
	const rivals = oppositionsAmong(ordered.map(answering), relations)
		.filter(({ difference }) => difference === 'contradiction')
		.map(({ relation }) => relation.answers.map(answerKey));
	const given = question.answers.map((answer) => {
		const giving = ordered.filter(({ positions }) =>
			positions.some((position) => position.question.id === question.id && position.answer.id === answer.id)
		);
		return { ...answer, notes: giving, standing: standingOf(giving, latest) };
	});
	const keyOf = ({ id }: { id: string }) => answerKey({ question: question.id, answer: id });
	return given.map((answer) => {
		const excluded = rivals.filter((pair) => pair.includes(keyOf(answer))).flat();
		const others = given.filter((other) => other.id !== answer.id && excluded.includes(keyOf(other)));
		return { ...answer, against: others.map(({ title }) => title) };
	});
}

/** A claim with its answers as ids again. */
function answering({ positions, ...note }: CitedClaim): Answering {
	return {
		...note,
		positions: positions.map(({ question, answer }) => ({ question: question.id, answer: answer.id }))
	};
}

/** Claims in the order in which they were said; what was said on the same days stays as it was. */
export function inOrderOfTime(notes: readonly CitedClaim[]): CitedClaim[] {
	const days = ({ said: { interval } }: CitedClaim) => `${interval.from ?? ''}/${interval.to ?? '9999'}`;
	return [...notes].sort((a, b) => days(a).localeCompare(days(b)));
}

/** How much stands behind claims: "3 claims, 2 origins". Five reports of one statement have one origin. */
export function standingWords(standing: Pick<Standing, 'claims' | 'origins' | 'originsInferred'>): string {
	return `${counted(standing.claims, 'claim')}, ${originsWords(standing)}`;
}

/** Since when nothing was said: "nothing since 9 Dec 2024"; null where something was, or where there is no claim. */
export function silenceWords({ lastSaid, silentSince }: Pick<Standing, 'lastSaid' | 'silentSince'>): string | null {
	return silentSince && lastSaid !== null ? `nothing since ${dateWords(lastSaid)}` : null;
}

const LIST = new Intl.ListFormat('en-GB');

/** Which answers contradict one: "cannot hold beside “Yes” and “Soon”". */
export function againstWords(against: readonly string[]): string {
	return `cannot hold beside ${LIST.format(against.map((title) => `“${title}”`))}`;
}
