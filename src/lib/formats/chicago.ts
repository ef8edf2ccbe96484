import type { CitationStyle, Run } from './citation-format';
import { type DateParts, readCslDate } from './csl-date';
import { type CslItem, type CslName, invertedName, isDescription, type Reference } from './reference';
import { inARow, monthDays, publishedWords, rangeWords, sentence } from './style-parts';

/** Above so many authors, a bibliography names the first three. */
const MOST_AUTHORS = 6;

/** The Chicago Manual of Style, eighteenth edition: notes and bibliography. */
export const chicago: CitationStyle = {
	id: 'chicago',
	title: 'Chicago, 18th edition',
	citeTitle: 'In a note',
	entry,
	cite(references) {
		return sentence(inARow(references.map(note), '; '));
	}
};

/** `Author. “Title.” *Newspaper*, 9 December 2024. URL.` Newspaper and day belong together, other parts stand alone. */
function entry(reference: Reference): Run[] {
	const { item } = reference;
	const { title, URL } = item;
	const container = containerOf(item);
	const date = run(dateOf(reference));
	const isArticle = item.type !== 'dataset' && container.length > 0;
	const parts = [
		run(authorsInverted(item)),
		titleRuns(title, container.length > 0, '.'),
		...(isArticle ? [inARow([container, date], ', ')] : [container, run(capital(versionOf(item))), date]),
		run(item.publisher ?? ''),
		run(capital(accessOf(item))),
		run(URL ?? '')
	];
	return inARow(parts.filter((part) => part.length > 0).map(sentence));
}

/** `Author, “Title,” *Newspaper*, 9 December 2024, para. 3, URL` */
function note(reference: Reference): Run[] {
	const { item, paragraph } = reference;
	const container = containerOf(item);
	const title = titleRuns(item.title, container.length > 0, ',');
	const author = authorsInOrder(item);
	const rest = inARow(
		[
			container,
			run(versionOf(item)),
			run(item.publisher ?? ''),
			run(dateOf(reference)),
			run(paragraph === null ? '' : `para. ${paragraph}`),
			run(accessOf(item)),
			run(item.URL ?? '')
		],
		', '
	);
	// The comma after a quoted title stands within its marks.
	const separator = /[,?!]”$/.test(title.at(-1)?.text ?? '') ? ' ' : ', ';
	return [...(author === '' ? [] : [{ text: `${author}, ` }]), ...inARow([title, rest], separator)];
}

function authorsInverted({ author = [] }: CslItem): string {
	const [first, ...others] = author;
	if (!first) return '';
	const inverted = invertedName(first);
	if (author.length > MOST_AUTHORS) return `${[inverted, ...others.slice(0, 2).map(inOrder)].join(', ')}, et al.`;
	return joined([inverted, ...others.map(inOrder)], true);
}

function authorsInOrder({ author = [] }: CslItem): string {
	const names = author.map(inOrder);
	return names.length > 2 ? `${names[0]} et al.` : joined(names, false);
}

function inOrder({ given, family, literal }: CslName): string {
	return literal ?? [given, family].filter((part) => part !== undefined).join(' ');
}

/** An inverted first name has a comma of its own, and so takes one before "and" as well. */
function joined(names: readonly string[], inverted: boolean): string {
	if (names.length < 2) return names[0] ?? '';
	const before = names.slice(0, -1).join(', ');
	return `${before}${inverted || names.length > 2 ? ',' : ''} and ${names.at(-1)}`;
}

/** A part in quotation marks with `mark` inside them, a whole in italics, a description of ours as it is. */
function titleRuns(title: string, isPart: boolean, mark: string): Run[] {
	if (isDescription(title)) return [{ text: title }];
	if (!isPart) return [{ text: title, italic: true }];
	return [{ text: `“${title}${/[?!.]$/.test(title) ? '' : mark}”` }];
}

function containerOf(item: CslItem): Run[] {
	const container = item['container-title'];
	if (container === undefined) return [];
	return [...(item.type === 'chapter' ? [{ text: 'in ' }] : []), { text: container, italic: true }];
}

function versionOf({ version }: CslItem): string {
	return version === undefined ? '' : `version ${version}`;
}

function dateOf(reference: Reference): string {
	return publishedWords(reference, (date) => rangeWords(date, dateWords));
}

/** `December 13–15, 2024`, `March 2025` */
function dateWords(from: DateParts, end?: DateParts): string {
	const days = monthDays(from, end);
	if (days === '') return String(from.year);
	return from.day === undefined ? `${days} ${from.year}` : `${days}, ${from.year}`;
}

function accessOf({ accessed }: CslItem): string {
	const date = readCslDate(accessed);
	return date ? `accessed ${rangeWords(date, dateWords)}` : '';
}

function run(text: string): Run[] {
	return text === '' ? [] : [{ text }];
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
