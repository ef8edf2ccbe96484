import { edtfOf } from '$lib/domain/issued';
import { citationFormat } from './citation-format';
import { readCslDate } from './csl-date';
import type { CslItem, CslName, Reference } from './reference';

/** The kinds of BibTeX entries, with the field that holds where it appeared and the one that holds who published it. */
const KINDS: Readonly<Record<string, { entry: string; container: string; publisher: string }>> = {
	article: { entry: 'article', container: 'journal', publisher: 'publisher' },
	book: { entry: 'book', container: 'series', publisher: 'publisher' },
	chapter: { entry: 'incollection', container: 'booktitle', publisher: 'publisher' },
	'paper-conference': { entry: 'inproceedings', container: 'booktitle', publisher: 'publisher' },
	report: { entry: 'techreport', container: 'series', publisher: 'institution' },
	thesis: { entry: 'phdthesis', container: 'series', publisher: 'school' }
};
const OTHER = { entry: 'misc', container: 'howpublished', publisher: 'publisher' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/**
 * BibTeX in UTF-8, with the fields `date`, `urldate` and `version` of BibLaTeX beside the older ones: `date` is EDTF, and
 * so can say what `year` and `month` cannot.
 */
export const bibtex = citationFormat({
	id: 'bibtex',
	title: 'BibTeX',
	description: 'for LaTeX and JabRef',
	extension: 'bib',
	mediaType: 'application/x-bibtex; charset=utf-8',
	version: 1,
	entry: writeEntry,
	frame: { start: '', between: '\n', end: '' }
});

function writeEntry({ item, paragraph }: Reference): string {
	const { entry, container, publisher } = kindOf(item);
	const issued = readCslDate(item.issued);
	const accessed = edtfOf(item.accessed);
	const edtf = edtfOf(item.issued);
	const month = issued?.to ? undefined : MONTHS[(issued?.from.month ?? 0) - 1];
	const dated = item.issued?.literal;
	const notes = [
		paragraph === null ? null : `Paragraph ${paragraph}.`,
		dated === undefined ? null : `Dated ${dated}.`,
		item.note
	].filter((note) => note !== null && note !== undefined);
	const fields: [name: string, value: string | null | undefined][] = [
		['author', item.author && `{${item.author.map(writeName).join(' and ')}}`],
		// The inner braces keep the capitals that the title has.
		['title', `{{${escape(item.title)}}}`],
		[container, text(item['container-title'])],
		[publisher, text(item.publisher)],
		['year', issued && `{${String(issued.from.year).padStart(4, '0')}}`],
		['month', month],
		['date', edtf && `{${edtf}}`],
		['version', text(item.version)],
		['url', item.URL && `{${writeUrl(item.URL)}}`],
		['urldate', accessed && `{${accessed}}`],
		['language', text(item.language)],
		['note', notes.length === 0 ? null : text(notes.join(' '))]
	];
	const lines = fields.filter(([, value]) => value).map(([name, value]) => `\t${name} = ${value}`);
	return `@${entry}{${keyOf(item.id)},\n${lines.join(',\n')}\n}\n`;
}

function kindOf({ type, ...item }: CslItem): typeof OTHER {
	if (!type.startsWith('article')) return KINDS[type] ?? OTHER;
	// An article without the newspaper or journal that it appeared in is none to BibTeX.
	return (item['container-title'] !== undefined && KINDS['article']) || OTHER;
}

/** A name in braces is one word, and is neither split nor shortened. */
function writeName({ family, given, literal }: CslName): string {
	if (literal !== undefined) return `{${escape(literal)}}`;
	return [family, given]
		.filter((part) => part !== undefined)
		.map((part) => protect(escape(part)))
		.join(', ');
}

/** A part of a name that has a word "and" or a comma of its own is kept together. */
function protect(part: string): string {
	return /,|\band\b/i.test(part) ? `{${part}}` : part;
}

function text(value: string | undefined): string | undefined {
	return value === undefined ? undefined : `{${escape(value)}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	// BibTeX counts braces, also those after a backslash.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};

/** Text as LaTeX takes it; letters of every script stay as they are. */
function escape(value: string): string {
	return value.replace(/\s+/g, ' ').replace(/[\\{}~^#$%&_]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

/** The field is taken letter by letter, and braces and backslashes would end it. */
function writeUrl(url: string): string {
	return url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
}

/** A key that every program takes. */
function keyOf(id: string): string {
	return id.replace(/[^A-Za-z0-9-]+/g, '-');
}
