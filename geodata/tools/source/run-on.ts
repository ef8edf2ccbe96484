import { remarkOn } from './document';

/** A line that ends in a hyphen before one of these leaves a word open: "north- and southbound". */
const AND = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|i|и|или)\s/u;

/** The end of a paragraph that is looked at, so that long ones cost no more. */
const TAIL = 200;

/**
 * A paragraph and the next line of it. A word that the end of the line divides is joined only where `words` has it whole
 * more often than divided; else its hyphen stays, and the word goes to `hyphens` where that may be the printer's only.
 */
export function runOn(paragraph: string, next: string, words: ReadonlyMap<string, number>, hyphens: string[]): string {
	return paragraph.slice(0, -TAIL) + continued(paragraph.slice(-TAIL), next, words, hyphens);
}

/** Chinese and Japanese have no spaces between words, nor beside their numbers. */
const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301f\uff01-\uff60]`;
const CJK_END = new RegExp(`${CJK}$`, 'u');
const CJK_BEGIN = new RegExp(`^${CJK}`, 'u');

function isCjkNumber(text: string, next: string): boolean {
	return (CJK_END.test(text) && /^\d/.test(next)) || (/\d$/.test(text) && CJK_BEGIN.test(next));
}

function continued(text: string, next: string, words: ReadonlyMap<string, number>, hyphens: string[]): string {
	if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
	// An address has no space in it.
	const token = /\S+$/.exec(text)?.[0] ?? '';
	const [start = ''] = /^\S+/.exec(next) ?? [];
	const isAddress = /:\/\/|^www\.|^\S+@\S*$/i.test(token);
	if (
		isAddress &&
		(/[-/_=&?%#~.]$/.test(token) ? /^[a-z\d/_?&=%#~-]/.test(start) : /^[/?&=#_%~-]|^\w[\w.-]*[/?=&_]/.test(start))
	)
		return text + next;
	const [, word = '', hyphen = ''] = /([\p{L}\p{N}\p{M}’'.]+(?:[-‐][\p{L}\p{N}\p{M}’'.]+)*)([-‐])$/u.exec(text) ?? [];
	if (hyphen === '' && ((CJK_END.test(text) && CJK_BEGIN.test(next)) || isCjkNumber(text, next))) return text + next;
	if (hyphen === '')
		return /[\p{L}\p{N}][—–]$/u.test(text) || /^[—–][\p{L}\p{N}]/u.test(next) ? text + next : `${text} ${next}`;
	if (AND.test(next)) return `${text} ${next}`;
	const [rest = ''] = /^[\p{L}\p{N}\p{M}’']+/u.exec(next) ?? [];
	if (rest === '') return text + next;
	const [whole, divided] = [`${word}${rest}`, `${word}-${rest}`].map((one) => words.get(one.toLowerCase()) ?? 0);
	// A number is never divided, nor a word before a capital.
	const canBeWhole = /\p{L}$/u.test(word) && /^(?!\p{Lu})\p{L}/u.test(rest);
	if (canBeWhole && (whole ?? 0) > (divided ?? 0)) return text.slice(0, -hyphen.length) + next;
	if (canBeWhole && (divided ?? 0) === 0) hyphens.push(`${word}-${rest}`);
	return `${text.slice(0, -hyphen.length)}-${next}`;
}

/** How often each word stands in lines, but for those that the end of a line divides. */
export function wordCounts(lines: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const text of lines) {
		for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}’']+(?:[-‐][\p{L}\p{N}\p{M}’']+)*(?![-‐]|[\p{L}\p{N}])/gu)) {
			const key = word.toLowerCase().replaceAll('‐', '-');
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	return counts;
}

/** What is said of words whose hyphen was kept. */
export function keptHyphens(words: readonly string[]): string[] {
	return remarkOn(words, 'A hyphen at the end of a line was kept, which may be the printer’s only', 30);
}
