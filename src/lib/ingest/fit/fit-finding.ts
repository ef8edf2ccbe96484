import type { DocumentRuleId } from '../rule-list';

/** Words of ours that do not fit the passage, why, and what to do. */
export interface Finding {
	rule: DocumentRuleId;
	/** The words of the text, or of the passage where the text leaves something out. */
	words: string;
	/** What is wrong, as a sentence. */
	message: string;
	remedy: string;
}
