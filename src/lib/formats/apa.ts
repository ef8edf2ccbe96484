import type { CitationStyle, Run } from './citation-format';
import { type DateParts, readCslDate } from './csl-date';
import { type CslItem, invertedName, isDescription, type Reference } from './reference';
import { monthName } from '$lib/words/month-name';
import { inARow, monthDays, publishedWords, rangeWords, sentence } from './style-parts';

/** From so many authors on, those between the first 19 and the last are left out (section 9.8). */
const MOST_AUTHORS = 20;

/** How many words of a title stand in the text, where there is no author. */
const TITLE_WORDS = 4;

/** APA style: the Publication Manual of the American Psychological Association, seventh edition. */
export const apa: CitationStyle = {
	id: 'apa',
	title: 'APA, 7th edition',
	citeTitle: 'In the text',
	entry,
	cite(references) {
		return [{ text: '(' }, ...inARow(references.map(inText), '; '), { text: ')' }];
	}
};

function entry(reference: Reference): Run[] {
	const { item } = reference;
	const author = sentence(authorsOf(item));
	// A data set has the year alone (section 10.9); its version says the rest.
	const words = publishedWords(reference, (date) =>
		item.type === 'dataset' ? String(date.from.year) : rangeWords(date, dateWords)
	);
	const date: Run[] = [{ text: `(${words}).` }];
	const title = sentence(titleOf(item));
	const start = item.author ? [author, date, title] : [title, date];
	return inARow([...start, containerOf(item), publisherOf(item), addressOf(item)]);
}

function authorsOf({ author = [] }: CslItem): Run[] {
	const names = author.map((name) => invertedName(name.given ? { ...name, given: initialsOf(name.given) } : name));
	const last = names.pop();
	if (last === undefined) return [];
	if (names.length === 0) return [{ text: last }];
	if (names.length >= MOST_AUTHORS) return [{ text: `${names.slice(0, 19).join(', ')}, … ${last}` }];
	return [{ text: `${names.join(', ')}, & ${last}` }];
}

/** `Jean-Paul Maria` is `J.-P. M.` */
function initialsOf(given: string): string {
	return given
		.split(/\s+/)
		.map((name) =>
			name
				.split('-')
				.map((part) => `${Array.from(part)[0] ?? ''}.`)
				.join('-')
		)
		.join(' ');
}

/** `2024, December 13–15` */
function dateWords(from: DateParts, end?: DateParts): string {
	const rest = monthDays(from, end);
	return rest === '' ? String(from.year) : `${from.year}, ${rest}`;
}

function titleOf(item: CslItem): Run[] {
	const { title, version } = item;
	const standsAlone = item['container-title'] === undefined;
	const run: Run = standsAlone && !isDescription(title) ? { text: title, italic: true } : { text: title };
	if (item.type !== 'dataset' || !standsAlone) return [run];
	return [run, { text: `${versionOf(version)} [Data set]` }];
}

function containerOf(item: CslItem): Run[] {
	const container = item['container-title'];
	if (container === undefined) return [];
	if (item.type === 'dataset') {
		return sentence([
			{ text: 'In ' },
			{ text: container, italic: true },
			{ text: `${versionOf(item.version)} [Data set]` }
		]);
	}
	return sentence([...(item.type === 'chapter' ? [{ text: 'In ' }] : []), { text: container, italic: true }]);
}

function versionOf(version: string | undefined): string {
	return version === undefined ? '' : ` (Version ${version})`;
}

function publisherOf({ publisher, author }: CslItem): Run[] {
	// Who is the author too is not named again.
	if (publisher === undefined || author?.some(({ literal }) => literal === publisher)) return [];
	return sentence([{ text: publisher }]);
}

function addressOf({ URL, accessed }: CslItem): Run[] {
	if (URL === undefined) return [];
	const date = readCslDate(accessed)?.from;
	if (!date?.month) return [{ text: URL }];
	return [{ text: `Retrieved ${monthName(date.month)} ${date.day ?? ''}, ${date.year}, from ${URL}` }];
}

function inText(reference: Reference): Run[] {
	const { item, paragraph } = reference;
	const where = paragraph === null ? '' : `, para. ${paragraph}`;
	const year = publishedWords(reference, ({ from, to }) =>
		to && to.year !== from.year ? `${from.year}–${to.year}` : String(from.year)
	);
	const name = nameInText(item);
	// The comma after a quoted title stands within its marks.
	const quoted = name.text.endsWith('”');
	return [quoted ? { text: `${name.text.slice(0, -1)},” ` } : name, { text: `${quoted ? '' : ', '}${year}${where}` }];
}

function nameInText({ author, title, ...item }: CslItem): Run {
	if (author) {
		const names = author.map(({ family, given, literal }) => literal ?? family ?? given ?? '');
		return { text: names.length > 2 ? `${names[0]} et al.` : names.join(' & ') };
	}
	if (isDescription(title)) return { text: title };
	const words = title.split(/\s+/);
	const short = words.length > TITLE_WORDS ? words.slice(0, TITLE_WORDS).join(' ') : title;
	return item['container-title'] === undefined ? { text: short, italic: true } : { text: `“${short}”` };
}
