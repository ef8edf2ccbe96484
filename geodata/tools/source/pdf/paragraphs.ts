import { groupBy } from '$lib/domain/group-by';
import { runOn, wordCounts } from '../run-on';
import type { Line } from './lines';
import { type Edges, edgesOf, heaviest } from './rows';

export interface Paragraph {
	text: string;
	/** The page that it begins on. */
	page: number;
}

/** What a sentence ends with. */
const STOP = /[.!?…؟۔。！？:][”"’'»“)\]]*$/u;
const BULLET = /^[•‣▪●○■◦➢✓]\s/u;

/**
 * Puts lines together to paragraphs, by what is between them, and notes after the paragraph that runs on over them; with the
 * words whose hyphen stands at the end of a line, so that it may be the printer's only.
 */
export function paragraphsOf(lines: readonly Line[]): { paragraphs: Paragraph[]; hyphens: string[] } {
	const words = wordCounts(lines.map(({ text }) => text));
	const hyphens: string[] = [];
	const paragraphs = [false, true].flatMap((areNotes) =>
		joined(
			lines.filter(({ isNote }) => isNote === areNotes),
			words,
			hyphens
		)
	);
	// A paragraph that begins on a page stands before that page's notes, whatever page it ends on.
	paragraphs.sort((one, other) => one.page - other.page);
	return { paragraphs, hyphens };
}

function joined(lines: readonly Line[], words: ReadonlyMap<string, number>, hyphens: string[]): Paragraph[] {
	const found: Paragraph[] = [];
	const spacing = usualSpacing(lines);
	const edges = edgesByColumn(lines);
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		const last = found.at(-1);
		if (!above || !last || isParted(above, line, spacing, edges.get(above.column))) {
			found.push({ text: line.text, page: line.page });
		} else last.text = runOn(last.text, line.text, words, hyphens);
	});
	return found;
}

/** Whether a paragraph begins with a line. */
function isParted(above: Line, line: Line, spacing: number, edges: Edges = above): boolean {
	const isOtherSize = Math.abs(above.size - line.size) > 0.1 * line.size;
	if (isOtherSize || line.isTableRow || above.isTableRow || BULLET.test(line.text)) return true;
	const distance = above.y - line.y;
	const left = line.isRightToLeft ? above.x - edges.x : edges.right - above.right;
	// On the next page or at the head of the next column a sentence may go on.
	if (above.column !== line.column || distance < 0) {
		if (STOP.test(above.text)) return true;
		return /^\p{Lu}/u.test(line.text) && left > 6 * line.size;
	}
	const indent = line.isRightToLeft ? above.right - line.right : line.x - above.x;
	const isIndented = indent > 0.8 * line.size && indent < 5 * line.size;
	const [first = ''] = line.text.split(' ');
	// A line ends before its column does, and the next word would have fitted.
	const isShort = STOP.test(above.text) && left > (0.6 * first.length + 2) * line.size;
	return isIndented || isShort || distance > 1.3 * spacingFor(line, spacing);
}

/** The usual spacing, where lines of this size can have it. */
function spacingFor({ size }: Line, spacing: number): number {
	return spacing >= 0.9 * size && spacing <= 2.6 * size ? spacing : 1.3 * size;
}

/** The distance between lines that occurs most often, in points; one that occurs once and is wide parts paragraphs. */
function usualSpacing(lines: readonly Line[]): number {
	const distances = lines.flatMap((line, index) => {
		const above = lines[index - 1];
		const distance = above?.column === line.column ? Math.round((above.y - line.y) * 2) / 2 : 0;
		const isUsual = distance > 0 && (distance < 1.7 * line.size || !STOP.test(above?.text ?? ''));
		return isUsual ? [distance] : [];
	});
	return heaviest(distances.sort((a, b) => a - b).map((distance) => [distance, 1])) ?? Infinity;
}

function edgesByColumn(lines: readonly Line[]): Map<number, Edges> {
	return new Map([...groupBy(lines, ({ column }) => [column])].map(([column, own]) => [column, edgesOf(own)]));
}
