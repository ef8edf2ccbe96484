/** One of the answers that a claim can give to a question. */
export interface Answer {
	id: string;
	title: string;
}

/** Something on which claims take positions. */
export interface Question {
	id: string;
	title: string;
	/** What is asked, and what is not, in a sentence or two. */
	remarks: string;
	answers: Answer[];
}

/** The answer that a claim gives to a question. */
export interface Position {
	question: string;
	answer: string;
}
