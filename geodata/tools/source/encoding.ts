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
 * The text of a web page: as a person asks, else by its byte order mark, the header that came with it, its `meta` element
 * wherever that stands (HTML, section 13.2.3.2), else as UTF-8.
 * @throws UnreadableDocument where none of these settles it
 */
export function decodePage(bytes: Uint8Array, said: Said): Decoded {
	const header = said.header === undefined ? null : labelToName(said.header);
	if (said.wanted === undefined && getBOMEncoding(bytes) === null && header === null) {
		const declared = declaredIn(bytes);
		if (declared !== null) {
			const other = contradicted(bytes, declared);
			if (other === null) return read(bytes, declared, 'the page declares it');
			throw new UnreadableDocument(
				`The page declares ${declared.toLowerCase()}, and looks like ${other}, where it reads ${sampleOf(bytes, other)}. Give the one that reads right: --encoding ${other}, or --encoding ${declared.toLowerCase()}.`
			);
		}
	}
	return decodeText(bytes, said);
}

/**
 * A text: as a person asks, else by its byte order mark, the header that came with it, else as UTF-8.
 * @throws UnreadableDocument where none of these settles it, with the encodings that it may be in
 */
export function decodeText(bytes: Uint8Array, { wanted, header }: Said): Decoded {
	if (wanted !== undefined) return read(bytes, named(wanted), '--encoding asks for it');
	if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) {
		throw new UnreadableDocument('The file is in UTF-32. Save it as UTF-8.');
	}
	const marked = getBOMEncoding(bytes);
	if (marked !== null) return read(bytes, marked, 'its byte order mark says so');
	const declared = header === undefined ? null : labelToName(header);
	if (declared !== null) return read(bytes, declared, 'the header of the message says so');
	if (bytes.includes(0)) throw new UnreadableDocument(withZeros(bytes));
	if (bytes.includes(0x1b)) throw new UnreadableDocument(undecided(bytes, 'has escape codes'));
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const isAscii = bytes.every((byte) => byte < 0x80);
		return { text, encoding: { name: 'utf-8', why: isAscii ? 'it is plain ASCII' : 'its bytes are valid as such' } };
	} catch {
		throw new UnreadableDocument(undecided(bytes, 'is not UTF-8'));
	}
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
	const zeros = [0, 1].map((odd) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length);
	const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
	const likely = odd > 0.5 && even < 0.1 ? 'utf-16le' : even > 0.5 && odd < 0.1 ? 'utf-16be' : null;
	if (likely === null) return 'The file is not text. Save its words as text, HTML or PDF.';
	return `The file has no byte order mark, and looks like ${likely}, where it reads ${sampleOf(bytes, likely)}. If that is right, give --encoding ${likely}.`;
}

/** What a file may be encoded in, with its first words as they would read then. */
function undecided(bytes: Uint8Array, why: string): string {
	const sample = bytes.subarray(0, SEARCHED);
	const likely = analyse(sample)
		.map(({ name }) => labelToName(name))
		.filter((name): name is string => name !== null && name !== 'UTF-8');
	const readings = new Map<string, string>();
	for (const name of likely) {
		const { text } = read(bytes, name, '');
		const reading = sampleOf(bytes, name);
		if (faultOf([text]) === null && !readings.has(reading)) readings.set(reading, name.toLowerCase());
	}
	const [first, ...others] = [...readings].slice(0, 3);
	const said = `The text does not say its encoding, and ${why}.`;
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
