import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim, KnownDate } from '$lib/domain/claim';
import type { Criteria } from '$lib/filter/criteria';
import type { Vocabulary } from '$lib/filter/vocabulary';
import type { Extent } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';
import type { Filter } from '$lib/filter/filter-tree';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { Interval } from '$lib/domain/interval';
import type { CitedClaim } from '$lib/engine/cited-claim';
import type { DashboardView } from '$lib/engine/view';
import type { Drawn } from '$lib/words/placement-words';

/** The ids that an address may name. */
export interface StoreVocabulary extends Vocabulary {
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

/** A query for claims: those of a source, on a question or about a feature. */
export type ClaimsQuery = { source: string } | { question: string } | { feature: string };

/** What the items of a collection are: features, or claims, once for each feature that they are about. */
export type ItemKind = 'features' | 'claims';

/** A query for items, a page at a time. */
export interface PageQuery {
	items: ItemKind;
	criteria: Criteria;
	/** A condition on the items' own attributes; null for none. */
	filter: Filter | null;
	/** How many items at most. */
	limit: number;
	/** The index at which the page begins: 0, or what another page of the same query gave. */
	from: number;
}

/** What each item in a run of items ends in: who joins runs to a list takes it off the last. */
export const ITEM_END = ',\n';

/** A page of items in the order of the dataset. */
export interface Page {
	/** How many items there are on all pages. */
	matched: number;
	returned: number;
	/** Where the page after it begins, and the one before it; null where there is none. */
	next: number | null;
	previous: number | null;
	/**
	 * Its items in order as runs of one or more: each a GeoJSON Feature (UTF-8) and `ITEM_END`. They are written when they are
	 * asked for, and are not the reader's to change.
	 */
	runs(): Iterable<Uint8Array>;
	/** Its items as matches: a feature with those of its claims that match, or a claim with its feature. */
	matches(): Iterable<FeatureWithClaims>;
}

/** One item of a collection. */
export interface Item {
	/** It as a GeoJSON Feature (UTF-8); a feature has what its claims answer as the foreign member `answers`. */
	bytes: Uint8Array;
	/** The feature with all of its claims, or the claim with its feature. */
	match: FeatureWithClaims;
}

/** Where features lie and when their claims were said. */
export interface Bounds {
	extent: Extent | null;
	said: Interval;
}

/** What keeps the dataset and answers about it. A dataset does not change while its store is open. */
export interface Store {
	readonly catalogue: Catalogue;
	readonly vocabulary: StoreVocabulary;
	/** When the latest claim of all was said; null without claims. */
	readonly latest: KnownDate | null;

	/** Makes ready, a little at a time, what the first who ask for it would have to wait for. */
	prepare(): Promise<void>;

	/** What the panels show, with the feature `selected` opened and at most `rowLimit` rows in the list. */
	view(criteria: Criteria, selected: string | null, rowLimit?: number): Promise<DashboardView>;

	/** The features that criteria choose, in the order of the dataset, each with its claims that match. */
	find(criteria: Criteria): AsyncIterable<FeatureWithClaims>;

	/** How much `find` would give. */
	count(criteria: Criteria): Promise<Counts>;

	/** A page of the items that criteria and a filter choose. */
	page(pageQuery: PageQuery): Promise<Page>;

	/** One item; null where there is none of this id. A claim's is its own, a dot and that of the feature. */
	item(items: ItemKind, id: string): Promise<Item | null>;

	/** What the features of all layers cover, or those of one. */
	bounds(layer?: string): Promise<Bounds>;

	/** One feature; null where there is none of this id. */
	feature(id: string): Promise<PlacedFeature | null>;

	/** The wide areas that are drawn as they are, such as countries: a drawing of other features is read by them. */
	outlines(): Promise<readonly PlacedFeature[]>;

	/** How many features are drawn in which way. */
	drawn(): Promise<Readonly<Record<Drawn, number>>>;

	/** The claims of a source, on a question or about a feature, in the order of the dataset; none for an unknown id. */
	claimsOf(claimsQuery: ClaimsQuery): Promise<readonly Claim[]>;

	/** How many claims `claimsOf` would give. */
	claimCount(claimsQuery: ClaimsQuery): Promise<number>;

	/** One claim; null where there is none of this id. */
	claim(id: string): Promise<Claim | null>;

	/** Claims with the names of all that they refer to. */
	cite(claims: readonly Claim[]): Promise<CitedClaim[]>;

	/** The dataset as JSON (UTF-8), for a browser to answer from. */
	snapshot(): Promise<Uint8Array<ArrayBuffer>>;
}
