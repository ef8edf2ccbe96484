import { hash } from 'node:crypto';

/** What a page belongs to: its token is good for nothing else. */
export interface PageScope {
	fingerprint: string;
	collection: string;
	/** The whole query, as one text. */
	query: string;
}

const BYTES = { index: 4, fingerprint: 6, collection: 6, query: 8 } as const;
const LENGTH = BYTES.index + BYTES.fingerprint + BYTES.collection + BYTES.query;

/** The token of a page: the index at which it begins, and what it belongs to, as base64url. */
export function writeToken(index: number, of: PageScope): string {
	const head = Buffer.alloc(BYTES.index);
	head.writeUInt32BE(index);
	return Buffer.concat([head, ...digestsOf(of)]).toString('base64url');
}

/** The index that a token names; where it is not one for this page, the sentence that says why. */
export function readToken(token: string, of: PageScope): number | string {
	const bytes = Buffer.from(token, 'base64url');
	if (bytes.length !== LENGTH || bytes.toString('base64url') !== token) {
		return 'token is not one that this server gave: follow the next link of a page as it stands.';
	}
	let at: number = BYTES.index;
	const isSame = digestsOf(of).map((part) => part.equals(bytes.subarray(at, (at += part.length))));
	if (!isSame[0]) return 'token belongs to another version of the data: begin again at the first page.';
	if (!isSame[1]) return 'token belongs to another collection.';
	if (!isSame[2]) return 'token belongs to another query: only limit and f may change from page to page.';
	return bytes.readUInt32BE(0);
}

function digestsOf({ fingerprint, collection, query }: PageScope): [Buffer, Buffer, Buffer] {
	return [digest(fingerprint, BYTES.fingerprint), digest(collection, BYTES.collection), digest(query, BYTES.query)];
}

function digest(text: string, bytes: number): Buffer {
	return hash('sha256', text, 'buffer').subarray(0, bytes);
}
