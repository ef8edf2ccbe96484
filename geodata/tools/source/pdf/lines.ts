import { isRightToLeft } from '../direction';
import { tidy } from '../document';
import { raised } from '../raised';
import { columnsOf, type Stretch } from './columns';
import { baseLetters, reordered } from './order';
import { type Edges, edgesOf, heaviest, type Piece, printed, type Row, textOf, wordsOn } from './rows';

/** A line as it is read. */
export interface Line extends Edges {
	text: string;
	page: number;
	/** Counts the columns of the whole document, in reading order. */
	column: number;
	y: number;
	size: number;
	isRightToLeft: boolean;
	/** Whether it is a row of a table. */
	isTableRow: boolean;
	/** Whether it belongs to a note at the foot of its page. */
	isNote: boolean;
}

/** Stand for raised marks while a line is put in order: no letters, no spaces, of no direction. */
const MARK = 0xf0000;

/** The lines of all pages in reading order, and the marks of notes that are left out of them. */
export function linesOf(pages: readonly (readonly Row[])[]): { lines: Line[]; notes: string[] } {
	const notes: string[] = [];
	const lines: Line[] = [];
	const usual = usualSize(pages.flat());
	let column = 0;
	for (const rows of pages) {
		const isRtl = isRightToLeft(rows.map(wordsOn).join('\n'));
		for (const inColumn of columnsOf(rows, isRtl)) {
			column++;
			const own = inColumn.map((stretches, index) => {
				const isTableRow = [inColumn[index - 1], inColumn[index + 1]].some(
					(other) => other && areAligned(stretches, other)
				);
				return lineOf(stretches, { page: rows[0]?.page ?? 0, column, isTableRow, isRightToLeft: isRtl }, notes);
			});
			lines.push(
				...withFootnotes(
					own.filter(({ text }) => text !== ''),
					usual
				)
			);
		}
	}
	return { lines, notes };
}

/** Whether two rows are of one table: with cells one below the other beside the first, or as many. */
function areAligned(one: readonly Stretch[], other: readonly Stretch[]): boolean {
	if ([one, other].some((row) => row.length < 2 || isJustified(row))) return false;
	const isNear = (a: number, b: number) => Math.abs(a - b) < 3;
	const areBelow = (a: Stretch, b: Stretch) =>
		isNear(a.x, b.x) || isNear(a.right, b.right) || isNear(a.x + a.right, b.x + b.right);
	return (
		(one.length > 2 && one.length === other.length) ||
		one.slice(1).some((a) => other.slice(1).some((b) => areBelow(a, b)))
	);
}

/** Whether the gaps of a row are no more than the wide spaces of a line that fills its column. */
function isJustified(row: readonly Stretch[]): boolean {
	const gaps = row.slice(1).map(({ x }, index) => x - (row[index]?.right ?? x));
	const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
	return gaps.length === 1 ? most < 2.5 * Math.max(...row.map(({ size }) => size)) : most < 1.15 * least;
}

function lineOf(
	stretches: readonly Stretch[],
	about: Pick<Line, 'page' | 'column' | 'isTableRow' | 'isRightToLeft'>,
	notes: string[]
): Line {
	const all = stretches.flatMap(({ pieces }) => pieces);
	const words = textOf(all);
	const isRtl = /\p{L}/u.test(words) ? isRightToLeft(words) : about.isRightToLeft;
	const size = Math.max(...stretches.map((one) => one.size));
	const cells = about.isTableRow ? stretches.map(({ pieces }) => pieces) : [all];
	const texts = (isRtl ? cells.reverse() : cells).map((pieces) => read(pieces, size, isRtl, notes));
	return {
		...about,
		text: texts.join(' | '),
		...edgesOf(stretches),
		y: stretches[0]?.y ?? 0,
		size,
		isRightToLeft: isRtl,
		isNote: false
	};
}

/** Pieces in the order that they are read in, with their raised marks read; those of notes are noted. */
function read(pieces: readonly Piece[], size: number, isRtl: boolean, notes: string[]): string {
	const marks: Piece[] = [];
	const line = printed(pieces, size, (piece) =>
		piece.raised ? String.fromCodePoint(MARK + marks.push(piece) - 1) : piece.text
	);
	let text = '';
	const parts = reordered(line, isRtl, true).split(/([\u{f0000}-\u{f1fff}]+)/u);
	for (const [index, part] of parts.entries()) {
		const mark = Array.from(part, (character) => marks[(character.codePointAt(0) ?? 0) - MARK]?.text.trim() ?? '').join(
			''
		);
		if (mark === '') text += part;
		else {
			const said = raised(text, mark, parts[index + 1] ?? '');
			if (said.isNote) notes.push(`${baseLetters(tidy(text)).split(' ').slice(-2).join(' ')} ${mark}`);
			text += said.text;
		}
	}
	return tidy(baseLetters(text));
}

/** The lines of a column, of which the last are notes where they are smaller than the text and begin with a mark. */
function withFootnotes(lines: readonly Line[], usual: number): Line[] {
	const above = lines.findLastIndex(({ size }) => size > 0.92 * usual);
	const foot = lines.slice(above + 1);
	const isFoot = above >= 0 && /^(?:\d{1,3}|[*†‡§]+|[\p{Nd}]{1,3})[\s.)\p{L}]/u.test(foot[0]?.text ?? '');
	return isFoot ? [...lines.slice(0, above + 1), ...foot.map((line) => ({ ...line, isNote: true }))] : [...lines];
}

/** The size of font that most letters have. */
function usualSize(rows: readonly Row[]): number {
	return heaviest(rows.map(({ size, pieces }) => [Math.round(size * 2) / 2, textOf(pieces).length])) ?? 0;
}
