import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { SourceRecord } from '$lib/domain/source';
import { type DocumentRead, tidy } from './document';

/** Elements whose text runs on with what is around them; every other one is a paragraph of its own. */
const INLINE = new Set(
	'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
		' '
	)
);
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD NAV SVG IFRAME OBJECT BUTTON FORM'.split(' '));
const TEXT = 3;
const ELEMENT = 1;

/** A web page: the paragraphs of its article, without what stands around it, and what its head says of it. */
export function readHtml(bytes: Uint8Array): DocumentRead {
	const { document } = parseHTML(completed(decode(bytes)));
	const url = urlOf(document);
	const language = document.documentElement.getAttribute('lang')?.trim() ?? '';
	const body = document.body.cloneNode(true);
	const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
	return {
		paragraphs: paragraphsIn(article?.content ?? body),
		stated: {
			type: 'webpage',
			...titled('title', article?.title),
			...authors(article?.byline),
			...titled('container-title', article?.siteName),
			...issued(article?.publishedTime),
			...(url === null ? {} : { URL: url }),
			...(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) ? { language } : {})
		}
	};
}

/** The text of a page, in the encoding that its first kilobyte names (HTML, section 13.2.3.2), else UTF-8. */
function decode(bytes: Uint8Array): string {
	const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
	const [, named = 'utf-8'] = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(beginning) ?? [];
	try {
		return new TextDecoder(named).decode(bytes);
	} catch {
		return new TextDecoder().decode(bytes);
	}
}

/** What may stand in a page's head; the rest of a page without tags for head and body is its body. */
const IN_HEAD = new Set('BASE LINK META SCRIPT STYLE TITLE'.split(' '));

/** A page with the tags for head and body that HTML lets one leave out, and linkedom does not supply. */
function completed(html: string): string {
	const { document } = parseHTML(html);
	const [head, body]: [string[], string[]] = [[], []];
	const root = [...document.childNodes].find((node) => node.nodeName.toUpperCase() === 'HTML');
	for (const node of root ? [...root.childNodes] : [...document.childNodes]) {
		const name = node.nodeName.toUpperCase();
		if (name === 'HEAD' || name === 'BODY') (name === 'HEAD' ? head : body).push(...[...node.childNodes].map(markup));
		else if (node.nodeType === ELEMENT || node.nodeType === TEXT) (IN_HEAD.has(name) ? head : body).push(markup(node));
	}
	const language = root && 'getAttribute' in root ? (root as Element).getAttribute('lang') : null;
	const lang = language && /^[\w-]+$/.test(language) ? ` lang="${language}"` : '';
	return `<!doctype html><html${lang}><head>${head.join('')}</head><body>${body.join('')}</body></html>`;
}

/** A node as HTML; linkedom's nodes write themselves. */
function markup(node: { toString: () => string }): string {
	return node.toString();
}

function paragraphsIn(root: Node): string[] {
	const paragraphs: string[] = [];
	let line = '';
	const end = () => {
		const text = tidy(line);
		if (text !== '') paragraphs.push(text);
		line = '';
	};
	const walk = (node: Node) => {
		if (node.nodeType === TEXT) line += node.textContent ?? '';
		if (node.nodeType !== ELEMENT) return;
		const name = node.nodeName.toUpperCase();
		if (SILENT.has(name)) return;
		// One break wraps a line, two part paragraphs.
		if (name === 'BR' && !/\u2028\s*$/.test(line)) {
			line += '\u2028';
			return;
		}
		const isInline = INLINE.has(name);
		if (!isInline) end();
		for (const child of node.childNodes) walk(child);
		if (!isInline) end();
	};
	walk(root);
	end();
	return paragraphs;
}

/** The page's own address, as it says itself. */
function urlOf(document: Document): string | null {
	const said = [
		document.querySelector('link[rel=canonical]')?.getAttribute('href'),
		document.querySelector('meta[property="og:url"]')?.getAttribute('content')
	];
	return said.find((url) => url && /^https?:\/\/[^/]/i.test(url) && URL.canParse(url)) ?? null;
}

function titled(member: 'title' | 'container-title', text: string | null | undefined): Partial<SourceRecord> {
	const said = tidy(text ?? '');
	return said === '' ? {} : { [member]: said };
}

function authors(byline: string | null | undefined): Partial<SourceRecord> {
	const literal = tidy(byline ?? '').replace(/^by\s+/i, '');
	return literal === '' ? {} : { author: [{ literal }] };
}

/** The date as it is written: a time zone would move it. */
function issued(time: string | null | undefined): Partial<SourceRecord> {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(time ?? '') ?? [];
	return year === undefined ? {} : { issued: { 'date-parts': [[Number(year), Number(month), Number(day)]] } };
}
