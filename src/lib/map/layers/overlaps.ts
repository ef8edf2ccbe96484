import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette';
import { MAP_SOURCES } from '../sources/map-sources';
import { MARK_FONT } from './labels';
import type { LegendEntry } from './legend';

const ID = 'overlaps';

/** `+2` at the shoulder of an icon that lies on two others. */
export function overlapLayer(palette: Palette): SymbolLayerSpecification {
	return {
		id: ID,
		type: 'symbol',
		source: MAP_SOURCES.overlaps,
		layout: {
			'text-field': ['concat', '+', ['to-string', ['get', 'hidden']]],
			'text-font': [MARK_FONT],
			'text-size': 11,
			'text-offset': [0, -1.15],
			'text-allow-overlap': true,
			'text-padding': 0
		},
		paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 }
	};
}

export const overlapLegend: readonly LegendEntry[] = [
	{ layers: [ID], words: 'Two more under this icon; click for all', sample: { of: 'stack', hidden: 2 } }
];
