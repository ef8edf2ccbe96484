import { hash } from 'node:crypto';

/** What a page belongs to. */
export interface PageOf {
	fingerprint: string;
	collection: string;
	/** All that is asked for, as one text. */
	question: string;
}

const BYTES = { place: 4, fingerprint: 6, collection: 6, question: 8 } as const;
const LENGTH = BYTES.place + BYTES.fingerprint + BYTES.collection + BYTES.question;

/** The token of a page: the place where it begins, and what it belongs to, as base64url. */
export function writeToken(place: number, of: PageOf): string {
	const head = Buffer.alloc(BYTES.place);
	head.writeUInt32BE(place);
	return Buffer.concat([head, ...marksOf(of)]).toString('base64url');
}

/** The place that a token names; where it is not one for this page, the sentence that says why. */
export function readToken(token: string, of: PageOf): number | string {
	const bytes = Buffer.from(token, 'base64url');
	if (bytes.length !== LENGTH || bytes.toString('base64url') !== token) {
		return 'token is not one that this server gave: follow the next link of a page as it stands.';
	}
	let at: number = BYTES.place;
	const isSame = marksOf(of).map((mark) => mark.equals(bytes.subarray(at, (at += mark.length))));
	if (!isSame[0]) return 'token belongs to another version of the data: begin again at the first page.';
	if (!isSame[1]) return 'token belongs to another collection.';
	if (!isSame[2]) return 'token belongs to another query: only limit and f may change from page to page.';
	return bytes.readUInt32BE(0);
}

function marksOf({ fingerprint, collection, question }: PageOf): [Buffer, Buffer, Buffer] {
	return [
		digest(fingerprint, BYTES.fingerprint),
		digest(collection, BYTES.collection),
		digest(question, BYTES.question)
	];
}

function digest(text: string, bytes: number): Buffer {
	return hash('sha256', text, 'buffer').subarray(0, bytes);
}
