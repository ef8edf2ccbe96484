import { readFile, stat } from 'node:fs/promises';
import { isRightToLeft } from './direction';
import { type DocumentRead, UnreadableDocument } from './document';
import type { Said } from './encoding';
import { readHtml } from './html/page';
import { kindOf } from './kind';
import { readPdf } from './pdf/pdf';
import { faultOf } from './soundness';
import { readText } from './text';

/** The largest file that is read, in bytes; the server takes documents of 10 MB. */
const MAX_BYTES = 50_000_000;

/**
 * What a document says, read as the kind that its content shows it to be.
 * @throws UnreadableDocument for a file of another kind, one without text, and one whose words are not what was written
 */
export async function readDocument(file: string, said: Said): Promise<DocumentRead & { bytes: Uint8Array }> {
	const found = await stat(file);
	if (!found.isFile()) throw new UnreadableDocument(`${file} is no file.`);
	if (found.size > MAX_BYTES) throw new UnreadableDocument(`${file} has ${found.size} bytes; ${MAX_BYTES} are read.`);
	const bytes = new Uint8Array(await readFile(file));
	return { bytes, ...(await readBytes(file, bytes, said)) };
}

/** As `readDocument`, of bytes that a file of that name has. */
export async function readBytes(name: string, bytes: Uint8Array, said: Said = {}): Promise<DocumentRead> {
	const read = await readAs(name, bytes, said);
	const fault = faultOf([...read.paragraphs, read.stated.title ?? '']);
	if (fault !== null) throw new UnreadableDocument(`The words are not what was written. ${fault} ${remedyFor(read)}`);
	if (read.paragraphs.length === 0) {
		throw new UnreadableDocument(`${name} has no text. If it is a scan, it must be read by a program for that first.`);
	}
	const { custom, ...stated } = read.stated;
	const isRtl = custom ? custom.direction === 'rtl' : isRightToLeft(read.paragraphs.join('\n'));
	return {
		...read,
		stated: { ...stated, ...(isRtl && { custom: { direction: 'rtl' } }) },
		paragraphs: read.paragraphs.map(withoutIcons).filter((text) => text !== '')
	};
}

async function readAs(name: string, bytes: Uint8Array, said: Said): Promise<DocumentRead> {
	const kind = await kindOf(name, bytes);
	if (typeof kind === 'object')
		throw new UnreadableDocument(`The file is ${kind.what}, which is not read. ${kind.remedy}`);
	try {
		switch (kind) {
			case 'pdf':
				return await readPdf(bytes);
			case 'html':
				return readHtml(bytes, said);
			case 'text':
				return readText(bytes, said);
			case 'docx':
				return await (await import('./docx')).readDocx(bytes);
			case 'mail':
				return await (await import('./mail')).readMail(bytes);
			case 'mhtml':
				return await (await import('./saved-page')).readSavedPage(bytes, said);
			case 'webarchive':
				return (await import('./webarchive')).readWebArchive(bytes, said);
		}
	} catch (error) {
		if (error instanceof UnreadableDocument) throw error;
		// What a library stumbles over is told as it tells it, or as what it means.
		const why =
			error instanceof RangeError
				? 'It is nested too deeply.'
				: error instanceof Error
					? `${error.message}.`.replace(/\.\.$/, '.')
					: String(error);
		throw new UnreadableDocument(
			`The file is damaged, or not what it seems to be (${kind}): ${why} Save it anew, or as text.`
		);
	}
}

function remedyFor({ encoding }: DocumentRead): string {
	return encoding === null
		? 'Save it anew, or copy its words into a text file.'
		: `It was read as ${encoding.name}, as ${encoding.why}. If it is in another encoding, name that with --encoding; if not, save it anew where it reads right.`;
}

/** Letters of one font that stand alone are icons and bullets, not words. */
function withoutIcons(text: string): string {
	return text
		.replaceAll(/[\uf0b7\uf0a7]/g, '•')
		.replaceAll(/\s*[\ue000-\uf8ff]\s*/g, ' ')
		.trim();
}
