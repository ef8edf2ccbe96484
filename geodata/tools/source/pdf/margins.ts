import { groupBy } from '$lib/domain/group-by';
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
	isHeader: boolean;
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
	const alike = groupBy(edges.flat(2), ({ key }) => [key]);
	const isNumbered = pagesNumbered(edges);
	const isMargin = ({ key, row, text, isApart }: EdgeRow, page: number) => {
		const beside = alike.get(key)?.filter((other) => Math.abs(other.row.y - row.y) < 4) ?? [];
		return beside.length > 1 || (isApart && (PAGE_NUMBER.test(shapeOf(text)) || isNumbered(text, page)));
	};
	const dropped = edges.flatMap((sides, page) =>
		sides.flatMap((edge) => {
			const inner = edge.findIndex((one) => !isMargin(one, page));
			return inner < 0 ? edge : edge.slice(0, inner);
		})
	);
	const droppedRows = new Set(dropped.map(({ row }) => row));
	return {
		body: pages.map((rows) => rows.filter((row) => !droppedRows.has(row))),
		margins: [...groupBy(dropped, ({ key }) => [key]).values()].flatMap(([first, ...more]) =>
			first ? [{ ...first, pages: 1 + more.length }] : []
		)
	};
}

/** The rows at the head or the foot of a page, from outside to inside. */
function edgeOf(rows: readonly Row[], isHeader: boolean): EdgeRow[] {
	const inwards = isHeader ? [...rows] : [...rows].reverse();
	return inwards.slice(0, DEEPEST).map((row, depth) => {
		const [text, next] = [wordsOn(row), inwards[depth + 1]];
		const isApart = !next || Math.abs(row.y - next.y) > 1.5 * Math.max(row.size, next.size);
		return { row, text, isHeader, key: `${isHeader ? 'head' : 'foot'} ${depth} ${shapeOf(text)}`, isApart };
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
