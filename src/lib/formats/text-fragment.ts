/**
 * Text fragments (WICG, "URL Fragment Text Directives"): `#:~:text=[prefix-,]start[,end]`, by which a browser opens a page
 * at words of it and marks them.
 */

/** Up to so many words a passage is named whole; a longer one by its first and last words. */
const WHOLE = 10;

/** With so many words a beginning, an end or a prefix is tried first. */
const FEW = 4;

/** A passage: its paragraph, counted from 1, and its span in Unicode code points. */
interface PassageSpan {
	paragraph: number;
	start: number;
	end: number;
}

/**
 * The directive that leads to a passage of a document, `text=…`, with as many words as set it apart from what the document
 * says before it. It begins and ends with whole words, as a browser looks for nothing less; null where there are none.
 */
export function textDirective(paragraphs: readonly string[], { paragraph, start, end }: PassageSpan): string | null {
	const text = paragraphs[paragraph - 1] ?? '';
	const points = Array.from(text);
	const [from, to] = [start, end].map((at) => points.slice(0, at).join('').length) as [number, number];
	const words = wordsIn(text);
	const first = words.findIndex((word) => word.to > from);
	const last = words.findLastIndex((word) => word.from < to);
	const chosen = first < 0 ? [] : words.slice(first, last + 1);
	if (chosen.length === 0) return null;

	// Browsers do not tell capitals from small letters.
	const before = paragraphs.slice(0, paragraph - 1).map((line) => `${line}\n`.toLowerCase());
	const document = `${before.join('')}${text.toLowerCase()}\n${paragraphs.slice(paragraph).join('\n').toLowerCase()}`;
	const offset = before.join('').length;
	const isFirst = (phrase: string, at: number, after = 0) =>
		document.indexOf(phrase.toLowerCase(), after) === offset + text.slice(0, at).toLowerCase().length;

	const begin = chosen[0]?.from ?? 0;
	const finish = chosen.at(-1)?.to ?? 0;
	const { term, upTo } = termsOf(text, chosen, (phrase, at, after) =>
		isFirst(phrase, at, after === undefined ? 0 : offset + text.slice(0, after).toLowerCase().length)
	);
	const opening = text.slice(begin, upTo ?? finish);
	if (isFirst(opening, begin)) return `text=${term}`;
	const prefix = prefixOf(text, words.slice(0, first), (at) => isFirst(text.slice(at, finish), at));
	return `text=${prefix === null ? '' : `${encodeTerm(prefix)}-,`}${term}`;
}

/** A URL with a text directive, which leaves what the URL's own fragment says as it is. */
export function withTextDirective(url: string, directive: string): string {
	if (url.includes(':~:')) return `${url}&${directive}`;
	return `${url}${url.includes('#') ? '' : '#'}:~:${directive}`;
}

interface Word {
	from: number;
	to: number;
}

/** The words of a text, by UTF-16 offsets, in whatever script. */
function wordsIn(text: string): Word[] {
	const segments = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)];
	return segments
		.filter(({ isWordLike }) => isWordLike === true)
		.map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/** The passage whole, or its beginning and its end; `upTo` is where the beginning stops, null where it is whole. */
function termsOf(
	text: string,
	words: readonly Word[],
	isFirst: (phrase: string, at: number, after?: number) => boolean
): { term: string; upTo: number | null } {
	const begin = words[0]?.from ?? 0;
	const finish = words.at(-1)?.to ?? 0;
	const whole = { term: encodeTerm(text.slice(begin, finish)), upTo: null };
	if (words.length <= WHOLE) return whole;
	const opening = words.find(({ to }, index) => index >= FEW - 1 && isFirst(text.slice(begin, to), begin));
	const upTo = (opening ?? words[FEW - 1])?.to ?? finish;
	const closing = words.findLast(
		({ from }, index) => index <= words.length - FEW && from > upTo && isFirst(text.slice(from, finish), from, upTo)
	);
	if (!closing) return whole;
	return { term: `${encodeTerm(text.slice(begin, upTo))},${encodeTerm(text.slice(closing.from, finish))}`, upTo };
}

/** The last words before a passage, as many as set it apart; null where it begins its paragraph. */
function prefixOf(text: string, before: readonly Word[], setsApart: (at: number) => boolean): string | null {
	const end = before.at(-1)?.to;
	if (end === undefined) return null;
	const enough = before.findLast(({ from }, index) => index <= before.length - FEW && setsApart(from));
	return text.slice((enough ?? before[0])?.from, end);
}

/** Percent-encoded; commas, ampersands and hyphens have a meaning in a directive. */
function encodeTerm(term: string): string {
	return encodeURIComponent(term).replaceAll('-', '%2D');
}
