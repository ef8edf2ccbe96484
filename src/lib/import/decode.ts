import { Refused } from './issues';
import { Lines } from './text-lines';

/** How much of a file is looked at to tell text from other data. */
const SAMPLE_BYTES = 8192;

/**
 * The text of a file's bytes: UTF-8, UTF-16 with a byte order mark, or what its XML declaration names. No other encoding is
 * guessed: a guess that is wrong changes names without a word.
 * @throws Refused where the file is no text, or in another encoding
 */
export function decode(bytes: Uint8Array): string {
	const text = textOf(bytes);
	if (text.trim() === '') throw new Refused('The file is empty.');
	return text;
}

function textOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const sample = bytes.subarray(0, SAMPLE_BYTES);
	if (sample.includes(0)) {
		throw new Refused(
			isUtf16(sample)
				? 'The file seems to be UTF-16 text without a byte order mark. Save it as UTF-8.'
				: 'The file is not text: it holds binary data, whatever its name says.'
		);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return foreignText(bytes);
	}
}

/** Bytes that are not UTF-8: an XML file may say what else they are. */
function foreignText(bytes: Uint8Array): string {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
	const [, named = 'utf-8'] = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head) ?? [];
	if (/^utf-?8$/i.test(named)) {
		throw new Refused(
			`The file is not UTF-8: line ${firstBadLine(bytes)} has letters in another encoding, such as Windows-1252 (Western European) or Windows-1256 (Arabic). Which one cannot be told for certain, and names would come out wrong. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).`
		);
	}
	try {
		return new TextDecoder(named).decode(bytes);
	} catch {
		throw new Refused(
			`The file says that its encoding is “${named}”, which this browser does not know. Save it as UTF-8.`
		);
	}
}

/** The line of the first bytes that are not UTF-8: where a decoder that replaces them writes its first replacement. */
function firstBadLine(bytes: Uint8Array): number {
	const text = new TextDecoder('utf-8').decode(bytes);
	return new Lines(text).at(text.indexOf('\uFFFD'));
}

/** Whether every second byte of most pairs is zero, as in Latin text that is written in UTF-16. */
function isUtf16(sample: Uint8Array): boolean {
	const zerosAt = (side: 0 | 1) => sample.filter((byte, index) => byte === 0 && index % 2 === side).length;
	const [even, odd] = [zerosAt(0), zerosAt(1)];
	return Math.max(even, odd) > sample.length / 4 && Math.min(even, odd) < sample.length / 40;
}
