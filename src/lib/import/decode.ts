import { Lines } from './lines';

/** The text of a file, or why it is none. */
export type Decoded = { text: string } | { problem: string };

/** How files begin that are not text, a character for each byte, and what to do with them. */
const BINARY: readonly { begins: string; problem: string }[] = [
	{
		begins: 'PK\u0003\u0004',
		problem:
			'This is a ZIP archive, such as a KMZ, a zipped shapefile or a spreadsheet. Unpack it, and choose the KML, GeoJSON or CSV file in it.'
	},
	{ begins: '\u001F\u008B', problem: 'This file is compressed with gzip. Unpack it first.' },
	{
		begins: 'SQLite format 3',
		problem: 'This is a GeoPackage or another SQLite file. Export it as GeoJSON.'
	},
	{ begins: '\u0000\u0000\u0027\u000A', problem: 'This is a shapefile. Export it as GeoJSON, in WGS 84.' },
	{ begins: 'fgb', problem: 'This is a FlatGeobuf file. Export it as GeoJSON.' },
	{ begins: 'PAR1', problem: 'This is a Parquet file. Export it as GeoJSON or CSV.' },
	{ begins: '%PDF', problem: 'This is a PDF document, not a file of places.' },
	{ begins: '\u0089PNG', problem: 'This is a PNG image, whatever its name says.' },
	{ begins: '\u00FF\u00D8\u00FF', problem: 'This is a JPEG image, whatever its name says.' }
];

/** How much of a file is looked at to tell text from other data. */
const SAMPLE_BYTES = 8192;

/**
 * The text of a file's bytes: UTF-8, UTF-16 with a byte order mark, or what its XML declaration names. No other encoding is
 * guessed: a guess that is wrong changes names without a word.
 */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes.length === 0) return { problem: 'The file is empty.' };
	const head = String.fromCharCode(...bytes.subarray(0, 16));
	const known = BINARY.find(({ begins }) => head.startsWith(begins));
	if (known) return { problem: known.problem };
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
