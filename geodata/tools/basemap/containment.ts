import { extentOf } from '../../../src/lib/domain/extent';
import type { Ring } from './mercator';

type Edge = readonly [from: readonly [number, number], to: readonly [number, number]];

/** Height of a band of latitude, in degrees. */
const band = 0.1;

/**
 * A test of whether rings hold a position, by the even-odd rule, so that holes need no telling apart. The edges are kept by bands of latitude, so that a
 * shore of 200,000 corners is asked about a few hundred of them.
 */
export function containment(...rings: readonly Ring[]): (position: readonly [lng: number, lat: number]) => boolean {
	const [west, south, east, north] = extentOf({ type: 'MultiLineString', coordinates: [...rings] }) ?? [0, 0, 0, 0];
	let bands: Map<number, Edge[]> | undefined;
	return ([lng, lat]) => {
		if (lng < west || lng > east || lat < south || lat > north) return false;
		bands ??= inBands(rings);
		let inside = false;
		for (const [from, to] of bands.get(Math.floor(lat / band)) ?? []) {
			if (from[1] > lat === to[1] > lat) continue;
			if (lng < ((to[0] - from[0]) * (lat - from[1])) / (to[1] - from[1]) + from[0]) inside = !inside;
		}
		return inside;
	};
}

function inBands(rings: readonly Ring[]): Map<number, Edge[]> {
	const bands = new Map<number, Edge[]>();
	for (const ring of rings) {
		for (const [i, to] of ring.entries()) {
			const from = ring[i - 1];
			if (!from) continue;
			const top = Math.floor(Math.max(from[1], to[1]) / band);
			for (let at = Math.floor(Math.min(from[1], to[1]) / band); at <= top; at++) {
				const edges = bands.get(at);
				if (edges) edges.push([from, to]);
				else bands.set(at, [[from, to]]);
			}
		}
	}
	return bands;
}
