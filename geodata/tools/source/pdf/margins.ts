import { type Row, wordsOn } from './rows';

/** A header or footer: what it says on the first page that has it, and on how many pages it stands. */
export interface Margin {
	text: string;
	pages: number;
	isHeader: boolean;
}

/** At most so many rows at either end of a page are header or footer. */
const DEEPEST = 3;

const PAGE_NUMBER =
	/^[-–—|[(\s]*(?:(?:page|seite|pag(?:e|ina|\.)?|p\.|página|sayfa|str(?:ona|\.)|стр(?:аница|\.)?|сторінка|صفحة|صفحه|עמוד|第)\s*)?#(?:\s*(?:of|von|de|di|van|\/|из|з|من|از|מתוך)\s*#)?[-–—|\])\s頁页]*$/iu;

/** Parts the rows of all pages into the text and what stands in the margins above and below it. */
export function withoutMargins(pages: readonly (readonly Row[])[]): { body: Row[][]; margins: Margin[] } {
	const margins = new Map<string, Margin>();
	const numbered = pagesNumbered(pages);
	const body = pages.map((rows, index) => {
		const dropped = new Set<Row>();
		for (const isHeader of [true, false]) {
			const edge = edgeOf(rows, isHeader);
			for (const [depth, row] of edge.entries()) {
				const isRepeated = pages.some((others) => others !== rows && isSame(row, edgeOf(others, isHeader)[depth]));
				const next = edge[depth + 1] ?? rows.find((one) => one !== row && !dropped.has(one));
				const isPageNumber = isApart(row, next) && (PAGE_NUMBER.test(shape(row)) || numbered(row, index));
				if (!isRepeated && !isPageNumber) break;
				dropped.add(row);
				const key = `${isHeader} ${shape(row)}`;
				const known = margins.get(key);
				if (known) known.pages++;
				else margins.set(key, { text: wordsOn(row), pages: 1, isHeader });
			}
		}
		return rows.filter((row) => !dropped.has(row));
	});
	return { body, margins: [...margins.values()] };
}

/** The rows at the head or the foot of a page, from outside to inside. */
function edgeOf(rows: readonly Row[], isHeader: boolean): Row[] {
	return isHeader ? rows.slice(0, DEEPEST) : rows.slice(-DEEPEST).reverse();
}

function isSame(one: Row, other: Row | undefined): boolean {
	return other !== undefined && Math.abs(one.y - other.y) < 4 && shape(one) === shape(other);
}

/** Whether a row stands apart from the text. */
function isApart(row: Row, next: Row | undefined): boolean {
	return !next || Math.abs(row.y - next.y) > 1.5 * Math.max(row.size, next.size);
}

/** Tells of a row at the edge of a page whether it begins or ends with the page's number, as rows of other pages do. */
function pagesNumbered(pages: readonly (readonly Row[])[]): (row: Row, page: number) => boolean {
	const numbers = (row: Row) =>
		[/^\p{Nd}{1,4}(?=\s)/u, /(?<=\s)\p{Nd}{1,4}$/u].flatMap((end) => end.exec(wordsOn(row))?.[0] ?? []).map(Number);
	const counts = new Map<number, number>();
	pages.forEach((rows, page) => {
		const offsets = [rows[0], rows.at(-1)].flatMap((row) => (row ? numbers(row).map((number) => number - page) : []));
		for (const offset of new Set(offsets)) counts.set(offset, (counts.get(offset) ?? 0) + 1);
	});
	return (row, page) => numbers(row).some((number) => (counts.get(number - page) ?? 0) > 1);
}

/** What a row says, whatever its numbers are. */
function shape(row: Row): string {
	return wordsOn(row).replaceAll(/\p{Nd}+/gu, '#');
}
