import { polygon } from '@turf/turf';
import type { Feature, Geometry, Polygon } from 'geojson';
import type { Ring } from './mercator';

/** The polygons of a geometry, each as its rings; none of another geometry. */
export function polygonsOf(geometry: Geometry): Ring[][] {
	if (geometry.type === 'MultiPolygon') return geometry.coordinates as Ring[][];
	return geometry.type === 'Polygon' ? [geometry.coordinates as Ring[]] : [];
}

/**
 * Areas on the sphere as polygons on the plane, each a feature of its own. world-atlas joins what the antimeridian
 * cuts, so that Chukotka's ring jumps from 180 to -180 degrees and Antarctica's runs round the pole; here longitudes
 * run on past 180, which the tiles fold back, and the pole is closed off along the lower edge.
 */
export function planarPolygons(features: readonly Feature[]): Feature<Polygon>[] {
	return features.flatMap(({ geometry }) => polygonsOf(geometry).map((rings) => polygon(rings.map(unrolled))));
}

function unrolled(ring: Ring): Ring {
	let turn = 0;
	let before: number | undefined;
	const found: Ring = ring.map(([lng, lat]) => {
		if (before !== undefined && Math.abs(lng - before) > 180) turn += lng > before ? -360 : 360;
		before = lng;
		return [lng + turn, lat];
	});
	const [first, last] = [found[0], found.at(-1)];
	if (!first || !last || turn === 0 || Math.abs(last[0] - first[0]) < 1) return found;
	return [...found, [last[0], -90], [first[0], -90], first];
}
