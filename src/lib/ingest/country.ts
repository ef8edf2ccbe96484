import { booleanPointInPolygon, flatten, pointToPolygonDistance } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { type Extent, extentOf, intersects } from '$lib/domain/extent';
import { positionsOf } from '$lib/domain/geometry';

/** How far outside an outline a place may lie, in metres: outlines cut the corners of a coast. */
const TOLERANCE = 2_000;
const METRES_PER_DEGREE = 111_195;
const METRES = { units: 'meters' } as const;

/** How many corners of a line or an area are tried besides its anchor. */
const CORNERS = 8;

/** The land of one country: its polygons, each with its extent so that most need not be looked at. */
export type Outline = { polygon: Polygon; extent: Extent }[];

/** The outline of a country in the form that `liesIn` reads. */
export function outlineOf(geometry: Polygon | MultiPolygon): Outline {
	return flatten(geometry).features.flatMap(({ geometry: polygon }) => {
		const extent = extentOf(polygon);
		return extent === null ? [] : [{ polygon, extent }];
	});
}

/**
 * True where a geometry lies in a country, give or take 2 km. Every point must; of a line or an area most must, judged by
 * its anchor and up to eight of its corners, because an area may reach over a border that it was not drawn to follow.
 */
export function liesIn(geometry: Geometry, anchor: Position, outline: Outline): boolean {
	const positions = [...positionsOf(geometry)];
	if (geometry.type === 'Point' || geometry.type === 'MultiPoint') {
		return positions.every((position) => isNear(position, outline));
	}
	const step = Math.max(1, positions.length / CORNERS);
	const tried = [anchor];
	for (let at = 0; at < positions.length && tried.length <= CORNERS; at += step) {
		const corner = positions[Math.floor(at)];
		if (corner) tried.push(corner);
	}
	return tried.filter((position) => isNear(position, outline)).length * 2 > tried.length;
}

function isNear(position: Position, outline: Outline): boolean {
	const [lng = NaN, lat = NaN] = position;
	const marginLat = TOLERANCE / METRES_PER_DEGREE;
	const marginLng = marginLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
	const around: Extent = [lng - marginLng, lat - marginLat, lng + marginLng, lat + marginLat];
	const near = outline.filter(({ extent }) => intersects(extent, around));
	return (
		near.some(({ polygon }) => booleanPointInPolygon(position, polygon)) ||
		near.some(({ polygon }) => pointToPolygonDistance(position, polygon, METRES) <= TOLERANCE)
	);
}
