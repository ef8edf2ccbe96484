import { getDocumentProxy, getMeta } from 'unpdf';
import {
	type DocumentRead,
	type LeftOut,
	quoted,
	recordOf,
	remarkOn,
	type Statement,
	tidy,
	UnreadableDocument
} from '../document';
import { keptHyphens } from '../run-on';
import { linesOf } from './lines';
import { withoutMargins } from './margins';
import { paragraphsOf } from './paragraphs';
import { covered } from './pictures';
import { type Piece, piecesOf, type Row, rowsOf, type TextItem, wordsOn } from './rows';

/** A page of which pictures cover this part, with fewer letters than these beside, is a picture; they are not its text. */
const PICTURES: readonly { part: number; letters: number }[] = [
	{ part: 0.5, letters: 200 },
	{ part: 0.25, letters: 80 }
];
const LETTERS_ON_PICTURE = 200;
/** The most pages that are read. */
const MAX_PAGES = 3000;

/** What is printed on a page. */
interface Page {
	rows: Row[];
	askew: string[];
	/** Which part of it a picture covers, from 0 to 1; known of pages with few letters only. */
	covered: number;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * A PDF: its lines in reading order, put together to paragraphs by what is between them, as a PDF knows no paragraphs.
 * @throws UnreadableDocument for a PDF that is damaged, locked, or made of pictures
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentRead> {
	let pdf: Pdf | undefined;
	try {
		pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false });
		if (pdf.numPages > MAX_PAGES)
			throw new UnreadableDocument(
				`The PDF has ${pdf.numPages} pages; ${MAX_PAGES} are read. Save the pages that you need by themselves.`
			);
		const pages: Page[] = [];
		for (let number = 1; number <= pdf.numPages; number++) pages.push(await pageOf(pdf, number));
		return { ...read(pages), stated: recordOf(await statementIn(pdf)) };
	} catch (error) {
		if (error instanceof UnreadableDocument) throw error;
		const why = error instanceof Error ? error.message : String(error);
		throw new UnreadableDocument(`The PDF cannot be read: ${why} Save it anew without protection, or as text.`);
	} finally {
		await pdf?.destroy();
	}
}

async function pageOf(pdf: Pdf, number: number): Promise<Page> {
	const page = await pdf.getPage(number);
	const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
	const printed = textItems(items);
	const { pieces, askew } = piecesOf(printed, page.rotate);
	const letters = lettersOf(pieces);
	const [left = 0, foot = 0, right = 0, top = 0] = page.view;
	const share =
		letters < LETTERS_ON_PICTURE
			? await covered(await page.getOperatorList(), Math.abs((right - left) * (top - foot)))
			: 0;
	page.cleanup();
	return { rows: rowsOf(pieces, number), askew, covered: share };
}

/** The pieces of text that PDF.js finds, without the spaces that Chrome prints for what has no width: soft hyphens. */
function textItems(items: readonly object[]): TextItem[] {
	const found: TextItem[] = [];
	let span: 'none' | 'empty' | 'ended' = 'none';
	for (const item of items) {
		if ('type' in item) {
			if (item.type === 'endMarkedContent') span = span === 'empty' ? 'ended' : 'none';
			else span = 'tag' in item && item.tag === 'Span' ? 'empty' : 'none';
		} else if ('str' in item) {
			const { str, ...rest } = item as TextItem;
			found.push({ ...rest, str: span === 'ended' ? str.replace(/^ /, '') : str });
			if (str !== '' && (span === 'ended' || str.trim() !== '')) span = 'none';
		}
	}
	return found;
}

