import { booleanIntersects, polygon } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { type Area, eastward, type Extent, extentOf, intersects, isExtent } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';
import { meetsBox } from './intersects-box';

/**
 * Whether a feature shares at least a point with an area; false for one without geometry. Edges are straight in longitude
 * and latitude (RFC 7946, section 3.1.1); an extent may cross the antimeridian, a ring may not.
 */
export function meets({ geometry, extent }: Pick<PlacedFeature, 'geometry' | 'extent'>, area: Area): boolean {
	if (!geometry || !extent) return false;
	if (!isExtent(area)) {
		const ring = ringPolygon(area);
		const bounds = extentOf(ring);
		return bounds !== null && intersects(extent, bounds) && booleanIntersects(geometry, ring);
	}
	if (!intersects(extent, area)) return false;
	// What bounds decide needs no look at edges: most features are points, or lie in one piece across at most a side.
	if (geometry.type === 'Point' || liesWithin(extent, area)) return true;
	if (isOnePiece(geometry) && staysBetween(extent, area)) return true;
	for (const box of eastward(area)) if (meetsBox(geometry, box)) return true;
	return false;
}

/** Whether one may go from any point of a geometry to any other without leaving it. */
function isOnePiece({ type }: Geometry): boolean {
	return type === 'LineString' || type === 'Polygon';
}

/**
 * Whether what is in one piece meets an area for the reason that its bounds do, and stay between two sides of it:
 *
 *     +-------+
 *     |    oo-|-oo   Somewhere between west and east of its bounds it crosses every meridian, so also one of
 *     |     ooo|      the area, and there it is between south and north.
 *     +-------+
 */
function staysBetween(extent: Extent, area: Extent): boolean {
	return (area[1] <= extent[1] && extent[3] <= area[3]) || (area[0] <= extent[0] && extent[2] <= area[2]);
}

// By their places: taking an array apart asks its iterator, and this is asked of every edge of a map.
function liesWithin(extent: Extent, area: Extent): boolean {
	return area[0] <= extent[0] && extent[2] <= area[2] && area[1] <= extent[1] && extent[3] <= area[3];
}

function ringPolygon(ring: readonly Position[]): Geometry {
	return polygon([[...ring, ...ring.slice(0, 1)]]).geometry;
}
