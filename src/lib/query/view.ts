import type { Claim } from '$lib/domain/claim';
import type { Criteria } from '$lib/domain/criteria';
import type { Extent } from '$lib/domain/extent';
import type { Name, PlacedFeature } from '$lib/domain/feature';
import type { Colour, Shape } from '$lib/domain/mark';
import { type Answer, answer, type Facet } from './answer';
import type { Columns } from './columns';
import { type Cited, cite } from './cited';
import { notesOf } from './notes';

/** One line of a panel of check boxes. */
export interface FacetItem {
	id: string;
	title: string;
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
	mark: number;
	placed: boolean;
}

/** A layer as the legend shows it. */
export interface LegendItem {
	id: string;
	title: string;
	colour: Colour;
	shape: Shape;
}

/** The chosen feature and what the sources say about it. */
export interface Selection {
	feature: PlacedFeature;
	names: Name[];
	layer: LegendItem;
	notes: Cited<Claim>[];
	hidden: number;
	differences: {
		question: { id: string; title: string };
		answers: { id: string; title: string; notes: number[] }[];
	}[];
}

/** All that the panels show: the same on the server, for the first view, and in the browser, for every view after it. */
export interface DashboardView {
	criteria: Criteria;
	legend: LegendItem[];
	facets: Record<Facet, FacetItem[]>;
	/** The first rows of the list, at most `ROWS_AT_ONCE` unless more were asked for. */
	rows: FeatureRow[];
	totals: Answer['totals'];
	selection: Selection | null;
	/** The extent of what is chosen, to fit the map to. */
	extent: Extent | null;
}

/** How many rows the list shows before it is asked for more. */
export const ROWS_AT_ONCE = 100;
