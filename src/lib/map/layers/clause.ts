import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette';
import type { LegendEntry } from './legend';

const ID = 'clause';

/** Width in CSS pixels, dashes in widths. */
export const CLAUSE = { width: 1.3, dash: [1, 2] } as const;

/** The outline of the area that the filter asks for. */
export function clauseLayer(palette: Palette): LayerSpecification {
	return {
		id: ID,
		type: 'line',
		source: 'clause',
		paint: { 'line-color': palette.ink, 'line-width': CLAUSE.width, 'line-dasharray': [...CLAUSE.dash] }
	};
}

export const CLAUSE_LEGEND: LegendEntry = {
	layers: [ID],
	words: 'The area that the filter asks for',
	sample: { of: 'clause' }
};
