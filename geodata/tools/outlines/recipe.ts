import { readFile } from 'node:fs/promises';
import type { Extent } from '../../../src/lib/domain/extent';

/** How the geometry of one feature is made. Countries are named by their codes in the basemap's data (ISO 3166-1 alpha-3). */
export type Recipe =
	/** All of a country. */
	| { make: 'country'; country: string }
	/** What of a country lies within so many metres of a place. */
	| { make: 'country-within'; country: string; centre: LngLat; metres: number }
	/** What of a country lies north of a parallel. */
	| { make: 'country-north-of'; country: string; latitude: number }
	/** Ground that one country holds and that is drawn apart: from the border of `besides` to a line that the basemap lacks. */
	| { make: 'held-part'; heldBy: string; besides: string; farSide: { from: string; line: LngLat[] } }
	/** Land and sea within so many metres of a country's coast, without the land of others and the sea nearer to them. */
	| { make: 'coast-strip'; country: string; metres: number; others: string[]; simplifiedMetres: number }
	/** The sea that is nearer to the coast of a country than to those of others, looked for in a box. */
	| { make: 'nearest-sea'; country: string; others: string[]; box: Extent }
	/** All within so many metres of a place. */
	| { make: 'circle'; centre: LngLat; metres: number };

/** Longitude and latitude in degrees. */
export type LngLat = [lng: number, lat: number];

/** What is made of the basemap's borders, and how: geodata/outlines.json. */
export interface Recipes {
	title: string;
	/** How far a simplified line may be from the basemap's, and why so far. */
	simplified: { metres: number; why: string };
	decimals: number;
	/** Countries whose land is read. */
	neighbours: string[];
	/** What countries.geojson holds: codes of the basemap's data by ISO 3166-1 alpha-2 code. */
	countries: Record<string, string>;
	/** By the id of the feature. */
	features: Record<string, Recipe>;
}

/**
 * Reads geodata/outlines.json.
 * @throws Error that names each recipe whose country is not among those that are read.
 */
export async function readRecipes(path: string): Promise<Recipes> {
	const recipes = JSON.parse(await readFile(path, 'utf8')) as Recipes;
	const known = new Set(recipes.neighbours);
	const wrong = Object.entries(recipes.features).flatMap(([id, recipe]) =>
		countriesOf(recipe)
			.filter((country) => !known.has(country))
			.map((country) => `${id} names ${country}, which is not among the neighbours.`)
	);
	if (wrong.length > 0) throw new Error(`${path}: ${wrong.join(' ')}`);
	return recipes;
}

function countriesOf(recipe: Recipe): string[] {
	switch (recipe.make) {
		case 'circle':
			return [];
		case 'held-part':
			return [recipe.heldBy, recipe.besides];
		case 'coast-strip':
		case 'nearest-sea':
			return [recipe.country, ...recipe.others];
		default:
			return [recipe.country];
	}
}

/** How a geometry was made, in a sentence. */
export function recipeWords(recipe: Recipe): string {
	switch (recipe.make) {
		case 'country':
			return `All of ${recipe.country}.`;
		case 'country-within':
			return `What of ${recipe.country} lies within ${recipe.metres / 1000} km of ${recipe.centre.join(', ')}.`;
		case 'country-north-of':
			return `What of ${recipe.country} lies north of ${recipe.latitude}° N.`;
		case 'held-part':
			return `What ${recipe.heldBy} holds between the border of ${recipe.besides} and a line from ${recipe.farSide.from}, without lakes.`;
		case 'coast-strip':
			return `Land and sea within ${recipe.metres / 1000} km of the coast of ${recipe.country}, without the land of ${recipe.others.join(' and ')} and the sea nearer to theirs; its edges simplified by up to ${recipe.simplifiedMetres} m.`;
		case 'nearest-sea':
			return `The sea nearer to the coast of ${recipe.country} than to those of ${recipe.others.join(', ')}: its edge is a median line.`;
		case 'circle':
			return `A circle of ${recipe.metres / 1000} km about ${recipe.centre.join(', ')}.`;
	}
}
