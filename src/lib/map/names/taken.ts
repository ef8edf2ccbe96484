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
		let free = true;
		eachCell(box, (cell) => {
			free &&= !this.#cells.get(cell)?.some((taken) => meet(box, taken));
		});
		return free;
	}

	add(box: Box): void {
		eachCell(box, (cell) => {
			const boxes = this.#cells.get(cell);
			if (boxes) boxes.push(box);
			else this.#cells.set(cell, [box]);
		});
	}
}

function meet(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function eachCell({ left, top, right, bottom }: Box, visit: (cell: number) => void): void {
	for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
		for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
			// A screen has fewer than 2 ** 16 columns.
			visit(row * 2 ** 16 + column);
		}
	}
}
