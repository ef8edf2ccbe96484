/**
 * Where a passage is in its document: a text position selector (W3C Web Annotation, section 4.2.5) within one paragraph,
 * with the fingerprint of what stands there.
 */
export interface Selector {
	/** The paragraph, a non-empty line of the document, counted from 1. */
	paragraph: number;
	/** Unicode code points into the paragraph, which is trimmed and NFC-normalised first. */
	start: number;
	/** The code point after the last. */
	end: number;
	/** SHA-256 of the passage's UTF-8 text, as 64 hexadecimal digits. */
	sha256: string;
}
