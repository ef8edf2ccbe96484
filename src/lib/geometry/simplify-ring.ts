import { lineString, simplify } from '@turf/turf';
import type { Position } from 'geojson';

/** How far the first attempt may move the outline, in degrees: about 10 m. */
const FIRST_TOLERANCE = 1e-4;

/** A ring, not closed, with at most `most` corners: the ring itself, or one that leaves out those that matter least. */
export function simplifyRing(ring: readonly Position[], most: number): Position[] {
	let simpler = ring.map((corner) => [...corner]);
	for (let tolerance = FIRST_TOLERANCE; simpler.length > most; tolerance *= 2) {
		const [first = []] = ring;
		const line = lineString([...ring.map((corner) => [...corner]), [...first]]);
		simpler = simplify(line, { tolerance, highQuality: true }).geometry.coordinates.slice(0, -1);
	}
	return simpler;
}
