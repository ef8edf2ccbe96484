import { paragraphsOf } from '$lib/dataset/passage';
import { type DocumentRead, UnreadableDocument } from './document';

/** Lines that are wrapped are hardly ever longer. */
const WRAPPED_AT = 100;

/**
 * A text file: a paragraph to a line. Where its lines are wrapped, and empty lines part the paragraphs, the lines of each
 * are joined.
 * @throws UnreadableDocument for bytes that are not UTF-8
 */
export function readText(bytes: Uint8Array): DocumentRead {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new UnreadableDocument('The file is neither PDF nor HTML nor UTF-8 text. Save it as UTF-8.');
	}
	if (text.includes('\0')) throw new UnreadableDocument('The file is not text.');
	return { paragraphs: paragraphsOf(unwrapped(text)), stated: { type: 'document' } };
}

function unwrapped(text: string): string {
	const blocks = text.split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/).map((block) => block.trim().split(/\r\n|\r|\n/));
	const lines = blocks.flat();
	const continued = lines.length - blocks.length;
	const isWrapped =
		blocks.length > 1 && continued * 2 > lines.length && lines.every((line) => line.length <= WRAPPED_AT);
	return isWrapped ? blocks.map((block) => block.map((line) => line.trim()).join(' ')).join('\n') : text;
}
