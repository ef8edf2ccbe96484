import { flatten, lineString } from '@turf/turf';
import type { Feature, LineString, Position } from 'geojson';

/**
 * Rivers as lines without the stairs of the grid that they were stored on: each corner is cut twice, at a quarter and
 * three quarters of the edges that meet in it (Chaikin's algorithm). Ends stay where they are.
 */
export function smoothRivers(rivers: readonly Feature[]): Feature<LineString>[] {
	return rivers
		.flatMap((river) => flatten(river).features as Feature<LineString>[])
		.map(({ geometry }) => lineString(cutCorners(cutCorners(geometry.coordinates))));
}

function cutCorners(line: readonly Position[]): Position[] {
	const [first, last] = [line[0], line.at(-1)];
	if (!first || !last) return [];
	const between = line.slice(1).flatMap((to, i) => {
		const from = line[i] ?? to;
		return [along(from, to, 0.25), along(from, to, 0.75)];
	});
	return [first, ...between, last];
}

function along([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position, part: number): Position {
	return [x0 + (x1 - x0) * part, y0 + (y1 - y0) * part];
}
