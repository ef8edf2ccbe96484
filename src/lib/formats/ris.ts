import { edtfOf } from '$lib/domain/issued';
import { citationFormat } from './citation-format';
import { type DateParts, readCslDate, type ReferenceDate } from './csl-date';
import { dateWords } from '$lib/words/edtf-words';
import { type CslName, invertedName, type Reference } from './reference';

/** RIS's own words for the types of CSL; others are `GEN`, generic. */
const TYPES: Readonly<Record<string, string>> = {
	'article-journal': 'JOUR',
	'article-magazine': 'MGZN',
	'article-newspaper': 'NEWS',
	bill: 'BILL',
	book: 'BOOK',
	chapter: 'CHAP',
	dataset: 'DATA',
	hearing: 'HEAR',
	legislation: 'STAT',
	map: 'MAP',
	motion_picture: 'VIDEO',
	pamphlet: 'PAMP',
	'paper-conference': 'CPAPER',
	personal_communication: 'PCOMM',
	'post-weblog': 'BLOG',
	report: 'RPRT',
	thesis: 'THES',
	webpage: 'ELEC'
};

/** RIS (Research Information Systems): a tag of two characters, two spaces, a hyphen, a space and the value on each line. */
export const ris = citationFormat({
	id: 'ris',
	title: 'RIS',
	description: 'for EndNote, Mendeley and RefWorks',
	extension: 'ris',
	mediaType: 'application/x-research-info-systems; charset=utf-8',
	version: 1,
	entry: writeRecord,
	frame: { start: '', between: '\r\n', end: '' }
});

function writeRecord({ item, paragraph }: Reference): string {
	const issued = readCslDate(item.issued);
	const edtf = edtfOf(item.issued);
	const inexact = edtf !== null && (!issued || issued.to !== null || issued.circa);
	const accessed = readCslDate(item.accessed);
	const lines: [tag: string, value: string | null | undefined][] = [
		['TY', TYPES[item.type] ?? 'GEN'],
		['ID', item.id],
		...(item.author ?? []).map((name): [string, string] => ['AU', writeName(name)]),
		['TI', item.title],
		['T2', item['container-title']],
		['PB', item.publisher],
		['PY', issued && String(issued.from.year).padStart(4, '0')],
		['DA', issued && writeDate(shared(issued))],
		['ET', item.version],
		['LA', item.language],
		['UR', item.URL],
		['Y2', accessed && writeDate(accessed.from)],
		['N1', paragraph === null ? null : `Paragraph ${paragraph}.`],
		['N1', item.issued?.literal ?? (inexact ? `Dated ${dateWords(edtf, 'long')}.` : null)],
		['N1', item.note]
	];
	const written = lines.flatMap(([tag, value]) =>
		value ? [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`] : []
	);
	return `${written.join('')}ER  - \r\n`;
}

/** `Family, Given`. A comma in a name that is not divided would divide it. */
function writeName(name: CslName): string {
	return name.literal?.replaceAll(',', '') ?? invertedName(name);
}

/** What both ends of a range have in common, or the year in which it begins: a day within it would be more than is known. */
function shared({ from, to }: ReferenceDate): DateParts {
	if (!to) return from;
	if (to.year !== from.year || to.month !== from.month || from.month === undefined) return { year: from.year };
	return to.day === from.day ? from : { year: from.year, month: from.month };
}

/** `year/month/day/other`: the slashes stand also where there is nothing between them. */
function writeDate({ year, month, day }: DateParts): string {
	const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
	return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}
