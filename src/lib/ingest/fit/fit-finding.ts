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

/** What to do about words that break a rule, where the comparison says nothing better. */
const REMEDIES = {
	'claim-number': 'Give the number as the passage has it.',
	'claim-date': 'Give the time as the passage does, or show where the document gives it.',
	'claim-name': 'Name who or what the passage names, or show where the document says that its words mean this.',
	'claim-negation': 'Say yes where the passage says yes, and no where it says no.',
	'claim-strength': 'Say it as surely and as widely as the passage does, no more and no less.',
	'claim-quotation-exact': 'Quote it to the letter, or say it without quotation marks.',
	'claim-whole': 'Tell the condition or the caveat with what it qualifies, as one claim.',
	'claim-dated': 'Give the date that the document gives, or say how it was inferred.'
} as const satisfies Partial<Record<DocumentRuleId, string>>;

/** A finding with the remedy of its rule, or another. */
export function finding(
	rule: keyof typeof REMEDIES,
	words: string,
	message: string,
	remedy: string = REMEDIES[rule]
): Finding {
	return { rule, words, message, remedy };
}
