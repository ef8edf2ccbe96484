/** One of the answers that a claim can give to a question. */
export interface Answer {
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
	answers: Answer[];
	/** Pairs of answers that cannot both hold; other answers may differ without contradiction. */
	conflicts?: [string, string][];
}

/** The answer that a claim gives to a question. */
export interface Position {
	question: string;
	answer: string;
	/** How the answer was read out of the passage, so that a reader can contest it. */
	why?: string;
}
