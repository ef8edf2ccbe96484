import type { Geometry, Position } from 'geojson';
import type { Extent } from './extent';
import type { Georeference } from './georeference';

/** One spelling of a feature's name, with its language (BCP 47) and the sources that use it. */
export interface Name {
	text: string;
	lang: string;
	/** Ids of the sources that spell it so, letter for letter; absent where none here does. */
	sources?: string[];
	/** `search`: no name of the feature, but what people type who look for it; found by the search, and shown as no name. */
	use?: 'search';
}

/** The names that a feature carries, without what only helps to find it. */
export function properNames(names: readonly Name[]): Name[] {
	return names.filter(({ use }) => use !== 'search');
}

/** What helps to find a feature and is no name of it. */
export function searchHelps(names: readonly Name[]): Name[] {
	return names.filter(({ use }) => use === 'search');
}

/** Something that can be drawn, or at least listed: a facility, a settlement, an area. */
export interface Feature {
	id: string;
	/** The layer that the feature belongs to. */
	layer: string;
	name: string;
	names: Name[];
	/** What it is, as a word of the data: `naval-facility`, `city`, `area`. */
	kind: string;
	/** ISO 3166-1 alpha-2 code of the country that the geometry must lie in, where it lies in one. */
	country?: string;
	/** True for a feature that only helps to read the map, and so needs no claim. */
	context?: boolean;
	/** Identifiers of the same thing in other gazetteers, as URLs. */
	sameAs?: string[];
	georeference: Georeference;
	/** RFC 7946 geometry; null where the sources do not let the feature be drawn. */
	geometry: Geometry | null;
}

/** What is worked out once from a feature's geometry, so that no one works it out again. */
export interface Placement {
	/** [west, south, east, north] in degrees; null without geometry. */
	extent: Extent | null;
	/** Where the label stands: a position on the feature; null without geometry. */
	anchor: Position | null;
	/** The diagonal of the extent in metres; 0 for a point. */
	acrossMetres: number;
}

/** A feature with its placement, as the store and the map use it. */
export type PlacedFeature = Feature & Placement;

/** The name of a feature and its other spellings, without those that only help a search and may be another thing's. */
export function spellingsOf({ name, names }: Pick<Feature, 'name' | 'names'>): string[] {
	return [name, ...properNames(names).map(({ text }) => text)];
}
