import { wordsOf } from '$lib/domain/text';
import type { LeftOut } from '../document';
import type { Block } from './blocks';

/** What is kept of a page and what is not, each in the page's order. */
export interface Chosen {
	paragraphs: string[];
	leftOut: LeftOut[];
	/** The first paragraphs that were kept beside those of the reader view. */
	added: string[];
}

/** Parts of a page that are no part of its article, by their element, role, class or id. */
const COOKIES: readonly [string, RegExp] = [
	'a notice about cookies',
	/consent|cookie|gdpr|onetrust|didomi|usercentrics|cybot|qc-cmp|sp_message|truste|cmpbox/i
];
const AROUND: readonly (readonly [what: string, sign: RegExp])[] = [
	COOKIES,
	['navigation', /^nav$|navigation|breadcrumb|(?:^|[\s_-])(?:menu|navbar|toc|pagination|skip-?link)(?:$|[\s_-])/i],
	['the foot of the page', /^footer$|contentinfo|(?:^|[\s_-])(?:site-?footer|footer)(?:$|[\s_-])/i],
	[
		'a promotion',
		/newsletter|subscri|promo|advert|(?:^|[\s_-])ads?(?:$|[\s_-])|ad-?banner|sponsor|paywall|sign-?up|donat|outbrain|taboola/i
	],
	[
		'links to other pages',
		/related|recirc|recommend|read-?(?:more|next)|more-?(?:stories|news|from)|most-?(?:read|popular)|trending|see-?also/i
	],
	['buttons to share it', /(?:^|[\s_-])(?:share|sharing|social|tools?)(?:$|[\s_-])/i]
];

const HEADING = /^H[1-6]$/;

/** What a sentence ends with, in the scripts that have other stops too. */
const STOP = /[.!?…。！？؟۔।:][”"’'»“)\]]*$/u;

/**
 * Chooses the paragraphs of an article: those of the reader view, and what it drops of the same article, which is what
 * stands between them or beside them and reads as prose. All the rest is left out, by what it is.
 */
export function choose(blocks: readonly Block[], inReaderView: readonly string[], title: string): Chosen {
	const notices = noticesIn(blocks);
	const kept = matched(blocks, inReaderView).map((isKept, index) => isKept && !notices.has(blocks[index]));
	const shown = blocks.filter((block, index) => kept[index] && block.unseen === null);
	const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
	const beside = new Set(shown.flatMap(({ element }) => [element.parentElement, element.parentElement?.parentElement]));
	const scope = scopeOf(shown);
	const chosen: Chosen = { paragraphs: [], leftOut: [], added: [] };
	let previous: { element: Element | null; what: string } | null = null;
	blocks.forEach((block, index) => {
		const isTitle = HEADING.test(block.element.nodeName.toUpperCase()) && isSame(block.text, title);
		const around = notices.has(block) ? COOKIES[0] : isTitle ? 'the title' : whatIs(block, scope);
		const what = block.unseen ?? (kept[index] ? null : around);
		const isBetween = index > first && index < last;
		const isAdded =
			!kept[index] && what === null && scope !== null && belongs(block, isBetween, index < first, beside, scope);
		if (block.unseen === null && (kept[index] || isAdded || first < 0)) {
			chosen.paragraphs.push(block.text);
			if (isAdded) chosen.added.push(block.text);
			previous = null;
			return;
		}
		const said = what ?? kindOfRest(block);
		const box = block.element.parentElement;
		const same = previous?.what === said && (previous.element === box || block.text.length < 60);
		const open = chosen.leftOut.at(-1);
		if (same && open) open.texts.push(block.text);
		else chosen.leftOut.push({ what: said, texts: [block.text], after: chosen.paragraphs.length });
		previous = { element: box, what: said };
	});
	return chosen;
}

/** What stands in a notice about cookies, unless that is most of the page. */
function noticesIn(blocks: readonly Block[]): Set<Block | undefined> {
	const inNotice = blocks.filter(
		(block) => block.element.closest('article, main') === null && whatIs(block, null) === COOKIES[0]
	);
	const letters = (some: readonly Block[]) => some.reduce((sum, { text }) => sum + text.length, 0);
	return new Set(letters(inNotice) * 2 < letters(blocks) ? inNotice : []);
}

/** Which blocks the reader view has, each as often as it has them. */
function matched(blocks: readonly Block[], inReaderView: readonly string[]): boolean[] {
	const counts = new Map<string, number>();
	for (const text of inReaderView) counts.set(text, (counts.get(text) ?? 0) + 1);
	const whole = inReaderView.join('\n');
	return blocks.map(({ text, unseen }) => {
		if (unseen !== null) return false;
		const count = counts.get(text) ?? 0;
		if (count > 0) counts.set(text, count - 1);
		return count > 0 || (text.length >= 60 && !counts.has(text) && whole.includes(text));
	});
}

/** The element that holds the article: the nearest around all that is kept, or the page's own word for it. */
function scopeOf(shown: readonly Block[]): Element | null {
	let around = shown[0]?.element ?? null;
	while (around && !shown.every(({ element }) => around?.contains(element))) around = around.parentElement;
	return around?.closest('article, [itemprop=articleBody], main, [role=main]') ?? around;
}

/** What a part of the page around a block is, within the article; null where it is nothing but text. */
function whatIs({ element, linked, text }: Block, scope: Element | null): string | null {
	for (let one: Element | null = element; one && one !== scope; one = one.parentElement) {
		const name = one.nodeName.toLowerCase();
		if (name === 'body') break;
		const signs = [name, one.className, one.id, one.getAttribute('role') ?? ''];
		const found = AROUND.find(([, pattern]) => signs.some((sign) => pattern.test(sign)));
		if (found) return found[0];
	}
	if (element.closest('figcaption, caption')) return 'a caption';
	return linked > 0.9 && !STOP.test(text) ? 'a link' : null;
}

function belongs(
	block: Block,
	isBetween: boolean,
	isBefore: boolean,
	beside: ReadonlySet<Element | null | undefined>,
	scope: Element
): boolean {
	if (!scope.contains(block.element)) return false;
	const isHeading = HEADING.test(block.element.nodeName.toUpperCase());
	if (isHeading) return isBetween;
	const isProse = block.text.length >= 80 || (block.text.length >= 30 && STOP.test(block.text));
	const isNear = beside.has(block.element.parentElement) || beside.has(block.element);
	return isProse ? isBetween || isBefore || isNear : isBetween && block.text.length >= 25 && block.linked < 0.5;
}

function kindOfRest({ element, text }: Block): string {
	if (HEADING.test(element.nodeName.toUpperCase())) return 'a heading';
	if (element.closest('[id*=comment i], [class*=comment i], [id*=disqus i]')) return 'comments';
	if (element.closest('aside')) return 'a box';
	return text.length >= 80 || STOP.test(text) ? 'a paragraph' : 'a line';
}

function isSame(text: string, title: string): boolean {
	const [said, whole] = [wordsOf(text).join(' '), wordsOf(title).join(' ')];
	return said !== '' && (said === whole || (whole.startsWith(`${said} `) && whole.length - said.length < 40));
}
