import type { Feature as GeoJSONFeature, FeatureCollection, Geometry, Point } from 'geojson';
import type { PlacedFeature } from '$lib/domain/feature';
import type { Layer } from '$lib/domain/layer';
import type { Colour, Shape } from '$lib/domain/mark';
import { metresPerPixel, zoomWhere } from '../ground-scale';
import { LEFT_OUT } from './footnotes';

/** Below this many pixels across, an icon stands for an area. */
export const SMALLEST_AREA_PIXELS = 28;

/** The zoom that no map reaches: what appears from it on never does. */
export const NEVER = 30;

/** What the style reads of a feature, and no more. */
export interface DrawnProperties {
	name: string;
	colour: Colour;
	shape: Shape;
	/** True where the thing is only known to be somewhere within the geometry. */
	within: boolean;
	/** The whole zoom from which the geometry stands for the feature, in place of its icon. */
	from: number;
	/** Pixels across at zoom 0. */
	across: number;
	/** How strongly an area is filled, 0 to 1: the larger, the fainter. */
	fill: number;
	/** What is said of it, see footnotes.ts. */
	footnote: number;
	/** The whole zoom from which room is sought for its name, see names.ts. */
	nameFrom: number;
}

/** A feature as the map draws it; its id is the feature's place in the dataset. */
export type Drawn<G extends Geometry> = GeoJSONFeature<G, DrawnProperties> & { id: number };

/** The features of a dataset as the map draws them. */
export interface DrawnFeatures {
	/** A point for each, where its icon and its label stand. */
	marks: FeatureCollection<Point, DrawnProperties>;
	/** The geometries of all that is more than a point. */
	shapes: FeatureCollection<Geometry, DrawnProperties>;
}

/**
 * What the map draws of a dataset before there is an answer: nothing is chosen. Features without geometry are left out.
 * Linear in their number; done once.
 */
export function drawnFeatures(features: readonly PlacedFeature[], layers: readonly Layer[]): DrawnFeatures {
	const marks: Drawn<Point>[] = [];
	const shapes: Drawn<Geometry>[] = [];
	const layerOf = new Map(layers.map((layer) => [layer.id, layer]));
	features.forEach((feature, id) => {
		const layer = layerOf.get(feature.layer);
		const { geometry, anchor } = feature;
		if (!layer || !geometry || !anchor) return;
		const properties = propertiesOf(feature, layer, anchor[1] ?? 0);
		marks.push({ type: 'Feature', id, geometry: { type: 'Point', coordinates: anchor }, properties });
		if (geometry.type !== 'Point') shapes.push({ type: 'Feature', id, geometry, properties });
	});
	return {
		marks: { type: 'FeatureCollection', features: marks },
		shapes: { type: 'FeatureCollection', features: shapes }
	};
}

function propertiesOf(feature: PlacedFeature, layer: Layer, latitude: number): DrawnProperties {
	const { name, georeference, acrossMetres } = feature;
	return {
		name,
		colour: layer.colour,
		shape: layer.shape,
		within: georeference.extent === 'somewhere-within',
		from: Math.min(NEVER, Math.max(0, Math.ceil(zoomWhere(acrossMetres, latitude, SMALLEST_AREA_PIXELS)))),
		across: acrossMetres / metresPerPixel(0, latitude),
		fill: fillOf(acrossMetres),
		footnote: LEFT_OUT,
		nameFrom: 0
	};
}

/** Full up to 40 km across, then fainter, and nothing from 400 km on: a country is its outline. */
function fillOf(acrossMetres: number): number {
	const tens = Math.log10(Math.max(1, acrossMetres / 40_000));
	return Number(Math.max(0, 1 - tens).toFixed(2));
}
