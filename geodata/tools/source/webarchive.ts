import { parseBuffer } from 'bplist-parser';
import { type DocumentRead, UnreadableDocument } from './document';
import type { Said } from './encoding';
import { readHtml } from './html/page';

/** A page that Safari saved: its main resource, with the encoding and the address that it came with. */
export function readWebArchive(bytes: Uint8Array, said: Said): DocumentRead {
	const [root] = parseBuffer(Buffer.from(bytes));
	const page = member(root, 'WebMainResource');
	const [data, type] = [member(page, 'WebResourceData'), member(page, 'WebResourceMIMEType')];
	if (!(data instanceof Uint8Array) || (typeof type === 'string' && !/html/i.test(type))) {
		throw new UnreadableDocument(
			'The file is a property list, not a page that Safari saved. Save the page as HTML or PDF.'
		);
	}
	const [encoding, url] = [member(page, 'WebResourceTextEncodingName'), member(page, 'WebResourceURL')];
	return readHtml(
		data,
		{ ...said, ...(typeof encoding === 'string' && { header: encoding }) },
		typeof url === 'string' ? url : undefined
	);
}

function member(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
