import type { SymbolLayerSpecification } from 'maplibre-gl';
import { iconId, ringId } from '../images';
import type { Palette } from '../palette';
import { MAP_SOURCES } from '../sources/map-sources';
import { asIcon, byColour, footnote, STANDING, type Standing } from './expressions';

/** The id of the layer of icons. */
export const markLayerId = (standing: Standing) => `${standing}-marks`;

/** Icons: the layer's shape in its colour, or a hollow ring for what is somewhere around here. None is ever hidden. */
export function markLayer(palette: Palette, standing: Standing): SymbolLayerSpecification {
	return {
		id: markLayerId(standing),
		type: 'symbol',
		source: MAP_SOURCES.marks,
		filter: ['all', STANDING[standing], asIcon],
		layout: {
			'icon-image': [
				'image',
				[
					'case',
					['get', 'within'],
					byColour((colour) => ringId(palette.layers[colour], palette.halo)),
					['concat', byColour((colour) => iconId(palette.layers[colour], palette.halo, '')), ['get', 'shape']]
				]
			],
			'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 6, 0.9, 9, 1.05],
			'icon-allow-overlap': true,
			'icon-padding': 0,
			// The feature with most claims lies on top.
			'symbol-sort-key': footnote
		},
		paint: { 'icon-opacity': standing === 'faded' ? 0.4 : 1 }
	};
}
