import { degreesToRadians, earthRadius, featureCollection, isobands, lengthToDegrees, point } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import type { Extent } from '../../../src/lib/domain/extent';
import { edgesOf, type Ring } from '../basemap/mercator';

/** Coasts are tried at points so many degrees apart. */
const COAST_STEP = lengthToDegrees(300, 'meters');

/**
 * What of a box is nearer to one set of rings than to another, on the sphere: where the difference of the two distances,
 * worked out on a grid of `step` degrees, is above zero. Between grid points it is taken to be linear, which near a median
 * line it is to some metres.
 */
export function nearestRegion(own: readonly Ring[], others: readonly Ring[], box: Extent, step: number): MultiPolygon {
	const [mine, theirs] = [vectorsOf(own, box), vectorsOf(others, box)];
	const [west, south, east, north] = box;
	const columns = Math.round((east - west) / step);
	const rows = Math.round((north - south) / step);
	const points = Array.from({ length: (columns + 1) * (rows + 1) }, (_, at) => {
		const place = [west + (at % (columns + 1)) * step, south + Math.floor(at / (columns + 1)) * step];
		return point(place, { difference: metresTo(theirs, place) - metresTo(mine, place) });
	});
	const farthest = Math.PI * earthRadius;
	const [band] = isobands(featureCollection(points), [0, farthest], { zProperty: 'difference' }).features;
	return band?.geometry ?? { type: 'MultiPolygon', coordinates: [] };
}

/** Points along rings as unit vectors, three numbers each; what is more than three degrees off the box is left out. */
function vectorsOf(rings: readonly Ring[], [west, south, east, north]: Extent): Float64Array {
	const found: number[] = [];
	const isNear = ([lng, lat]: Ring[number]) => lng > west - 3 && lng < east + 3 && lat > south - 3 && lat < north + 3;
	for (const [from, to] of rings.flatMap(edgesOf)) {
		if (!isNear(to)) continue;
		const [lng, lat] = [to[0] - from[0], to[1] - from[1]];
		const steps = Math.max(1, Math.ceil(Math.hypot(lng, lat) / COAST_STEP));
		for (let n = 1; n <= steps; n++) {
			found.push(...vectorOf([from[0] + (n / steps) * lng, from[1] + (n / steps) * lat]));
		}
	}
	return Float64Array.from(found);
}

function vectorOf([lng = NaN, lat = NaN]: Position): [number, number, number] {
	const [east, north] = [degreesToRadians(lng), degreesToRadians(lat)];
	return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** Metres from a place to the nearest of the points. */
function metresTo(points: Float64Array, place: Position): number {
	const [x, y, z] = vectorOf(place);
	let nearest = -1;
	for (let at = 0; at < points.length; at += 3) {
		const cosine = x * (points[at] as number) + y * (points[at + 1] as number) + z * (points[at + 2] as number);
		if (cosine > nearest) nearest = cosine;
	}
	return Math.acos(Math.min(1, nearest)) * earthRadius;
}
