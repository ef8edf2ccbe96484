import { circle } from '@turf/turf';
import type { Polygon } from 'geojson';
import type { PlacedFeature } from '$lib/domain/feature';

/** An uncertainty below this share of the feature's own size is not worth a line. */
const LEAST_SHARE = 0.05;

/**
 * The circle that holds the true place of a feature whose geometry is its shape: the geometry's own circle, widened by the
 * georeference's uncertainty (metres). Null where there is none, where it is too small to matter, and where the geometry
 * is itself the statement of how uncertain the place is.
 */
export function uncertaintyCircle({ georeference, extent, acrossMetres }: PlacedFeature): Polygon | null {
	const { uncertaintyMetres } = georeference;
	if (!extent || uncertaintyMetres === null || uncertaintyMetres <= 0) return null;
	if (georeference.extent === 'somewhere-within' || uncertaintyMetres < LEAST_SHARE * acrossMetres) return null;
	const [west, south, east, north] = extent;
	const radius = acrossMetres / 2 + uncertaintyMetres;
	return circle([(west + east) / 2, (south + north) / 2], radius, { units: 'meters', steps: 96 }).geometry;
}
