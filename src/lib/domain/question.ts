import { byId } from './by-id';
import type { Titled } from './titled';

/** One of the answers that a claim can give to a question. */
export interface AnswerOption {
	id: string;
	title: string;
	/** Why it is listed although no claim gives it; without this, one does. */
	unclaimed?: string;
}

/** Something on which claims take positions. */
export interface Question {
	id: string;
	title: string;
	/** What is asked, and what is not, in a sentence or two. */
	remarks: string;
	answers: AnswerOption[];
	/** Ids that it had in earlier versions; a question that was divided leaves its id to each part. */
	formerly?: string[];
}

/** An answer of a question, by their ids. */
export interface AnswerReference {
	question: string;
	answer: string;
}

/**
 * How two answers stand to each other that speak of the same thing, at the same time: they cannot both hold, they hardly
 * fit, or nothing keeps both from being true.
 */
export type Relation = 'excludes' | 'tension' | 'compatible';

/** A pair of answers, of one question or of two, and how they stand to each other. */
export interface AnswerRelation {
	answers: [AnswerReference, AnswerReference];
	relation: Relation;
	why: string;
}

/** The answer that a claim gives to a question. */
export interface Stance {
	question: string;
	answer: string;
	/** How the answer was read out of the passage, so that a reader can contest it. */
	why?: string;
}

/** An answer of a question by what both are called. */
export interface TitledAnswer {
	question: Titled;
	answer: Titled;
}

/** What the question and the answer of a reference are called. */
export function titlesOf(questions: readonly Question[]): (reference: AnswerReference) => TitledAnswer {
	const questionOf = byId(questions);
	return ({ question, answer }) => {
		const asked = questionOf.get(question);
		const option = asked?.answers.find(({ id }) => id === answer);
		return {
			question: { id: question, title: asked?.title ?? question },
			answer: { id: answer, title: option?.title ?? answer }
		};
	};
}
