import { quoted } from './issues';
import type { Reading } from './file-reading';
import { Lines } from './text-lines';
import { parseElement, textOf } from './xml-element';

/** What is looked for in an XML text, by names without their prefixes. */
export interface Wanted {
	/** Elements that become features. */
	items: ReadonlySet<string>;
	/** Elements that items stand in, the outermost one aside. */
	containers: ReadonlySet<string>;
	/** What is said of other elements beside the items: what one is called, and what several are. */
	words(name: string, container: string): readonly [one: string, many?: string] | null;
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
export function xmlItems(text: string, wanted: Wanted, reading: Reading): XmlItem[] {
	return new Scan(text, wanted, reading).items();
}

/** A mistake that a file has again and again: told once, where the first stands. */
interface Mistake {
	line: number;
	count: number;
	/** What is said of it, by how often it comes. Worked out at the end: a hostile file has millions. */
	message: (count: number) => string;
}

class Scan {
	readonly #text: string;
	readonly #wanted: Wanted;
	readonly #reading: Reading;
	readonly #lines: Lines;
	readonly #items: XmlItem[] = [];
	#open: Open[] = [];
	/** The item that is open: how deep it stands, how deep its elements are nested, and whether its tags do not fit. */
	#item: { at: number; deepest: number; isBroken: boolean } | null = null;
	/** Names of elements that another's end has closed: their own end closes nothing more. */
	readonly #closed: string[] = [];
	/** Where something has to be put instead of a character for the text to be XML, in order, since the last part was taken. */
	#mends: { at: number; by: string }[] = [];
	readonly #mistakes = new Map<string, Mistake>();
	/** Prefixes of names that nothing around them declares. */
	readonly #undeclared = new Map<string, Mistake>();
	#nextAmpersand: number;

	constructor(text: string, wanted: Wanted, reading: Reading) {
		this.#text = text;
		this.#wanted = wanted;
		this.#reading = reading;
		this.#lines = new Lines(text);
		this.#nextAmpersand = text.indexOf('&');
	}

	items(): XmlItem[] {
		this.#scan();
		for (const { line, count, message } of [...this.#mistakes.values(), ...this.#undeclared.values()]) {
			this.#reading.add(`Line ${line}`, message(count));
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
				// Nothing in it is a reference.
				if (this.#nextAmpersand >= 0 && this.#nextAmpersand < at) this.#nextAmpersand = text.indexOf('&', at);
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
		const [outermost, ...inner] = this.#open;
		if (!outermost) return;
		const elements = inner.length === 0 ? `<${outermost.name}> is` : `${inner.length + 1} elements are`;
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
			(count) => `Text stands between elements, where none should: ${quoted(text)}. It was not read.${again(count)}`
		);
	}

	#begin(name: string, attributes: string, isEmpty: boolean, at: number, end: number): void {
		const local = localOf(name);
		const outer = this.#openItem();
		if (outer?.name === name) {
			// An item in itself: the one before was not closed.
			const line = this.#lines.at(at);
			this.#add(outer.start, `<${name}> is not closed before the next one begins in line ${line}: it was left out.`);
			this.#open = this.#open.slice(0, this.#item?.at);
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
			const { kind, title } = parent.container;
			if (this.#wanted.items.has(local)) {
				this.#item = { at: this.#open.length, deepest: this.#open.length, isBroken: false };
			} else if (local !== 'name' || kind !== 'Folder' || title !== null) {
				const words = this.#wanted.words(local, kind);
				if (words) this.#reading.leaveOut(...words);
			}
		}
		this.#open.push(element);
		if (this.#item) this.#item.deepest = Math.max(this.#item.deepest, this.#open.length);
		this.#checkPrefixes(name, attributes, at);
		if (isEmpty) this.#end(end);
	}

	#close(name: string, at: number, end: number): void {
		if (this.#open.at(-1)?.name === name) {
			this.#end(end);
			return;
		}
		const index = this.#open.findLastIndex((element) => element.name === name);
		const known = this.#closed.indexOf(name);
		if (index < 0 && known >= 0) {
			this.#closed.splice(known, 1);
			return;
		}
		if (this.#item) this.#item.isBroken = true;
		const unclosed = index < 0 ? [] : this.#open.slice(index + 1);
		const why =
			index < 0 ? 'closes nothing that is open' : `stands where </${unclosed.at(-1)?.name}> should close what is open`;
		const item = this.#openItem();
		const leftOut = item ? ` The <${item.name}> of line ${this.#lines.at(item.start)} was left out.` : '';
		this.#add(at, `</${name}> ${why}.${leftOut}`);
		if (index < 0) return;
		for (const element of unclosed.slice(-MOST_DEPTH)) this.#closed.push(element.name);
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
				const { element } = parseElement(this.#mended(last.start, end), this.#namespaces(last));
				parent.title = element ? textOf(element) : null;
			}
			return;
		}
		if (this.#item.at !== this.#open.length) return;
		const { deepest, at, isBroken } = this.#item;
		this.#item = null;
		if (isBroken) return;
		if (deepest - at > MOST_DEPTH) {
			this.#add(last.start, `Elements are nested ${deepest - at} deep; ${MOST_DEPTH} is the most that is read.`);
			return;
		}
		this.#items.push({
			name: last.local,
			xml: this.#mended(last.start, end),
			line: this.#lines.at(last.start),
			namespaces: this.#namespaces(last),
			within: this.#open.flatMap(({ container }) => container ?? [])
		});
	}

