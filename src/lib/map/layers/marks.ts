import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { contestedId, iconId, ringId, SEPARATOR } from '../images';
import type { Palette } from '../palette';
import { MAP_SOURCES } from '../sources/map-sources';
import { age, asIcon, byColour, footnote, isContested, STANDING, type Standing } from './expressions';

/** The id of the layer of icons. */
export const markLayerId = (standing: Standing) => `${standing}-marks`;

/** The opacity of icons that the filter fades. */
export const FADED_MARK = 0.4;

const iconSize: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 3, 0.7, 6, 0.9, 9, 1.05];

/** Icons: the layer's shape in its colour, or a hollow ring for what is somewhere around here. None is ever hidden. */
export function markLayer(palette: Palette, standing: Standing): SymbolLayerSpecification {
	const join = (start: ExpressionSpecification, ...parts: ExpressionSpecification[]) =>
		['concat', start, ...parts.flatMap((part) => [SEPARATOR, part])] as ExpressionSpecification;
	const ring = byColour((colour) => ringId(palette.layers[colour], palette.halo));
	const icon = byColour((colour) => iconId(palette.layers[colour], palette.halo));
	return {
		id: markLayerId(standing),
		type: 'symbol',
		source: MAP_SOURCES.marks,
		filter: ['all', STANDING[standing], asIcon],
		layout: {
			'icon-image': [
				'image',
				['case', ['get', 'within'], join(ring, ['to-string', age]), join(icon, ['to-string', age], ['get', 'shape'])]
			],
			'icon-size': iconSize,
			'icon-allow-overlap': true,
			'icon-padding': 0,
			// The feature with most claims lies on top.
			'symbol-sort-key': footnote
		},
		paint: { 'icon-opacity': standing === 'faded' ? FADED_MARK : 1 }
	};
}

/** The id of the layer of signs. */
export const signLayerId = 'chosen-signs';

/** Where a sign stands from the middle of its icon, in CSS pixels: at its lower left, where few names begin. */
export const SIGN_OFFSET: [number, number] = [-9, 8];

/** The sign of a contradiction at an icon. It takes no room from names. */
export function signLayer(palette: Palette): SymbolLayerSpecification {
	return {
		id: signLayerId,
		type: 'symbol',
		source: MAP_SOURCES.marks,
		filter: ['all', STANDING.chosen, asIcon, isContested],
		layout: {
			'icon-image': contestedId(palette.ink, palette.halo),
			'icon-offset': SIGN_OFFSET,
			'icon-size': iconSize,
			'icon-allow-overlap': true,
			'icon-ignore-placement': true
		}
	};
}
