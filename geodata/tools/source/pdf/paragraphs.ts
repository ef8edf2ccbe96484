import { runOn, wordCounts } from '../run-on';
import type { Line } from './lines';
import { type Edges, edgesOf } from './rows';

export interface Paragraphs {
	paragraphs: string[];
	/** Words whose hyphen stands at the end of a line, so that it may be the printer's only. */
	hyphens: string[];
	/** Of each paragraph, the page that it begins on. */
	pages: number[];
}

/** What a sentence ends with. */
const STOP = /[.!?…؟۔。！？:][”"’'»“)\]]*$/u;
const BULLET = /^[•‣▪●○■◦➢✓]\s/u;
/** Puts lines together to paragraphs, by what is between them, and notes after the paragraph that runs on over them. */
export function paragraphsOf(lines: readonly Line[]): Paragraphs {
	const words = wordCounts(lines.map(({ text }) => text));
	const text = joined(
		lines.filter(({ isNote }) => !isNote),
		words
	);
	const notes = joined(
		lines.filter(({ isNote }) => isNote),
		words
	);
	const all = [
		...text.pages.map((page, index) => ({ page, said: text.paragraphs[index] ?? '', isNote: 0 })),
		...notes.pages.map((page, index) => ({ page, said: notes.paragraphs[index] ?? '', isNote: 1 }))
	];
	// A paragraph that begins on a page stands before that page's notes, whatever page it ends on.
	all.sort((one, other) => one.page - other.page || one.isNote - other.isNote);
	return {
		paragraphs: all.map(({ said }) => said),
		pages: all.map(({ page }) => page),
		hyphens: [...text.hyphens, ...notes.hyphens]
	};
}

function joined(lines: readonly Line[], words: ReadonlyMap<string, number>): Paragraphs {
	const found: Paragraphs = { paragraphs: [], hyphens: [], pages: [] };
	const spacing = usualSpacing(lines);
	const edges = edgesByColumn(lines);
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		const last = found.paragraphs.at(-1);
		if (!above || last === undefined || isParted(above, line, spacing, edges.get(above.column))) {
			found.paragraphs.push(line.text);
			found.pages.push(line.page);
		} else found.paragraphs[found.paragraphs.length - 1] = runOn(last, line.text, words, found.hyphens);
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
	const counts = new Map<number, number>();
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		const distance = above?.column === line.column ? Math.round((above.y - line.y) * 2) / 2 : 0;
		if (distance > 0 && (distance < 1.7 * line.size || !STOP.test(above?.text ?? '')))
			counts.set(distance, (counts.get(distance) ?? 0) + 1);
	});
	return [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b)[0]?.[0] ?? Infinity;
}

function edgesByColumn(lines: readonly Line[]): Map<number, Edges> {
	const edges = new Map<number, Edges>();
	for (const line of lines) edges.set(line.column, edgesOf([line, edges.get(line.column) ?? line]));
	return edges;
}
