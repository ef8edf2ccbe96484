import type { SourceRecord } from '$lib/domain/source';

/** What a file says: its paragraphs, and what it states of itself, for the record of a source. */
export interface DocumentRead {
	/** Not empty, trimmed, on one line each. */
	paragraphs: string[];
	stated: Omit<SourceRecord, 'id'>;
}

/** A file that no source can be made of; the message says why, and what to do. */
export class UnreadableDocument extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UnreadableDocument';
	}
}

/** What kind of document it is, by its first bytes, else by its name. */
export function kindOf(name: string, bytes: Uint8Array): 'pdf' | 'html' | 'text' {
	const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart();
	if (beginning.startsWith('%PDF-')) return 'pdf';
	return /\.x?html?$/i.test(name) || /^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(beginning)
		? 'html'
		: 'text';
}

/** A line of a document: white space of any kind is one space. */
export function tidy(text: string): string {
	return text.replaceAll(/\s+/g, ' ').normalize('NFC').trim();
}
