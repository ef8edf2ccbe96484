import { tidy } from '../document';
import { raised } from '../raised';
import { hiddenBy, isCovered } from './visible';

/** A stretch of text that stands by itself on a page, as a reader sees it. */
export interface Block {
	text: string;
	/** The innermost element that is no part of a line. */
	element: Element;
	/** Why a reader does not see it, or not as part of what is said; null where they do. */
	unseen: string | null;
	/** How much of the text is linked, from 0 to 1. */
	linked: number;
}

/** What stands on a page, in its order, and what of it is no text of a paragraph. */
export interface PageText {
	blocks: Block[];
	/** Marks of notes, each after the words that it stands at. */
	notes: string[];
	/** Words that are struck out within a paragraph. */
	struck: string[];
	/** Words within a paragraph that the page hides. */
	hidden: string[];
}

/** Elements that stand by themselves (HTML, section 15.3); every other one is part of a line, whatever it is called. */
const BLOCKS = new Set(
	'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI LISTING MAIN MENU NAV OL P PLAINTEXT PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL XMP'.split(
		' '
	)
);
const SILENT = new Set(
	'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SVG IFRAME OBJECT CANVAS AUDIO VIDEO BUTTON SELECT TEXTAREA DATALIST PROGRESS METER RP NOFRAMES'.split(
		' '
	)
);
const TEXT = 3;
const ELEMENT = 1;

/** A row of a table is one paragraph where it is no longer. */
const LONGEST_ROW = 300;

/** The text of an element and what is in it, block by block. */
export function textIn(root: Element): PageText {
	const page: PageText = { blocks: [], notes: [], struck: [], hidden: [] };
	const covers = hiddenBy(root);
	let line = '';
	let linked = 0;

	const end = (element: Element, unseen: string | null) => {
		const text = tidy(line);
		if (text !== '') page.blocks.push({ text, element, unseen, linked: Math.min(1, linked / line.length) });
		line = '';
		linked = 0;
	};
	/** What stands within a line and is not seen or not said is noted, not written. */
	const aside = (element: Element, words: string[]) => {
		const text = tidy(element.textContent);
		if (text !== '') words.push(text);
	};

	const walk = (node: Node, block: Element, unseen: string | null, isLinked: boolean): void => {
		if (node.nodeType === TEXT) {
			const text = block.nodeName.toUpperCase() === 'PRE' ? inPre(node.textContent ?? '') : (node.textContent ?? '');
			const [first = '', ...more] = text.split('\n\n');
			for (const [index, part] of [first, ...more].entries()) {
				if (index > 0) end(block, unseen);
				line += part;
				if (isLinked) linked += part.length;
			}
			return;
		}
		if (node.nodeType !== ELEMENT) return;
		const element = node as Element;
		const name = element.nodeName.toUpperCase();
		if (SILENT.has(name)) return;
		if (name === 'IMG') line += emojiOf(element);
		// One break wraps a line, two part paragraphs.
		if (name === 'BR' && /\u2028\s*$/.test(line)) end(block, unseen);
		else if (name === 'BR') line += '\u2028';
		const cover = unseen ?? isCovered(element, covers);
		const isBlock = isOwnBlock(element, name);
		if (!isBlock && line !== '' && cover !== unseen) {
			aside(element, cover === 'struck out' ? page.struck : page.hidden);
			return;
		}
		if (isRaised(element, name)) {
			raise(element);
			return;
		}
		if (name === 'RT') {
			line += `(${tidy(element.textContent)})`;
			return;
		}
		if (name === 'TR' && isShortRow(element)) {
			row(element, cover);
			return;
		}
		if (isBlock) end(block, unseen);
		const parts = isBlock ? element : block;
		for (const child of [...element.childNodes]) walk(child, parts, cover, isLinked || name === 'A');
		if (isBlock || (cover !== unseen && line !== '')) end(parts, cover);
	};
	const raise = (element: Element) => {
		const mark = element.textContent;
		const around = element.closest('a');
		const link = element.querySelector('a') ?? (around && tidy(around.textContent) === tidy(mark) ? around : null);
		const isLink = link !== null && /^[[(]?[\p{N}*†‡§¶#,–\s]{1,9}[\])]?$/u.test(tidy(mark));
		const { text, isNote } = raised(line, mark, textAfter(element), isLink);
		if (isNote) page.notes.push(`${tidy(line).split(' ').slice(-2).join(' ')} ${tidy(mark)}`);
		line += text;
	};
	const row = (element: Element, cover: string | null) => {
		for (const cell of [...element.children]) {
			if (tidy(line) !== '') line += ' | ';
			for (const child of [...inCell(cell).childNodes]) walk(child, element, cover, false);
		}
		end(element, cover);
	};

	walk(root, root, null, false);
	end(root, null);
	return page;
}

function isOwnBlock(element: Element, name: string): boolean {
	const [, display = ''] = /(?:^|;)\s*display\s*:\s*([\w-]+)/i.exec(element.getAttribute('style') ?? '') ?? [];
	if (/^inline/i.test(display)) return false;
	return BLOCKS.has(name) || /^(?:block|list-item|table|flex|grid)$/i.test(display);
}

/** In preformatted text, an empty line parts paragraphs. */
function inPre(text: string): string {
	return text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/g, '\n\n');
}

/** A picture that stands for a character. */
function emojiOf(image: Element): string {
	const alt = image.getAttribute('alt') ?? '';
	return /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f)+$/u.test(alt)
		? alt
		: '';
}

/** Whether an element is raised above its line, or is a link to a note that looks as if it were. */
function isRaised(element: Element, name: string): boolean {
	if (name === 'SUP' || /vertical-align\s*:\s*super/i.test(element.getAttribute('style') ?? '')) return true;
	const href = element.getAttribute('href') ?? '';
	return name === 'A' && href.startsWith('#') && /^(?:\d{1,3}|[*†‡]+)$/.test(tidy(element.textContent));
}

/** The first characters that follow an element in its line. */
function textAfter(element: Element): string {
	let text = '';
	for (let node: Node | null = element; node !== null && text.length < 8; node = node.parentNode) {
		for (let next = node.nextSibling; next !== null && text.length < 8; next = next.nextSibling) {
			text += next.textContent ?? '';
		}
		if (node.parentNode && BLOCKS.has(node.parentNode.nodeName.toUpperCase())) break;
	}
	return text;
}

/** Whether a row of a table has cells of a few words each, in no more than one paragraph. */
function isShortRow(row: Element): boolean {
	const cells = [...row.children].map(inCell);
	const isFlat = (cell: Element) =>
		[...cell.querySelectorAll('*')].every((one) => !isOwnBlock(one, one.nodeName.toUpperCase()));
	return cells.length > 1 && row.textContent.length <= LONGEST_ROW && cells.every(isFlat);
}

/** The one paragraph of a cell, else the cell. */
function inCell(cell: Element): Element {
	const [only, ...more] = [...cell.children];
	return only?.nodeName.toUpperCase() === 'P' && more.length === 0 && tidy(only.textContent) === tidy(cell.textContent)
		? only
		: cell;
}
