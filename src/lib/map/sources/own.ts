import type { FeatureCollection, Geometry } from 'geojson';
import type { OwnFeature } from '$lib/domain/own-feature';

/** What the style reads of a feature of a person's own. */
export interface OwnProperties {
	/** Empty where the file does not name it. */
	name: string;
	/** Whether it is one of so many that points are dots: see `MOST_CROSSES`. */
	many: boolean;
}

/**
 * A person's own features as the map draws them; the id of each is its place in the list. How points are drawn travels with
 * them: told apart from them, it would for a moment be true of those that were there before.
 */
export function drawnOwn(features: readonly OwnFeature[], many: boolean): FeatureCollection<Geometry, OwnProperties> {
	return {
		type: 'FeatureCollection',
		features: features.flatMap(({ geometry, title, number }, id) =>
			geometry
				? [{ type: 'Feature', id, geometry, properties: { name: title === `Feature ${number}` ? '' : title, many } }]
				: []
		)
	};
}
