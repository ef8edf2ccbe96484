import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { smallestCircle, uncertaintyFor } from '../../../src/lib/geometry/smallest-circle';
import { asWritten } from '../as-written';
import { readConfig } from '../basemap/config';
import { BORDERS, readInputs } from '../basemap/inputs';
import { birthCertificate } from './birth-certificate';
import { Constructor } from './construct';
import { readRecipes, recipeWords } from './recipe';

type LayerFeature = Feature<Geometry | null, { georeference: { uncertaintyMetres: number | null } }> & { id: string };
type LayerFile = FeatureCollection & { features: LayerFeature[] };

/**
 * Makes the geometries that geodata/outlines.json has recipes for out of the basemap's borders: those of features, in their
 * layers, with their uncertainty; and countries.geojson. Writes beside them what they are made of.
 * @throws Error where an input is missing, or a recipe names a feature or a country that is not there.
 */
export async function outlines(folder: string, report: (sentence: string) => void): Promise<void> {
	const recipes = await readRecipes(join(folder, 'outlines.json'));
	report('Reading the basemap’s borders; they are fetched once, 60 MB.');
	const { countries, records } = await readInputs();
	const read = countries.filter(({ code }) => recipes.neighbours.includes(code));
	const constructor = new Constructor(read, recipes.simplified.metres, recipes.decimals);

	const wanted = new Map(Object.entries(recipes.features));
	for (const name of (await readdir(join(folder, 'layers'))).sort()) {
		const path = join(folder, 'layers', name);
		const layer = JSON.parse(await readFile(path, 'utf8')) as LayerFile;
		for (const feature of layer.features) {
			const recipe = wanted.get(feature.id);
			if (!recipe) continue;
			wanted.delete(feature.id);
			feature.geometry = constructor.make(recipe);
			const circle = smallestCircle(feature.geometry);
			feature.properties.georeference.uncertaintyMetres = circle && uncertaintyFor(circle.radiusMetres);
			report(`${feature.id}: ${recipeWords(recipe)}`);
		}
		await writeFile(path, await asWritten(layer));
	}
	if (wanted.size > 0) throw new Error(`No layer has a feature ${[...wanted.keys()].join(', ')}.`);

	const all = Object.entries(recipes.countries).map(([id, country]) => ({
		type: 'Feature',
		id,
		properties: { name: id, from: country },
		geometry: constructor.make({ make: 'country', country })
	}));
	await writeFile(join(folder, 'countries.geojson'), await asWritten({ type: 'FeatureCollection', features: all }));
	const { attribution } = await readConfig(join(folder, 'basemap.json'));
	const source = records.find((record) => record.package === BORDERS);
	const [osm] = attribution;
	if (source && osm) await writeFile(join(folder, 'outlines.md'), birthCertificate(recipes, source, osm));
	report('Wrote layers/, countries.geojson and outlines.md.');
}
