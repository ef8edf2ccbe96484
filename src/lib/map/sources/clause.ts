import type { Feature, LineString, Position } from 'geojson';
import { type Area, isExtent } from '$lib/domain/extent';

/** The outlines of the areas that a filter asks for, of those that are not null. */
export function clauseOutlines(areas: readonly (Area | null)[]) {
	return {
		type: 'FeatureCollection' as const,
		features: areas
			.filter((area) => area !== null)
			.map((area): Feature<LineString> => {
				return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: outlineOf(area) } };
			})
	};
}

/** The closed outline of an area; east of 180 degrees where an extent crosses the antimeridian. */
function outlineOf(area: Area): Position[] {
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
