import type { Feature, LineString } from 'geojson';
import { type Area, outlineOf } from '$lib/domain/extent';

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
