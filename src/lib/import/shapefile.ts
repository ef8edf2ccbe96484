import { parseShp } from 'shpjs';
import type { Geometry } from 'geojson';
import { type DbfTable, readDbf } from './dbf';
import { quoted, Refused } from './issues';
import { PropertyList } from './property-list';
import type { Found, Reading } from './file-reading';
import { type ToDegrees, toDegrees } from './reference-system';
import type { ZippedFile } from './unzip';

/** The features of the shapefiles (ESRI, 1998) in an archive; those of several have their layer as a property. */
export async function readShapefiles(files: readonly ZippedFile[], reading: Reading): Promise<Found> {
	const shapes = files.filter(({ path }) => /\.shp$/i.test(path));
	const stems = new Set(shapes.map(({ path }) => path.slice(0, -4).toLowerCase()));
	const others = files.filter(({ path }) => !PARTS.test(path) || !stems.has(path.replace(PARTS, '').toLowerCase()));
	reading.leaveOut('other file in the archive', 'other files in the archive', others.length);
	let left = 0;
	for (const shape of shapes) {
		const stem = shape.path.slice(0, -4);
		const layer = stem.replace(/^.*\//, '');
		const tell = (message: string) => reading.add(quoted(layer), message);
		const beside = (ending: string) =>
			files.find(({ path }) => path.toLowerCase() === `${stem}.${ending}`.toLowerCase())?.read() ?? null;
		const [shp, dbf, prj, cpg] = await Promise.all([shape.read(), beside('dbf'), beside('prj'), beside('cpg')]);
		const convert = systemOf(prj, tell);
		if (convert === null) continue;
		const geometries = geometriesOf(shp, layer, tell);
		const table = tableOf(dbf, cpg, geometries.length, tell);
		for (const [index, geometry] of geometries.entries()) {
			if (reading.isFull) {
				left += geometries.length - index;
				break;
			}
			const record = table?.records[index];
			if (record === null) {
				reading.skip('It is marked as deleted, and was left out.');
				continue;
			}
			const properties = new PropertyList();
			for (const [at, { name }] of (table?.fields ?? []).entries()) properties.add(name, record?.[at] ?? null);
			if (shapes.length > 1) properties.add('layer', layer);
			reading.feature(geometry && convert(geometry), properties.asObject());
		}
	}
	reading.cutOff(left);
	return { format: 'Shapefile' };
}

/** Says what is wrong with a shapefile. */
type Tell = (message: string) => void;

/** What else a shapefile may consist of: indexes, descriptions, and what is read here. */
const PARTS = /\.(?:shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj|qmd|fix|atx|shp\.xml)$/i;

function systemOf(prj: Uint8Array | null, tell: Tell): ToDegrees | null {
	const text = prj && new TextDecoder().decode(prj).trim();
	if (!text) {
		tell(
			'The file that says what its coordinates are (.prj) is missing: they were taken for degrees of longitude and latitude (WGS 84).'
		);
		return (geometry) => geometry;
	}
	const convert = toDegrees(NaN, text);
	if (typeof convert !== 'string') return convert;
	tell(convert);
	return null;
}

function geometriesOf(shp: Uint8Array, layer: string, tell: Tell): (Geometry | null)[] {
	const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
	try {
		const geometries = parseShp(shp.slice()).map(withoutBox);
		// The length of the file, in words of two bytes, stands in its header.
		if (view.getInt32(24) * 2 !== shp.length) {
			tell('It is cut off, or something was added: its length is not what it says. What could be read was read.');
		}
		return geometries;
	} catch {
		throw new Refused(
			`${quoted(`${layer}.shp`)} is damaged, or has shapes that are not read (MultiPatch). Export it as GeoJSON.`
		);
	}
}

/** A geometry without its box; shapes without positions are none. */
function withoutBox(geometry: Geometry | null): Geometry | null {
	if (!geometry || !('coordinates' in geometry)) return null;
	return { type: geometry.type, coordinates: geometry.coordinates } as Geometry;
}

function tableOf(dbf: Uint8Array | null, cpg: Uint8Array | null, shapes: number, tell: Tell): DbfTable | null {
	if (!dbf) {
		tell('Its table (.dbf) is missing: the features have no properties.');
		return null;
	}
	try {
		const table = readDbf(dbf, cpg && new TextDecoder('latin1').decode(cpg));
		if (table.records.length !== shapes || table.said !== shapes) {
			tell(
				`Its table has ${table.records.length} records, of ${table.said} that it says, and there are ${shapes} shapes: properties may be missing.`
			);
		}
		if (table.encoding === null) {
			tell(
				'It does not say in which encoding its texts are (.cpg): they were taken for Windows-1252, and names in other letters are wrong.'
			);
		}
		for (const { name, type } of table.fields) {
			if ('MGP'.includes(type)) tell(`The texts of ${quoted(name)} stand in another file (.dbt), which is not read.`);
		}
		return table;
	} catch {
		tell('Its table (.dbf) is damaged: the features have no properties.');
		return null;
	}
}
