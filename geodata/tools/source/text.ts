import { paragraphsOf } from '$lib/dataset/passage';
import type { DocumentRead } from './document';
import { decodeText, type Said } from './encoding';

/** Lines that are wrapped are hardly ever longer. */
const WRAPPED_AT = 100;

/**
 * A text file: a paragraph to a line. Where its lines are wrapped, and empty lines part the paragraphs, the lines of each
 * are joined.
 * @throws UnreadableDocument for bytes whose encoding is not known
 */
export function readText(bytes: Uint8Array, said: Said = {}): DocumentRead {
	const { text, encoding } = decodeText(bytes, said);
	return { ...plainText(text), stated: { type: 'document' }, leftOut: [], encoding };
}

/** The paragraphs of a plain text, with a word where its lines were joined. */
export function plainText(text: string): Pick<DocumentRead, 'paragraphs' | 'remarks'> {
	const whole = unwrapped(text);
	const remarks =
		whole === text ? [] : ['Its lines are wrapped: those between two empty lines are joined to one paragraph.'];
	return { paragraphs: paragraphsOf(whole.replaceAll(/[\v\f]/g, '\n')), remarks };
}

function unwrapped(text: string): string {
	const blocks = text.split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/).map((block) => block.trim().split(/\r\n|\r|\n/));
	const lines = blocks.flat();
	const continued = lines.length - blocks.length;
	const isWrapped =
		blocks.length > 1 && continued * 2 > lines.length && lines.every((line) => line.length <= WRAPPED_AT);
	return isWrapped ? blocks.map((block) => block.map((line) => line.trim()).join(' ')).join('\n') : text;
}
