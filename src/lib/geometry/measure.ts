import { area, length, lineString, polygon } from '@turf/turf';
import type { Position } from 'geojson';

/** The length of a line in metres along great circles of a mean sphere: at most 0.5 % off; 0 for fewer than two points. */
export function lengthMetres(points: readonly Position[]): number {
	return points.length < 2 ? 0 : length(lineString(points.map((point) => [...point])), { units: 'meters' });
}

/**
 * The area inside a ring, not closed, in square metres on the sphere; 0 for fewer than three points. A ring that crosses
 * itself has the area of one side less that of the other.
 */
export function areaSquareMetres(ring: readonly Position[]): number {
	const [first] = ring;
	if (ring.length < 3 || !first) return 0;
	return area(polygon([[...ring, first].map((point) => [...point])]));
}
