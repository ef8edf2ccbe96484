import { bboxPolygon, booleanIntersects, lineString, point, polygon } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { type Area, type Extent, extentOf, intersects } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';

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
	// What bounds or a single position decide needs no look at edges: most features are points or lie wholly inside.
	if (geometry.type === 'Point' || liesWithin(extent, area) || hasPositionIn(geometry, area)) return true;
	return partsOf(area).some((part) => booleanIntersects(geometry, part));
}

function hasPositionIn(geometry: Geometry, area: Extent): boolean {
	if (geometry.type === 'GeometryCollection') return geometry.geometries.some((part) => hasPositionIn(part, area));
	return holdsOneOf(area, geometry.coordinates);
}

type Nested = Position | readonly Nested[];

// By their places: taking an array apart asks its iterator, and this is asked of every edge of a map.
function holdsOneOf(area: Extent, nested: Nested): boolean {
	const first = nested[0];
	if (typeof first === 'number') {
		const lat = nested[1] as number;
		if (lat < area[1] || lat > area[3]) return false;
		return area[0] <= area[2] ? area[0] <= first && first <= area[2] : first >= area[0] || first <= area[2];
	}
	for (let at = 0; at < nested.length; at++) if (holdsOneOf(area, nested[at] as Nested)) return true;
	return false;
}

function isExtent(area: Area): area is Extent {
	return typeof area[0] === 'number';
}

function liesWithin([west, south, east, north]: Extent, area: Extent): boolean {
	const [areaWest, areaSouth, areaEast, areaNorth] = area;
	return areaWest <= west && east <= areaEast && areaSouth <= south && north <= areaNorth;
}

function ringPolygon(ring: readonly Position[]): Geometry {
	return polygon([[...ring, ...ring.slice(0, 1)]]).geometry;
}

/** An extent as geometries: two across the antimeridian; a line or a point where it has no width or no height. */
function partsOf([west, south, east, north]: Extent): Geometry[] {
	const spans: [number, number][] =
		west <= east
			? [[west, east]]
			: [
					[west, 180],
					[-180, east]
				];
	return spans.map(([from, to]) => {
		if (from === to && south === north) return point([from, south]).geometry;
		if (from === to || south === north)
			return lineString([
				[from, south],
				[to, north]
			]).geometry;
		return bboxPolygon([from, south, to, north]).geometry;
	});
}
