import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { imageId } from '../images';
import type { Palette } from '../palette';
import { LABEL_FONT } from './label-placeholder';
import type { LegendEntry } from './legend';

/** Ids of the layers that are hit as a symbol or a line, and of the one that is hit anywhere inside an area. */
export const OWN_SYMBOLS = ['own-points', 'own-dots', 'own-lines', 'own-names'];
export const OWN_AREAS = ['own-areas'];

/** How a person's own data is drawn; the legend draws its own in the same way. Widths in CSS pixels, dashes in widths. */
export const OWN = { width: 1.6, dash: [5, 1.6, 1, 1.6], halo: 4, stipple: 0.5, dot: 2.2, dotGround: 1 } as const;

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
/** Above so many features points are dots without a name: MapLibre places each cross and name by itself, at every move. */
export const MOST_CROSSES = 3000;
const isMany: ExpressionSpecification = ['boolean', ['get', 'many']];
const isFew: ExpressionSpecification = ['!', isMany];

const isSelected: ExpressionSpecification = ['==', ['id'], ['global-state', 'ownSelected']];

/**
 * A person's own data, in ink, as no layer of the atlas is: crosses, lines of dashes and dots, areas in fine dots. Bottom
 * first.
 */
export function ownLayers(palette: Palette): LayerSpecification[] {
	return [
		{
			id: 'own-areas',
			type: 'fill',
			source: 'own',
			filter: ['==', ['geometry-type'], 'Polygon'],
			paint: { 'fill-pattern': imageId('stipple', palette.ink), 'fill-opacity': OWN.stipple }
		},
		{
			id: 'own-grounds',
			type: 'line',
			source: 'own',
			filter: ['!', isPoint],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': palette.halo, 'line-width': ['case', isSelected, OWN.halo + 3, OWN.halo] }
		},
		{
			id: 'own-lines',
			type: 'line',
			source: 'own',
			filter: ['!', isPoint],
			paint: {
				'line-color': palette.ink,
				'line-width': ['case', isSelected, OWN.width + 1.4, OWN.width],
				'line-dasharray': [...OWN.dash]
			}
		}
	];
}

/** Above the names of the basemap: the crosses of points, the ring of the one that is open, and the names. */
export function ownSymbols(palette: Palette): LayerSpecification[] {
	return [
		{
			id: 'own-names',
			type: 'symbol',
			source: 'own',
			filter: ['all', isFew, ['!=', ['geometry-type'], 'LineString']],
			layout: {
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONT],
				'text-size': 12,
				'text-max-width': 9,
				'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
				'text-radial-offset': 0.8,
				'text-justify': 'auto',
				'text-padding': 2
			},
			paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 }
		},
		{
			id: 'own-dots',
			type: 'circle',
			source: 'own',
			filter: ['all', isMany, isPoint],
			paint: {
				'circle-radius': OWN.dot,
				'circle-color': palette.ink,
				'circle-stroke-color': palette.halo,
				'circle-stroke-width': OWN.dotGround
			}
		},
		{
			id: 'own-ring',
			type: 'circle',
			source: 'own',
			filter: ['all', isPoint, isSelected],
			paint: {
				'circle-radius': 12,
				'circle-color': palette.halo,
				'circle-opacity': 0.6,
				'circle-stroke-color': palette.ink,
				'circle-stroke-width': 1.6
			}
		},
		{
			id: 'own-points',
			type: 'symbol',
			source: 'own',
			filter: ['all', isFew, isPoint],
			layout: {
				'icon-image': imageId('cross', palette.ink, palette.halo),
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			}
		}
	];
}

/** One line of the legend for each file, with the name of the file after the words. */
export const OWN_LEGEND: LegendEntry = {
	layers: ['own-areas', 'own-grounds', 'own-lines', 'own-names', 'own-ring', 'own-points', 'own-dots'],
	words: 'Your data:',
	sample: { of: 'own' }
};
