import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim, KnownDate } from '$lib/domain/claim';
import type { Criteria } from '$lib/filter/criteria';
import { vocabularyOf } from '$lib/filter/vocabulary';
import { groupBy } from '$lib/domain/group-by';
import type { Dataset } from '$lib/domain/dataset';
import type { PlacedFeature } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { cite, type CitedClaim } from '$lib/engine/cited-claim';
import { type Columns, columnsOf } from '$lib/engine/columns';
import { latestOf } from '$lib/engine/evidence';
import { type DashboardView, viewOf } from '$lib/engine/view';
import { type Drawn, drawnOf } from '$lib/words/placement-words';
import type {
	Bounds,
	ClaimsQuery,
	Counts,
	Item,
	ItemKind,
	Page,
	PageQuery,
	Store,
	StoreVocabulary
} from '$lib/server/store/store';
import { boundsOf, NOWHERE } from './bounds';
import { FilterResultCache } from './filter-results';
import { Pages } from './pages';

/** A store in memory: the dataset as columns, made once. */
export class EmbeddedStore implements Store {
	readonly catalogue: Catalogue;
	readonly vocabulary: StoreVocabulary;
	readonly latest: KnownDate | null;
	readonly #columns: Columns;
	readonly #results: FilterResultCache;
	readonly #pages: Pages;
	readonly #claimsOfSource: ReadonlyMap<string, Claim[]>;
	readonly #claimsOnQuestion: ReadonlyMap<string, Claim[]>;
	#outlines: readonly PlacedFeature[] | null = null;
	#bounds: ReturnType<typeof boundsOf> | null = null;
	#snapshot: Uint8Array<ArrayBuffer> | null = null;

	constructor(dataset: Dataset) {
		const { features, claims: _, ...catalogue } = dataset;
		const { info, history } = catalogue;
		this.catalogue = catalogue;
		this.vocabulary = {
			...vocabularyOf(catalogue),
			features: new Set(features.map(({ id }) => id)),
			versions: new Set([info.version, ...history.map(({ version }) => version)])
		};
		this.#columns = columnsOf(dataset);
		this.#results = new FilterResultCache(this.#columns);
		this.#pages = new Pages(this.#columns, this.#results, this.catalogue);
		this.latest = latestOf(this.#columns, this.#results.everything);
		this.#claimsOfSource = groupBy(dataset.claims, (claim) => [claim.source]);
		this.#claimsOnQuestion = groupBy(dataset.claims, (claim) => claim.positions.map(({ question }) => question));
	}

	prepare(): Promise<void> {
		return this.#columns.text.prepare();
	}

	view(criteria: Criteria, selected: string | null, rowLimit?: number): Promise<DashboardView> {
		return Promise.resolve(viewOf(this.#columns, criteria, this.#results.get(criteria), selected, rowLimit));
	}

	async *find(criteria: Criteria): AsyncGenerator<FeatureWithClaims> {
		const { chosen, mentions } = this.#results.get(criteria);
		for (const [number, feature] of this.#columns.dataset.features.entries()) {
			if (chosen[number] === 0) continue;
			yield await Promise.resolve({ feature, claims: this.#claimsAbout(number, mentions) });
		}
	}

	count(criteria: Criteria): Promise<Counts> {
		const { features, claims, unplaced } = this.#results.get(criteria).totals;
		return Promise.resolve({ features, claims, unplaced });
	}

	page(pageQuery: PageQuery): Promise<Page> {
		return this.#pages.page(pageQuery);
	}

	item(items: ItemKind, id: string): Promise<Item | null> {
		return Promise.resolve(this.#pages.item(items, id));
	}

	bounds(layer?: string): Promise<Bounds> {
		this.#bounds ??= boundsOf(this.#columns);
		return Promise.resolve((layer === undefined ? this.#bounds.all : this.#bounds.layers.get(layer)) ?? NOWHERE);
	}

	feature(id: string): Promise<PlacedFeature | null> {
		return Promise.resolve(this.#columns.dataset.features[this.#columns.features.get(id) ?? -1] ?? null);
	}

	outlines(): Promise<readonly PlacedFeature[]> {
		this.#outlines ??= this.#columns.dataset.features.filter(isOutline);
		return Promise.resolve(this.#outlines);
	}

	drawn(): Promise<Readonly<Record<Drawn, number>>> {
		const counts: Record<Drawn, number> = { shape: 0, 'somewhere-within': 0, seat: 0, 'not-drawn': 0 };
		for (const feature of this.#columns.dataset.features) counts[drawnOf(feature)]++;
		return Promise.resolve(counts);
	}

	claimsOf(claimsQuery: ClaimsQuery): Promise<readonly Claim[]> {
		if ('source' in claimsQuery) return Promise.resolve(this.#claimsOfSource.get(claimsQuery.source) ?? []);
		if ('question' in claimsQuery) return Promise.resolve(this.#claimsOnQuestion.get(claimsQuery.question) ?? []);
		const number = this.#columns.features.get(claimsQuery.feature);
		return Promise.resolve(number === undefined ? [] : this.#claimsAbout(number));
	}

	async claimCount(claimsQuery: ClaimsQuery): Promise<number> {
		return (await this.claimsOf(claimsQuery)).length;
	}

	claim(id: string): Promise<Claim | null> {
		return Promise.resolve(this.#columns.dataset.claims[this.#columns.claims.get(id) ?? -1] ?? null);
	}

	cite(claims: readonly Claim[]): Promise<CitedClaim[]> {
		return Promise.resolve(claims.map((claim) => cite(this.#columns, claim)));
	}

	snapshot(): Promise<Uint8Array<ArrayBuffer>> {
		// A browser answers about what is there; what was there is told by the pages.
		const dataset: Dataset = { ...this.#columns.dataset, history: [] };
		this.#snapshot ??= new TextEncoder().encode(JSON.stringify(dataset));
		return Promise.resolve(this.#snapshot);
	}

	/** The claims about the feature of this number, or those of them whose mention is flagged. */
	#claimsAbout(feature: number, flags?: Uint8Array): Claim[] {
		const { dataset, featureMentions, mentionClaim } = this.#columns;
		const { starts, values } = featureMentions;
		const claims: Claim[] = [];
		for (const mention of values.subarray(starts[feature], starts[feature + 1])) {
			const claim = dataset.claims[mentionClaim[mention] ?? -1];
			if (claim && flags?.[mention] !== 0) claims.push(claim);
		}
		return claims;
	}
}

/** From this many metres across an area is an outline that others can be read by. */
const WIDE = 300_000;

function isOutline({ geometry, georeference, acrossMetres }: PlacedFeature): boolean {
	return georeference.extent === 'shape' && acrossMetres >= WIDE && /Polygon$/.test(geometry?.type ?? '');
}
