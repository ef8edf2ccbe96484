declare module 'html-encoding-sniffer' {
	/** The encoding of a page by the HTML standard, section 13.2.3.2, as the Encoding Standard names it. */
	export default function htmlEncodingSniffer(
		bytes: Uint8Array,
		options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string }
	): string;
}

declare module 'bplist-parser' {
	/** The objects of a binary property list; the first is the root. */
	export function parseBuffer(bytes: Uint8Array): unknown[];
}
