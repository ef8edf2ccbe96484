import { type Row, wordsOn } from './rows';

/** A header or footer: what it says on the first page that has it, and on how many pages it stands. */
export interface Margin {
	text: string;
	pages: number;
	isHeader: boolean;
}

/** A row at the edge of a page, counted from outside to inside. */
interface EdgeRow {
	row: Row;
	text: string;
	/** What it says, whatever its numbers are, with where at which edge it stands. */
	key: string;
	/** Whether the text begins far from it. */
	isApart: boolean;
}

/** At most so many rows at either end of a page are header or footer. */
const DEEPEST = 3;

const PAGE_NUMBER =
	/^[-–—|[(\s]*(?:(?:page|seite|pag(?:e|ina|\.)?|p\.|página|sayfa|str(?:ona|\.)|стр(?:аница|\.)?|сторінка|صفحة|صفحه|עמוד|第)\s*)?#(?:\s*(?:of|von|de|di|van|\/|из|з|من|از|מתוך)\s*#)?[-–—|\])\s頁页]*$/iu;

/** Parts the rows of all pages into the text and what stands in the margins above and below it. */
export function withoutMargins(pages: readonly (readonly Row[])[]): { body: Row[][]; margins: Margin[] } {
	const edges = pages.map((rows) => [edgeOf(rows, true), edgeOf(rows, false)]);
	const heights = new Map<string, number[]>();
	for (const { row, key } of edges.flat(2)) {
		const known = heights.get(key);
		if (known) known.push(row.y);
		else heights.set(key, [row.y]);
	}
	const isNumbered = pagesNumbered(edges);
	const margins = new Map<string, Margin>();
	const body = pages.map((rows, page) => {
		const dropped = new Set<Row>();
		for (const [side, edge] of (edges[page] ?? []).entries()) {
			for (const one of edge) {
				const beside = heights.get(one.key)?.filter((y) => Math.abs(y - one.row.y) < 4) ?? [];
				const isPageNumber = one.isApart && (PAGE_NUMBER.test(shapeOf(one.text)) || isNumbered(one.text, page));
				if (beside.length < 2 && !isPageNumber) break;
				dropped.add(one.row);
				const known = margins.get(one.key);
				if (known) known.pages++;
				else margins.set(one.key, { text: one.text, pages: 1, isHeader: side === 0 });
			}
		}
		return rows.filter((row) => !dropped.has(row));
	});
	return { body, margins: [...margins.values()] };
}

/** The rows at the head or the foot of a page, from outside to inside. */
function edgeOf(rows: readonly Row[], isHeader: boolean): EdgeRow[] {
	const inwards = isHeader ? [...rows] : [...rows].reverse();
	return inwards.slice(0, DEEPEST).map((row, depth) => {
		const [text, next] = [wordsOn(row), inwards[depth + 1]];
		const isApart = !next || Math.abs(row.y - next.y) > 1.5 * Math.max(row.size, next.size);
		return { row, text, key: `${isHeader ? 'head' : 'foot'} ${depth} ${shapeOf(text)}`, isApart };
	});
}

/** Tells of a text at the edge of a page whether it begins or ends with the page's number, as it does on other pages. */
function pagesNumbered(edges: readonly (readonly EdgeRow[][])[]): (text: string, page: number) => boolean {
	const numbers = (text: string) =>
		[/^\p{Nd}{1,4}(?=\s)/u, /(?<=\s)\p{Nd}{1,4}$/u].flatMap((end) => end.exec(text)?.[0] ?? []).map(Number);
	const counts = new Map<number, number>();
	edges.forEach((sides, page) => {
		const offsets = sides.flatMap(([outermost]) => numbers(outermost?.text ?? '').map((number) => number - page));
		for (const offset of new Set(offsets)) counts.set(offset, (counts.get(offset) ?? 0) + 1);
	});
	return (text, page) => numbers(text).some((number) => (counts.get(number - page) ?? 0) > 1);
}

function shapeOf(text: string): string {
	return text.replaceAll(/\p{Nd}+/gu, '#');
}
