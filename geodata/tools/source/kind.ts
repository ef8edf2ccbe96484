import { getBOMEncoding } from '@exodus/bytes/encoding.js';
import { fileTypeFromBuffer } from 'file-type';
import { beginningOf } from './encoding';
import { rootOf } from './markup';

/** The kinds of document that are read. */
export type Kind = 'pdf' | 'html' | 'text' | 'docx' | 'mail' | 'mhtml' | 'webarchive';

/** What a file is that is not read, and what to do with it. */
export interface Unread {
	what: string;
	remedy: string;
}

const AS_DOCUMENT = 'Open it in LibreOffice or Word, and save it as DOCX, HTML or PDF.';
const AS_PAGE = 'Open it in a browser, and save the page as HTML or PDF.';
const UNPACK = 'Unpack it, and add the document that is in it.';
const READ_BY_PROGRAM =
	'Have a program for text recognition read it, and add the text that it makes, once you have read it too.';

/** Files that are no documents here, by the type that their first bytes give away. */
const UNREAD: readonly [type: RegExp, what: string, remedy: string][] = [
	[/^application\/(x-cfb|msword)$/, 'an old Office file (DOC, XLS, PPT or MSG)', AS_DOCUMENT],
	[/^(application|text)\/rtf$/, 'RTF', AS_DOCUMENT],
	[/opendocument/, 'an OpenDocument file', AS_DOCUMENT],
	[/openxmlformats|ms-(word|excel|powerpoint)/, 'an Office file that is no DOCX', AS_DOCUMENT],
	[
		/^application\/(epub\+zip|x-mobipocket-ebook|vnd\.amazon)/,
		'an electronic book',
		'Save the chapter that you want as HTML, text or PDF.'
	],
	[/^image\/(svg|vnd\.djvu)/, 'a drawing or a scan', READ_BY_PROGRAM],
	[/^image\//, 'a picture', READ_BY_PROGRAM],
	[/^(audio|video)\//, 'a recording', 'Add what is said in it as text, with the name of who wrote it down.'],
	[/^application\/(zip|gzip|x-(7z|rar|tar|xz|bzip|lzip|compress|lzma)|zstd|java-archive)/, 'an archive', UNPACK],
	[/^application\/postscript$/, 'PostScript', 'Convert it to PDF.']
];

/** Texts with codes that a reader does not see, by what they begin with or how often these stand in them. */
const CODED: readonly [pattern: RegExp, times: number, what: string, remedy: string][] = [
	[/^\s*\{\\rtf/, 1, 'RTF', AS_DOCUMENT],
	[/^%!PS/, 1, 'PostScript', 'Convert it to PDF.'],
	[/^WARC\/\d/, 1, 'a web archive (WARC)', AS_PAGE],
	[/^From \S+ .*\d{4}\r?\n[\w-]+:/, 1, 'a mailbox', 'Save the one message as EML.'],
	[/^WEBVTT|^(?:\d+\r?\n)?\d\d:\d\d:\d\d[,.]\d{3} -->/, 1, 'subtitles', 'Save what is said as text.'],
	[/^BEGIN:V[A-Z]+/, 1, 'a calendar or an address card', 'Save its words as text.'],
	[
		/^\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*(?:\{\s*"|\[|"[^"\n]*"\s*,))/,
		1,
		'JSON',
		'Save the words that are in it as text or HTML.'
	],
	[/\\(?:documentclass|begin\{document\})/, 1, 'TeX', 'Make a PDF of it.'],
	[
		/<\/(?:p|div|span|a|b|i|em|strong|li|td|br|h\d|font)\s*>|<br\s*\/?>/gi,
		3,
		'text with the codes of HTML',
		'Save it with a name that ends in .html.'
	],
	[/\]\(https?:\/\/|\*\*\S[^*\n]*\*\*|^#{1,6} \S|^```/gm, 3, 'Markdown', 'Save it as HTML, or without its marks.'],
	[/\[\[[^[\]\n]+\]\]|\{\{[^{}\n]+\}\}|'''[^'\n]+'''/g, 3, 'the source of a wiki page', AS_PAGE],
	[
		/=[0-9A-F]{2}(?:=[0-9A-F]{2}|=\r?\n)|=\r?\n/g,
		8,
		'quoted-printable',
		'Save the whole message as EML, or its words as text.'
	],
	[/^[A-Za-z0-9+/]{60,76}\r?\n/gm, 4, 'base64', 'Save the whole message as EML, or its words as text.']
];

/** What kind of document it is, by its content, and only where that says nothing by its name; or why it is none. */
export async function kindOf(name: string, bytes: Uint8Array): Promise<Kind | Unread> {
	const latin = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
	if (/^\s*%PDF-/.test(latin)) return 'pdf';
	const beginning = beginningOf(bytes, 200_000).replace(/^\ufeff/, '');
	if (latin.startsWith('bplist00')) return 'webarchive';
	if (latin.startsWith('AT&TFORM')) return { what: 'a scan in DjVu', remedy: READ_BY_PROGRAM };
	// A page that is in UTF-16 or begins with XML is told by its words.
	if (isPage(beginning)) return 'html';
	const type = await typeOf(bytes);
	if (type === 'application/vnd.openxmlformats-officedocument.wordprocessingml.document') return 'docx';
	const [, what, remedy] = UNREAD.find(([pattern]) => pattern.test(type)) ?? [];
	if (what !== undefined && remedy !== undefined) return { what, remedy };
	if (type !== '' && type !== 'application/xml')
		return { what: `a file of the type ${type}`, remedy: 'Save its words as text, HTML or PDF.' };
	const message = messageKind(name, beginning);
	if (message !== null) return message;
	if (/\.x?html?$/i.test(name)) return 'html';
	const { root } = rootOf(beginning);
	if (root !== null) return { what: `XML with the root “${root}”`, remedy: AS_PAGE };
	return textKind(beginning);
}

function textKind(beginning: string): Kind | Unread {
	const [, , what, remedy] =
		CODED.find(([pattern, times]) =>
			pattern.global ? (beginning.match(pattern)?.length ?? 0) >= times : pattern.test(beginning)
		) ?? [];
	return what !== undefined && remedy !== undefined ? { what, remedy } : 'text';
}

async function typeOf(bytes: Uint8Array): Promise<string> {
	// Words can begin like a file of another kind ("BMW", "MZ"); what has no control characters is text.
	if (
		getBOMEncoding(bytes) !== null ||
		!bytes.subarray(0, 4096).some((byte) => byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte))
	)
		return '';
	try {
		return (await fileTypeFromBuffer(bytes))?.mime ?? '';
	} catch {
		return '';
	}
}

/** Elements that a page, or a piece of one, begins with. */
const PAGE =
	/^(?:html|head|body|title|meta|link|base|script|style|div|p|article|main|section|header|h[1-6]|table|center|font|span|a|ul|ol|blockquote|pre|img|br|b|i|strong|em)$/i;

/** Whether a text begins as a page does, whatever comments and declarations stand before. */
function isPage(beginning: string): boolean {
	const { root, doctype } = rootOf(beginning);
	return doctype === null ? root !== null && PAGE.test(root) : /^html$/i.test(doctype);
}

/** Fields that only a message in transport has (RFC 5322, RFC 2045). */
const TRANSPORT =
	/^(?:mime-version|message-id|received|return-path|delivered-to|content-type|content-transfer-encoding|dkim-signature|x-mailer):/im;

/** A message or a page that was saved as one, by its header. */
function messageKind(name: string, beginning: string): Kind | Unread | null {
	const [header] = /^(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+(?=\r?\n|$)/.exec(beginning.trimStart()) ?? [];
	const isNamed = /\.(?:eml|mht|mhtml)$/i.test(name);
	if (header === undefined || !(TRANSPORT.test(header) || isNamed)) return null;
	const isSaved =
		/^(?:snapshot-content-location|x-maff):|^from:.*<saved by/im.test(header) || /\.mht(?:ml)?$/i.test(name);
	const isRelated = /^content-type:\s*multipart\/related/im.test(header);
	return isSaved || (isRelated && !/^(?:received|to|delivered-to):/im.test(header)) ? 'mhtml' : 'mail';
}
