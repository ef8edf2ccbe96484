import type { Difference } from '$lib/domain/conflict';
import type { AnswerReference } from '$lib/domain/question';
import type { Side, DifferenceSummary } from '$lib/engine/differences';

/** What stands over pairs of answers of each kind. */
export const DIFFERENCE_HEADINGS: Readonly<Record<Exclude<Difference, 'compatible'>, string>> = {
	contradiction: 'Answers contradict each other',
	tension: 'Answers in tension',
	change: 'Answers changed over time'
};

/** True where two answers of one question are told of, not of two. */
export function isOfOneQuestion({ sides }: DifferenceSummary): boolean {
	return sides.every(({ question }) => question.id === sides[0]?.question.id);
}

/** Answers as others are told of them: "“No” and “Most had left” (Were ships there?)", with the question where it is another. */
export function otherAnswers(question: string, others: readonly Pick<Side, 'question' | 'answer'>[]): string {
	const titles = others.map(
		(other) => `“${other.answer.title}”${other.question.id === question ? '' : ` (${other.question.title})`}`
	);
	return LIST.format(new Set(titles));
}

const LIST = new Intl.ListFormat('en-GB');

/**
 * How an answer stands to others that claims give: "contradicts “No”", "in tension with “Most had left” (Were ships
 * there?)", "later “No”". Nothing of those that may be true beside it.
 */
export function standsWords(
	differences: readonly DifferenceSummary[],
	{ question, answer }: AnswerReference
): string[] {
	const isIt = (side: Side) => side.question.id === question && side.answer.id === answer;
	const told: Record<string, Side[]> = {};
	const add = (how: string, others: readonly Side[]) => {
		if (others.length > 0) (told[how] ??= []).push(...others);
	};
	for (const { difference, sides } of differences) {
		const [first, last] = [sides.findIndex(isIt), sides.findLastIndex(isIt)];
		if (first < 0) continue;
		const others = sides.filter((side) => !isIt(side));
		if (difference === 'contradiction') add('contradicts', others);
		if (difference === 'tension') add('in tension with', others);
		if (difference !== 'change') continue;
		add('earlier', others.filter((side) => sides.indexOf(side) < last).slice(-1));
		add('later', others.filter((side) => sides.indexOf(side) > first).slice(0, 1));
	}
	return Object.entries(told).map(([how, others]) => `${how} ${otherAnswers(question, others)}`);
}
