import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette';
import { areaLayers } from './areas';
import { basemapLayers } from './basemap';
import { focusOutlines, focusRing } from './focus';
import { labelLayer } from './labels';
import { markLayer } from './marks';
import { overlapLayer } from './overlaps';

/**
 * Every layer of the style, bottom first. MapLibre gives room to names and icons from the top down, so what stands
 * further down this list is also placed first: icons, then our names, then the basemap's.
 */
export function layersInOrder(palette: Palette): LayerSpecification[] {
	const basemap = basemapLayers(palette.basemap);
	return [
		...basemap.filter((layer) => layer.type !== 'symbol'),
		...areaLayers(palette, 'faded'),
		...areaLayers(palette, 'chosen'),
		...focusOutlines(palette),
		...basemap.filter((layer) => layer.type === 'symbol'),
		focusRing(palette),
		labelLayer(palette, 'faded', 'across'),
		labelLayer(palette, 'faded', 'beside'),
		labelLayer(palette, 'chosen', 'across'),
		labelLayer(palette, 'chosen', 'beside'),
		markLayer(palette, 'faded'),
		markLayer(palette, 'chosen'),
		overlapLayer(palette)
	];
}
