import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import type { Extent } from '../../../src/lib/domain/extent';
import { tileAt } from './mercator';

/** Tile units a side; MapLibre's own. */
const extent = 4096;

/** A vector tile (Mapbox Vector Tile 2), not compressed; empty where nothing lies in it. */
export interface Tile {
	z: number;
	x: number;
	y: number;
	bytes: Uint8Array;
}

/** All tiles of one zoom that touch an extent; those without features are there too, and empty. */
export function* tilesOf(zoom: number, area: Extent, layers: Readonly<Record<string, Feature[]>>): Generator<Tile> {
	const slicers = Object.entries(layers).map(([name, features]) => [name, slicer(features)] as const);
	const [west, north] = tileAt([area[0], area[3]], zoom);
	const [east, south] = tileAt([area[2], area[1]], zoom);
	for (let x = west; x <= east; x++) {
		for (let y = north; y <= south; y++) {
			const found: Parameters<typeof fromGeojsonVt>[0] = {};
			for (const [name, index] of slicers) {
				const tile = index.getTile(zoom, x, y);
				// The two packages describe the same tile, each with its own type.
				if (tile && tile.features.length > 0) found[name] = tile as unknown as (typeof found)[string];
			}
			yield { z: zoom, x, y, bytes: fromGeojsonVt(found, { version: 2, extent }) };
		}
	}
}

function slicer(features: Feature[]): GeoJSONVT {
	const points = features[0]?.geometry.type === 'Point';
	return new GeoJSONVT(
		{ type: 'FeatureCollection', features },
		// 14 is beyond every zoom built here: at its own maxZoom geojson-vt would not simplify.
		// A label belongs to one tile; lines and areas reach over the edge so that no seam shows.
		{ maxZoom: 14, indexMaxZoom: 0, indexMaxPoints: 0, tolerance: 3, extent, buffer: points ? 0 : 64 }
	);
}
