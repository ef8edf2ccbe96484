import { ageLegend, areaLegend } from './areas';
import type { Standing } from './expressions';
import { labelLegend } from './labels';
import { overlapLegend } from './overlaps';

/** What stands beside a line of the legend, drawn as the map draws it. */
export type Sample =
	| { of: 'feature'; within: boolean; age: number; contested: boolean; standing: Standing }
	| { of: 'name'; footnote: number }
	| { of: 'stack'; hidden: number }
	| { of: 'own' }
	| { of: 'clause' };

/** One line of the legend. It stands in the file of the layers that it explains. */
export interface LegendEntry {
	/** Ids of the layers that draw this. */
	layers: readonly string[];
	words: string;
	sample: Sample;
}

/** How the map is read: what a mark is, and how the edges of marks age. */
export const LEGEND: readonly LegendEntry[] = [...areaLegend, ...labelLegend, ...overlapLegend];
export const AGE_LEGEND: readonly LegendEntry[] = ageLegend;
