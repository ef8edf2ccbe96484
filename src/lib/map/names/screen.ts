import { WORLD_PIXELS } from '$lib/geometry/ground-scale';
import { FADED } from '../sources/feature-states';
import type { MapSymbol } from '../sources/features';

/** What a map without tilt and turn shows: the world's pixels at zoom 0 of its top left corner, and its size in CSS pixels. */
export interface Screen {
	zoom: number;
	left: number;
	top: number;
	width: number;
	height: number;
}

/** A symbol on the screen. */
export interface ScreenSymbol {
	symbol: MapSymbol;
	/** What is said of it, see sources/feature-states.ts. */
	state: number;
	/** Where it stands, in CSS pixels from the top left corner of the screen. */
	x: number;
	y: number;
	/** Which copy of the world it stands in: 0, and others where the map reaches across the antimeridian. */
	world: number;
}

/** How far beyond the screen a symbol stands whose name can still reach into it, in CSS pixels. */
const MARGIN = 120;

/** The copies of the world that a screen shows a part of. */
export function worldsOn({ left, width, zoom }: Pick<Screen, 'left' | 'width' | 'zoom'>): number[] {
	const [first, last] = [left, left + width / 2 ** zoom].map((x) => Math.floor(x / WORLD_PIXELS));
	return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index);
}

/** Whether a screen can show an area, which is drawn from some zoom on in place of its icon. */
export function canBeSeen({ x, y, across, from }: MapSymbol, { left, top, width, height, zoom }: Screen): boolean {
	if (zoom < from) return false;
	// Two areas of a size can reach differently far to the sides: this is room enough for any.
	const [right, bottom] = [left + width / 2 ** zoom, top + height / 2 ** zoom];
	if (y + across < top || y - across > bottom) return false;
	return worldsOn({ left: left - across, width: width + 2 * across * 2 ** zoom, zoom }).some((world) => {
		const worldX = x + world * WORLD_PIXELS;
		return worldX + across >= left && worldX - across <= right;
	});
}

/** The symbols on a screen and close around it that a filter does not leave out. Linear in the symbols. */
export function symbolsOnScreen(screen: Screen, symbols: readonly MapSymbol[], states: Int32Array): ScreenSymbol[] {
	const { left, top, width, height, zoom } = screen;
	const scale = 2 ** zoom;
	const found: ScreenSymbol[] = [];
	for (const world of worldsOn({ left: left - MARGIN / scale, width: width + 2 * MARGIN, zoom })) {
		const west = left - world * WORLD_PIXELS;
		for (const symbol of symbols) {
			const x = (symbol.x - west) * scale;
			const y = (symbol.y - top) * scale;
			if (x < -MARGIN || x > width + MARGIN || y < -MARGIN || y > height + MARGIN) continue;
			const state = states[symbol.number] ?? 0;
			if (state >= FADED) found.push({ symbol, state, x, y, world });
		}
	}
	return found;
}
