import type { PlacedFeature } from '$lib/domain/feature';

/** From this many metres across an area is an outline that others can be read by. */
const WIDE = 300_000;

/** The features that help to read a drawing of others: wide areas that are drawn as they are, such as countries. */
export function outlinesAmong(features: readonly PlacedFeature[]): PlacedFeature[] {
	return features.filter(
		({ geometry, georeference, acrossMetres }) =>
			georeference.extent === 'shape' && acrossMetres >= WIDE && /Polygon$/.test(geometry?.type ?? '')
	);
}
