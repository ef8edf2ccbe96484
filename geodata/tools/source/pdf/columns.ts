import { type Edges, edgesOf, type Piece, type Row, textOf } from './rows';

/** Pieces of one row that stand together, without a wide gap between them. */
export interface Stretch extends Edges {
	pieces: Piece[];
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
		const { x, right } = edgesOf(group);
		const within = spaces.filter((space) => space.x > x && space.x < right);
		return { pieces: [...group, ...within], x, right, y, size, letters: textOf(group).length };
	});
}

/** Stretches by column, in reading order; what runs over both columns of a pair stands between what is above and below. */
function parted(stretches: readonly Stretch[], isRightToLeft: boolean): Stretch[][] {
	const gutter = gutterOf(stretches);
	if (gutter === null) return stretches.length === 0 ? [] : withoutBoxes(stretches);
	const columns: Stretch[][] = [];
	let [left, right]: [Stretch[], Stretch[]] = [[], []];
	const flush = () => {
		for (const side of isRightToLeft ? [right, left] : [left, right]) columns.push(...parted(side, isRightToLeft));
		[left, right] = [[], []];
	};
	let across: Stretch[] = [];
	for (const one of fromTop(stretches)) {
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

/** A page of one column, and the boxes that its lines run around: before them or after, as no sentence is open. */
function withoutBoxes(stretches: readonly Stretch[]): Stretch[][] {
	const boxes = boxesOf(stretches);
	const boxed = new Set(boxes.flat());
	const main = stretches.filter((one) => !boxed.has(one));
	const [last = null] = [...main].sort((one, other) => one.y - other.y);
	const isOpen = !/[.!?…؟۔。][”"’'»)\]]*\s*$/u.test(textOf(last?.pieces ?? []));
	return isOpen ? [...boxes, main] : [main, ...boxes];
}

/** The boxes of a page: lines that others run around, unlike the cells of a table; all with the same edge. */
function boxesOf(stretches: readonly Stretch[]): Stretch[][] {
	const byEdge = [...new Set(stretches.map(({ x }) => Math.round(x)))].map((edge) =>
		runsRightOf(stretches, edge - 1.5).flatMap((run) => boxBeside(run, stretches, edge - 1.5))
	);
	return byEdge.reduce((best, boxes) => (boxes.flat().length > best.flat().length ? boxes : best), []);
}

/** Lines right of an edge, from top to bottom, as parted by those that run over it. */
function runsRightOf(stretches: readonly Stretch[], at: number): Stretch[][] {
	const runs: Stretch[][] = [[]];
	for (const one of fromTop(stretches)) {
		if (one.x >= at) runs.at(-1)?.push(one);
		else if (one.right > at) runs.push([]);
	}
	return runs.filter((run) => run.length >= LINES);
}

/** The box that a run of lines is, or that it runs around; none where nothing stands beside it. */
function boxBeside(run: Stretch[], stretches: readonly Stretch[], at: number): Stretch[][] {
	const left = stretches.filter(({ right }) => right <= at);
	const beside = overlapping(left, run);
	if (!areText(run, beside)) return [];
	const [box, main] = lettersOf(run) < lettersOf(beside) ? [run, beside] : [beside, run];
	const level = run.filter(({ y }) => beside.some((one) => Math.abs(one.y - y) < 1));
	return level.length * 2 <= run.length || runsOn(main, stretches, at) ? [box] : [];
}

/** Whether lines fill their width, and go on in one that runs over the edge, at the distance that they have: no table does. */
function runsOn(lines: readonly Stretch[], stretches: readonly Stretch[], at: number): boolean {
	const { x, right } = edgesOf(lines);
	const sorted = fromTop(lines);
	const isFull = sorted.slice(0, -1).every((one) => one.right - x > 0.85 * (right - x));
	const distances = sorted.slice(1).map(({ y }, index) => (sorted[index]?.y ?? y) - y);
	const [least, most] = [Math.min(...distances), Math.max(...distances)];
	if (!isFull || most > 1.1 * least) return false;
	// Below the box more of its lines may follow before one that runs over the edge.
	let foot = sorted.at(-1)?.y ?? 0;
	for (;;) {
		const next = stretches.filter((one) => one.x < right && Math.abs(foot - one.y - most) < 0.1 * most);
		if (next.some((one) => one.x < at && one.right > at)) return true;
		const [first] = next;
		if (first === undefined) return false;
		foot = first.y;
	}
}

function lettersOf(stretches: readonly Stretch[]): number {
	return stretches.reduce((sum, { letters }) => sum + letters, 0);
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
		if (areText(besides, beside)) best = { at, lines };
	}
	return best?.at ?? null;
}

/** Those that stand beside the others, not above or below all of them. */
function overlapping(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
	const [top, foot] = [Math.max(...others.map(({ y }) => y)), Math.min(...others.map(({ y }) => y))];
	return some.filter(({ y, size }) => y <= top + size / 2 && y >= foot - size / 2);
}

/** Whether lines are enough, and their letters too, to be columns or boxes; what has fewer is a table. */
function areText(...columns: readonly (readonly Stretch[])[]): boolean {
	return columns.every((stretches) => {
		const letters = stretches.map((one) => one.letters).sort((one, other) => one - other);
		return stretches.length >= LINES && (letters[Math.floor(letters.length / 2)] ?? 0) >= LETTERS;
	});
}

function fromTop(stretches: readonly Stretch[]): Stretch[] {
	return [...stretches].sort((a, b) => b.y - a.y);
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
