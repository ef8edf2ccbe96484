import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette';
import { areaLayers } from './areas';
import { basemapLayers } from './basemap';
import { clauseLayer } from './clause';
import { STATE } from './expressions';
import { focusOutlines, focusRing } from './focus';
import { labelLayer } from './labels';
import { markLayer, signLayer } from './marks';
import { overlapLayer } from './overlaps';
import { ownLayers, ownMarks } from './own';

/**
 * Every layer of the style, bottom first. MapLibre gives room to names and icons from the top down, so what stands
 * further down this list is also placed first: icons, then the names that have least choice of place, then the
 * basemap's.
 */
export function layersInOrder(palette: Palette): LayerSpecification[] {
	const basemap = basemapLayers(palette.basemap).map(withoutNamed);
	return [
		...basemap.filter((layer) => layer.type !== 'symbol'),
		...areaLayers(palette, 'faded'),
		...areaLayers(palette, 'chosen'),
		...ownLayers(palette),
		...focusOutlines(palette),
		clauseLayer(palette),
		...basemap.filter((layer) => layer.type === 'symbol'),
		...ownMarks(palette),
		focusRing(palette),
		labelLayer(palette, 'faded', 'country'),
		labelLayer(palette, 'faded', 'beside'),
		labelLayer(palette, 'faded', 'across'),
		labelLayer(palette, 'chosen', 'country'),
		labelLayer(palette, 'chosen', 'beside'),
		labelLayer(palette, 'chosen', 'across'),
		markLayer(palette, 'faded'),
		markLayer(palette, 'chosen'),
		signLayer(palette),
		overlapLayer(palette)
	];
}

/** Where we name a country, with its footnote, the basemap does not name it again. */
function withoutNamed(layer: LayerSpecification): LayerSpecification {
	if (layer.id !== 'basemap-countries' || layer.type !== 'symbol') return layer;
	const named: ExpressionSpecification = ['in', ['get', 'name'], ['global-state', STATE.named]];
	return { ...layer, filter: ['all', layer.filter ?? true, ['!', named]] as FilterSpecification };
}