/** The text of all pages, and what of them is no text. */
function read(pages: readonly Page[]): Omit<DocumentRead, 'stated'> {
	const { body, margins } = withoutMargins(pages.map(({ rows }) => rows));
	const isPicture = pages.map((page, index) =>
		PICTURES.some(({ part, letters }) => page.covered > part && lettersOn(body[index] ?? []) < letters)
	);
	const isEmpty = body.map((rows) => rows.length === 0);
	const textless = pages.flatMap((_, index) => (isPicture[index] || isEmpty[index] ? [index] : []));
	if (textless.length === pages.length) throw new UnreadableDocument(withoutText(pages, isPicture));
	const { lines, notes } = linesOf(body.map((rows, index) => (isPicture[index] ? [] : rows)));
	const { paragraphs, hyphens } = paragraphsOf(lines);
	const leftOutOn = (page: number, what: string, texts: string[]): LeftOut[] =>
		texts.length === 0 ? [] : [{ what, texts, after: paragraphs.filter((other) => other.page <= page).length }];
	return {
		paragraphs: paragraphs.map(({ text }) => text),
		leftOut: [
			...margins.map(({ text, pages: many, isHeader }) => ({
				what: `a ${isHeader ? 'header' : 'footer'}, on ${many === 1 ? 'one page' : `${many} pages`}`,
				texts: [text],
				after: isHeader ? 0 : paragraphs.length
			})),
			...body.flatMap((rows, index) => {
				const words = isPicture[index] ? rows.map(wordsOn) : [];
				return leftOutOn(index + 1, `written on page ${index + 1}, which is a picture`, words);
			}),
			...pages.flatMap(({ askew }, index) => {
				const words = askew.length > 0 ? [tidy(askew.join(' '))] : [];
				return leftOutOn(index + 1, `text that does not stand upright, on page ${index + 1}`, words);
			})
		],
		remarks: [
			...textless.map(
				(index) =>
					`Page ${index + 1} has no text: ${isPicture[index] ? 'it is a picture' : (pages[index]?.covered ?? 0) > 0.05 ? 'it has a picture only' : 'it is empty, or drawn'}. What is written on it must be added as text.`
			),
			...remarkOn(notes, 'Marks of notes are left out'),
			...keptHyphens(hyphens)
		],
		encoding: null
	};
}

function lettersOn(rows: readonly Row[]): number {
	return lettersOf(rows.flatMap(({ pieces }) => pieces));
}

function lettersOf(pieces: readonly Piece[]): number {
	return pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
}

/** Why a PDF without text has none. */
function withoutText(pages: readonly Page[], isPicture: readonly boolean[]): string {
	const words = pages.flatMap(({ rows }) => rows.map(wordsOn)).join(' ');
	const some = words === '' ? '' : ` All that can be read on them is ${quoted(words)}.`;
	const pictures = isPicture.filter(Boolean).length;
	const number =
		pages.length === 1
			? 'Its page'
			: `Of its ${pages.length} pages, ${pictures === pages.length ? 'each' : String(pictures)}`;
	return `The PDF has no text.${pictures > 0 ? ` ${number} is a picture.` : ''}${some} It must be read by a program for text recognition first; add the text that this makes, once you have read it too.`;
}

/** Titles that programs give by themselves. */
const NO_TITLE =
	/^(?:untitled|microsoft (?:word|powerpoint)\b.*|[^\s]*\.(?:docx?|indd|qxd|odt|pdf|rtf|html?|tmp|pages)|about:blank|https?:\/\/\S+|print|document\d*)$/i;

const NO_AUTHOR = /^(?:anonymous|unknown|user|admin(?:istrator)?|author|owner)$/i;

async function statementIn(pdf: Pdf): Promise<Statement> {
	const { info } = await getMeta(pdf);
	const [title = '', author = '', language = ''] = ['Title', 'Author', 'Language'].map((name) => {
		const text: unknown = info[name];
		return typeof text === 'string' ? tidy(text) : '';
	});
	const authors = author.split(/\s*;\s*|\s+(?:and|und|et|y|&)\s+/u).filter((name) => !NO_AUTHOR.test(name));
	return { type: 'document', title: NO_TITLE.test(title) ? null : title, authors, language };
}
