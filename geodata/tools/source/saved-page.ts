import PostalMime from 'postal-mime';
import { type DocumentRead, UnreadableDocument } from './document';
import type { Said } from './encoding';
import { readHtml } from './html/page';

/** A part of a MIME message: its header and its body, byte for byte as Latin-1. */
interface Part {
	header: string;
	body: string;
}

/** A page that a browser saved as MHTML (RFC 2557): its root, with the encoding and the address that it came with. */
export async function readSavedPage(bytes: Uint8Array, said: Said): Promise<DocumentRead> {
	const parts = partsOf(Buffer.from(bytes).toString('latin1').trimStart());
	const [whole = partOf('')] = parts;
	const pages = parts.filter((part) => /^text\/html|^application\/xhtml\+xml/i.test(field(part, 'content-type')));
	const start = parameter(field(whole, 'content-type'), 'start');
	const page = pages.find((one) => start !== '' && field(one, 'content-id') === start) ?? pages[0];
	if (page === undefined) {
		throw new UnreadableDocument('The file is MHTML without a page in it. Save the page as HTML or PDF.');
	}
	const charset = parameter(field(page, 'content-type'), 'charset');
	const address = [field(whole, 'snapshot-content-location'), field(page, 'content-location')].find(
		(one) => one !== ''
	);
	return readHtml(await bodyOf(page), { ...said, ...(charset !== '' && { header: charset }) }, address);
}

/** The parts of a message, those within others too, after the header of the whole. */
function partsOf(message: string): Part[] {
	const boundaries = [...message.matchAll(/;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/gi)];
	const texts = boundaries.reduce(
		(some, [, quoted, bare = '']) => some.flatMap((text) => text.split(`--${quoted ?? bare}`)),
		[message]
	);
	return texts.map((text) => partOf(text.replace(/^[ \t]*\r?\n/, '')));
}

function partOf(text: string): Part {
	const end = /\r?\n\r?\n/.exec(text);
	return end
		? { header: text.slice(0, end.index), body: text.slice(end.index + end[0].length) }
		: { header: text, body: '' };
}

function field({ header }: Part, name: string): string {
	const unfolded = header.replaceAll(/\r?\n[ \t]+/g, ' ');
	return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

function parameter(value: string, name: string): string {
	const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value) ?? [];
	return quoted ?? bare ?? '';
}

/** The bytes of a part, whatever they were transferred as. */
async function bodyOf(part: Part): Promise<Uint8Array> {
	const transfer = field(part, 'content-transfer-encoding');
	const header = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${transfer || '8bit'}\r\n\r\n`;
	const { attachments } = await PostalMime.parse(Buffer.from(header + part.body, 'latin1'));
	const content = attachments[0]?.content ?? '';
	return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
