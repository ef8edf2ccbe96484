import type { Piece, Row } from './rows';

/** Pieces of one row that stand together, without a wide gap between them. */
export interface Stretch {
	pieces: Piece[];
	x: number;
	right: number;
	y: number;
	size: number;
	letters: number;
}

/** Columns have at least so many lines beside each other, and so many letters in a line; what has fewer is a table. */
const LINES = 3;
const LETTERS = 15;

/** The columns of a page in reading order, each with its rows from top to bottom; one, where it has no columns. */
export function columnsOf(rows: readonly Row[], isRightToLeft: boolean): Stretch[][][] {
	return parted(rows.flatMap(stretchesOf), isRightToLeft).map(rejoined);
}

/** A row, parted where a gap is wider than the font is high. */
function stretchesOf({ pieces, y, size }: Row): Stretch[] {
	const printed = pieces.filter(({ text }) => text.trim() !== '').sort((one, other) => one.x - other.x);
	const spaces = pieces.filter(({ text }) => text.trim() === '');
	const groups: Piece[][] = [];
	let reached = -Infinity;
	for (const piece of printed) {
		if (piece.x - reached > 0.9 * size) groups.push([]);
		groups.at(-1)?.push(piece);
		reached = Math.max(reached, piece.right);
	}
	return groups.map((group) => {
		const [x, right] = [Math.min(...group.map((piece) => piece.x)), Math.max(...group.map((piece) => piece.right))];
		const within = spaces.filter((space) => space.x > x && space.x < right);
		return { pieces: [...group, ...within], x, right, y, size, letters: group.map(({ text }) => text).join('').length };
	});
}

/** Stretches by column, in reading order; what runs over both columns of a pair stands between what is above and below. */
function parted(stretches: readonly Stretch[], isRightToLeft: boolean): Stretch[][] {
	const gutter = gutterOf(stretches);
	if (gutter === null) return stretches.length === 0 ? [] : [[...stretches]];
	const columns: Stretch[][] = [];
	let [left, right]: [Stretch[], Stretch[]] = [[], []];
	const flush = () => {
		for (const side of isRightToLeft ? [right, left] : [left, right]) columns.push(...parted(side, isRightToLeft));
		[left, right] = [[], []];
	};
	let across: Stretch[] = [];
	for (const one of [...stretches].sort((a, b) => b.y - a.y)) {
		const isAcross = one.x < gutter && one.right > gutter;
		if (isAcross && left.length + right.length > 0) flush();
		if (!isAcross && across.length > 0) {
			columns.push(across);
			across = [];
		}
		(isAcross ? across : one.right <= gutter ? left : right).push(one);
	}
	flush();
	if (across.length > 0) columns.push(across);
	return columns;
}

/** Where the space between two columns runs; null where there is none. */
function gutterOf(stretches: readonly Stretch[]): number | null {
	let best: { at: number; lines: number } | null = null;
	const edges = new Set(stretches.map(({ x }) => Math.round(x)));
	for (const edge of edges) {
		const at = edge - 1.5;
		const left = stretches.filter(({ right }) => right <= at);
		const right = stretches.filter(({ x }) => x >= at);
		const across = stretches.length - left.length - right.length;
		const lines = Math.min(left.length, right.length);
		if (lines < LINES || across > lines || lines <= (best?.lines ?? 0)) continue;
		const [besides, beside] = [overlapping(left, right), overlapping(right, left)];
		if (Math.min(besides.length, beside.length) < LINES) continue;
		if (Math.min(medianLetters(besides), medianLetters(beside)) < LETTERS) continue;
		best = { at, lines };
	}
	return best?.at ?? null;
}

/** Those that stand beside the others, not above or below all of them. */
function overlapping(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
	const [top, foot] = [Math.max(...others.map(({ y }) => y)), Math.min(...others.map(({ y }) => y))];
	return some.filter(({ y, size }) => y <= top + size / 2 && y >= foot - size / 2);
}

function medianLetters(stretches: readonly Stretch[]): number {
	const letters = stretches.map((one) => one.letters).sort((one, other) => one - other);
	return letters[Math.floor(letters.length / 2)] ?? 0;
}

/** The rows of a column, each with its stretches from left to right. */
function rejoined(stretches: readonly Stretch[]): Stretch[][] {
	const rows: Stretch[][] = [];
	for (const one of [...stretches].sort((a, b) => b.y - a.y || a.x - b.x)) {
		const row = rows.at(-1);
		if (row?.[0] && Math.abs(row[0].y - one.y) < 0.1) row.push(one);
		else rows.push([one]);
	}
	return rows;
}
