import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { imageId } from '../images';
import {
	ACROSS,
	COUNTRY_SPACING,
	FOOTNOTE_SCALE,
	ICON_SCALE,
	LINE_HEIGHT,
	LONGEST_LINE,
	TEXT_SIZE,
	ZOOMS_TO_HOLD
} from '../look';
import { ANCHORS, type LabelPosition, LABEL_POSITIONS } from '../names/place-names';
import { between, eachZoom } from './expressions';

/** The font family of names, as the style's `font-faces` define it. */
export const LABEL_FONT = 'Atlas Sans Semibold';

const holds: ExpressionSpecification = ['>=', ['zoom'], ['+', ['get', 'from'], ZOOMS_TO_HOLD]];
const isCountry: ExpressionSpecification = ['all', ['==', ['get', 'fill'], 0], ['!', ['get', 'within']]];
const isTried: ExpressionSpecification = ['>=', ['zoom'], ['get', 'nameFrom']];

const FILTERS: Record<LabelPosition, ExpressionSpecification> = {
	across: ['all', holds, ['!', isCountry]],
	beside: ['all', ['!', holds], isTried],
	country: ['all', holds, isCountry]
};

/**
 * Layers that draw nothing: where our icons and names stand over the map, they keep the basemap's names away. They
 * stand as names do when no filter is set, so that a filter moves nothing of the ground; sources/label-placeholder.ts says which.
 */
export function placeholderLayers(): SymbolLayerSpecification[] {
	// The layer on top is placed first.
	return LABEL_POSITIONS.toReversed().map((position) => ({
		id: `placeholder-${position}`,
		type: 'symbol',
		source: 'placeholder',
		filter: FILTERS[position],
		layout: {
			...(position === 'beside' && {
				'icon-image': imageId('blank'),
				'icon-size': between(ICON_SCALE),
				'icon-allow-overlap': true,
				'icon-padding': 0,
				'text-optional': true
			}),
			'text-field': [
				'format',
				['get', 'name'],
				{},
				['to-string', ['get', 'claims']],
				{ 'font-scale': FOOTNOTE_SCALE, 'vertical-align': 'top' }
			],
			'text-font': [LABEL_FONT],
			'text-size': between(TEXT_SIZE),
			'text-max-width': LONGEST_LINE,
			'text-letter-spacing': position === 'country' ? COUNTRY_SPACING : 0,
			'text-line-height': LINE_HEIGHT,
			'text-padding': 2,
			'text-justify': 'auto',
			'text-variable-anchor': [...ANCHORS[position]],
			'text-radial-offset': position === 'beside' ? 1 : acrossOffset,
			'symbol-sort-key': ['-', ['get', 'claims']]
		},
		paint: { 'icon-opacity': 0, 'text-opacity': 0 }
	}));
}

/** In sizes of the letters. */
const acrossOffset = eachZoom((zoom) => [
	'min',
	ACROSS.most,
	['max', ACROSS.least, ['/', ['*', ['get', 'across'], ACROSS.share * 2 ** zoom], ACROSS.size]]
]);
