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
	return nodesOf(element).filter(isElement);
}

/** The elements directly in an element that have a name, whatever its prefix. */
export function childrenNamed(element: Element, name: string): Element[] {
	return childrenOf(element).filter((child) => child.localName === name);
}

/** The text of an element, without white space around it; its markup too, where a person has written markup. */
export function textOf(element: Element): string {
	const nodes = nodesOf(element);
	if (!nodes.some(isElement)) return (element.textContent ?? '').trim();
	const markup = new XMLSerializer();
	const texts = nodes.map((node) => (isElement(node) ? markup.serializeToString(node) : (node.nodeValue ?? '')));
	return texts
		.join('')
		.replaceAll(/\sxmlns(:\w+)?="[^"]*"/g, '')
		.trim();
}

/**
 * Text that stands between the elements of an element, where none should: a tag that lost its bracket, for example. Null for
 * none. In elements with one of the names of `prose` a person may have written anything.
 */
export function strayText(element: Element, prose: ReadonlySet<string>): string | null {
	const nodes = nodesOf(element);
	if (prose.has(element.localName ?? '') || !nodes.some(isElement)) return null;
	const texts = nodes.map((node) => (node.nodeType === TEXT && node.nodeValue?.trim()) || null);
	let stray = texts.find((text) => text !== null) ?? null;
	for (const child of nodes.filter(isElement)) stray ??= strayText(child, prose);
	return stray;
}

function nodesOf(element: Element | null): Node[] {
	return Array.from(element?.childNodes ?? []);
}

const TEXT = 3;

function isElement(node: Node): node is Element {
	return node.nodeType === 1;
}
