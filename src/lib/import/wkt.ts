import type { Geometry } from 'geojson';
import { isGeometry } from './geometry';

/** The types of well-known text that have coordinates, as GeoJSON writes them. */
const TYPES: Readonly<Record<string, { type: Exclude<Geometry['type'], 'GeometryCollection'> }>> = {
	POINT: { type: 'Point' },
	MULTIPOINT: { type: 'MultiPoint' },
	LINESTRING: { type: 'LineString' },
	MULTILINESTRING: { type: 'MultiLineString' },
	POLYGON: { type: 'Polygon' },
	MULTIPOLYGON: { type: 'MultiPolygon' }
};

/** A geometry from well-known text (OGC 06-103r4, 7.2); null for what is not one, for an empty one and for a collection. */
export function readWkt(text: string): Geometry | null {
	const [, name = '', content = ''] =
		/^\s*(?:SRID=4326;)?\s*([A-Z]+)(?:\s+Z?M?)?\s*(\([^A-Z]*\))\s*$/i.exec(text) ?? [];
	const form = TYPES[name.toUpperCase()];
	if (!form) return null;
	// Each position becomes a JSON list: its brackets are the only ones that well-known text leaves out.
	const json = content
		// In a MULTIPOINT, each point may have brackets of its own.
		.replaceAll(form.type === 'MultiPoint' ? /\(\s*([^(),]+?)\s*\)/g : /$^/g, '$1')
		.replaceAll(/[^(),]+/g, (position) => (position.trim() === '' ? '' : `[${position.trim().split(/\s+/).join(',')}]`))
		.replaceAll('(', '[')
		.replaceAll(')', ']');
	let coordinates: unknown;
	try {
		coordinates = JSON.parse(json);
	} catch {
		return null;
	}
	const geometry = {
		type: form.type,
		coordinates: form.type === 'Point' && Array.isArray(coordinates) ? (coordinates[0] as unknown) : coordinates
	};
	return isGeometry(geometry) ? geometry : null;
}
