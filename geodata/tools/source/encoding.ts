import { isAscii, isUtf8 } from 'node:buffer';
import { getBOMEncoding, labelToName, TextDecoder } from '@exodus/bytes/encoding.js';
import { analyse } from 'chardet';
import htmlEncodingSniffer from 'html-encoding-sniffer';
import { type Encoding, quoted, UnreadableDocument } from './document';
import { withoutOpaque } from './markup';
import { faultOf } from './soundness';

/** What is said of a file's encoding from outside of its bytes. */
export interface Said {
	/** The encoding that the person asks for; it outweighs everything. */
	wanted?: string | undefined;
	/** What the header of a message says: the transport of the HTML standard. */
	header?: string | undefined;
}

export interface Decoded {
	text: string;
	encoding: Encoding;
}

/** The bytes that are searched for a declaration, and for what is not ASCII. */
const SEARCHED = 1_000_000;

/**
 * The text of a file: as a person asks, else by its byte order mark, the header that came with it, of a page its `meta`
 * element wherever that stands (HTML, section 13.2.3.2), else as UTF-8.
 * @throws UnreadableDocument where none of these settles it, with the encodings that it may be in
 */
export function decode(bytes: Uint8Array, { wanted, header }: Said, isPage: boolean): Decoded {
	if (wanted !== undefined) return read(bytes, named(wanted), '--encoding asks for it');
	if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) {
		throw new UnreadableDocument('The file is in UTF-32. Save it as UTF-8.');
	}
	const marked = getBOMEncoding(bytes);
	if (marked !== null) return read(bytes, marked, 'its byte order mark says so');
	const sent = header === undefined ? null : labelToName(header);
	if (sent !== null) return read(bytes, sent, 'the header of the message says so');
	const declared = isPage ? declaredIn(bytes) : null;
	if (declared !== null) {
		const other = contradicted(bytes, declared);
		if (other === null) return read(bytes, declared, 'the page declares it');
		const name = declared.toLowerCase();
		throw new UnreadableDocument(
			`The page declares ${name}, and looks like ${other}, where it reads ${sampleOf(bytes, other)}. Give the one that reads right: --encoding ${other}, or --encoding ${name}.`
		);
	}
	if (bytes.includes(0)) throw new UnreadableDocument(withZeros(bytes));
	if (bytes.includes(0x1b)) throw new UnreadableDocument(undecided(bytes, 'has escape codes'));
	if (!isUtf8(bytes)) throw new UnreadableDocument(undecided(bytes, 'is not UTF-8'));
	return read(bytes, 'utf-8', isAscii(bytes) ? 'it is plain ASCII' : 'its bytes are valid as such');
}

/** The beginning of a file, for what kind it is; bytes of no encoding are kept as letters. */
export function beginningOf(bytes: Uint8Array, length: number): string {
	const encoding = getBOMEncoding(bytes) ?? 'windows-1252';
	return new TextDecoder(encoding).decode(bytes.subarray(0, length));
}

/** The bytes in an encoding; a byte order mark is no text. */
function read(bytes: Uint8Array, encoding: string, why: string): Decoded {
	return { text: new TextDecoder(encoding).decode(bytes), encoding: { name: encoding.toLowerCase(), why } };
}

/** @throws UnreadableDocument where there is no encoding of that name */
function named(label: string): string {
	const name = labelToName(label);
	if (name !== null && name !== 'replacement') return name;
	throw new UnreadableDocument(
		`“${label}” is no encoding that is known. Give one that the Encoding Standard has, such as utf-8, utf-16le, windows-1251, windows-1252, windows-1256, iso-8859-2, koi8-r, shift_jis, gb18030 or euc-kr.`
	);
}

/** The encoding that a page declares, in its first kilobyte or later; what scripts and comments say does not count. */
function declaredIn(bytes: Uint8Array): string | null {
	const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, SEARCHED));
	const plain = withoutOpaque(beginning);
	for (const { index } of plain.matchAll(/<meta\b|<\?xml\b/gi)) {
		const end = plain.indexOf('>', index) + 1;
		const tag = plain.slice(index, end === 0 ? index + 1024 : end);
		const [, inXml] = /^<\?xml\b[^>]*\bencoding\s*=\s*["']([\w-]+)/i.exec(tag) ?? [];
		// Of a declaration of UTF-16 that can be read as ASCII, the standard has UTF-8.
		const inMeta = htmlEncodingSniffer(Buffer.from(tag, 'latin1'), { defaultEncoding: 'none' });
		const found = inXml === undefined ? inMeta : (labelToName(inXml)?.replace(/^utf-16[lb]e$/i, 'UTF-8') ?? 'none');
		if (found !== 'none') return found;
	}
	return null;
}

