import PostalMime, { type Email } from 'postal-mime';
import { type DocumentRead, listed, recordOf, type Statement, tidy, UnreadableDocument } from './document';
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
		stated: recordOf(statementIn(email)),
		remarks: [
			...read.remarks,
			...(files.length > 0 ? [`Not read: what is attached (${listed(files)}). Save it, and add it by itself.`] : [])
		],
		encoding: null
	};
}

function statementIn(email: Email): Statement {
	return {
		type: 'personal_communication',
		title: email.subject,
		authors: [tidy(email.from?.name || (email.from?.address ?? ''))],
		day: dayIn(headerOf(email, 'date')),
		language: headerOf(email, 'content-language').split(',')[0]?.trim()
	};
}

function headerOf({ headers }: Email, name: string): string {
	return headers.find(({ key }) => key === name)?.value ?? '';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day as the header has it: a time zone would move it. */
function dayIn(date: string): number[] | null {
	const [, day, month = '', year] = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(date) ?? [];
	const number = MONTHS.indexOf(month.toLowerCase()) + 1;
	return number === 0 ? null : [Number(year), number, Number(day)];
}
