import { answerKey } from '$lib/domain/conflict';
import type { Issue } from '$lib/domain/issue';
import type { AnswerReference } from '$lib/domain/question';
import type { Draft } from '../draft';
import { textsAt } from '../location';
import { repeats } from '../repeats';
import { breachIn, quote } from '../rule-list';

/** How answers stand to each other: every two of a question are settled, and no pair twice; and which ids questions had. */
export function* questionIssues(draft: Draft): Generator<Issue> {
	yield* settledTwice(draft);
	yield* unsettled(draft);
	yield* formerly(draft);
}

function* settledTwice({ relations }: Draft): Generator<Issue> {
	for (const { item } of repeats(relations, ({ value }) => pairOf(...value.answers))) {
		const [one, other] = item.value.answers.map(({ question, answer }) => `${quote(answer)} to ${quote(question)}`);
		const message = `How ${one} and ${other} stand to each other is settled before.`;
		yield breachIn('answers-settled', item, '', message, 'Remove one of the two.');
	}
}

function* unsettled({ questions, relations, soundFiles }: Draft): Generator<Issue> {
	const settled = new Set(relations.map(({ value }) => pairOf(...value.answers)));
	for (const entry of questions) {
		if (!soundFiles.has(entry.file)) continue;
		const { id: question, answers } = entry.value;
		for (const [index, { id: later }] of answers.entries()) {
			for (const { id: earlier } of answers.slice(0, index)) {
				const pair = pairOf({ question, answer: earlier }, { question, answer: later });
				if (earlier === later || settled.has(pair)) continue;
				const message = `Nothing says how the answers ${quote(earlier)} and ${quote(later)} to ${quote(question)} stand to each other.`;
				const remedy = 'Add them to “relations”: excludes, tension or compatible, with the reason.';
				yield breachIn('answers-settled', entry, `/answers/${index}`, message, remedy);
			}
		}
	}
}

function* formerly({ questions, ids }: Draft): Generator<Issue> {
	for (const entry of questions) {
		for (const { path, text: id } of textsAt(entry.value, 'formerly/*')) {
			if (!ids.question.has(id)) continue;
			const message = `The former id ${quote(id)} is that of a question now.`;
			const remedy = 'Take it away: an old link would mean two things.';
			yield breachIn('question-formerly', entry, path, message, remedy);
		}
	}
}

/** The same for a pair in either order. */
function pairOf(...pair: [AnswerReference, AnswerReference]): string {
	return pair.map(answerKey).sort().join(' ');
}
