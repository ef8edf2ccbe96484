import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { OwnFeature } from '$lib/domain/own-feature';

/** A file of a person's own, and those of its features that go into an export. */
export interface OwnPart {
	name: string;
	features: readonly OwnFeature[];
}

/** The property that every feature of a person's own carries in an export: the name of its file. */
const OWN_MARK = 'ownData';

/** An export of the atlas: its features, and what it says of itself. */
export type AtlasExport = FeatureCollection<Geometry | null> & { atlas: object };

/**
 * An export of the atlas with a person's own features behind its own. Each of these has the name of its file as the property
 * `ownData` and none of the atlas's members, and the header says so: nobody can take it for what a source says.
 */
export function mergeExports(exported: AtlasExport, parts: readonly OwnPart[]): AtlasExport {
	const own = parts.flatMap(({ name, features }) =>
		features.map(({ geometry, properties }): Feature<Geometry | null> => {
			return { type: 'Feature', geometry, properties: { ...properties, [OWN_MARK]: name } };
		})
	);
	const note = `Features with the property “${OWN_MARK}” are not part of the atlas. They come from a file of the person who made this export; no source is cited for them, and the counts, the licence and the citation are not about them.`;
	const files = parts.map(({ name, features }) => ({ name, features: features.length }));
	return {
		...exported,
		atlas: { ...exported.atlas, [OWN_MARK]: { note, files } },
		features: [...exported.features, ...own]
	};
}
