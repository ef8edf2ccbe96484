import { DOMParser, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';

/** An element that was parsed by itself, or what is wrong with it. */
export type Parsed = { element: Element; wrong?: never } | { element?: never; wrong: string };

/** Parses one element in the namespaces that attributes declare. Never throws, and resolves no entity of the file's own. */
export function parseElement(xml: string, namespaces: string): Parsed {
	const wrong: string[] = [];
	const onError = (level: string, message: string) => {
		if (level !== 'warning') wrong.push(message);
	};
	try {
		const parser = new DOMParser({ onError, locator: false });
		const document = parser.parseFromString(`<file${namespaces}>${xml}</file>`, 'text/xml');
		const [element] = childrenOf(document.documentElement);
		if (element && wrong.length === 0) return { element };
	} catch (error) {
		if (wrong.length === 0) wrong.push(error instanceof Error ? error.message : String(error));
	}
	return { wrong: wrong[0] ?? 'it has no element' };
}

/** The elements directly in an element, in their order. */
export function childrenOf(element: Element | null): Element[] {
	const children: Element[] = [];
	for (let node = element?.firstChild ?? null; node; node = node.nextSibling) {
		if (isElement(node)) children.push(node);
	}
	return children;
}

/** The elements directly in an element that have a name, whatever its prefix. */
export function childrenNamed(element: Element, name: string): Element[] {
	return childrenOf(element).filter((child) => child.localName === name);
}

/** The text of an element, without white space around it; its markup too, where a person has written markup. */
export function textOf(element: Element): string {
	if (childrenOf(element).length === 0) return (element.textContent ?? '').trim();
	let text = '';
	for (let node = element.firstChild; node; node = node.nextSibling) {
		text += isElement(node) ? new XMLSerializer().serializeToString(node) : (node.nodeValue ?? '');
	}
	return text.replaceAll(/\sxmlns(:\w+)?="[^"]*"/g, '').trim();
}

/**
 * Text that stands between the elements of an element, where none should: a tag that lost its bracket, for example. Null for
 * none. In elements with one of the names of `prose` a person may have written anything.
 */
export function strayText(element: Element, prose: ReadonlySet<string>): string | null {
	if (prose.has(element.localName ?? '')) return null;
	const children = childrenOf(element);
	if (children.length === 0) return null;
	for (let node = element.firstChild; node; node = node.nextSibling) {
		if (node.nodeType === TEXT && node.nodeValue?.trim()) return node.nodeValue.trim();
	}
	for (const child of children) {
		const stray = strayText(child, prose);
		if (stray !== null) return stray;
	}
	return null;
}

const TEXT = 3;

function isElement(node: Node): node is Element {
	return node.nodeType === 1;
}
