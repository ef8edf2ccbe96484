import type { KnownDate } from '$lib/domain/claim';
import { type Facet, FACETS } from '$lib/filter/clauses';
import type { Criteria } from '$lib/filter/criteria';
import { LISTED } from '$lib/filter/vocabulary';
import { type Extent, union } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';
import type { Layer } from '$lib/domain/layer';
import type { Titled } from '$lib/domain/titled';
import type { FilterResult } from './filter-result';
import { type CitedClaim, cite } from './cited-claim';
import type { Columns } from './columns';
import { differencesAmong, type DifferenceSummary } from './differences';
import { isContested, latestOf } from './evidence';
import { valuesOf } from './runs';

/** One line of a panel of check boxes. */
export interface FacetItem extends Titled {
	/** The number of claims that choosing it would give. */
	count: number;
	checked: boolean;
}

/** One line of the list of features. */
export interface FeatureRow {
	id: string;
	name: string;
	kind: string;
	layer: string;
	/** How many of its claims match. */
	claimCount: number;
	/** How many of these name it in their passage. */
	named: number;
	placed: boolean;
	/** True where the claims that match contradict each other. */
	contested: boolean;
}

/** The chosen feature and what the sources say about it under the criteria. */
export interface Selection {
	feature: PlacedFeature;
	notes: CitedClaim[];
	/** How many of its claims the criteria leave out. */
	hidden: number;
	differences: DifferenceSummary[];
	/** When the latest claim that matches was said, on whatever feature: what ages are seen from. Null without one. */
	latest: KnownDate | null;
}

/** All that the panels show: the same on the server, for the first view, and in the browser, for every view after it. */
export interface DashboardView {
	criteria: Criteria;
	layers: Layer[];
	facets: Record<Facet, FacetItem[]>;
	/** What the questions are called that a clause may name. */
	questions: Titled[];
	/** The first rows of the list of chosen features. */
	rows: FeatureRow[];
	totals: FilterResult['totals'];
	/** On how many features the claims that pass all clauses but that for contested features contradict each other. */
	contested: number;
	selection: Selection | null;
	/** The extent of what is chosen, to fit the map to; null where nothing of it is placed. */
	extent: Extent | null;
}

/** How many rows the list shows before it is asked for more. */
export const ROWS_AT_ONCE = 100;

/** The panels' view of a filter result, with the feature `selected` (an id, or null) opened. */
export function viewOf(
	columns: Columns,
	criteria: Criteria,
	result: FilterResult,
	selected: string | null,
	rowLimit = ROWS_AT_ONCE
): DashboardView {
	const { dataset } = columns;
	const items = (facet: Facet): FacetItem[] => {
		const asked = criteria[facet] && new Set(criteria[facet]);
		return LISTED[facet].items(dataset).map(({ id, title }, number) => ({
			id,
			title,
			count: result.counts[facet][number]!,
			checked: asked?.has(id) ?? true
		}));
	};
	return {
		criteria,
		layers: dataset.layers,
		facets: Object.fromEntries(FACETS.map((facet) => [facet, items(facet)])) as Record<Facet, FacetItem[]>,
		questions: dataset.questions.map(({ id, title }) => ({ id, title })),
		rows: rowsOf(columns, result, rowLimit),
		totals: result.totals,
		contested: contestedIn(columns, result),
		selection: selected === null ? null : selectionOf(columns, result, selected),
		extent: union(extentsOf(columns, result))
	};
}

/** What the sources say about one feature; null for an id that is not there. */
function selectionOf(columns: Columns, result: FilterResult, id: string): Selection | null {
	const { dataset, features, featureMentions, mentionClaim } = columns;
	const number = features.get(id);
	if (number === undefined) return null;
	const mentions = [...valuesOf(featureMentions, number)];
	const claims = mentions
		.filter((mention) => result.mentions[mention] === 1)
		.map((mention) => dataset.claims[mentionClaim[mention]!]!);
	return {
		feature: dataset.features[number]!,
		notes: claims.map((claim) => cite(columns, claim)),
		hidden: mentions.length - claims.length,
		differences: differencesAmong(claims, dataset),
		latest: latestOf(columns, result)
	};
}

function rowsOf(columns: Columns, result: FilterResult, limit: number): FeatureRow[] {
	const { dataset } = columns;
	const { chosen, claimCounts, named } = result;
	const rows: FeatureRow[] = [];
	for (let number = 0; number < chosen.length && rows.length < limit; number++) {
		if (chosen[number] === 0) continue;
		const { id, name, kind, layer, geometry } = dataset.features[number]!;
		rows.push({
			id,
			name,
			kind,
			layer,
			claimCount: claimCounts[number]!,
			named: named[number]!,
			placed: geometry !== null,
			contested: isContested(columns, result, number)
		});
	}
	return rows;
}

/** How many features are contested; where only those are asked for, they are all that the filter result has. */
function contestedIn(columns: Columns, result: FilterResult): number {
	let count = 0;
	for (let number = 0; number < result.claimCounts.length; number++) if (isContested(columns, result, number)) count++;
	return count;
}

/** The extents of the chosen features that have one. */
function extentsOf({ dataset }: Columns, { chosen }: FilterResult): Extent[] {
	const extents: Extent[] = [];
	for (let number = 0; number < chosen.length; number++) {
		const extent = chosen[number] === 1 ? dataset.features[number]!.extent : null;
		if (extent) extents.push(extent);
	}
	return extents;
}
