import type { Attribution } from '../basemap/config';
import type { InputRecord } from '../basemap/inputs';
import { type Recipes, recipeWords } from './recipe';

/** What the geometries are made of, by whose work, how to make them again. */
export function birthCertificate(
	{ title, simplified, decimals, features, countries }: Recipes,
	source: InputRecord,
	{ text, url, licence }: Attribution
): string {
	const apart = Object.keys(features).filter((id) => features[id]?.make === 'held-part');
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

A circle is drawn with 48 corners and has no border in it. ${apart
		.map(
			(id) => `The line of \`${id}\` that the basemap lacks is as near as 1:50 million allows, a
kilometre or two. `
		)
		.join('')}A median line is our construction: it is agreed by nobody, and claims nothing.
`;
}
