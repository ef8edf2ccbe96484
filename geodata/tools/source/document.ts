import type { SourceRecord } from '$lib/domain/source';

/** The encoding that a file was read in, and what spoke for it. */
export interface Encoding {
	/** As the Encoding Standard names it, in small letters. */
	name: string;
	why: string;
}

/** Something of a document that is left out, and can be kept. */
export interface LeftOut {
	/** What it is, in words: "the title", "a caption". */
	what: string;
	/** Its paragraphs, as they would be kept. */
	texts: string[];
	/** How many of the paragraphs that are kept stand before it. */
	after: number;
}

/** What a file says: its paragraphs, and what it states of itself, for the record of a source. */
export interface DocumentRead {
	/** Not empty, trimmed, on one line each. */
	paragraphs: string[];
	stated: Omit<SourceRecord, 'id'>;
	leftOut: LeftOut[];
	/** What else a person must know of how it was read, in sentences: what cannot be kept, what was decided. */
	remarks: string[];
	/** Null where the format has one of its own. */
	encoding: Encoding | null;
}

/** A file that no source can be made of; the message says why, and what to do. */
export class UnreadableDocument extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UnreadableDocument';
	}
}

/** A line of a document: white space of any kind is one space. */
export function tidy(text: string): string {
	return text.replaceAll(/\s+/g, ' ').normalize('NFC').trim();
}

/** Words in quotation marks, cut where they are many. */
export function quoted(text: string, most = 60): string {
	const points = Array.from(text);
	return `“${
		points.length <= most
			? text
			: `${points
					.slice(0, most - 1)
					.join('')
					.trimEnd()}…`
	}”`;
}

/** Words that stand one after another, the first of them quoted, with how many more there are. */
export function listed(words: readonly string[], most = 8): string {
	const shown = words.slice(0, most).map((word) => quoted(word));
	return words.length > most ? `${shown.join(', ')} and ${words.length - most} more` : shown.join(', ');
}
