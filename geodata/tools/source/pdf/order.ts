import { hasRightToLeft, RTL } from '../direction';

/** Digits, and what may stand between two of them in one number, whatever stands around it (Unicode Annex 9, rule W4). */
const NUMBER = '\\p{Nd}+(?:[.,:\\/\\u066b\\u066c]\\p{Nd}+)*';
/** Beside Hebrew, signs belong to a number too (rules W4, W5); beside Arabic they do not, as its digits are of another class. */
const SIGNED = '[\\-+$€£₪%]*\\p{Nd}+(?:[\\-+.,:\\/]\\p{Nd}+)*[%$€£₪]*';

const MIRRORED = new Map(Array.from('()[]{}<>«»‹›').map((one, index, all) => [one, all[index ^ 1] ?? one]));

const IS_NUMBER = /^[-+$€£₪%]*\p{Nd}/u;

/**
 * A line in the order that it is read in, from the order that it is printed in, from left to right; and the other way
 * round, but for brackets. `mirrors` turns these as they are turned in print.
 */
export function reordered(line: string, rightToLeft: boolean, mirrors: boolean): string {
	if (!hasRightToLeft(line)) return line;
	if (rightToLeft) return turned(line, mirrors);
	// In a line from left to right, each stretch of the other direction is turned by itself.
	const stretch = new RegExp(`${RTL}(?:[^\\p{L}]*${RTL})*\\p{M}*`, 'gv');
	return line.replaceAll(stretch, (part) => turned(part, mirrors));
}

/** A stretch from right to left, with its numbers and its words of other scripts as they are. */
function turned(line: string, mirrors: boolean): string {
	const number = /\p{Script=Arabic}/u.test(line) ? NUMBER : SIGNED;
	const token = new RegExp(`${RTL}[${RTL}\\p{M}]*|${number}|[[\\p{L}\\p{M}]--${RTL}]+|[^]`, 'gv');
	const tokens = line.match(token) ?? [];
	const parts: string[] = [];
	let between = '';
	let last: 'word' | 'number' | null = null;
	const flush = () => {
		for (const character of Array.from(between))
			parts.push(mirrors ? (MIRRORED.get(character) ?? character) : character);
		between = '';
	};
	for (const one of tokens) {
		const kind = hasRightToLeft(one)
			? 'turned'
			: IS_NUMBER.test(one)
				? 'number'
				: /^\p{L}/u.test(one)
					? 'word'
					: 'between';
		if (kind === 'between') {
			between += one;
			continue;
		}
		// Words of another script run on with each other and with a number beside them; two numbers do not.
		if (kind !== 'turned' && last !== null && (kind === 'word' || last === 'word')) {
			parts.push(`${parts.pop() ?? ''}${between}${one}`);
			between = '';
		} else {
			flush();
			parts.push(kind === 'turned' ? Array.from(one).reverse().join('') : one);
		}
		last = kind === 'turned' ? null : kind;
	}
	flush();
	return parts.reverse().join('');
}

/** Letters that are joined on both sides where they can be, in the form that ends a word: its end shows between two letters. */
const ENDING = endingForms();

/**
 * Letters as they are in every place of a word, for those that are printed as a form of them or joined: ﻻ is لا, ﬁ is fi.
 * Where a letter has the form that ends a word and another follows it, they are kept from joining (U+200C).
 */
export function baseLetters(text: string): string {
	return text
		.replaceAll(ENDING, '$&\u200c')
		.replaceAll(/[\ufb00-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'))
		.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

/** Unicode has four forms of such a letter in a row: alone, at the end of a word, at its beginning, within it. */
function endingForms(): RegExp {
	const blocks = [
		[0xfb50, 0xfbff],
		[0xfe80, 0xfefc]
	].map(([first = 0, last = 0]) =>
		Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index))
	);
	const forms = blocks.flatMap((block) =>
		block.flatMap((form, index) => {
			const four = block.slice(index, index + 4).map((one) => one.normalize('NFKC'));
			const isFirst = block[index - 1]?.normalize('NFKC') !== four[0];
			return isFirst && four.length === 4 && four.every((one) => one === four[0]) ? [form, block[index + 1] ?? ''] : [];
		})
	);
	return new RegExp(`[${forms.join('')}](?=\\p{Script=Arabic})(?=\\p{L})`, 'gu');
}
