import type { Line } from './lines';

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
/** A line that ends in a hyphen before one of these leaves a word open: "north- and southbound". */
const AND = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|i|и|или)\s/u;

/** Puts lines together to paragraphs, by what is between them, and notes after the paragraph that runs on over them. */
export function paragraphsOf(lines: readonly Line[]): Paragraphs {
	const words = wordsOf(lines);
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
	const edges = edgesOf(lines);
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

/** The end of a paragraph that is looked at, so that long ones cost no more. */
const TAIL = 200;

/** A paragraph and the next line of it. */
function runOn(paragraph: string, next: string, words: ReadonlyMap<string, number>, hyphens: string[]): string {
	return paragraph.slice(0, -TAIL) + continued(paragraph.slice(-TAIL), next, words, hyphens);
}

function continued(text: string, next: string, words: ReadonlyMap<string, number>, hyphens: string[]): string {
	if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
	// An address has no space in it.
	const token = /\S+$/.exec(text)?.[0] ?? '';
	const [start = ''] = /^\S+/.exec(next) ?? [];
	const isAddress = /:\/\/|^www\.|^\S+@\S*$/i.test(token);
	if (
		isAddress &&
		(/[-/_=&?%#~.]$/.test(token) ? /^[a-z\d/_?&=%#~-]/.test(start) : /^[/?&=#_%~-]|^\w[\w.-]*[/?=&_]/.test(start))
	)
		return text + next;
	const [, word = '', hyphen = ''] = /([\p{L}\p{N}\p{M}’'.]+(?:[-‐][\p{L}\p{N}\p{M}’'.]+)*)([-‐])$/u.exec(text) ?? [];
	if (hyphen === '')
		return /[\p{L}\p{N}][—–]$/u.test(text) || /^[—–][\p{L}\p{N}]/u.test(next) ? text + next : `${text} ${next}`;
	if (AND.test(next)) return `${text} ${next}`;
	const [rest = ''] = /^[\p{L}\p{N}\p{M}’']+/u.exec(next) ?? [];
	if (rest === '') return text + next;
	const [whole, divided] = [`${word}${rest}`, `${word}-${rest}`].map((one) => words.get(one.toLowerCase()) ?? 0);
	// A number is never divided, nor a word before a capital.
	const canBeWhole = /\p{L}$/u.test(word) && /^(?!\p{Lu})\p{L}/u.test(rest);
	if (canBeWhole && (whole ?? 0) > (divided ?? 0)) return text.slice(0, -hyphen.length) + next;
	if (canBeWhole && (divided ?? 0) === 0) hyphens.push(`${word}-${rest}`);
	return `${text.slice(0, -hyphen.length)}-${next}`;
}

/** How often each word stands in the lines, but for those that the end of a line divides. */
function wordsOf(lines: readonly Line[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { text } of lines) {
		for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}’']+(?:[-‐][\p{L}\p{N}\p{M}’']+)*(?![-‐]|[\p{L}\p{N}])/gu)) {
			const key = word.toLowerCase().replaceAll('‐', '-');
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	return counts;
}

/** Where the lines of a column begin and end. */
interface Edges {
	x: number;
	right: number;
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

function edgesOf(lines: readonly Line[]): Map<number, Edges> {
	const edges = new Map<number, Edges>();
	for (const { column, x, right } of lines) {
		const known = edges.get(column) ?? { x, right };
		edges.set(column, { x: Math.min(known.x, x), right: Math.max(known.right, right) });
	}
	return edges;
}
