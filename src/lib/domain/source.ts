import type { WebPage } from './attribution';
import type { Issued } from './issued';

/** The record of a source as a CSL-JSON item (citationstyles.org); only what is known. */
export interface SourceRecord {
	id: string;
	type: string;
	title?: string;
	author?: { family?: string; given?: string; literal?: string }[];
	publisher?: string;
	'container-title'?: string;
	/** CSL date; EDTF where the day is not known. */
	issued?: Issued;
	URL?: string;
	language?: string;
	/** What CSL has no word for. */
	custom?: { direction?: 'ltr' | 'rtl' };
	note?: string;
}

/** A paragraph that no claim rests on, and why. */
export interface UnmappedParagraph {
	paragraph: number;
	why: string;
}

/** Something about a document that a reader of its claims must know: what it differs in from the report it goes back to. */
export interface SourceWarning {
	text: string;
	/** The claims that it is about; without them, all of the source. */
	claims?: string[];
	/** The pages that show it. */
	pages?: WebPage[];
}

/** A document that says something, as the atlas knows it; its text is not part of the atlas. */
export interface Source {
	id: string;
	/** What it is called on screen, where the record has no title: a description in brackets. */
	title: string;
	record: SourceRecord;
	document: { file: string; sha256: string; paragraphs: number };
	/** How `issued` was found where the document does not state it. */
	dating?: string;
	/** What a reader must know who relies on the document. */
	warnings?: SourceWarning[];
	unmapped: UnmappedParagraph[];
}

/** The warnings that concern one claim of a source: those that name it, and those that name none. */
export function warningsOn({ warnings = [] }: Pick<Source, 'warnings'>, claim: string): SourceWarning[] {
	return warnings.filter(({ claims }) => claims === undefined || claims.includes(claim));
}
