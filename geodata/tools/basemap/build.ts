import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature, Polygon } from 'geojson';
import type { Topology } from 'topojson-client';
import { extentOf, intersects, union, type Extent } from '../../../src/lib/domain/extent';
import { birthCertificate } from './birth-certificate';
import { bordersOfRings, bordersOfTopology, classify } from './borders';
import { readConfig, type BasemapConfig } from './config';
import { featuresOf, readInputs, type Inputs } from './inputs';
import { countryLabels, waterLabels } from './labels';
import { landAt, measureLand } from './land';
import { pixelsOf, type Ring } from './mercator';
import { settlements, zoomOfRank, type Rank } from './places';
import { writeArchive } from './pmtiles';
import { planarPolygons } from './polygons';
import { smoothRivers } from './rivers';
import { tilesOf, type Tile } from './tiles';

/**
 * Builds static/basemap/atlas.pmtiles and its birth certificate from geodata/basemap.json and the packages it names;
 * `report` is told of each step as it starts.
 * @throws Error where an input is missing or not the expected one.
 */
export async function build(report: (sentence: string) => void): Promise<void> {
	const config = await readConfig(join(projectRoot, 'geodata/basemap.json'));
	report('Reading the inputs; the large ones are fetched once, 60 MB.');
	const inputs = await readInputs();
	const tiles = [...allTiles(config, inputs, report)];
	const bytes = writeArchive(tiles, {
		bbox: world,
		centre: [...middle(config.detail[0]?.bbox ?? world), config.world.maxZoom],
		metadata: {
			name: config.title,
			type: 'baselayer',
			attribution: config.attribution.map(({ text }) => text).join(', '),
			vector_layers: Object.entries(fieldsOfLayers).map(([id, fields]) => ({ id, fields }))
		}
	});
	const target = join(projectRoot, 'static/basemap/atlas.pmtiles');
	await mkdir(dirname(target), { recursive: true });
	await writeFile(target, bytes);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const birth = birthCertificate({ config, inputs: inputs.records, sha256, bytes: bytes.length, zooms: tally(tiles) });
	await writeFile(join(dirname(target), 'README.md'), birth);
	report(`Wrote ${target}: ${tiles.length} tiles, ${(bytes.length / 1e6).toFixed(2)} MB.`);
}

/** As far as Web Mercator is drawn. */
const world: Extent = [-180, -85, 180, 85];

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const fieldsOfLayers = {
	land: {},
	lakes: {},
	rivers: {},
	borders: { class: 'String' },
	countries: { name: 'String', name_ar: 'String', kind: 'String', from: 'Number' },
	waters: { name: 'String', name_ar: 'String', kind: 'String', from: 'Number', until: 'Number' },
	places: { name: 'String', name_ar: 'String', rank: 'Number', capital: 'Boolean', order: 'Number' }
};

function* allTiles(config: BasemapConfig, inputs: Inputs, report: (sentence: string) => void): Generator<Tile> {
	const places = settlements(inputs.places, config);
	const labels = {
		countries: countryLabels(config, featuresOf(inputs.world.fine, 'countries')),
		waters: waterLabels(config)
	};
	const lakes = planarPolygons(inputs.lakes);
	const rivers = smoothRivers(inputs.rivers);
	const finerRivers = smoothRivers(inputs.finerRivers);
	const drawn = (atlas: Topology) => ({
		land: planarPolygons(featuresOf(atlas, 'land')),
		borders: classify(bordersOfTopology(atlas, config.mergedInto), config.disputed)
	});
	const [coarse, fine] = [drawn(inputs.world.coarse), drawn(inputs.world.fine)];
	for (let zoom = 0; zoom <= config.world.maxZoom; zoom++) {
		report(`Zoom ${zoom}: the world.`);
		yield* tilesOf(zoom, world, {
			...(zoom < 4 ? coarse : fine),
			lakes: lakes.filter((lake) => isSeen(lake, zoom)),
			rivers: zoom >= 4 ? rivers : [],
			...labels,
			places: shownAt(places, zoom)
		});
	}

	const extent = union(config.detail.map(({ bbox }) => bbox));
	if (!extent) return;
	const land = measureLand(inputs.land, grown(extent));
	const borders = classify(detailedBorders(config, inputs, grown(extent)), config.disputed);
	for (const area of config.detail) {
		for (let zoom = area.minZoom; zoom <= area.maxZoom; zoom++) {
			report(`Zoom ${zoom}: ${area.name}.`);
			yield* tilesOf(zoom, area.bbox, {
				...landAt(zoom, land),
				rivers: zoom <= lastRiverZoom ? finerRivers : [],
				borders,
				...labels,
				places: shownAt(places, zoom)
			});
		}
	}
}

/** Rivers are a kilometre or two off (1:50 million): closer up they would run past their own towns. */
const lastRiverZoom = 8;

/** Borders of the detailed areas, by world-atlas names, so that one list of disputes serves both. */
function detailedBorders(config: BasemapConfig, { countries, world }: Inputs, extent: Extent) {
	const names = new Map(config.countries.map(({ a3, atlas, name }) => [a3, atlas ?? name]));
	const near = countries.flatMap(({ code, rings }) => {
		const name = names.get(code);
		const around = rings.filter((ring) =>
			intersects(extentOf({ type: 'LineString', coordinates: ring }) ?? extent, extent)
		);
		return name && around.length > 0 ? [{ name, rings: around }] : [];
	});
	const fromWorld = bordersOfTopology(world.fine, config.mergedInto).filter(({ between }) =>
		between.some((name) => config.detailBordersFromWorld.includes(name))
	);
	return [...bordersOfRings(near), ...fromWorld];
}

function shownAt(places: readonly Feature[], zoom: number): Feature[] {
	return places.filter(({ properties }) => zoom >= zoomOfRank[properties?.['rank'] as Rank]);
}

/** Whether a lake covers enough of the screen at a zoom, 10 square pixels. */
function isSeen({ geometry }: Feature<Polygon>, zoom: number): boolean {
	return pixelsOf((geometry.coordinates[0] ?? []) as Ring) * 4 ** zoom >= 10;
}

function grown([west, south, east, north]: Extent): Extent {
	// Edge tiles reach at most one tile of the first detailed zoom beyond the extent: 5.6 degrees.
	return [west - 6, south - 6, east + 6, north + 6];
}

function middle([west, south, east, north]: Extent): [number, number] {
	return [(west + east) / 2, (south + north) / 2];
}

function tally(tiles: readonly Tile[]): Map<number, number> {
	const count = new Map<number, number>();
	for (const { z } of tiles) count.set(z, (count.get(z) ?? 0) + 1);
	return count;
}
