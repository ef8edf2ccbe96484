import type { KnownDate } from '$lib/domain/claim';
import { rivalsOf } from '$lib/domain/conflict';
import type { Question } from '$lib/domain/question';
import { dateWords } from '$lib/formats/edtf-words';
import type { CitedClaim } from '$lib/query/cited';
import { standingOf, type Standing } from '$lib/query/origins';
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
	latest: KnownDate | null = null
): GivenAnswer[] {
	const ordered = inOrderOfTime(notes);
	const given = question.answers.map((answer) => {
		const giving = ordered.filter(({ positions }) =>
			positions.some((position) => position.question.id === question.id && position.answer.id === answer.id)
		);
		return { ...answer, notes: giving, standing: standingOf(giving, latest) };
	});
	const claimed = given.filter(({ notes }) => notes.length > 0);
	return given.map((answer) => ({
		...answer,
		against: answer.notes.length === 0 ? [] : rivalsOf(answer, claimed, question).map(({ title }) => title)
	}));
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

/** Since when nothing was said: "nothing since 9 Dec 2024"; null where something was, or where there is no claim. */
export function silenceWords({ lastSaid, silentSince }: Pick<Standing, 'lastSaid' | 'silentSince'>): string | null {
	return silentSince && lastSaid !== null ? `nothing since ${dateWords(lastSaid)}` : null;
}

const LIST = new Intl.ListFormat('en-GB');

/** Which answers contradict one: "cannot hold beside “Yes” and “Soon”". */
export function againstWords(against: readonly string[]): string {
	return `cannot hold beside ${LIST.format(against.map((title) => `“${title}”`))}`;
}
