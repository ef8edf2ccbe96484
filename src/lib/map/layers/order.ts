import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette';
import { areaLayers } from './areas';
import { basemapLayers } from './basemap';
import { clauseLayer } from './clause';
import { focusOutlines, focusRing } from './focus';
import { ownLayers, ownSymbols } from './own';
import { placeholderLayers } from './label-placeholder';

/**
 * Every layer of the style, bottom first; the icons of symbols/symbols-layer.ts stand above them all. MapLibre gives room to
 * names and icons from the top down: ours first, then a person's own, then the basemap's.
 */
export function layersInOrder(palette: Palette): LayerSpecification[] {
	const basemap = basemapLayers(palette).map(withoutNamed);
	return [
		...basemap.filter((layer) => layer.type !== 'symbol'),
		...areaLayers(palette),
		...ownLayers(palette),
		...focusOutlines(palette),
		clauseLayer(palette),
		...basemap.filter((layer) => layer.type === 'symbol'),
		...ownSymbols(palette),
		...placeholderLayers(),
		focusRing(palette)
	];
}

/** Where we name a country, with its footnote, the basemap does not name it again. */
function withoutNamed(layer: LayerSpecification): LayerSpecification {
	if (layer.id !== 'basemap-countries' || layer.type !== 'symbol') return layer;
	const named: ExpressionSpecification = ['in', ['get', 'name'], ['global-state', 'named']];
	return { ...layer, filter: ['all', layer.filter ?? true, ['!', named]] as FilterSpecification };
}
