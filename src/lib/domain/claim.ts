import type { Attribution, InferredLink } from './attribution';
import type { Interval } from './interval';
import type { Stance } from './question';
import type { Selector } from './selector';

/** How a source can put a claim; `asserted` is stated as fact, and attributed to nobody. */
export const MODALITIES = ['asserted', 'statement', 'report', 'assessment', 'plan', 'denial'] as const;
export type Modality = (typeof MODALITIES)[number];

/** Words that older data, files and links have for modalities, and the words that are used now. */
export const FORMER_MODALITIES = { fact: 'asserted' } as const satisfies Readonly<Record<string, Modality>>;

/** A modality as it may be written: by its word, or by one of earlier versions. */
export type WrittenModality = Modality | keyof typeof FORMER_MODALITIES;

/** The modality that a word stands for, a former word too. */
export function modalityOf(word: WrittenModality): Modality {
	return word === 'fact' ? FORMER_MODALITIES.fact : word;
}

/**
 * Whether the passage of a claim stands in its document: it does; it does not, or not as it was; the document is not at
 * hand.
 */
export type Proof = 'proved' | 'unproved' | 'not-looked-up';

/** A date as the data has it: EDTF (ISO 8601-2), with how it is known. */
export interface DateRecord {
	edtf: string;
	basis: 'stated' | 'inferred';
	/** How an inferred date was found. */
	remark?: string;
}

/** A date record with the days that it can cover, worked out once. */
export type KnownDate = DateRecord & { interval: Interval };

/** Words of a passage that stand for something that it does not name, and the sentence of the document that says for what. */
export interface Antecedent {
	/** As they stand in the passage. */
	words: string;
	/** Where the document says what they mean. */
	meaning: Selector;
	remark?: string;
}

/** What ties a claim to a feature that its passage does not name. */
export interface Tie extends Antecedent {
	/** The id of the feature. */
	feature: string;
}

/** A word of ours that may differ from the passage, and the reason. */
export interface WordingException {
	words: string;
	why: string;
}

/** One thing that one source says about one or more features, in our own words. */
export interface Claim {
	id: string;
	/** The source whose document says it. */
	source: string;
	text: string;
	/** Ids of the features that it is about. */
	about: string[];
	/** For each of those features that the passage does not name: which words stand for it. */
	ties?: Tie[];
	/** Other words of the passage that the text tells by their meaning. */
	antecedents?: Antecedent[];
	topics: string[];
	/** The chain as the document gives it. */
	attribution: Attribution;
	/** Links of the chain that only other documents give: never filtered, compared or counted as anyone's words. */
	inferred?: InferredLink[];
	/** When it was said or published. */
	said: KnownDate;
	/** The time that it is about, where it has one. */
	concerns?: KnownDate;
	modality: Modality;
	positions: Stance[];
	selector: Selector;
	/** Where the words of the text differ from the passage for a reason. */
	exceptions?: WordingException[];
	/** What came of holding it against its document when the atlas was started. */
	proof: Proof;
}

/** What ties a claim to a feature that its passage does not name; undefined where the passage names the feature. */
export function tieOf({ ties }: Pick<Claim, 'ties'>, feature: string): Tie | undefined {
	return ties?.find((tie) => tie.feature === feature);
}

/** The words of a claim's passage that stand for something, each once, with the features that they stand for. */
export function antecedentsOf({ ties = [], antecedents = [] }: Pick<Claim, 'ties' | 'antecedents'>): {
	antecedent: Antecedent;
	features: string[];
}[] {
	const found = new Map<string, { antecedent: Antecedent; features: string[] }>();
	for (const { feature, ...antecedent } of [...ties, ...antecedents.map((other) => ({ ...other, feature: null }))]) {
		const { words, meaning } = antecedent;
		const key = JSON.stringify([words, meaning.paragraph, meaning.start, meaning.end]);
		const known = found.get(key) ?? { antecedent, features: [] };
		found.set(key, known);
		if (feature !== null) known.features.push(feature);
	}
	return [...found.values()];
}
