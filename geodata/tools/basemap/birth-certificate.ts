import type { BasemapConfig } from './config';
import type { InputRecord } from './inputs';

/** What is told about an archive beside it. */
export interface Birth {
	config: BasemapConfig;
	inputs: readonly InputRecord[];
	sha256: string;
	bytes: number;
	/** Tiles by zoom. */
	zooms: ReadonlyMap<number, number>;
}

/** The README beside the archive: what it is made of, by whose work, how to make it again, what it lacks. */
export function birthCertificate({ config, inputs, sha256, bytes, zooms }: Birth): string {
	const date = new Date().toISOString().slice(0, 10);
	const tiles = [...zooms].map(([zoom, count]) => `z${zoom} ${count}`).join(', ');
	return `# ${config.title}

\`atlas.pmtiles\` is one PMTiles archive (version 3) of vector tiles. \`npm run geodata -- basemap\` writes it and this
page; edit \`geodata/basemap.json\` instead.

* Built on ${date}; ${(bytes / 1e6).toFixed(2)} MB; SHA-256 \`${sha256}\`.
* Tiles: ${tiles}.
* World to zoom ${config.world.maxZoom}. Detailed:${config.detail
		.map((area) => ` ${area.name} (${area.bbox.join(', ')}) at zooms ${area.minZoom} to ${area.maxZoom}`)
		.join(';')}.

## Licences

The archive as a whole is a database derived from OpenStreetMap and stays under the Open Database License 1.0. Show
the line "${config.attribution.map(({ text }) => text).join(', ')}" on or beside every map that uses it.

${config.attribution.map(({ text, url, licence, covers }) => `* [${text}](${url}), ${licence}: ${covers}.`).join('\n')}

## Inputs

| package | file | SHA-256 |
| --- | --- | --- |
${inputs.map((input) => `| ${input.package} ${input.version} | ${input.file} | \`${input.sha256}\` |`).join('\n')}

## Borders

${config.borderPolicy.join('\n\n')}

${config.disputed.map(({ between, note }) => `* ${between.map((name) => (name === '*' ? 'its neighbours' : name)).join(' and ')}: ${note}`).join('\n')}

## What it lacks

No roads, streets, buildings, railways, relief or place boundaries; no airfields and no harbour installations. Coasts
and borders of the detailed areas are within about 100 m of OpenStreetMap's as packaged in November 2017; a pier is a wedge of
three corners. Lakes that the data cut to pieces are left out, as are islands and lakes of a few pixels. Rivers are
lines at 1:50 million, a kilometre or two off, and end at zoom 8. Settlements are points of GeoNames, which can lie a
kilometre or two from the middle of a town. Outside the detailed areas the map is made for zooms up to ${config.world.maxZoom} and goes on
from there without gaining detail.
`;
}
