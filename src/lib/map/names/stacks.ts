import type { Sighting } from './screen';
import type { Box } from './taken';

/** An icon that lies on others. */
export interface Stack {
	top: Sighting;
	/** How many lie under it. */
	hidden: number;
}

/**
 * Where the figure of a stack stands from the middle of its icon, in CSS pixels: at its upper left, as a flag
 * rises at its upper right.
 */
export const STACK_OFFSET: readonly [right: number, down: number] = [-12, -11.5];

/** The room that it takes there. */
export function figureBox({ top: { x, y } }: Stack): Box {
	const [right, down] = STACK_OFFSET;
	return { left: x + right - 8, top: y + down - 6.5, right: x + right + 8, bottom: y + down + 6.5 };
}

/** Icons whose middles are less than this many CSS pixels apart lie on each other. */
const CLOSE_PIXELS = 7;

/**
 * Which icons lie on others, and how many each hides, among icons in the order in which they were drawn, the top one first.
 * Icons that the filter has emptied are none to speak of.
 */
export function stacksOf(icons: readonly Sighting[]): Stack[] {
	const cells = new Map<number, Stack[]>();
	const all: Stack[] = [];
	for (const icon of icons) {
		if (icon.footnote < 0) continue;
		const [column, row] = [Math.floor(icon.x / CLOSE_PIXELS), Math.floor(icon.y / CLOSE_PIXELS)];
		const over = near(cells, column, row, ({ top }) => Math.hypot(top.x - icon.x, top.y - icon.y) < CLOSE_PIXELS);
		if (over) {
			over.hidden++;
			continue;
		}
		const stack = { top: icon, hidden: 0 };
		const cell = cells.get(keyOf(column, row));
		if (cell) cell.push(stack);
		else cells.set(keyOf(column, row), [stack]);
		all.push(stack);
	}
	return all.filter(({ hidden }) => hidden > 0);
}

/** The first that `is` so among those in a cell of the grid and the eight around it. */
function near(
	cells: ReadonlyMap<number, Stack[]>,
	column: number,
	row: number,
	is: (stack: Stack) => boolean
): Stack | undefined {
	for (let x = column - 1; x <= column + 1; x++) {
		for (let y = row - 1; y <= row + 1; y++) {
			const found = cells.get(keyOf(x, y))?.find(is);
			if (found) return found;
		}
	}
	return undefined;
}

function keyOf(column: number, row: number): number {
	// A screen has fewer than 2 ** 20 rows.
	return column * 2 ** 20 + row;
}
