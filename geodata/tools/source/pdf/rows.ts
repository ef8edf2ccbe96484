import { hasRightToLeft, isRightToLeft } from '../direction';
import { baseLetters, reordered } from './order';
import type { Matrix } from './pictures';

/** A piece of text as it is printed: lengths in points, the origin at the foot of the page. */
export interface Piece {
	/** From left to right as printed. */
	text: string;
	x: number;
	right: number;
	/** The baseline. */
	y: number;
	/** The size of its font. */
	size: number;
	/** Whether it is raised above its line, and smaller. */
	raised: boolean;
}

/** How far things reach in a row. */
export interface Edges {
	x: number;
	right: number;
}

/** The outermost edges of what stands in a row or in a column. */
export function edgesOf(some: readonly Edges[]): Edges {
	return { x: Math.min(...some.map(({ x }) => x)), right: Math.max(...some.map(({ right }) => right)) };
}

/** What pieces say in the order in which they stand. */
export function textOf(pieces: readonly Piece[]): string {
	return pieces.map(({ text }) => text).join('');
}

/** The key that has the most weight in all; of several the first. */
export function heaviest<Key>(weighed: Iterable<readonly [Key, number]>): Key | undefined {
	const sums = new Map<Key, number>();
	for (const [key, weight] of weighed) sums.set(key, (sums.get(key) ?? 0) + weight);
	return [...sums].sort(([, few], [, many]) => many - few)[0]?.[0];
}

/** Pieces on one baseline, from left to right. */
export interface Row {
	page: number;
	pieces: Piece[];
	y: number;
	size: number;
}

/** What PDF.js says of a piece of text. */
export interface TextItem {
	str: string;
	dir: string;
	transform: number[];
	width: number;
}

/**
 * The pieces of a page, and the words that do not stand upright, which are on no row; `rotation` is how far the page is
 * turned when it is shown, clockwise in degrees.
 */
export function piecesOf(items: readonly TextItem[], rotation: number): { pieces: Piece[]; askew: string[] } {
	const pieces: Piece[] = [];
	const askew: string[] = [];
	for (const { str, dir, transform, width } of items) {
		const [a, b, c, d, x, y] = turnedBy(rotation, transform);
		if (str === '') continue;
		if (Math.abs(b) > Math.abs(a) * 0.05) {
			if (str.trim() !== '') askew.push(str);
			continue;
		}
		// PDF.js turns each piece by itself; the line must be turned as a whole.
		const text = hasRightToLeft(str) ? reordered(str, dir === 'rtl', false) : str;
		pieces.push({ text, x, right: x + width, y, size: Math.hypot(c, d) || Math.abs(a), raised: false });
	}
	return { pieces, askew };
}

/** A matrix of a page that is shown turned by a multiple of 90 degrees. */
function turnedBy(rotation: number, [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0]: readonly number[]): Matrix {
	return rotation > 0 ? turnedBy(rotation - 90, [b, -a, d, -c, y, -x]) : [a, b, c, d, x, y];
}

/** The rows of a page from top to bottom, with raised marks on the rows that they stand at. */
export function rowsOf(pieces: readonly Piece[], page: number): Row[] {
	const rows: Row[] = [];
	const words = pieces.filter(({ text }) => text.trim() !== '');
	for (const piece of [...words].sort((one, other) => other.y - one.y || one.x - other.x)) {
		const row = rows.findLast((one) => Math.abs(one.y - piece.y) < 0.35 * Math.min(one.size, piece.size));
		if (row) row.pieces.push(piece);
		else rows.push({ page, pieces: [piece], y: piece.y, size: piece.size });
	}
	const raised = new Set<Piece>();
	for (const row of rows) {
		for (const piece of row.pieces.filter(({ text }) => text.trim().length <= 8)) {
			const base = rows.find(
				(one) => one !== row && one.pieces.some((other) => !raised.has(other) && standsAt(piece, other))
			);
			if (!base) continue;
			raised.add(piece);
			base.pieces.push({ ...piece, raised: piece.y > base.y });
		}
	}
	const whole = rows.map((row) => measured({ ...row, pieces: row.pieces.filter((piece) => !raised.has(piece)) }));
	for (const space of pieces.filter(({ text }) => text.trim() === '')) {
		whole.find((row) => Math.abs(row.y - space.y) < 0.35 * row.size)?.pieces.push(space);
	}
	return whole.filter(({ pieces: some }) => some.some(({ text }) => text.trim() !== ''));
}

/** Whether a piece is a raised or lowered mark beside another. */
function standsAt(mark: Piece, base: Piece): boolean {
	const rise = (mark.y - base.y) / base.size;
	const isSmaller = mark.size < 0.85 * base.size && mark.size > 0.4 * base.size;
	const isRaised = rise > 0.15 && mark.size < 1.05 * base.size && /^(?:\d{1,3}|[*†‡§]+)$/.test(mark.text.trim());
	const gap = Math.min(Math.abs(mark.x - base.right), Math.abs(base.x - mark.right));
	return (isSmaller || isRaised) && rise > -0.35 && rise < 0.75 && Math.abs(rise) > 0.05 && gap < 0.4 * base.size;
}

/** The baseline and the size that most letters of a row have; what is raised above these is marked. */
function measured(row: Row): Row {
	const most = heaviest(row.pieces.map(({ y, size, text }) => [`${size.toFixed(1)} ${y.toFixed(1)}`, text.length]));
	const [size = row.size, y = row.y] = most?.split(' ').map(Number) ?? [];
	const pieces = row.pieces.map((piece) => {
		const isRaised = piece.raised || (piece.text.trim().length <= 6 && piece.y - y > 0.15 * size && piece.size <= size);
		return isRaised ? { ...piece, raised: true } : piece;
	});
	return { ...row, pieces, y, size };
}

/** Pieces as they are printed, from left to right, with a space where there is one between them. */
export function printed(
	pieces: readonly Piece[],
	size: number,
	write: (piece: Piece) => string = ({ text }) => text
): string {
	let line = '';
	let reached = Infinity;
	for (const piece of [...pieces].sort((one, other) => one.x - other.x || one.right - other.right)) {
		const isSpace = piece.text.trim() === '';
		if (!isSpace && piece.x - reached > 0.15 * size && !/\s$/.test(line)) line += ' ';
		line += isSpace ? ' ' : write(piece);
		if (!isSpace) reached = reached === Infinity ? piece.right : Math.max(reached, piece.right);
	}
	return line;
}

/** What a row says, for comparing it with others. */
export function wordsOn({ pieces, size }: Row): string {
	const text = printed(pieces, size);
	return baseLetters(reordered(text, isRightToLeft(text), true))
		.replaceAll(/\s+/g, ' ')
		.trim();
}
