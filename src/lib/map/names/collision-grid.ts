/** A box on the screen, in CSS pixels. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The side of a cell in CSS pixels: about as large as what is kept in it. */
const CELL = 48;

/** Things on a screen, looked up in the cells of a grid that they touch. */
export class Grid<Item> {
	readonly #cells = new Map<number, Item[]>();

	add(item: Item, box: Box): void {
		for (const key of keysOf(box)) {
			const items = this.#cells.get(key);
			if (items) items.push(item);
			else this.#cells.set(key, [item]);
		}
	}

	/** What is kept in the cells that a box touches, some of it more than once. */
	*near(box: Box): Generator<Item> {
		for (const key of keysOf(box)) yield* this.#cells.get(key) ?? [];
	}
}

/** The boxes on a screen that labels and icons occupy, in a grid. */
export class CollisionGrid {
	readonly #boxes = new Grid<Box>();

	/** Whether a box intersects none that was added. */
	isFree(box: Box): boolean {
		for (const other of this.#boxes.near(box)) if (intersect(box, other)) return false;
		return true;
	}

	add(box: Box): void {
		this.#boxes.add(box, box);
	}
}

function intersect(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A box around a point. */
export function around({ x, y }: { x: number; y: number }, wide: number, high = wide): Box {
	return { left: x - wide, top: y - high, right: x + wide, bottom: y + high };
}

/** The cells that a box touches. */
function keysOf({ left, top, right, bottom }: Box): number[] {
	const keys: number[] = [];
	for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
		// A screen has fewer than 2 ** 16 columns.
		for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
			keys.push(row * 2 ** 16 + column);
		}
	}
	return keys;
}
