import { type Issues, quoted } from './issues';
import type { LeftOut } from './left-out';
import { Lines } from './text-lines';
import { parseElement, textOf } from './xml-element';

/** What is looked for in an XML text, by names without their prefixes. */
export interface Wanted {
	/** Elements that become features. */
	items: ReadonlySet<string>;
	/** Elements that items stand in, the outermost one aside. */
	containers: ReadonlySet<string>;
	/** What is said of other elements beside the items: what one is called, and what several are. */
	words(name: string, container: string): readonly [one: string, many: string] | null;
}

/** An element of an XML text that becomes a feature, as it stands in the text, what could be mended in it mended. */
export interface XmlItem {
	/** Its name without prefix. */
	name: string;
	xml: string;
	line: number;
	/** The attributes that declare the namespaces in which it stands. */
	namespaces: string;
	/** The containers in which it stands, the outermost first. */
	within: readonly Container[];
}

/** An element that holds items, and its name where it says one. */
export interface Container {
	kind: string;
	title: string | null;
}

/** Elements nested deeper than this are a mistake, or an attack on whatever walks them by recursion. */
const MOST_DEPTH = 100;

/** A tag as XML 1.0 writes it (section 3.1): a name, attributes with their values in quotes. */
const TAG = /<(\/?)([^\s"'<>/=!?]+)((?:\s+[^\s"'<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/** What stands between tags and holds none. */
const SPECIAL = [
	{ begins: '<!--', ends: '-->' },
	{ begins: '<![CDATA[', ends: ']]>' },
	{ begins: '<?', ends: '?>' }
];

/** An ampersand that begins no reference that XML knows of itself (section 4.6). */
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/iy;

interface Open {
	name: string;
	local: string;
	start: number;
	/** The namespaces that it declares: the attributes, by their names. */
	declares: Map<string, string>;
	container: Container | null;
}

/** The outermost element of an XML text, its name without prefix in small letters; empty where there is none. */
export function rootOf(text: string): string {
	for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
		const special = SPECIAL.find(({ begins }) => text.startsWith(begins, at));
		if (!special) {
			const [, name = ''] = /^<(?:!doctype\s+)?([^\s/>![]+)/i.exec(text.slice(at, at + 200)) ?? [];
			return localOf(name).toLowerCase();
		}
		const end = text.indexOf(special.ends, at + special.begins.length);
		if (end < 0) return '';
		at = end;
	}
	return '';
}

/**
 * Cuts an XML text into its items, so that each can be parsed alone and one that is broken costs no other. A document type
 * is refused: it is where entities are defined that grow without an end, or that fetch. The text is gone through once, and
 * nothing recurses.
 */
export function xmlItems(text: string, wanted: Wanted, leftOut: LeftOut, issues: Issues): XmlItem[] {
	return new Scan(text, wanted, leftOut, issues).items();
}

class Scan {
	readonly #text: string;
	readonly #wanted: Wanted;
	readonly #leftOut: LeftOut;
	readonly #issues: Issues;
	readonly #lines: Lines;
	readonly #items: XmlItem[] = [];
	#open: Open[] = [];
	/** The item that is open: how deep it stands, how deep its elements are nested, and whether its tags do not fit. */
	#item: { at: number; deepest: number; isBroken: boolean } | null = null;
	/** Names of elements that another's end has closed: their own end closes nothing more. */
	readonly #closed: string[] = [];
	/** Where something has to be put instead of a character for the text to be XML, in order. */
	readonly #mends: { at: number; by: string }[] = [];
	readonly #undeclared = new Map<string, { line: number; count: number }>();
	/** Mistakes of one kind are told once, where the first stands. */
	readonly #mistakes = new Map<string, { line: number; count: number; message: string }>();
	#nextAmpersand: number;

	constructor(text: string, wanted: Wanted, leftOut: LeftOut, issues: Issues) {
		this.#text = text;
		this.#wanted = wanted;
		this.#leftOut = leftOut;
		this.#issues = issues;
		this.#lines = new Lines(text);
		this.#nextAmpersand = text.indexOf('&');
	}

	items(): XmlItem[] {
		this.#scan();
		for (const { line, count, message } of this.#mistakes.values()) {
			this.#issues.add(`Line ${line}`, message + (count > 1 ? ` So with ${count - 1} more.` : ''));
		}
		for (const [prefix, { line, count }] of this.#undeclared) {
			this.#issues.add(
				`Line ${line}`,
				`The prefix ${quoted(prefix)} is used ${count === 1 ? 'once' : `${count} times`} and declared nowhere around it: declare it with xmlns:${prefix}="…" in the outermost element. What it stands before was read by its name alone.`
			);
		}
		return this.#items;
	}

	#scan(): void {
		const text = this.#text;
		const [lastBracket, lastEnd] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
		let isOver = false;
		let textFrom = 0;
		for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
			this.#mendReferences(at);
			this.#checkText(textFrom, at);
			textFrom = at;
			const special = SPECIAL.find(({ begins }) => text.startsWith(begins, at));
			if (special) {
				const end = text.indexOf(special.ends, at + special.begins.length);
				if (end < 0) {
					this.#stop(at, `${special.begins} begins here and does not end.`);
					return;
				}
				at = end + special.ends.length;
				textFrom = at;
				this.#skipReferences(at);
				continue;
			}
			if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) {
				this.#stop(
					at,
					'A document type (<!DOCTYPE …>) stands here. It can define entities, and is not read: remove it.'
				);
				return;
			}
			TAG.lastIndex = at;
			const tag = TAG.exec(text);
			if (!tag) {
				if (at === lastBracket && at > lastEnd) {
					this.#stop(at, 'A tag begins here and does not end; the file may have been cut off.');
					return;
				}
				this.#mendBracket(at);
				at += 1;
				continue;
			}
			const [whole, slash = '', name = '', attributes = '', empty = ''] = tag;
			const end = at + whole.length;
			if (slash === '' && isOver) {
				this.#stop(at, `<${name}> begins where the file should end.`);
				return;
			}
			this.#mendReferences(end);
			if (slash === '/') this.#close(name, at, end);
			else this.#begin(name, attributes, empty === '/', at, end);
			isOver = this.#open.length === 0;
			at = end;
			textFrom = end;
		}
		this.#mendReferences(text.length);
		if (this.#open.length === 0) return;
		const [outermost] = this.#open;
		const elements = this.#open.length === 1 ? `<${outermost?.name ?? ''}> is` : `${this.#open.length} elements are`;
		this.#stop(
			text.length,
			`The file ends in the middle of its data. ${elements} not closed; it may have been cut off.`
		);
	}

	/** Tells text that stands between items, where none should. */
	#checkText(from: number, to: number): void {
		if (this.#item || from === to || !(this.#open.at(-1)?.container ?? this.#open.length === 0)) return;
		const text = this.#text.slice(from, Math.min(to, from + 1000)).trim();
		if (text === '' || text === '\uFEFF') return;
		this.#mistake(
			'text',
			from,
			() => `Text stands between elements, where none should: ${quoted(text)}. It was not read.`
		);
	}

	#begin(name: string, attributes: string, isEmpty: boolean, at: number, end: number): void {
		const local = localOf(name);
		if (this.#item && this.#open[this.#item.at]?.name === name) {
			// An item in itself: the one before was not closed.
			this.#tellItem(
				`<${name}> is not closed before the next one begins in line ${this.#lines.at(at)}: it was left out.`
			);
			this.#open = this.#open.slice(0, this.#item.at);
			this.#item = null;
		}
		const parent = this.#open.at(-1);
		const isContainer = parent === undefined || (!this.#item && this.#wanted.containers.has(local));
		const element: Open = {
			name,
			local,
			start: at,
			declares: declarationsIn(attributes),
			container: isContainer ? { kind: local, title: null } : null
		};
		if (!this.#item && parent?.container && !isContainer) {
			if (this.#wanted.items.has(local)) {
				this.#item = { at: this.#open.length, deepest: this.#open.length, isBroken: false };
			} else if (local !== 'name' || parent.container.kind !== 'Folder' || parent.container.title !== null) {
				this.#count(local, parent.container.kind);
			}
		}
		this.#open.push(element);
		if (this.#item) this.#item.deepest = Math.max(this.#item.deepest, this.#open.length);
		this.#checkPrefixes(name, attributes, at);
		if (isEmpty) this.#end(end);
	}

	#count(name: string, container: string): void {
		const words = this.#wanted.words(name, container);
		if (words) this.#leftOut.add(...words);
	}

	#close(name: string, at: number, end: number): void {
		if (this.#open.at(-1)?.name === name) {
			this.#end(end);
			return;
		}
		const index = this.#open.findLastIndex((element) => element.name === name);
		if (index < 0) {
			const known = this.#closed.indexOf(name);
			if (known >= 0) {
				this.#closed.splice(known, 1);
				return;
			}
			if (this.#item) this.#item.isBroken = true;
			this.#issues.add(`Line ${this.#lines.at(at)}`, `</${name}> closes nothing that is open.${this.#itemLeftOut()}`);
			return;
		}
		if (this.#item) this.#item.isBroken = true;
		const unclosed = this.#open.slice(index + 1);
		for (const element of unclosed.slice(-MOST_DEPTH)) this.#closed.push(element.name);
		const last = unclosed.at(-1)?.name ?? '';
		this.#issues.add(
			`Line ${this.#lines.at(at)}`,
			`</${name}> stands where </${last}> should close what is open.${this.#itemLeftOut()}`
		);
		this.#open = this.#open.slice(0, index + 1);
		if (this.#item && this.#item.at > index) this.#item = null;
		this.#end(end);
	}

	/** Ends the innermost element, whose end tag ends at `end`. */
	#end(end: number): void {
		const last = this.#open.pop();
		if (!last) return;
		const parent = this.#open.at(-1)?.container;
		if (!this.#item) {
			if (last.local === 'name' && parent && parent.title === null) {
				const { element } = parseElement(this.#mended(last.start, end), this.#namespaces([last]));
				parent.title = element ? textOf(element) : null;
			}
			return;
		}
		if (this.#item.at !== this.#open.length) return;
		const { deepest, at, isBroken } = this.#item;
		this.#item = null;
		if (isBroken) return;
		const line = this.#lines.at(last.start);
		if (deepest - at > MOST_DEPTH) {
			this.#issues.add(
				`Line ${line}`,
				`Elements are nested ${deepest - at} deep; ${MOST_DEPTH} is the most that is read.`
			);
			return;
		}
		this.#items.push({
			name: last.local,
			xml: this.#mended(last.start, end),
			line,
			namespaces: this.#namespaces([last]),
			within: this.#open.flatMap(({ container }) => container ?? [])
		});
	}

	#itemLeftOut(): string {
		const open = this.#item && this.#open[this.#item.at];
		return open ? ` The <${open.name}> of line ${this.#lines.at(open.start)} was left out.` : '';
	}

	#tellItem(message: string): void {
		const open = this.#item && this.#open[this.#item.at];
		if (open) this.#issues.add(`Line ${this.#lines.at(open.start)}`, message);
	}

	#stop(offset: number, message: string): void {
		const kept = this.#items.length > 0 ? ' What is complete before that was read.' : '';
		this.#issues.add(`Line ${this.#lines.at(offset)}`, message + kept);
	}

	/** The namespaces around an element, as attributes; a prefix that nothing declares is given a name of its own. */
	#namespaces(inner: readonly Open[]): string {
		const all = new Map<string, string>();
		for (const prefix of this.#undeclared.keys()) all.set(`xmlns:${prefix}`, `"undeclared:${prefix}"`);
		for (const { declares } of [...this.#open, ...inner]) for (const [name, value] of declares) all.set(name, value);
		return [...all].map(([name, value]) => ` ${name}=${value}`).join('');
	}

	#checkPrefixes(name: string, attributes: string, at: number): void {
		if (!name.includes(':') && !attributes.includes(':')) return;
		const names = [name, ...[...attributes.matchAll(ATTRIBUTE)].map(([, attribute = '']) => attribute)];
		for (const prefix of new Set(names.map(prefixOf))) {
			if (prefix === '' || prefix === 'xmlns' || prefix === 'xml') continue;
			if (this.#open.some(({ declares }) => declares.has(`xmlns:${prefix}`))) continue;
			const known = this.#undeclared.get(prefix);
			if (known) known.count += 1;
			else this.#undeclared.set(prefix, { line: this.#lines.at(at), count: 1 });
		}
	}

	/** A part of the text with what had to be mended in it. */
	#mended(start: number, end: number): string {
		let first = this.#mends.length;
		while (first > 0 && (this.#mends[first - 1]?.at ?? -1) >= start) first -= 1;
		let from = start;
		let xml = '';
		for (const { at, by } of this.#mends.slice(first)) {
			if (at >= end) break;
			xml += this.#text.slice(from, at) + by;
			from = at + 1;
		}
		return xml + this.#text.slice(from, end);
	}

	#mendBracket(at: number): void {
		this.#mends.push({ at, by: '&lt;' });
		const isTag = /^<\/?[\p{L}_]/u.test(this.#text.slice(at, at + 3));
		const written = this.#text.slice(at, at + 50).split('\n')[0] ?? '';
		const around = this.#text.slice(Math.max(0, at - 20), at + 20).trim();
		this.#mistake(isTag ? 'a tag' : 'a bracket', at, () =>
			isTag
				? `${quoted(written)} begins like a tag and is none: the values of its attributes must stand in quotes, and an unescaped < in a text is written &lt;. It was taken as text.`
				: `An unescaped < stands in the text, in ${quoted(around)}: it is written &lt; in XML. It was taken as text.`
		);
	}

	/** Mends every ampersand before `end`, which is in no comment or section of character data. */
	#mendReferences(end: number): void {
		while (this.#nextAmpersand >= 0 && this.#nextAmpersand < end) {
			const at = this.#nextAmpersand;
			REFERENCE.lastIndex = at;
			if (!REFERENCE.test(this.#text)) {
				const [written = '&'] = /^&[\p{L}\d#]*;?/u.exec(this.#text.slice(at, at + 30)) ?? [];
				this.#mends.push({ at, by: '&amp;' });
				const why = written.endsWith(';') ? `XML knows no ${quoted(written)}` : 'An unescaped & stands in the text';
				this.#mistake('an ampersand', at, () => `${why}: an & is written &amp;. It was kept as it stands.`);
			}
			this.#nextAmpersand = this.#text.indexOf('&', at + 1);
		}
	}

	#skipReferences(to: number): void {
		if (this.#nextAmpersand >= 0 && this.#nextAmpersand < to) this.#nextAmpersand = this.#text.indexOf('&', to);
	}

	#mistake(kind: string, at: number, message: () => string): void {
		const known = this.#mistakes.get(kind);
		if (known) known.count += 1;
		else this.#mistakes.set(kind, { line: this.#lines.at(at), count: 1, message: message() });
	}
}

const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*')/g;

function declarationsIn(attributes: string): Map<string, string> {
	if (!attributes.includes('xmlns')) return new Map();
	const all = [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value] as const);
	return new Map(all.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:')));
}

function localOf(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function prefixOf(name: string): string {
	return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}
