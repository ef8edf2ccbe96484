import type { Feature } from '$lib/domain/feature';
import type { GeometryExtent } from '$lib/domain/georeference';
import { distanceWords } from './distance-words';

/** What is drawn of a feature: one of the extents of geometries, or nothing. */
export type Drawn = GeometryExtent | 'not-drawn';

/** What is drawn of a feature. */
export function drawnOf({ geometry, georeference }: Pick<Feature, 'geometry' | 'georeference'>): Drawn {
	return geometry === null ? 'not-drawn' : georeference.extent;
}

/** What is drawn, in the fewest words: for a table. */
export const DRAWN_WORDS: Readonly<Record<Drawn, string>> = {
	shape: 'itself',
	'somewhere-within': 'somewhere within',
	seat: 'a body, at its seat',
	'not-drawn': 'not drawn'
};

/** What the drawing of a feature says of where it is, in a sentence. */
export function placementSentence(feature: Pick<Feature, 'geometry' | 'georeference'>): string {
	switch (drawnOf(feature)) {
		case 'shape':
			return 'The place itself is drawn.';
		case 'somewhere-within':
			return 'It is somewhere within the area drawn.';
		case 'seat':
			return 'A body, not a place: what is drawn is where it sits.';
		case 'not-drawn':
			return feature.georeference.extent === 'seat'
				? 'A body, not a place; no source here says where it sits, so it is not drawn.'
				: 'Not drawn: the sources do not say where it is.';
	}
}

const WHAT_IS_WITHIN: Readonly<Record<GeometryExtent, string>> = {
	shape: 'All of it lies',
	'somewhere-within': 'It lies',
	seat: 'It sits'
};

/** What the uncertainty of a feature says of it, in a sentence; null without geometry. */
export function uncertaintySentence({
	geometry,
	georeference
}: Pick<Feature, 'geometry' | 'georeference'>): string | null {
	const { uncertaintyMetres } = georeference;
	if (geometry === null || uncertaintyMetres === null) return null;
	const centre = geometry.type === 'Point' ? 'the point drawn' : 'the middle of what is drawn';
	return `${WHAT_IS_WITHIN[georeference.extent]} within ${distanceWords(uncertaintyMetres)} of ${centre}.`;
}
