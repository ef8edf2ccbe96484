import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { contestedId } from '../images';
import type { Palette } from '../palette';
import { MAP_SOURCES } from '../sources/map-sources';
import {
	between,
	byColour,
	eachZoom,
	footnote,
	isContested,
	isSelected,
	isTried,
	STANDING,
	type Standing,
	stepZoom
} from './expressions';
import type { LegendEntry } from './legend';

/** The font family of names, as the style's `font-faces` define it. */
export const MARK_FONT = 'Atlas Sans Semibold';

/**
 * Where a name stands: beside its icon or small area, across an area that is large enough to hold it, or wherever a
 * country leaves room.
 */
export const PLACES = ['beside', 'across', 'country'] as const;
export type Place = (typeof PLACES)[number];

/** The id of a layer of names. */
export const labelLayerId = (standing: Standing, place: Place) => `${standing}-names-${place}`;

/** From this many zooms after it replaced its icon, an area holds its name: it is then more than 56 pixels across. */
const ZOOMS_TO_HOLD = 1;
const holds: ExpressionSpecification = ['>=', ['zoom'], ['+', ['get', 'from'], ZOOMS_TO_HOLD]];

/** What is so large that it is only an outline. */
const isCountry: ExpressionSpecification = ['all', ['==', ['get', 'fill'], 0], ['!', ['get', 'within']]];

const HAS_PLACE: Record<Place, ExpressionSpecification> = {
	beside: ['all', ['!', holds], isTried],
	across: ['all', holds, ['!', isCountry]],
	country: ['all', holds, isCountry]
};

/**
 * Names in the colour of their layer, each with the number of its claims like a footnote mark. Where names would collide,
 * that of the open feature stays, then that of the feature with most claims; icons stay in any case.
 */
export function labelLayer(palette: Palette, standing: Standing, place: Place): SymbolLayerSpecification {
	return {
		id: labelLayerId(standing, place),
		type: 'symbol',
		source: MAP_SOURCES.marks,
		filter: ['all', STANDING[standing], HAS_PLACE[place]],
		layout: {
			'text-field': standing === 'faded' ? ['get', 'name'] : nameAt(place, contestedId(palette.ink, palette.halo)),
			'text-font': [MARK_FONT],
			'text-size': between([
				[4, 12.5],
				[7, 14.5],
				[11, 16]
			]),
			'text-max-width': 8.5,
			// Spaced, as maps write the names of countries, so that it is not taken for one of the areas in it.
			'text-letter-spacing': place === 'country' ? 0.08 : 0,
			'text-line-height': 1.15,
			'text-padding': 2,
			'text-justify': 'auto',
			// The middle of a country is left to what stands there.
			'text-variable-anchor': place === 'across' ? ['center', ...AROUND] : [...AROUND],
			'text-radial-offset': place === 'beside' ? besideOffset : acrossOffset,
			'symbol-sort-key': ['case', isSelected, -1e9, ['-', footnote]]
		},
		paint: {
			'text-color': byColour((colour) => palette.layers[colour]),
			'text-halo-color': palette.halo,
			'text-halo-width': 2,
			'text-halo-blur': 0.3,
			'text-opacity': standing === 'faded' ? 0.55 : 1
		}
	};
}

/** The corners of a name that may touch its icon, best first: names to the right of icons read best. */
const AROUND = ['left', 'right', 'bottom-left', 'top-left', 'bottom-right', 'top-right', 'top', 'bottom'] as const;

/** The name with its footnote; after that the mark of a contradiction, where there is no icon to have it. */
function nameAt(place: Place, sign: string): ExpressionSpecification {
	return place === 'beside'
		? stepZoom((zoom) => nameWithFootnote(['>=', zoom, ['get', 'from']], sign))
		: nameWithFootnote(true, sign);
}

function nameWithFootnote(isArea: ExpressionSpecification | boolean, sign: string): ExpressionSpecification {
	const raised = { 'font-scale': 0.7, 'vertical-align': 'top' } as const;
	return [
		'case',
		['all', isArea, isContested],
		['format', ['get', 'name'], {}, ['to-string', footnote], raised, ['image', sign], { 'vertical-align': 'top' }],
		['>', footnote, 0],
		['format', ['get', 'name'], {}, ['to-string', footnote], raised],
		['get', 'name']
	];
}

/** In ems: clear of the icon, or about clear of the area that has taken its place. */
const besideOffset = eachZoom((zoom) => [
	'case',
	['<', zoom, ['get', 'from']],
	['case', isSelected, 1.3, 1],
	['max', 1, ['/', ['*', ['get', 'across'], 0.36 * 2 ** zoom], 14]]
]);

/** In ems: away from the middle of a large area, the name goes well away from it, but stays inside. */
const acrossOffset = eachZoom((zoom) => [
	'min',
	12,
	['max', 1.2, ['/', ['*', ['get', 'across'], 0.2 * 2 ** zoom], 14]]
]);

export const labelLegend: readonly LegendEntry[] = [
	{
		layers: PLACES.map((place) => labelLayerId('chosen', place)),
		words: 'How many claims pass the filter',
		sample: { of: 'name', footnote: 9 }
	}
];
