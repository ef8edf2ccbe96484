import { Readability } from '@mozilla/readability';
import { type DocumentRead, type LeftOut, recordOf, remarkOn, remarkOnUnread, UnreadableDocument } from '../document';
import { decode, type Said } from '../encoding';
import { choose } from './article';
import { type PageText, textIn } from './blocks';
import { statementIn } from './record';
import { whyRefused } from './refused';
import { completed, treeOf } from './tree';

/** A web page: the paragraphs of its article as a reader saw them, what was left out, and what its head says of it. */
export function readHtml(bytes: Uint8Array, said: Said = {}, address?: string): DocumentRead {
	const { text, encoding } = decode(bytes, said, true);
	const html = completed(text);
	const document = treeOf(html);
	// Readability changes the page that it reads.
	const article = new Readability<Element>(treeOf(html), { serializer: (node) => node as Element }).parse();
	const page = textIn(document.body);
	const view = article?.content ? textIn(article.content).blocks.filter(({ unseen }) => unseen === null) : [];
	const title = article?.title ?? '';
	const { paragraphs, leftOut, added } = choose(
		page.blocks,
		view.map((block) => block.text),
		title
	);
	const refused = whyRefused(document, text, paragraphs);
	if (refused !== null) throw new UnreadableDocument(refused);
	return {
		paragraphs,
		stated: recordOf(statementIn(document, article, address ?? savedFrom(text))),
		leftOut,
		remarks: [
			...remarkOn(added, 'The reader view drops what the article has; kept'),
			...remarksOn(page),
			...unread(document)
		],
		encoding
	};
}

/** The whole text of a document that another program has written as HTML, without anything around it. */
export function readWhole(html: string): Pick<DocumentRead, 'paragraphs' | 'leftOut' | 'remarks'> {
	const page = textIn(treeOf(completed(html)).body);
	const paragraphs: string[] = [];
	const leftOut: LeftOut[] = [];
	for (const { text, unseen } of page.blocks) {
		if (unseen === null) paragraphs.push(text);
		else leftOut.push({ what: unseen, texts: [text], after: paragraphs.length });
	}
	return { paragraphs, leftOut, remarks: remarksOn(page) };
}

function remarksOn({ notes, struck, hidden }: PageText): string[] {
	return [
		...remarkOn(notes, 'Marks of notes are left out'),
		...remarkOn(struck, 'Words that are struck out are left out'),
		...remarkOn(hidden, 'Words that the page hides within a line are left out')
	];
}

/** What is on a page that is no text. */
function unread(document: Document): string[] {
	const count = (selector: string) => document.body.querySelectorAll(selector).length;
	const found = [
		[count('img[src], picture, canvas, svg'), 'picture', 'pictures'],
		[count('iframe, frame, object, embed'), 'frame of another page', 'frames of other pages'],
		[count('video, audio'), 'recording', 'recordings']
	] as const;
	return remarkOnUnread(
		found.flatMap(([number, one, many]) => (number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]))
	);
}

/** Where a browser saved a page from, as it notes at the head of the file. */
function savedFrom(html: string): string | undefined {
	return /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 4096))?.[1];
}
