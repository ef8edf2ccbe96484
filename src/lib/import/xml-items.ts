import type { Issues } from './issues';
import { Lines } from './lines';

/** An element of an XML text that becomes a feature, as it stands in the text. */
export interface XmlItem {
	name: string;
	xml: string;
	line: number;
}

/** What an XML text is made of. */
export interface XmlItems {
	/** The name of the outermost element, without prefix, in small letters; empty where there is none. */
	root: string;
	/** Its start tag, which declares the namespaces. */
	rootTag: string;
	items: XmlItem[];
	/** How many elements of other names there are, of those that were asked for. */
	others: Map<string, number>;
}

/** Elements nested deeper than this are a mistake, or an attack on whatever walks them by recursion. */
const MOST_DEPTH = 100;

/**
 * Cuts an XML text into the elements of some names, so that each can be parsed alone and one that is broken costs no other.
 * A document type is refused: it is where entities are defined that grow without an end, or that fetch. The text is gone
 * through once, and nothing recurses.
 */
export function xmlItems(
	text: string,
	isItem: (name: string) => boolean,
	counted: ReadonlySet<string>,
	issues: Issues
): XmlItems {
	const found: XmlItems = { root: '', rootTag: '', items: [], others: new Map() };
	const lines = new Lines(text);
	const open: { name: string; start: number }[] = [];
	/** The item that is open: how deep it stands, and how deep its elements are nested. */
	let item: { at: number; deepest: number } | null = null;
	const stop = (offset: number, message: string): XmlItems => {
		const kept = found.items.length > 0 ? ' What is complete before that was read.' : '';
		issues.add(`Line ${lines.at(offset)}`, message + kept);
		return found;
	};

	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		const special = SPECIAL.find(({ begins }) => text.startsWith(begins, at));
		if (special) {
			const end = text.indexOf(special.ends, at + special.begins.length);
			if (end < 0) return stop(at, `${special.begins} begins here and does not end.`);
			at = end + special.ends.length;
			continue;
		}
		if (text.startsWith('<!', at)) {
			return stop(
				at,
				'A document type (<!DOCTYPE …>) stands here. It can define entities, and is not read: remove it.'
			);
		}
		const end = endOfTag(text, at);
		if (end < 0) return stop(at, 'A tag begins here and does not end; the file may have been cut off.');
		const isClosing = text[at + 1] === '/';
		const name = /^[^\s/>]*/.exec(text.slice(at + (isClosing ? 2 : 1), Math.min(end, at + 200)))?.[0] ?? '';
		if (isClosing) {
			const last = open.pop();
			if (last?.name !== name) {
				const expected = last ? `</${last.name}> should close what is open` : 'nothing is open';
				return stop(at, `</${name}> stands where ${expected}.`);
			}
			if (item?.at === open.length) {
				if (item.deepest - item.at > MOST_DEPTH) {
					const message = `Elements are nested ${item.deepest - item.at} deep; ${MOST_DEPTH} is the most that is read.`;
					issues.add(`Line ${lines.at(last.start)}`, message);
				} else found.items.push({ name, xml: text.slice(last.start, end + 1), line: lines.at(last.start) });
				item = null;
			}
		} else {
			if (open.length === 0 && found.root !== '') return stop(at, `<${name}> begins where the file should end.`);
			if (open.length === 0) {
				found.root = name.replace(/^.*:/, '').toLowerCase();
				found.rootTag = text.slice(at, end + 1);
			} else if (!item) {
				if (counted.has(name)) found.others.set(name, (found.others.get(name) ?? 0) + 1);
				if (isItem(name)) item = { at: open.length, deepest: open.length };
			}
			const isEmpty = text[end - 1] === '/';
			if (isEmpty && item?.at === open.length) {
				found.items.push({ name, xml: text.slice(at, end + 1), line: lines.at(at) });
				item = null;
			}
			if (!isEmpty) {
				open.push({ name, start: at });
				if (item) item.deepest = Math.max(item.deepest, open.length);
			}
		}
		at = end + 1;
	}
	if (open.length > 0) {
		const elements = open.length === 1 ? `<${open[0]?.name ?? ''}> is` : `${open.length} elements are`;
		return stop(
			text.length,
			`The file ends in the middle of its data. ${elements} not closed; it may have been cut off.`
		);
	}
	return found;
}

/** What stands between tags and holds none. */
const SPECIAL = [
	{ begins: '<!--', ends: '-->' },
	{ begins: '<![CDATA[', ends: ']]>' },
	{ begins: '<?', ends: '?>' }
];

/** Where the tag ends that begins at `from`: at the first > outside of quotes; -1 where it does not. */
function endOfTag(text: string, from: number): number {
	for (let at = from + 1; at < text.length; at++) {
		const character = text[at];
		if (character === '>') return at;
		if (character === '<') return -1;
		if (character !== '"' && character !== "'") continue;
		const close = text.indexOf(character, at + 1);
		if (close < 0) return -1;
		at = close;
	}
	return -1;
}
