import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim, KnownDate } from '$lib/domain/claim';
import type { Criteria } from '$lib/domain/criteria';
import type { PlacedFeature } from '$lib/domain/feature';
import type { Finding } from '$lib/domain/finding';
import type { CitedClaim } from '$lib/query/cited';
import type { DashboardView } from '$lib/query/view';

/** The ids that an address may name. */
export interface StoreVocabulary {
	layers: ReadonlySet<string>;
	topics: ReadonlySet<string>;
	sources: ReadonlySet<string>;
	agents: ReadonlySet<string>;
	groups: ReadonlySet<string>;
	questions: ReadonlySet<string>;
	features: ReadonlySet<string>;
	/** The versions of the dataset that there were, this one included. */
	versions: ReadonlySet<string>;
}

/** How much criteria find. */
export interface Counts {
	features: number;
	/** Claims, each counted once, however many features it is about. */
	claims: number;
	/** Features among them that have no geometry. */
	unplaced: number;
}

/** Whose claims are asked for. */
export type ClaimsAsked = { source: string } | { question: string } | { feature: string };

/** What keeps the dataset and answers about it. A dataset does not change while its store is open. */
export interface Store {
	readonly catalogue: Catalogue;
	readonly vocabulary: StoreVocabulary;
	/** When the latest claim of all was said; null without claims. */
	readonly latest: KnownDate | null;

	/** What the panels show, with the feature `selected` opened and at most `rowLimit` rows in the list. */
	view(criteria: Criteria, selected: string | null, rowLimit?: number): Promise<DashboardView>;

	/** The features that criteria choose, in the order of the dataset, each with its claims that match. */
	find(criteria: Criteria): AsyncIterable<Finding>;

	/** How much `find` would give. */
	count(criteria: Criteria): Promise<Counts>;

	/** One feature; null where there is none of this id. */
	feature(id: string): Promise<PlacedFeature | null>;

	/** Every feature, or those of one layer, in the order of the dataset. */
	features(layer?: string): Promise<readonly PlacedFeature[]>;

	/** The claims of a source, on a question or about a feature, in the order of the dataset; none for an unknown id. */
	claimsOf(asked: ClaimsAsked): Promise<readonly Claim[]>;

	/** One claim; null where there is none of this id. */
	claim(id: string): Promise<Claim | null>;

	/** Claims with the names of all that they refer to. */
	cite(claims: readonly Claim[]): Promise<CitedClaim[]>;

	/** The dataset as JSON (UTF-8), for a browser to answer from. */
	snapshot(): Promise<Uint8Array<ArrayBuffer>>;
}
