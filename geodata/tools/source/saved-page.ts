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
	const whole = partOf(Buffer.from(bytes).toString('latin1').trimStart());
	const page = pageIn(whole, 0);
	if (page === null) {
		throw new UnreadableDocument('The file is MHTML without a page in it. Save the page as HTML or PDF.');
	}
	const charset = parameter(field(page, 'content-type'), 'charset');
	const address = [field(whole, 'snapshot-content-location'), field(page, 'content-location')].find(
		(one) => one !== ''
	);
	return readHtml(await bodyOf(page), { ...said, ...(charset !== '' && { header: charset }) }, address);
}

/** The first page among the parts, or the one that the message begins with. */
function pageIn(part: Part, depth: number): Part | null {
	const type = field(part, 'content-type');
	if (/^text\/html|^application\/xhtml\+xml/i.test(type)) return part;
	const boundary = parameter(type, 'boundary');
	if (boundary === '' || depth > 8) return null;
	const start = parameter(type, 'start');
	const parts = part.body
		.split(`--${boundary}`)
		.slice(1)
		.map((one) => partOf(one.replace(/^[ \t]*\r?\n/, '')));
	const first = parts.find((one) => start !== '' && field(one, 'content-id') === start);
	for (const one of first ? [first, ...parts] : parts) {
		const found = pageIn(one, depth + 1);
		if (found) return found;
	}
	return null;
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
