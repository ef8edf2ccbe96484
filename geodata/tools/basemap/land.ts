import type { Feature, Polygon } from 'geojson';
import { intersects, type Extent } from '../../../src/lib/domain/extent';
import { containment } from './containment';
import { boxOf, gridShare, sizeOf, type Ring, type RingSize } from './mercator';
import { polygonFeature } from './polygons';

/** A land polygon with the size of its shore and of each of its lakes. */
export interface MeasuredLand {
	shore: Ring;
	size: RingSize;
	waters: { ring: Ring; size: RingSize }[];
}

/**
 * The land of an extent, measured once for all zooms. Polygons are whole: what leaves the extent is cut by the tiles.
 * Each lake goes to the smallest shore around it, because the data have lakes of Syria in Africa.
 */
export function measureLand(polygons: Iterable<Ring[]>, extent: Extent): MeasuredLand[] {
	const found: (MeasuredLand & { holds: (position: readonly [number, number]) => boolean })[] = [];
	const waters: MeasuredLand['waters'] = [];
	for (const [shore, ...holes] of polygons) {
		if (shore && intersects(boxOf(shore), extent)) {
			found.push({ shore, size: sizeOf(shore), waters: [], holds: containment(shore) });
		}
		for (const ring of holes) {
			if (intersects(boxOf(ring), extent) && isWellDrawn(ring)) waters.push({ ring, size: sizeOf(ring) });
		}
	}
	found.sort((a, b) => a.size.area - b.size.area);
	for (const water of waters) {
		const [first] = water.ring;
		if (!first) continue;
		found.find(({ size, holds }) => size.area > water.size.area && holds(first))?.waters.push(water);
	}
	return found;
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
	const seen = ({ size }: { size: RingSize }, atLeast: number) => size.area * 4 ** zoom >= atLeast;
	const waters = measured.flatMap((land) => land.waters);
	const lakes = waters.filter((water) => seen(water, smallest.lake));
	const filled = waters.filter((water) => !seen(water, smallest.lake)).map(({ ring }) => containment(ring));
	const dry = measured.filter(({ shore: [first], ...land }) => {
		// An island goes with its lake, or its shore would stay behind as a ring on dry land.
		return first && seen(land, smallest.island) && !filled.some((holds) => holds(first));
	});
	return {
		land: dry.map(({ shore, waters }) =>
			polygonFeature([shore, ...waters.filter((water) => seen(water, smallest.lake)).map(({ ring }) => ring)])
		),
		// Once more as areas with their islands cut out, to cover the rivers that run through them.
		lakes: lakes.map(({ ring }) => {
			const holds = containment(ring);
			const islands = dry.filter(({ shore: [first] }) => first && holds(first));
			return polygonFeature([ring, ...islands.map(({ shore }) => shore)]);
		})
	};
}
