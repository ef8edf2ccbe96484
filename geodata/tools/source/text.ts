import { paragraphsOf } from '$lib/ingest/passage-text';
import type { DocumentRead } from './document';
import { decode, type Said } from './encoding';
import { keptHyphens, runOn, wordCounts } from './run-on';

/** Lines that are wrapped are hardly ever longer. */
const WRAPPED_AT = 100;

/** How the items of a list begin; one line of that kind alone may be a sentence that goes on. */
const ITEM = /^[-*•‣]\s/u;

/**
 * A text file: a paragraph to a line. Where its lines are wrapped, and empty lines part the paragraphs, the lines of each
 * are joined.
 * @throws UnreadableDocument for bytes whose encoding is not known
 */
export function readText(bytes: Uint8Array, said: Said = {}): DocumentRead {
	const { text, encoding } = decode(bytes, said, false);
	return { ...plainText(text), stated: { type: 'document' }, leftOut: [], encoding };
}

/** The paragraphs of a plain text, with a word where its lines were joined. */
export function plainText(text: string): Pick<DocumentRead, 'paragraphs' | 'remarks'> {
	const even = text.replaceAll(/[\v\f\u0085\u2028\u2029]/g, '\n');
	const { whole, hyphens } = unwrapped(even);
	const remarks = [
		...(whole === null ? [] : ['Its lines are wrapped: those between two empty lines are joined to one paragraph.']),
		...keptHyphens(hyphens)
	];
	return { paragraphs: paragraphsOf(whole ?? even), remarks };
}

/** A text without the ends of its wrapped lines; null where they are not wrapped. */
function unwrapped(text: string): { whole: string | null; hyphens: string[] } {
	const hyphens: string[] = [];
	const blocks = text.split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/).map((block) => block.trim().split(/\r\n|\r|\n/));
	const lines = blocks.flat();
	const continued = lines.length - blocks.length;
	const isWrapped =
		blocks.length > 1 && continued * 2 > lines.length && lines.every((line) => line.length <= WRAPPED_AT);
	if (!isWrapped) return { whole: null, hyphens };
	const words = wordCounts(lines);
	const paragraphs = blocks.flatMap((block) => {
		const items: string[] = [];
		const isList = block.filter((line) => ITEM.test(line.trim())).length > 1;
		for (const line of block.map((one) => one.trim())) {
			const last = items.pop();
			if (last === undefined) items.push(line);
			else if (isList && ITEM.test(line)) items.push(last, line);
			else items.push(runOn(last, line, words, hyphens));
		}
		return items;
	});
	return { whole: paragraphs.join('\n'), hyphens };
}
