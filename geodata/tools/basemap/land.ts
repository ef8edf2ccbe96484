import type { Feature, MultiPolygon } from 'geojson';
import type { Extent } from '../../../src/lib/domain/extent';
import { sizeOf, type Ring, type RingSize } from './mercator';

/** A land polygon with the size of its shore and of each of its lakes. */
export interface MeasuredLand {
	shore: Ring;
	size: RingSize;
	waters: { ring: Ring; size: RingSize }[];
}

/** The land of an extent, measured once for all zooms. Polygons are whole: what leaves the extent is cut by the tiles. */
export function measureLand(polygons: Iterable<Ring[]>, extent: Extent): MeasuredLand[] {
	const found: MeasuredLand[] = [];
	for (const [shore, ...waters] of polygons) {
		if (!shore || !touches(shore, extent)) continue;
		found.push({
			shore,
			size: sizeOf(shore),
			waters: waters.filter((ring) => touches(ring, extent)).map((ring) => ({ ring, size: sizeOf(ring) }))
		});
	}
	return found;
}

/** What is too small to be more than dirt at a zoom, in pixels. */
const smallest = {
	/** Islands: a dot of 1.5 by 1.5 pixels still says that land is there. */
	islandArea: 2.2,
	/** Lakes: a few pixels of blue in a steppe look like a fault. */
	lakeArea: 28,
	lakeWidth: 2,
	/** Rivers are ribbons: long, and thin lines are fine. */
	riverReach: 40,
	riverWidth: 0.55
};

/** Land as one zoom shows it: islands, lakes and river ribbons that are large enough to be read there. */
export function landAt(zoom: number, land: readonly MeasuredLand[]): Feature<MultiPolygon> {
	const filled: Ring[] = [];
	const polygons: Ring[][] = [];
	for (const { shore, waters } of land) {
		const kept: Ring[] = [shore];
		for (const { ring, size } of waters) (isWaterSeen(size, zoom) ? kept : filled).push(ring);
		polygons.push(kept);
	}
	const inFilled = insideAny(filled);
	const seen = polygons.filter(([shore], i) => {
		const size = land[i]?.size;
		return shore && size && size.area * 4 ** zoom >= smallest.islandArea && !inFilled(shore);
	});
	return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: seen } };
}

function isWaterSeen({ area, perimeter, reach }: RingSize, zoom: number): boolean {
	const scale = 2 ** zoom;
	// A ribbon of length l and width w has the area l·w and the perimeter 2·(l + w): this is w for long ones.
	const width = ((2 * area) / perimeter) * scale;
	if (width >= smallest.lakeWidth && area * scale ** 2 >= smallest.lakeArea) return true;
	return reach * scale >= smallest.riverReach && width >= smallest.riverWidth;
}

/** A test for shores inside one of `rings`: an island must go when its lake does, or its outline stays behind. */
function insideAny(rings: readonly Ring[]): (shore: Ring) => boolean {
	const cell = 0.25;
	const key = (lng: number, lat: number) => `${Math.floor(lng / cell)},${Math.floor(lat / cell)}`;
	const grid = new Map<string, Set<Ring>>();
	for (const ring of rings) {
		for (const [lng, lat] of boxCells(ring, cell)) {
			const at = key(lng, lat);
			const there = grid.get(at);
			if (there) there.add(ring);
			else grid.set(at, new Set([ring]));
		}
	}
	return (shore) => {
		const first = shore[0];
		if (!first) return false;
		for (const ring of grid.get(key(...first)) ?? []) if (contains(ring, first)) return true;
		return false;
	};
}

function* boxCells(ring: Ring, cell: number): Generator<[number, number]> {
	const [west, south, east, north] = boxOf(ring);
	for (let lng = Math.floor(west / cell) * cell; lng <= east; lng += cell) {
		for (let lat = Math.floor(south / cell) * cell; lat <= north; lat += cell) yield [lng + cell / 2, lat + cell / 2];
	}
}

/** Even-odd rule on one ring. */
export function contains(ring: Ring, [lng, lat]: readonly [number, number]): boolean {
	let inside = false;
	let before = ring[ring.length - 1];
	for (const here of ring) {
		if (before && here[1] > lat !== before[1] > lat) {
			const crossing = ((before[0] - here[0]) * (lat - here[1])) / (before[1] - here[1]) + here[0];
			if (lng < crossing) inside = !inside;
		}
		before = here;
	}
	return inside;
}

function boxOf(ring: Ring): Extent {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lng, lat] of ring) {
		west = Math.min(west, lng);
		east = Math.max(east, lng);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}

function touches(ring: Ring, extent: Extent): boolean {
	const [west, south, east, north] = boxOf(ring);
	return west <= extent[2] && east >= extent[0] && south <= extent[3] && north >= extent[1];
}
