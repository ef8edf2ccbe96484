import type { ScreenSymbol } from './screen';
import { around, type Box, Grid } from './collision-grid';

/** An icon that lies on others. */
export interface Stack {
	top: ScreenSymbol;
	/** How many lie under it. */
	hidden: number;
}

/**
 * Where the figure of a stack stands from the middle of its icon, in CSS pixels: at its upper left, as a flag
 * rises at its upper right.
 */
export const STACK_OFFSET: readonly [right: number, down: number] = [-12, -11.5];

/** Its box there. */
export function figureBox({ top: { x, y } }: Stack): Box {
	const [right, down] = STACK_OFFSET;
	return around({ x: x + right, y: y + down }, 8, 6.5);
}

/** Icons whose middles are less than this many CSS pixels apart lie on each other. */
const CLOSE_PIXELS = 7;

/**
 * Which icons lie on others, and how many each hides, among icons in the order in which they were drawn, the top one first.
 * Icons that the filter has emptied are none to speak of.
 */
export function stacksOf(icons: readonly ScreenSymbol[]): Stack[] {
	/** Stacks by their numbers in `all`. */
	const placed = new Grid<number>();
	const all: Stack[] = [];
	for (const icon of icons) {
		if (icon.state < 0) continue;
		// Of several in reach the one that was drawn first, wherever on the screen they are.
		let over = Infinity;
		for (const number of placed.near(around(icon, CLOSE_PIXELS))) {
			const top = all[number]?.top;
			if (top && number < over && Math.hypot(top.x - icon.x, top.y - icon.y) < CLOSE_PIXELS) over = number;
		}
		const stack = all[over];
		if (stack) stack.hidden++;
		else placed.add(all.push({ top: icon, hidden: 0 }) - 1, around(icon, 0));
	}
	return all.filter(({ hidden }) => hidden > 0);
}
