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

/** What a document states of itself, as far as it does: null and empty are not stated. */
export interface Statement {
	type: string;
	title?: string | null | undefined;
	authors?: readonly string[];
	outlet?: string | null | undefined;
	/** Year, month and day. */
	day?: readonly number[] | null;
	address?: string | null;
	language?: string | null | undefined;
	direction?: 'ltr' | 'rtl' | null;
}

/** A statement as the record of a source has it. */
export function recordOf(stated: Statement): DocumentRead['stated'] {
	const { type, authors = [], day, address, language, direction } = stated;
	const [title, outlet] = [stated.title, stated.outlet].map((text) => tidy(text ?? ''));
	const names = authors.filter((name) => name !== '');
	return {
		type,
		...(title && { title }),
		...(names.length > 0 && { author: names.map((literal) => ({ literal })) }),
		...(outlet && { 'container-title': outlet }),
		...(day && { issued: { 'date-parts': [[...day]] } }),
		...(address && { URL: address }),
		...(language && isLanguageTag(language) && { language }),
		...(direction && { custom: { direction } })
	};
}

/** Whether a text can be the tag of a language (BCP 47). */
export function isLanguageTag(text: string): boolean {
	return /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(text);
}

/** A line of a document: white space of any kind is one space. */
export function tidy(text: string): string {
	return text.replaceAll(/\s+/g, ' ').normalize('NFC').trim();
}

/** The first characters of a text, of which the last is an ellipsis where there are more. */
export function clipped(text: string, most: number): string {
	const points = Array.from(text);
	if (points.length <= most) return text;
	return `${points
		.slice(0, most - 1)
		.join('')
		.trimEnd()}…`;
}

/** Words in quotation marks, cut where they are many. */
export function quoted(text: string, most = 60): string {
	return `“${clipped(text, most)}”`;
}

/** A remark on some words, with these; none where there are none. */
export function remarkOn(words: readonly string[], what: string, most?: number): string[] {
	return words.length === 0 ? [] : [`${what}: ${listed(words, most)}.`];
}

/** A remark on what is in a document and is no text; none where there is nothing. */
export function remarkOnUnread(found: readonly string[]): string[] {
	return found.length === 0 ? [] : [`Not read: ${found.join(', ')}. What is written in them must be added as text.`];
}

/** Words that stand one after another, the first of them quoted, with how many more there are. */
export function listed(words: readonly string[], most = 8): string {
	const shown = words.slice(0, most).map((word) => quoted(word));
	return words.length > most ? `${shown.join(', ')} and ${words.length - most} more` : shown.join(', ');
}
