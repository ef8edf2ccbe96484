import type { Interval } from '$lib/domain/interval';

/** What a text of ours about a passage may rest on. */
export interface Ground {
	passage: string;
	/** The language of the document: `en` for any English, else a tag after BCP 47. */
	language: string;
	/** What the document says elsewhere of words of the passage. */
	context: readonly string[];
	/** Names that the text may use: those of its features and of the agents of its chain. */
	names: readonly string[];
	/** Spellings of one person, place or body each, so that one that stands in the passage lets the text use another. */
	known: readonly (readonly string[])[];
	/** The day of speaking as ISO 8601, the last that it can be; null where it is open. */
	spoken: string | null;
	/** What the dates of the claim cover, so that “Thursday” may be told as a date. */
	days: readonly Interval[];
	/** How many features the claim is about: “both bases” may be told of “the bases”. */
	features: number;
	/** The verbs of its attribution, which the text may use. */
	verbs: readonly string[];
}
