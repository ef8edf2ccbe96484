import { createHash } from 'node:crypto';
import type { Selector } from '$lib/domain/selector';

/** The paragraphs of a document: its non-empty lines, trimmed and NFC-normalised; paragraph n is at n - 1. */
export function paragraphsOf(document: string): string[] {
	return document
		.split(/\r\n|\r|\n/)
		.map((line) => line.normalize('NFC').trim())
		.filter((line) => line !== '');
}

/** The text that a selector points at; null where the paragraph or the span does not exist. */
export function passageAt(paragraphs: readonly string[], selector: Selector): string | null {
	const points = Array.from(paragraphs[selector.paragraph - 1] ?? '');
	if (selector.start < 0 || selector.start >= selector.end || selector.end > points.length) return null;
	return points.slice(selector.start, selector.end).join('');
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export function fingerprint(text: string | Uint8Array): string {
	return createHash('sha256').update(text).digest('hex');
}

/** The selector of `words` in a paragraph, counted from 1; null unless they stand there exactly once. */
export function selectorOf(paragraphs: readonly string[], paragraph: number, words: string): Selector | null {
	const text = paragraphs[paragraph - 1];
	const passage = words.normalize('NFC').trim();
	if (text === undefined || passage === '') return null;
	const at = text.indexOf(passage);
	if (at < 0 || text.indexOf(passage, at + 1) >= 0) return null;
	const start = Array.from(text.slice(0, at)).length;
	return { paragraph, start, end: start + Array.from(passage).length, sha256: fingerprint(passage) };
}
