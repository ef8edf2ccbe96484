import type { Feature as GeoJSONFeature, Geometry, Position } from 'geojson';
import type { PlacedFeature } from '$lib/domain/feature';
import type { GeometryExtent } from '$lib/domain/georeference';
import type { Layer } from '$lib/domain/layer';
import type { Colour, Shape } from '$lib/domain/symbol';
import { mercatorX, mercatorY, metresPerPixel, zoomWhere } from '$lib/geometry/ground-scale';

/** Below this many pixels across, an icon stands for an area. */
export const SMALLEST_AREA_PIXELS = 28;

/** The zoom that no map reaches: what appears from it on never does. */
export const NEVER = 30;

/** What the style reads of an area or a line, whatever is said of it. */
export interface ShapeProperties {
	colour: Colour;
	/** True where the thing is only known to be somewhere within the geometry. */
	within: boolean;
	/** True for what only helps to read the map, and has no claims. */
	context: boolean;
	/** The whole zoom from which the geometry stands for the feature, in place of its icon. */
	from: number;
	/** Pixels across at zoom 0. */
	across: number;
	/** How strongly an area is filled, 0 to 1: the larger, the fainter; 0 is a country, which is only its outline. */
	fill: number;
}

/** Where the icon and the name of a feature stand, and how they look. */
export interface MapSymbol extends ShapeProperties {
	/** The feature's index in the dataset. */
	number: number;
	name: string;
	shape: Shape;
	/** What its geometry is of it: a body has a symbol of its own. */
	extent: GeometryExtent;
	/** How many claims there are about it without a filter. */
	claims: number;
	/** The place of its layer in the dataset. */
	layer: number;
	/** Longitude and latitude in degrees. */
	position: Position;
	/** The same on the map of the world, in CSS pixels at zoom 0 from its north-western corner. */
	x: number;
	y: number;
}

/** An area or a line as MapLibre draws it; its id is the feature's index in the dataset. */
export type DrawnShape = GeoJSONFeature<Geometry, ShapeProperties> & { id: number };

/** The features of a dataset as the map draws them. */
export interface DrawnFeatures {
	/** One for each. */
	symbols: readonly MapSymbol[];
	/** The geometries of all that is more than a point. */
	shapes: { type: 'FeatureCollection'; features: DrawnShape[] };
}

/**
 * The features of a dataset as the map draws them; those without geometry are left out. Linear in their number; done once.
 * `claimsOf` gives the number of claims about a feature, by its index in the dataset.
 */
export function drawnFeatures(
	features: readonly PlacedFeature[],
	layers: readonly Layer[],
	claimsOf: (number: number) => number
): DrawnFeatures {
	const symbols: MapSymbol[] = [];
	const shapes: DrawnShape[] = [];
	const places = new Map(layers.map(({ id }, index) => [id, index]));
	features.forEach((feature, number) => {
		const index = places.get(feature.layer);
		const layer = index === undefined ? undefined : layers[index];
		const { geometry, anchor } = feature;
		if (index === undefined || !layer || !geometry || !anchor) return;
		const [longitude = 0, latitude = 0] = anchor;
		const properties = propertiesOf(feature, layer, latitude);
		const { extent } = feature.georeference;
		const look = { ...properties, name: feature.name, shape: layer.shape, extent, layer: index };
		const [x, y] = [mercatorX(longitude), mercatorY(latitude)];
		symbols.push({ ...look, number, claims: claimsOf(number), position: anchor, x, y });
		if (geometry.type !== 'Point') shapes.push({ type: 'Feature', id: number, geometry, properties });
	});
	return { symbols, shapes: { type: 'FeatureCollection', features: shapes } };
}

function propertiesOf(feature: PlacedFeature, layer: Layer, latitude: number): ShapeProperties {
	const { georeference, acrossMetres } = feature;
	return {
		colour: layer.colour,
		within: georeference.extent === 'somewhere-within',
		context: feature.context === true,
		from: Math.min(NEVER, Math.max(0, Math.ceil(zoomWhere(acrossMetres, latitude, SMALLEST_AREA_PIXELS)))),
		across: acrossMetres / metresPerPixel(0, latitude),
		fill: fillOf(acrossMetres)
	};
}

/** Full up to 40 km across, then fainter, and nothing from 400 km on: a country is its outline. */
function fillOf(acrossMetres: number): number {
	const tens = Math.log10(Math.max(1, acrossMetres / 40_000));
	return Number(Math.max(0, 1 - tens).toFixed(2));
}
