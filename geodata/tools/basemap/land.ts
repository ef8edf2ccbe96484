import { polygon } from '@turf/turf';
import type { Feature, Polygon } from 'geojson';
import { extentOf, intersects, type Extent } from '../../../src/lib/domain/extent';
import { containment } from './containment';
import { gridShare, pixelsOf, type Ring } from './mercator';

/** A shore of land or water, with its area in square pixels at zoom 0. */
interface Shore {
	ring: Ring;
	pixels: number;
	holds: ReturnType<typeof containment>;
}

/** A land polygon with its lakes. */
export interface MeasuredLand extends Shore {
	waters: Shore[];
}

/**
 * The land of an extent, measured once for all zooms. Polygons are whole: what leaves the extent is cut by the tiles.
 * Each lake goes to the smallest shore around it, because the data have lakes of Syria in Africa.
 */
export function measureLand(polygons: Iterable<Ring[]>, extent: Extent): MeasuredLand[] {
	const isNear = (ring: Ring) => intersects(extentOf({ type: 'LineString', coordinates: ring }) ?? extent, extent);
	const found: MeasuredLand[] = [];
	const waters: Shore[] = [];
	for (const [shore, ...holes] of polygons) {
		if (shore && isNear(shore)) found.push({ ...measured(shore), waters: [] });
		waters.push(...holes.filter((ring) => isNear(ring) && isWellDrawn(ring)).map(measured));
	}
	found.sort((a, b) => a.pixels - b.pixels);
	for (const water of waters)
		found.find((land) => land.pixels > water.pixels && isWithin(water, land))?.waters.push(water);
	return found;
}

function measured(ring: Ring): Shore {
	return { ring, pixels: pixelsOf(ring), holds: containment(ring) };
}

/** Whether one shore lies within another, as shores do not cross. */
function isWithin({ ring: [first] }: Shore, around: Shore): boolean {
	return first !== undefined && around.holds(first);
}

/**
 * Whether a lake still has its shape. The data were assembled on a grid of a few kilometres, which cut smaller lakes
 * and all rivers into triangles and stairs; those are known by few corners and by edges along the grid.
 */
export function isWellDrawn(ring: Ring): boolean {
	return ring.length >= 20 && gridShare(ring) <= 0.35;
}

/** What is too small to be more than dirt at a zoom, in square pixels. */
const smallest = { island: 3, lake: 40 };

/** Land and lakes as one zoom shows them: all that is large enough to be read there. */
export function landAt(
	zoom: number,
	measured: readonly MeasuredLand[]
): { land: Feature<Polygon>[]; lakes: Feature<Polygon>[] } {
	const isSeen = ({ pixels }: Shore, atLeast: number) => pixels * 4 ** zoom >= atLeast;
	const [lakes, filled]: [Shore[], Shore[]] = [[], []];
	for (const water of measured.flatMap(({ waters }) => waters))
		(isSeen(water, smallest.lake) ? lakes : filled).push(water);
	// An island goes with its lake, or its shore would stay behind as a ring on dry land.
	const dry = measured.filter(
		(land) => isSeen(land, smallest.island) && !filled.some((water) => isWithin(land, water))
	);
	const ringsOf = (shores: readonly Shore[]) => shores.map(({ ring }) => ring);
	return {
		land: dry.map(({ ring, waters }) => polygon([ring, ...ringsOf(waters.filter((water) => lakes.includes(water)))])),
		// Once more as areas with their islands cut out, to cover the rivers that run through them.
		lakes: lakes.map((lake) => polygon([lake.ring, ...ringsOf(dry.filter((land) => isWithin(land, lake)))]))
	};
}
