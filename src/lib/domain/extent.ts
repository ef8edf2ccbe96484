import type { Geometry, Position } from 'geojson';
import { positionsOf } from './geometry';

/** [west, south, east, north] in degrees, WGS 84; west > east where it crosses the antimeridian (RFC 7946, 5.2). */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** Part of the world: an extent, or the outer ring of a polygon (longitude, latitude), not closed. */
export type Area = Extent | readonly Position[];

/** Whether an area is an extent. */
export function isExtent(area: Area): area is Extent {
	return typeof area[0] === 'number';
}

/** The closed outline of an area, counterclockwise for an extent; its east is above 180 where it crosses the antimeridian. */
export function outlineOf(area: Area): Position[] {
	if (!isExtent(area)) return [...area, ...area.slice(0, 1)];
	const [west, south, givenEast, north] = area;
	const east = givenEast < west ? givenEast + 360 : givenEast;
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
}

/** A longitude between -180 and 180. */
export function wrapLongitude(longitude: number): number {
	return Math.abs(longitude) <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** Which rule four numbers break that should be an extent, as a part of a sentence; null where they break none. */
export function wrongExtent([west, south, east, north]: Extent): string | null {
	const far = [west, east].find((longitude) => Math.abs(longitude) > 180);
	if (far !== undefined) return `west and east are from -180 to 180, and ${far} is not`;
	const steep = [south, north].find((latitude) => Math.abs(latitude) > 90);
	if (steep !== undefined) return `south and north are from -90 to 90, and ${steep} is not`;
	return south > north ? `south (${south}) is greater than north (${north})` : null;
}

/** The extent of an area. */
export function extentOfArea(area: Area): Extent | null {
	return isExtent(area) ? area : extentOf({ type: 'LineString', coordinates: [...area] });
}

/** True where two extents share at least a point, the antimeridian included. */
export function intersects(a: Extent, b: Extent): boolean {
	if (a[1] > b[3] || b[1] > a[3]) return false;
	// Hardly any crosses the antimeridian, and an index asks this of every feature that it finds.
	if (a[0] <= a[2] && b[0] <= b[2]) return a[0] <= b[2] && b[0] <= a[2];
	return eastward(a).some((one) => eastward(b).some((other) => one[0] <= other[2] && other[0] <= one[2]));
}

/** An extent as boxes that each run from west to east: two where it crosses the antimeridian. */
export function eastward(extent: Extent): readonly Extent[] {
	if (extent[0] <= extent[2]) return [extent];
	return [
		[extent[0], extent[1], 180, extent[3]],
		[-180, extent[1], extent[2], extent[3]]
	];
}

/** The extent that holds all of `extents`; null for none. Extents across the antimeridian widen to the whole circle. */
export function union(extents: Iterable<Extent>): Extent | null {
	let west = Infinity;
	let south = Infinity;
	let east = -Infinity;
	let north = -Infinity;
	// By their places: taking an array apart asks its iterator, which a list of ten thousand feels.
	for (const extent of extents) {
		const crosses = extent[0] > extent[2];
		west = Math.min(west, crosses ? -180 : extent[0]);
		east = Math.max(east, crosses ? 180 : extent[2]);
		south = Math.min(south, extent[1]);
		north = Math.max(north, extent[3]);
	}
	return west === Infinity ? null : [west, south, east, north];
}

/** The extent of a geometry; null for one without positions. */
export function extentOf(geometry: Geometry): Extent | null {
	let west = Infinity;
	let south = Infinity;
	let east = -Infinity;
	let north = -Infinity;
	for (const [lng, lat] of positionsOf(geometry)) {
		if (lng === undefined || lat === undefined) continue;
		west = Math.min(west, lng);
		east = Math.max(east, lng);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	return west === Infinity ? null : [west, south, east, north];
}