	/** The element of the item that is open. */
	#openItem(): Open | undefined {
		return this.#item ? this.#open[this.#item.at] : undefined;
	}

	#add(offset: number, message: string): void {
		this.#reading.add(`Line ${this.#lines.at(offset)}`, message);
	}

	#stop(offset: number, message: string): void {
		this.#add(offset, message + (this.#items.length > 0 ? ' What is complete before that was read.' : ''));
	}

	/** The namespaces around and of an element, as attributes; a prefix that nothing declares is given a name of its own. */
	#namespaces(inner: Open): string {
		const undeclared = [...this.#undeclared.keys()].map(
			(prefix) => [`xmlns:${prefix}`, `"undeclared:${prefix}"`] as const
		);
		const all = new Map([...undeclared, ...[...this.#open, inner].flatMap(({ declares }) => [...declares])]);
		return [...all].map(([name, value]) => ` ${name}=${value}`).join('');
	}

	#checkPrefixes(name: string, attributes: string, at: number): void {
		if (!name.includes(':') && !attributes.includes(':')) return;
		const names = [name, ...attributesIn(attributes).map(([attribute]) => attribute)];
		for (const prefix of new Set(names.map(prefixOf))) {
			if (prefix === '' || prefix === 'xmlns' || prefix === 'xml') continue;
			if (this.#open.some(({ declares }) => declares.has(`xmlns:${prefix}`))) continue;
			const message = (count: number) => {
				const times = count === 1 ? 'once' : `${count} times`;
				return `The prefix ${quoted(prefix)} is used ${times} and declared nowhere around it: declare it with xmlns:${prefix}="…" in the outermost element. What it stands before was read by its name alone.`;
			};
			this.#mistake(prefix, at, message, this.#undeclared);
		}
	}

	/** A part of the text, behind all that were taken before, with what had to be mended in it. */
	#mended(start: number, end: number): string {
		let from = start;
		let xml = '';
		for (const { at, by } of this.#mends) {
			if (at < start) continue;
			xml += this.#text.slice(from, at) + by;
			from = at + 1;
		}
		this.#mends = [];
		return xml + this.#text.slice(from, end);
	}

	#mendBracket(at: number): void {
		this.#mends.push({ at, by: '&lt;' });
		if (/^<\/?[\p{L}_]/u.test(this.#text.slice(at, at + 3))) {
			this.#mistake('a tag', at, (count) => {
				const written = this.#text.slice(at, at + 50).split('\n')[0];
				return `${quoted(written)} begins like a tag and is none: the values of its attributes must stand in quotes, and an unescaped < in a text is written &lt;. It was taken as text.${again(count)}`;
			});
		} else {
			this.#mistake('a bracket', at, (count) => {
				const around = this.#text.slice(Math.max(0, at - 20), at + 20).trim();
				return `An unescaped < stands in the text, in ${quoted(around)}: it is written &lt; in XML. It was taken as text.${again(count)}`;
			});
		}
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
				this.#mistake(
					'an ampersand',
					at,
					(count) => `${why}: an & is written &amp;. It was kept as it stands.${again(count)}`
				);
			}
			this.#nextAmpersand = this.#text.indexOf('&', at + 1);
		}
	}

	#mistake(kind: string, at: number, message: Mistake['message'], among = this.#mistakes): void {
		const known = among.get(kind);
		if (known) known.count += 1;
		else among.set(kind, { line: this.#lines.at(at), count: 1, message });
	}
}

function again(count: number): string {
	return count > 1 ? ` So with ${count - 1} more.` : '';
}

const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*')/g;

function declarationsIn(attributes: string): Map<string, string> {
	if (!attributes.includes('xmlns')) return new Map();
	return new Map(attributesIn(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:')));
}

/** Attributes by their names, with their values in quotes. */
function attributesIn(attributes: string): [name: string, value: string][] {
	return [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]);
}

function localOf(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function prefixOf(name: string): string {
	return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}
