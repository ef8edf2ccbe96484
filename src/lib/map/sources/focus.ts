import type { Feature as GeoJSONFeature, FeatureCollection, Geometry } from 'geojson';
import { uncertaintyCircle } from '$lib/geometry/uncertainty';
import type { PlacedFeature } from '$lib/domain/feature';
import type { ShapeProperties, MapSymbol } from './features';

/** What is drawn over a feature because a person attends to it. */
export type FocusProperties = Partial<ShapeProperties> & {
	part: 'ring' | 'shape' | 'uncertainty';
	of: 'selected' | 'hovered';
};

/** A feature in focus: as the dataset has it, and where it is drawn. */
export interface Focused {
	feature: PlacedFeature;
	symbol: MapSymbol;
}

/** The ring, the outline and the uncertainty of the features that are open and under the pointer. */
export function focusOf(
	selected: Focused | null,
	hovered: Focused | null
): FeatureCollection<Geometry, FocusProperties> {
	return {
		type: 'FeatureCollection',
		features: [
			...(selected ? partsOf(selected, 'selected') : []),
			...(hovered && hovered.symbol.number !== selected?.symbol.number ? partsOf(hovered, 'hovered') : [])
		]
	};
}

function partsOf({ feature, symbol }: Focused, of: FocusProperties['of']): GeoJSONFeature<Geometry, FocusProperties>[] {
	const { colour, from, within, fill } = symbol;
	const part = (name: FocusProperties['part'], geometry: Geometry): GeoJSONFeature<Geometry, FocusProperties> => ({
		type: 'Feature',
		geometry,
		properties: { colour, from, within, fill, part: name, of }
	});
	const { geometry } = feature;
	const circle = of === 'selected' ? uncertaintyCircle(feature) : null;
	return [
		part('ring', { type: 'Point', coordinates: symbol.position }),
		...(geometry && geometry.type !== 'Point' ? [part('shape', geometry)] : []),
		...(circle ? [part('uncertainty', circle)] : [])
	];
}
