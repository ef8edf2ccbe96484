import { Readability } from '@mozilla/readability';
import { type DocumentRead, listed, recordOf, UnreadableDocument } from '../document';
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
			...(added.length > 0 ? [`The reader view drops what the article has; kept: ${listed(added)}.`] : []),
			...remarksOn(page),
			...unread(document)
		],
		encoding
	};
}

/** The whole text of a document that another program has written as HTML, without anything around it. */
export function readWhole(html: string): Pick<DocumentRead, 'paragraphs' | 'leftOut' | 'remarks'> {
	const page = textIn(treeOf(completed(html)).body);
	const leftOut = page.blocks.flatMap(({ text, unseen }, index) => {
		const after = page.blocks.slice(0, index).filter((block) => block.unseen === null).length;
		return unseen === null ? [] : [{ what: unseen, texts: [text], after }];
	});
	const paragraphs = page.blocks.filter(({ unseen }) => unseen === null).map(({ text }) => text);
	return { paragraphs, leftOut, remarks: remarksOn(page) };
}

function remarksOn({ notes, struck, hidden }: PageText): string[] {
	return [
		...(notes.length > 0 ? [`Marks of notes are left out: ${listed(notes)}.`] : []),
		...(struck.length > 0 ? [`Words that are struck out are left out: ${listed(struck)}.`] : []),
		...(hidden.length > 0 ? [`Words that the page hides within a line are left out: ${listed(hidden)}.`] : [])
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
	const said = found.flatMap(([number, one, many]) => (number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]));
	return said.length === 0 ? [] : [`Not read: ${said.join(', ')}. What is written in them must be added as text.`];
}

/** Where a browser saved a page from, as it notes at the head of the file. */
function savedFrom(html: string): string | undefined {
	return /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 4096))?.[1];
}
