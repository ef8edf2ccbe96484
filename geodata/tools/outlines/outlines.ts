import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { smallestCircle, uncertaintyFor } from '../../../src/lib/dataset/smallest-circle';
import { asWritten } from '../as-written';
import { readConfig } from '../basemap/config';
import { readInputs, type InputRecord } from '../basemap/inputs';
import { Constructor } from './construct';
import { readRecipes, type Recipes, recipeWords } from './recipe';

const PROJECT_ROOT = resolve(dirname(import.meta.url), '../../..');

/** The input that outlines are made of. */
const BORDERS = '@geo-maps/countries-land-100m';

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
	const { countries, records } = await readInputs(join(PROJECT_ROOT, '.cache/basemap'));
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
		await writeFile(path, asWritten(layer));
	}
	if (wanted.size > 0) throw new Error(`No layer has a feature ${[...wanted.keys()].join(', ')}.`);

	const all = Object.entries(recipes.countries).map(([id, country]) => ({
		type: 'Feature',
		id,
		properties: { name: id, from: country },
		geometry: constructor.make({ make: 'country', country })
	}));
	await writeFile(join(folder, 'countries.geojson'), asWritten({ type: 'FeatureCollection', features: all }));
	const { attribution } = await readConfig(join(folder, 'basemap.json'));
	const source = records.find((record) => record.package === BORDERS);
	const [osm] = attribution;
	if (source && osm) await writeFile(join(folder, 'outlines.md'), birthCertificate(recipes, source, osm));
	report('Wrote layers/, countries.geojson and outlines.md.');
}

/** What the geometries are made of, by whose work, how to make them again. */
function birthCertificate(
	{ title, simplified, decimals, features, countries }: Recipes,
	source: InputRecord,
	{ text, url, licence }: { text: string; url: string; licence: string }
): string {
	const date = new Date().toISOString().slice(0, 10);
	return `# ${title}

\`npm run geodata -- outlines\` writes the geometries named here into \`layers/\`, with their uncertainty, and writes
\`countries.geojson\` and this page; edit \`outlines.json\` instead. Made on ${date}.

All borders and coasts are those of the basemap, so that an outline and the line under it are one. They come from
${source.package} ${source.version}, \`${source.file}\` (SHA-256 \`${source.sha256}\`), which is derived from [${text}](${url}),
${licence}, as packaged in November 2017. A line is simplified by up to ${simplified.metres} m, ${simplified.why}; coordinates have
${decimals} decimals. Lakes count as land, and islands of less than a square kilometre are left out.

${Object.entries(features)
	.map(([id, recipe]) => `- \`${id}\`: ${recipeWords(recipe)}`)
	.join('\n')}
- \`countries.geojson\`: All of ${Object.values(countries).join(' and ')}.

A circle is drawn with 48 corners and has no border in it. The line of \`golan-heights\` that the basemap lacks is as near as 1:50 million allows, a
kilometre or two. A median line is our construction: it is agreed by nobody, and claims nothing.
`;
}

function dirname(url: string): string {
	return resolve(fileURLToPath(url), '..');
}
