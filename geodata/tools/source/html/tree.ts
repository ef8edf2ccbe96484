import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';
import { UnreadableDocument } from '../document';

/** Browsers nest no deeper than 512, and pages hardly ever deeper than 100; Readability takes seconds from here on. */
const DEEPEST = 256;

/**
 * A page as the HTML standard parses it, with every tag that may be left out.
 * @throws UnreadableDocument for one that is nested deeper than is read
 */
export function completed(html: string): string {
	const tree = parse(html, { scriptingEnabled: false });
	let level: DefaultTreeAdapterTypes.Node[] = [tree];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > DEEPEST) {
			throw new UnreadableDocument(
				`The elements of the page are nested more than ${DEEPEST} deep, and are not read. Save it as text or PDF.`
			);
		}
		level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
	}
	return serialize(tree);
}

/** The tree that Readability reads, of a page that is complete. */
export function treeOf(html: string): Document {
	return parseHTML(html).document;
}
