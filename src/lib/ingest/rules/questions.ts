import { answerKey } from '$lib/domain/conflict';
import type { AnswerReference } from '$lib/domain/question';
import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breach, quote } from '../rule-list';

/** How answers stand to each other: every two of a question are settled, and no pair twice; and which ids questions had. */
export function questionIssues(draft: Draft): Issue[] {
	return [...settledTwice(draft), ...unsettled(draft), ...formerly(draft)];
}

function settledTwice({ relations }: Draft): Issue[] {
	const seen = new Set<string>();
	return relations.flatMap(({ file, path, value: { answers } }) => {
		const key = pairOf(...answers);
		if (!seen.has(key)) {
			seen.add(key);
			return [];
		}
		const message = `How ${wordsOf(answers[0])} and ${wordsOf(answers[1])} stand to each other is settled before.`;
		return [breach('answers-settled', file, path, message, 'Remove one of the two.')];
	});
}

function unsettled({ questions, relations, soundFiles }: Draft): Issue[] {
	const settled = new Set(relations.map(({ value: { answers } }) => pairOf(...answers)));
	return questions.flatMap(({ file, path, value: { id: question, answers } }) =>
		soundFiles.has(file)
			? answers.flatMap((later, index) =>
					answers.slice(0, index).flatMap((earlier) => {
						const pair = [earlier, later].map(({ id }) => ({ question, answer: id })) as [
							AnswerReference,
							AnswerReference
						];
						if (earlier.id === later.id || settled.has(pairOf(...pair))) return [];
						const message = `Nothing says how the answers ${quote(earlier.id)} and ${quote(later.id)} to ${quote(question)} stand to each other.`;
						const remedy = 'Add them to “relations”: excludes, tension or compatible, with the reason.';
						return [breach('answers-settled', file, `${path}/answers/${index}`, message, remedy)];
					})
				)
			: []
	);
}

function formerly({ questions, ids }: Draft): Issue[] {
	return questions.flatMap(({ file, path, value: { formerly = [] } }) =>
		formerly.flatMap((id, index) => {
			if (!ids.question.has(id)) return [];
			const message = `The former id ${quote(id)} is that of a question now.`;
			const remedy = 'Take it away: an old link would mean two things.';
			return [breach('question-formerly', file, `${path}/formerly/${index}`, message, remedy)];
		})
	);
}

/** The same for a pair in either order. */
function pairOf(...pair: [AnswerReference, AnswerReference]): string {
	return pair.map(answerKey).sort().join(' ');
}

function wordsOf({ question, answer }: AnswerReference): string {
	return `${quote(answer)} to ${quote(question)}`;
}
