import { extentOf } from '../../../src/lib/domain/extent';
import { groupBy } from '../../../src/lib/domain/group-by';
import { type Edge, edgesOf, type Ring } from './mercator';

/** Height of a band of latitude, in degrees. */
const band = 0.1;

/**
 * A test of whether rings hold a position, by the even-odd rule, so that holes need no telling apart. The edges are kept by
 * bands of latitude, so that a shore of 200,000 corners is asked about a few hundred of them.
 */
export function containment(...rings: readonly Ring[]): (position: readonly [lng: number, lat: number]) => boolean {
	const [west, south, east, north] = extentOf({ type: 'MultiLineString', coordinates: [...rings] }) ?? [0, 0, 0, 0];
	let bands: Map<number, Edge[]> | undefined;
	return ([lng, lat]) => {
		if (lng < west || lng > east || lat < south || lat > north) return false;
		bands ??= groupBy(rings.flatMap(edgesOf), bandsOf);
		const crossed = bands
			.get(Math.floor(lat / band))
			?.filter(
				([from, to]) =>
					from[1] > lat !== to[1] > lat && lng < ((to[0] - from[0]) * (lat - from[1])) / (to[1] - from[1]) + from[0]
			);
		return (crossed?.length ?? 0) % 2 === 1;
	};
}

/** The bands that an edge runs through. */
function bandsOf([from, to]: Edge): number[] {
	const first = Math.floor(Math.min(from[1], to[1]) / band);
	const last = Math.floor(Math.max(from[1], to[1]) / band);
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
