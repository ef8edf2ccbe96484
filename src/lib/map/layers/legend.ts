import type { GeometryExtent } from '$lib/domain/georeference';
import { ageLegend, areaLegend } from './areas';

/** What the filter chooses, and what it has emptied. */
export type Visibility = 'chosen' | 'faded';

/** What stands beside a line of the legend, drawn as the map draws it. */
export type Sample =
	| { of: 'feature'; extent: GeometryExtent; age: number; contested: boolean; context: boolean; visibility: Visibility }
	| { of: 'name'; footnote: number }
	| { of: 'stack'; hidden: number }
	| { of: 'own' }
	| { of: 'clause' };

/** One line of the legend. */
export interface LegendEntry {
	/** Ids of the layers that draw this; none where it stands over the map, see names/arrange.ts. */
	layers: readonly string[];
	words: string;
	sample: Sample;
}

/** How the map is read: what a symbol is, and how the edges of symbols age. */
export const LEGEND: readonly LegendEntry[] = [
	...areaLegend,
	{ layers: [], words: 'How many claims pass the filter', sample: { of: 'name', footnote: 9 } },
	{ layers: [], words: 'Two more under this icon; click for all', sample: { of: 'stack', hidden: 2 } }
];
export const AGE_LEGEND: readonly LegendEntry[] = ageLegend;
