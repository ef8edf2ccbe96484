import { centerOfMass, point, polygon } from '@turf/turf';
import type { Feature, Point } from 'geojson';
import type { BasemapConfig, Label } from './config';
import { pixelsOf, type Ring } from './mercator';
import { polygonsOf } from './polygons';

/** Countries and territories as points with `name`, `name_ar`, `kind` and `from`, the zoom they appear at. */
export function countryLabels(config: BasemapConfig, countries: readonly Feature[]): Feature<Point>[] {
	const told = new Set(config.countries.map(({ atlas, name }) => atlas ?? name));
	const named = [
		...config.countries.map((label) => labelled(label, { kind: 'country' })),
		...config.territories.map((label) => labelled(label, { kind: 'territory' }))
	];
	const others = countries.flatMap((country) => {
		const name = String(country.properties?.['name'] ?? '');
		const ring = largestRing(country);
		if (told.has(name) || name in config.mergedInto || !ring) return [];
		const minZoom = zoomOfArea(pixelsOf(ring));
		if (minZoom === null) return [];
		return [labelled({ name, at: centreOf(ring), minZoom }, { kind: 'country' })];
	});
	return [...named, ...others];
}

/** Seas, lakes and rivers as points with `name`, `name_ar`, `kind`, `from` and `until`. */
export function waterLabels(config: BasemapConfig): Feature<Point>[] {
	return config.waters.map((label) => labelled(label, { kind: label.kind, until: label.maxZoom }));
}

function labelled({ name, ar, at, minZoom }: Label, more: Record<string, string | number>): Feature<Point> {
	return point([...at], { name, ...(ar ? { name_ar: ar } : {}), ...more, from: minZoom });
}

/** The zoom at which a country's name fits into it; null for islets. Area in square pixels at zoom 0. */
function zoomOfArea(area: number): number | null {
	if (area > 300) return 2;
	if (area > 60) return 3;
	if (area > 12) return 4;
	return area > 2 ? 5 : null;
}

function largestRing({ geometry }: Feature): Ring | undefined {
	const shores = polygonsOf(geometry).flatMap(([outer]) => (outer ? [outer] : []));
	return shores.sort((a, b) => pixelsOf(b) - pixelsOf(a))[0];
}

function centreOf(ring: Ring): [number, number] {
	return centerOfMass(polygon([ring])).geometry.coordinates as [number, number];
}
