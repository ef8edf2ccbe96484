import {
	along,
	area,
	booleanPointInPolygon,
	centerOfMass,
	distance,
	flatten,
	length,
	pointOnFeature
} from '@turf/turf';
import type { FeatureCollection, Geometry, LineString, Polygon, Position } from 'geojson';
import { extentOf } from '$lib/domain/extent';
import type { Placement } from '$lib/domain/feature';

/** What is worked out once from a geometry: its extent, the position of its label, its size in metres. */
export function placementOf(geometry: Geometry | null): Placement {
	const extent = geometry && extentOf(geometry);
	if (geometry === null || extent === null) return { extent: null, anchor: null, acrossMetres: 0 };
	const [west, south, east, north] = extent;
	const across = distance([west, south], [east, north], { units: 'meters' });
	return { extent, anchor: anchorOf(geometry), acrossMetres: Math.round(across) };
}

/** A position on the geometry: the middle of the largest area, else of the longest line, else of the points. */
function anchorOf(geometry: Geometry): Position {
	const parts = partsOf(geometry);
	const polygon = largest(parts.polygons, area);
	if (polygon) {
		const centre = rounded(centerOfMass(polygon).geometry.coordinates);
		return booleanPointInPolygon(centre, polygon) ? centre : rounded(pointOnFeature(polygon).geometry.coordinates);
	}
	const line = largest(parts.lines, (part) => length({ type: 'Feature', properties: {}, geometry: part }));
	if (line) {
		const whole = length({ type: 'Feature', properties: {}, geometry: line });
		return rounded(along(line, whole / 2).geometry.coordinates);
	}
	return rounded(pointOnFeature({ type: 'MultiPoint', coordinates: parts.points }).geometry.coordinates);
}

/** A geometry taken apart into single areas, lines and positions. */
function partsOf(geometry: Geometry): { polygons: Polygon[]; lines: LineString[]; points: Position[] } {
	const { features } = flatten(geometry) as FeatureCollection;
	const parts = features.map((part) => part.geometry);
	return {
		polygons: parts.filter((part) => part.type === 'Polygon'),
		lines: parts.filter((part) => part.type === 'LineString'),
		points: parts.filter((part) => part.type === 'Point').map(({ coordinates }) => coordinates)
	};
}

function largest<T>(parts: readonly T[], measure: (part: T) => number): T | undefined {
	if (parts.length < 2) return parts[0];
	return parts.map((part) => ({ part, size: measure(part) })).reduce((a, b) => (b.size > a.size ? b : a)).part;
}

/** To the six decimals that the data has. */
function rounded(position: Position): Position {
	return position.map((degrees) => Number(degrees.toFixed(6)));
}
