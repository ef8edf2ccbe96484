import PostalMime, { type Address, type Email } from 'postal-mime';
import type { SourceRecord } from '$lib/domain/source';
import { type DocumentRead, listed, tidy, UnreadableDocument } from './document';
import { readWhole } from './html/page';
import { plainText } from './text';

/**
 * A message in the format of the Internet (RFC 5322, MIME): the text that its reader saw, and its header as the record.
 * @throws UnreadableDocument for one that is encrypted
 */
export async function readMail(bytes: Uint8Array): Promise<DocumentRead> {
	const email = await PostalMime.parse(bytes);
	const type = headerOf(email, 'content-type');
	if (/multipart\/encrypted|pkcs7-mime[^]*enveloped/i.test(type)) {
		throw new UnreadableDocument('The message is encrypted. Save it from the program that can read it, decrypted.');
	}
	const page = email.html === undefined ? null : readWhole(email.html);
	const read = page && page.paragraphs.length > 0 ? page : { ...plainText(email.text ?? ''), leftOut: [] };
	const files = email.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
	return {
		...read,
		stated: recordOf(email),
		remarks: [
			...read.remarks,
			...(files.length > 0 ? [`Not read: what is attached (${listed(files)}). Save it, and add it by itself.`] : [])
		],
		encoding: null
	};
}

function recordOf(email: Email): Omit<SourceRecord, 'id'> {
	const title = tidy(email.subject ?? '');
	const authors = nameOf(email.from);
	const language = headerOf(email, 'content-language').split(',')[0]?.trim() ?? '';
	return {
		type: 'personal_communication',
		...(title !== '' && { title }),
		...(authors !== '' && { author: [{ literal: authors }] }),
		...issued(headerOf(email, 'date')),
		...(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) && { language })
	};
}

function headerOf({ headers }: Email, name: string): string {
	return headers.find(({ key }) => key === name)?.value ?? '';
}

function nameOf(from: Address | undefined): string {
	return tidy(from?.name || (from?.address ?? ''));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day as the header has it: a time zone would move it. */
function issued(date: string): Partial<SourceRecord> {
	const [, day, month = '', year] = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(date) ?? [];
	const number = MONTHS.indexOf(month.toLowerCase()) + 1;
	return number === 0 ? {} : { issued: { 'date-parts': [[Number(year), number, Number(day)]] } };
}