/** Encodings that are not mistaken for one another by those who use one of a set, as they have one alphabet. */
const FAMILIES: readonly string[][] = [
	['windows-1252', 'windows-1250', 'windows-1254', 'iso-8859-2'],
	['windows-1251'],
	['koi8-r', 'koi8-u'],
	['iso-8859-5'],
	['windows-1256'],
	['iso-8859-6'],
	['windows-1255', 'iso-8859-8'],
	['windows-1253', 'iso-8859-7'],
	['shift_jis'],
	['euc-jp'],
	['gbk', 'gb18030'],
	['big5'],
	['euc-kr']
];

/** How much surer the detector must be of another encoding than of the one that is declared, of 100. */
const SURER = 40;

/** The encoding of another family that the bytes speak for much more than for the one that a page declares. */
function contradicted(bytes: Uint8Array, declared: string): string | null {
	const familyOf = (name: string) => FAMILIES.find((family) => family.includes(name.toLowerCase()));
	const own = familyOf(declared);
	if (own === undefined) return null;
	const found = analyse(bytes.subarray(0, SEARCHED)).flatMap(({ name, confidence }) => {
		const label = labelToName(name)?.toLowerCase() ?? '';
		return familyOf(label) ? [{ label, confidence }] : [];
	});
	const [surest] = found;
	const confidence = found.find(({ label }) => own.includes(label))?.confidence ?? 0;
	return surest && !own.includes(surest.label) && surest.confidence - confidence >= SURER ? surest.label : null;
}

/** Why a file with zeros is not read. */
function withZeros(bytes: Uint8Array): string {
	const sample = bytes.subarray(0, 4096);
	const share = (at: number) =>
		sample.filter((byte, index) => byte === 0 && index % 2 === at).length / (sample.length / 2);
	const [even, odd] = [share(0), share(1)];
	const likely = odd > 0.5 && even < 0.1 ? 'utf-16le' : even > 0.5 && odd < 0.1 ? 'utf-16be' : null;
	if (likely === null) return 'The file is not text. Save its words as text, HTML or PDF.';
	return `The file has no byte order mark, and looks like ${likely}, where it reads ${sampleOf(bytes, likely)}. If that is right, give --encoding ${likely}.`;
}

/** What a file may be encoded in, with its first words as they would read then. */
function undecided(bytes: Uint8Array, why: string): string {
	const readings = new Map<string, string>();
	for (const { name } of analyse(bytes.subarray(0, SEARCHED))) {
		const label = labelToName(name);
		if (label === null || label === 'UTF-8' || faultOf([read(bytes, label, '').text]) !== null) continue;
		const reading = sampleOf(bytes, label);
		if (!readings.has(reading)) readings.set(reading, label.toLowerCase());
	}
	const said = `The text does not say its encoding, and ${why}.`;
	const [first, ...others] = [...readings].slice(0, 3);
	if (first === undefined) return `${said} Save it as UTF-8, or name its encoding with --encoding.`;
	const more = others.map(([reading, name]) => `${name}: ${reading}`).join('; ');
	return `${said} It may be ${first[1]}, where it reads ${first[0]}${more === '' ? '' : `; or ${more}`}. Give the one that reads right: --encoding ${first[1]}.`;
}

/** The words around the first that are not ASCII. */
function sampleOf(bytes: Uint8Array, encoding: string): string {
	const { text } = read(bytes.subarray(0, SEARCHED), encoding, '');
	const words =
		withoutOpaque(text)
			.replaceAll(/<[^<>]*>/g, ' ')
			.match(/\S+/g) ?? [];
	const at = words.findIndex((word) => /[^\0-\x7f]/.test(word));
	return quoted(words.slice(Math.max(0, at - 2), Math.max(0, at) + 6).join(' '));
}
