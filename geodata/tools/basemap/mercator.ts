/** A closed line of [longitude, latitude] in degrees. */
export type Ring = [lng: number, lat: number][];

/** Side of a tile in CSS pixels, as MapLibre draws vector tiles. */
const tilePixels = 512;

/** Web Mercator as [0..1] across and down the world. */
export function project([lng, lat]: readonly [number, number]): [x: number, y: number] {
	const sin = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
	return [lng / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI];
}

/** How large a ring is on the screen at zoom 0, in pixels; multiply lengths by 2^zoom, areas by 4^zoom. */
export interface RingSize {
	area: number;
	perimeter: number;
	/** Diagonal of the ring's box. */
	reach: number;
}

/** Measures a ring as it would be drawn at zoom 0. */
export function sizeOf(ring: Ring): RingSize {
	let area = 0;
	let perimeter = 0;
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	let before: [number, number] | undefined;
	for (const position of ring) {
		const [x, y] = project(position);
		[west, east] = [Math.min(west, x), Math.max(east, x)];
		[north, south] = [Math.min(north, y), Math.max(south, y)];
		if (before) {
			area += before[0] * y - x * before[1];
			perimeter += Math.hypot(x - before[0], y - before[1]);
		}
		before = [x, y];
	}
	return {
		area: (Math.abs(area) / 2) * tilePixels ** 2,
		perimeter: perimeter * tilePixels,
		reach: Math.hypot(east - west, south - north) * tilePixels
	};
}

/** The tile that holds a position. */
export function tileAt(position: readonly [number, number], zoom: number): [x: number, y: number] {
	const [x, y] = project(position);
	const last = 2 ** zoom - 1;
	const within = (v: number) => Math.max(0, Math.min(last, Math.floor(v * 2 ** zoom)));
	return [within(x), within(y)];
}
