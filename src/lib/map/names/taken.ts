/** A box on the screen, in CSS pixels. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The side of a cell in CSS pixels: about as large as what is kept in it. */
const CELL = 48;

/** The room on a screen that is taken. A box is looked up in the cells that it touches. */
export class Taken {
	readonly #cells = new Map<number, Box[]>();

	/** Whether a box meets none that was added. */
	isFree(box: Box): boolean {
		const { first, last, top, bottom } = cellsOf(box);
		for (let row = top; row <= bottom; row++) {
			for (let column = first; column <= last; column++) {
				for (const taken of this.#cells.get(keyOf(column, row)) ?? NONE) if (meet(box, taken)) return false;
			}
		}
		return true;
	}

	add(box: Box): void {
		const { first, last, top, bottom } = cellsOf(box);
		for (let row = top; row <= bottom; row++) {
			for (let column = first; column <= last; column++) {
				const boxes = this.#cells.get(keyOf(column, row));
				if (boxes) boxes.push(box);
				else this.#cells.set(keyOf(column, row), [box]);
			}
		}
	}
}

const NONE: readonly Box[] = [];

function meet(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The columns and rows of the cells that a box touches. */
function cellsOf({ left, top, right, bottom }: Box) {
	return {
		first: Math.floor(left / CELL),
		last: Math.floor(right / CELL),
		top: Math.floor(top / CELL),
		bottom: Math.floor(bottom / CELL)
	};
}

function keyOf(column: number, row: number): number {
	// A screen has fewer than 2 ** 16 columns.
	return row * 2 ** 16 + column;
}
