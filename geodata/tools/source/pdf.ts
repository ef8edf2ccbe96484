import { getDocumentProxy, getMeta } from 'unpdf';
import { type DocumentRead, tidy, UnreadableDocument } from './document';

/** A line as it is printed: lengths in points, the origin at the foot of its page. */
interface Line {
	text: string;
	page: number;
	x: number;
	y: number;
	height: number;
}

/**
 * A PDF: its lines put together to paragraphs by what is between them, as a PDF knows no paragraphs.
 * @throws UnreadableDocument for a PDF that is damaged, locked, or made of pictures
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentRead> {
	try {
		const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
		const lines: Line[] = [];
		for (let number = 1; number <= document.numPages; number++) {
			const { items } = await (await document.getPage(number)).getTextContent();
			const printed = items.flatMap((item) => ('str' in item ? [item] : []));
			lines.push(...linesOf(printed, number));
		}
		const { info } = await getMeta(document);
		const [title, author] = [info['Title'], info['Author']].map((text) => (typeof text === 'string' ? tidy(text) : ''));
		return {
			paragraphs: joined(lines),
			stated: { type: 'document', ...(title && { title }), ...(author && { author: [{ literal: author }] }) }
		};
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new UnreadableDocument(`The PDF cannot be read: ${why} Save it anew without protection, or as text.`);
	}
}

interface Item {
	str: string;
	transform: number[];
	height: number;
	hasEOL: boolean;
}

function linesOf(items: readonly Item[], page: number): Line[] {
	const lines: Line[] = [];
	let line: Line | null = null;
	for (const { str, transform, height, hasEOL } of items) {
		const [, , , , x = 0, y = 0] = transform;
		if (line && str !== '' && Math.abs(line.y - y) > line.height / 2) line = null;
		if (line) line.text += str;
		else if (str.trim() !== '') {
			line = { text: str, page, x, y, height };
			lines.push(line);
		}
		if (hasEOL) line = null;
	}
	return lines.map((one) => ({ ...one, text: tidy(one.text) })).filter(({ text }) => text !== '');
}

function joined(lines: readonly Line[]): string[] {
	const spacing = usualSpacing(lines);
	const paragraphs: string[] = [];
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		const last = paragraphs.at(-1);
		if (!above || last === undefined || isParted(above, line, spacing)) paragraphs.push(line.text);
		// A word that was broken at the end of a line is whole again.
		else if (/\p{L}[-\u00ad]$/u.test(last) && /^\p{Ll}/u.test(line.text)) {
			paragraphs[paragraphs.length - 1] = last.slice(0, -1) + line.text;
		} else paragraphs[paragraphs.length - 1] = `${last} ${line.text}`;
	});
	return paragraphs;
}

/** Whether a paragraph begins with a line. */
function isParted(above: Line, line: Line, spacing: number): boolean {
	const distance = above.y - line.y;
	// On the next page or at the head of the next column a sentence may go on.
	if (above.page !== line.page || distance < 0)
		return /[.!?:…”"’)\]]$/u.test(above.text) || !/^\p{Ll}/u.test(line.text);
	const isOtherSize = Math.abs(above.height - line.height) > 0.1 * line.height;
	const isIndented = line.x - above.x > 0.8 * line.height && line.x - above.x < 5 * line.height;
	return isOtherSize || isIndented || distance > 1.3 * spacing;
}

/** The distance between lines that occurs most often, in points. */
function usualSpacing(lines: readonly Line[]): number {
	const counts = new Map<number, number>();
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		const distance = above?.page === line.page ? Math.round((above.y - line.y) * 2) / 2 : 0;
		if (distance > 0) counts.set(distance, (counts.get(distance) ?? 0) + 1);
	});
	return [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b)[0]?.[0] ?? Infinity;
}
