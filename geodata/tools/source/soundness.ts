import { labelToName, TextDecoder } from '@exodus/bytes/encoding.js';
import { quoted } from './document';

/** The characters of windows-1252 by byte, from 0x80 on. */
const WINDOWS = new TextDecoder(labelToName('windows-1252') ?? 'latin1').decode(
	Uint8Array.from({ length: 128 }, (_, index) => 128 + index)
);
const BYTES = new Map(Array.from(WINDOWS, (character, index) => [character, 128 + index]));

/** What closes a quotation, or is a space, can follow a capital letter by itself: “CAFÉ”. */
const MAY_FOLLOW = /[\u00a0’”“‘»«›‹…–—™®°·¹²³]/;

/** Controls but for white space, code points that are no characters, halves of a pair. */
const UNPRINTED = /[\p{Cc}--[\t\n\v\f\r\x85]]|\p{Noncharacter_Code_Point}|\p{Cs}/v;

/**
 * Why paragraphs are not what was written, with the words where it shows: characters that could not be read, or that were
 * read in the wrong encoding; null where nothing speaks against them.
 */
export function faultOf(paragraphs: readonly string[]): string | null {
	for (const text of paragraphs) {
		const lost = /\ufffd/.exec(text);
		if (lost) return `Characters were lost, or are of another encoding (U+FFFD): ${around(text, lost.index)}.`;
		const control = UNPRINTED.exec(text);
		if (control) {
			const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0');
			return `There are characters in it that nobody prints (U+${code}): ${around(text, control.index)}.`;
		}
		const own = /(?<=[\p{L}\p{N}])[\ue000-\uf8ff]|[\ue000-\uf8ff](?=[\p{L}\p{N}])/u.exec(text);
		if (own) return `Some letters are known to one font only: ${around(text, own.index)}.`;
		const garbled = garbledAt(text);
		if (garbled !== null) {
			return `Its letters were read in the wrong encoding once: ${around(text, garbled)}.`;
		}
	}
	return inAnotherAlphabet(paragraphs.join('\n'));
}

/** UTF-8 that was read as windows-1251 or windows-1256: of each letter, the first half is one of two. */
const HALVED = /(?:[РС][^\sA-Za-z]){5}|(?:[طظ][^\sA-Za-z]){5}/u;

/** Where UTF-8 that was read in an encoding of single bytes stands: `Ã©`, `â€™`, `Ð¢`. */
function garbledAt(text: string): number | null {
	const halved = HALVED.exec(text);
	if (halved) return halved.index;
	for (const { 0: run, index } of text.matchAll(
		/[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}/g
	)) {
		for (let at = 0; at < run.length; at++) {
			const length = lengthOfSequence(byteOf(run[at]));
			const rest = Array.from(run.slice(at + 1, at + length));
			const isWhole = length > 1 && rest.length === length - 1;
			if (isWhole && rest.every(isContinuation) && !rest.every((character) => MAY_FOLLOW.test(character)))
				return index + at;
		}
	}
	return null;
}

/** How many bytes a character has in UTF-8 that begins with this one; 0 where none does. */
function lengthOfSequence(byte: number): number {
	if (byte >= 0xc2 && byte <= 0xdf) return 2;
	if (byte >= 0xe0 && byte <= 0xef) return 3;
	return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

function isContinuation(character: string): boolean {
	const byte = byteOf(character);
	return byte >= 0x80 && byte <= 0xbf;
}

function byteOf(character = ''): number {
	return BYTES.get(character) ?? character.charCodeAt(0);
}

/** Words of another alphabet that were read as Latin letters, or with capitals and small letters changed over. */
function inAnotherAlphabet(text: string): string | null {
	const words = text.match(/\p{L}{3,}/gu) ?? [];
	const accented = words.filter((word) =>
		/^[\u00aa-\u00ff\u0192\u0152\u0153\u0160\u0161\u0178\u017d\u017e]{4,}$/.test(word)
	);
	if (accented.length >= 2) return `Its letters look like another alphabet that was read as Latin: ${some(accented)}.`;
	const mixed = words.filter((word) =>
		/^\P{Script=Latin}*[\p{Ll}--\p{Script=Latin}]\p{Lu}\P{Script=Latin}*$/v.test(word)
	);
	return mixed.length >= 2 && mixed.length > words.length / 8
		? `Its capitals and small letters are changed over, as in the wrong encoding: ${some(mixed)}.`
		: null;
}

function some(words: readonly string[]): string {
	return quoted(words.slice(0, 5).join(' '));
}

function around(text: string, at: number): string {
	return quoted(text.slice(Math.max(0, at - 20), at + 20).trim());
}
