/** A closed line of [longitude, latitude] in degrees. */
export type Ring = [lng: number, lat: number][];

/** A stretch of a ring between two corners. */
export type Edge = readonly [from: Ring[number], to: Ring[number]];

/** The edges of a ring, in their order. */
export function edgesOf(ring: Ring): Edge[] {
	return ring.slice(1).map((to, index) => [ring[index] ?? to, to]);
}

/** Side of a tile in CSS pixels, as MapLibre draws vector tiles. */
const tilePixels = 512;

/** Web Mercator as [0..1] across and down the world. */
function project([lng, lat]: readonly [number, number]): [x: number, y: number] {
	const sin = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
	return [lng / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI];
}

/** The area of a ring in square pixels, as it would be drawn at zoom 0; multiply by 4^zoom for another. */
export function pixelsOf(ring: Ring): number {
	let area = 0;
	for (const edge of edgesOf(ring)) {
		const [from, to] = [project(edge[0]), project(edge[1])];
		area += from[0] * to[1] - to[0] * from[1];
	}
	return (Math.abs(area) / 2) * tilePixels ** 2;
}

/** The part of a ring's length that runs along meridians and parallels, 0 to 1. */
export function gridShare(ring: Ring): number {
	let [whole, along] = [0, 0];
	for (const [from, to] of edgesOf(ring)) {
		const shrink = Math.cos((to[1] * Math.PI) / 180);
		const [dx, dy] = [Math.abs(to[0] - from[0]) * shrink, Math.abs(to[1] - from[1])];
		whole += Math.hypot(dx, dy);
		if (Math.min(dx, dy) < 0.0002) along += Math.hypot(dx, dy);
	}
	return whole === 0 ? 0 : along / whole;
}

/** The tile that holds a position. */
export function tileAt(position: readonly [number, number], zoom: number): [x: number, y: number] {
	const [x, y] = project(position);
	const last = 2 ** zoom - 1;
	const within = (v: number) => Math.max(0, Math.min(last, Math.floor(v * 2 ** zoom)));
	return [within(x), within(y)];
}
