import type { Geometry, Position } from 'geojson';
import type { Extent } from '$lib/domain/extent';

/** The part of the earth that a drawing shows, in the Mercator projection (EPSG:3857 but for its scale). */
export interface Frame {
	/** [west, south, east, north] in degrees. */
	extent: Extent;
	/** In the drawing's own units. */
	width: number;
	height: number;
}

/** The width of every frame, in its own units. */
const WIDTH = 480;
/** A frame shows at least this many degrees, so that one point has surroundings. */
const LEAST_DEGREES = 1.5;
/** The height of a frame as a share of its width: neither a strip nor a tower. */
const FLATTEST = 0.55;
const TALLEST = 0.85;

/** The frame that shows an extent, with a margin around it as a share of its size. */
export function frameOf([west, south, east, north]: Extent, margin = 0.07): Frame {
	const around = 1 + 2 * margin;
	const across = Math.max(east - west, LEAST_DEGREES) * around;
	const high = Math.max(degreesOf(mercator(north) - mercator(south)), LEAST_DEGREES) * around;
	const width = Math.max(across, high / TALLEST);
	const height = Math.max(high, across * FLATTEST);
	const x = (west + east) / 2;
	const y = (mercator(south) + mercator(north)) / 2;
	const extent = [
		x - width / 2,
		latitudeOf(y - radians(height) / 2),
		x + width / 2,
		latitudeOf(y + radians(height) / 2)
	] as const;
	return { extent, width: WIDTH, height: Math.round((WIDTH * height) / width) };
}

/** Where a position stands in a frame, in its units from the upper left. */
export function project(
	{ extent: [west, , east, north], width }: Frame,
	[lng = 0, lat = 0]: Position
): [number, number] {
	const scale = width / (east - west);
	return [(lng - west) * scale, degreesOf(mercator(north) - mercator(lat)) * scale];
}

/** A geometry as SVG path data; points give none. Positions that would not be told apart are left out. */
export function pathOf(geometry: Geometry, frame: Frame): string {
	switch (geometry.type) {
		case 'Point':
		case 'MultiPoint':
			return '';
		case 'LineString':
			return lineData(geometry.coordinates, frame);
		case 'MultiLineString':
			return geometry.coordinates.map((line) => lineData(line, frame)).join('');
		case 'Polygon':
			return geometry.coordinates.map((ring) => `${lineData(ring, frame)}Z`).join('');
		case 'MultiPolygon':
			return geometry.coordinates.flatMap((rings) => rings.map((ring) => `${lineData(ring, frame)}Z`)).join('');
		case 'GeometryCollection':
			return geometry.geometries.map((part) => pathOf(part, frame)).join('');
	}
}

/** A line of the graticule: where it runs, and what it is called. */
export interface GraticuleLine {
	at: number;
	label: string;
}

/** The room that the name of a line needs. */
const NAME_WIDTH = 48;
const NAME_HEIGHT = 20;

/** The steps between the lines of a graticule, in degrees. */
const STEPS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30];

/**
 * Meridians (`at` from the left) and parallels (`at` from the top) at round degrees, four or so across the frame; none so
 * near the right or the upper edge that its name would be cut.
 */
export function graticuleOf(frame: Frame): { meridians: GraticuleLine[]; parallels: GraticuleLine[] } {
	const [west, south, east, north] = frame.extent;
	const step = STEPS.find((candidate) => (east - west) / candidate <= 5) ?? 45;
	return {
		meridians: multiples(step, west, east)
			.map((lng) => ({ at: project(frame, [lng, 0])[0], label: degreeWords(lng, 'E', 'W') }))
			.filter(({ at }) => at < frame.width - NAME_WIDTH),
		parallels: multiples(step, south, north)
			.map((lat) => ({ at: project(frame, [west, lat])[1], label: degreeWords(lat, 'N', 'S') }))
			.filter(({ at }) => at > NAME_HEIGHT)
	};
}

/** An extent in words: "33.2° E to 42.6° E, 32.2° N to 37.6° N". */
export function extentWords([west, south, east, north]: Extent): string {
	const words = (degrees: number, positive: string, negative: string) =>
		degreeWords(Number(degrees.toFixed(1)), positive, negative);
	return `${words(west, 'E', 'W')} to ${words(east, 'E', 'W')}, ${words(south, 'N', 'S')} to ${words(north, 'N', 'S')}`;
}

function degreeWords(degrees: number, positive: string, negative: string): string {
	if (degrees === 0) return '0°';
	return `${Math.abs(degrees)}° ${degrees > 0 ? positive : negative}`;
}

function multiples(step: number, from: number, to: number): number[] {
	const first = Math.ceil(from / step);
	return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) =>
		Number(((first + index) * step).toFixed(2))
	);
}

function lineData(positions: readonly Position[], frame: Frame): string {
	let data = '';
	let last: readonly [number, number] | null = null;
	for (const position of positions) {
		const [x, y] = project(frame, position);
		if (last && Math.abs(last[0] - x) < 0.6 && Math.abs(last[1] - y) < 0.6) continue;
		data += `${last ? 'L' : 'M'}${Number(x.toFixed(1))} ${Number(y.toFixed(1))}`;
		last = [x, y];
	}
	return data;
}

/** Mercator's ordinate of a latitude, in radians; the poles are out of its reach. */
function mercator(latitude: number): number {
	const clamped = Math.max(-85, Math.min(85, latitude));
	return Math.log(Math.tan(Math.PI / 4 + radians(clamped) / 2));
}

function latitudeOf(ordinate: number): number {
	return degreesOf(2 * Math.atan(Math.exp(ordinate)) - Math.PI / 2);
}

function radians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}

function degreesOf(angle: number): number {
	return (angle * 180) / Math.PI;
}
