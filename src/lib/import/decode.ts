import { Lines } from './text-lines';

/** The text of a file, or why it is none. */
export type Decoded = { text: string } | { problem: string };

/** How much of a file is looked at to tell text from other data. */
const SAMPLE_BYTES = 8192;

/**
 * The text of a file's bytes: UTF-8, UTF-16 with a byte order mark, or what its XML declaration names. No other encoding is
 * guessed: a guess that is wrong changes names without a word.
 */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes.length === 0) return { problem: 'The file is empty.' };
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
	const sample = bytes.subarray(0, SAMPLE_BYTES);
	if (sample.includes(0)) {
		return {
			problem: isUtf16(sample)
				? 'The file seems to be UTF-16 text without a byte order mark. Save it as UTF-8.'
				: 'The file is not text: it holds binary data, whatever its name says.'
		};
	}
	try {
		return withText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return decodeForeign(bytes);
	}
}

/** Bytes that are not UTF-8: an XML file may say what else they are. */
function decodeForeign(bytes: Uint8Array): Decoded {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
	const [, named] = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head) ?? [];
	if (named !== undefined && !/^utf-?8$/i.test(named)) {
		try {
			return decodeAs(named, bytes);
		} catch {
			return {
				problem: `The file says that its encoding is “${named}”, which this browser does not know. Save it as UTF-8.`
			};
		}
	}
	return {
		problem: `The file is not UTF-8: line ${firstBadLine(bytes)} has letters in another encoding, such as Windows-1252 (Western European) or Windows-1256 (Arabic). Which one cannot be told for certain, and names would come out wrong. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).`
	};
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
	return withText(new TextDecoder(encoding).decode(bytes));
}

function withText(text: string): Decoded {
	return text.trim() === '' ? { problem: 'The file is empty.' } : { text };
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
