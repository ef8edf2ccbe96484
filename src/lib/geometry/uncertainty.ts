import { circle } from '@turf/turf';
import type { Polygon } from 'geojson';
import type { Feature } from '$lib/domain/feature';

/**
 * The circle that holds all of where a feature may be, for one that is drawn as a point: as wide as its georeference's
 * uncertainty (metres). Null for any other geometry, which says itself how far it reaches.
 */
export function uncertaintyCircle({
	geometry,
	georeference
}: Pick<Feature, 'geometry' | 'georeference'>): Polygon | null {
	const { uncertaintyMetres } = georeference;
	if (geometry?.type !== 'Point' || uncertaintyMetres === null || uncertaintyMetres <= 0) return null;
	return circle(geometry.coordinates, uncertaintyMetres, { units: 'meters', steps: 96 }).geometry;
}
