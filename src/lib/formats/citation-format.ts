import type { Reference } from './reference';

/** A way to write references as a file that a reference manager reads. */
export interface CitationFormat {
	id: string;
	title: string;
	/** What reads it, in a few words. */
	description: string;
	/** How its files' names end, without the dot. */
	extension: string;
	/** The Content-Type of its files. */
	mediaType: string;
	/** Version of what we write; it changes when the same reference would be written otherwise. */
	version: number;
	/** One reference, and what stands before the first, between two and after the last. */
	entry: (reference: Reference) => string;
	frame: { start: string; between: string; end: string };
	serialise(references: readonly Reference[]): string;
}

/** A format of its entries and what stands around them. */
export function citationFormat(parts: Omit<CitationFormat, 'serialise'>): CitationFormat {
	const { entry, frame } = parts;
	return {
		...parts,
		serialise: (references) => frame.start + references.map(entry).join(frame.between) + frame.end
	};
}

/** A stretch of a formatted reference. */
export interface Run {
	text: string;
	italic?: true;
}

/** A way to write references for people. */
export interface CitationStyle {
	id: string;
	title: string;
	/** One line of the list of references. */
	entry(reference: Reference): Run[];
	/** What `cite` is called in this style. */
	citeTitle: string;
	/** What stands in the text or in a footnote: the references in order, each with its paragraph. */
	cite(references: readonly Reference[]): Run[];
}

/** Formatted text without its type faces. */
export function plainText(runs: readonly Run[]): string {
	return runs.map(({ text }) => text).join('');
}
