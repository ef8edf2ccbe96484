import type { Attribution } from './attribution';
import type { Interval } from './interval';
import type { Position } from './question';
import type { Selector } from './selector';

/** How the source puts it. */
export type Modality = 'fact' | 'statement' | 'report' | 'assessment' | 'plan' | 'denial';

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

/** One thing that one source says about one or more features, in our own words. */
export interface Claim {
	id: string;
	/** The source whose document says it. */
	source: string;
	text: string;
	/** Ids of the features that it is about. */
	about: string[];
	topics: string[];
	attribution: Attribution;
	/** When it was said or published. */
	said: KnownDate;
	/** The time that it is about, where it has one. */
	concerns?: KnownDate;
	modality: Modality;
	positions: Position[];
	selector: Selector;
	/** What came of holding it against its document when the atlas was started. */
	proof: Proof;
}
