import { apa } from './apa';
import { bibtex } from './bibtex';
import { chicago } from './chicago';
import type { CitationFormat, CitationStyle } from './citation-format';
import { cslJson } from './csl-json';
import { ris } from './ris';

/** Every style in which references are written out, in the order in which they are offered. */
export const CITATION_STYLES: readonly CitationStyle[] = [apa, chicago];

/** Every format in which references are downloaded, in the order in which they are offered. */
export const CITATION_FORMATS: readonly CitationFormat[] = [bibtex, ris, cslJson];

/** The format of an extension; undefined for one that the atlas does not write. */
export function citationFormatOf(extension: string): CitationFormat | undefined {
	return CITATION_FORMATS.find((format) => format.extension === extension);
}
