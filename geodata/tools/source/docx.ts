import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type DocumentRead, recordOf, remarkOnUnread, type Statement, tidy, UnreadableDocument } from './document';
import { readWhole } from './html/page';

/** How large a document may be unpacked, in bytes. */
const MAX_UNPACKED = 200_000_000;

/**
 * A document of Word (ISO 29500): its text with what was inserted and without what was deleted, notes at its end.
 * @throws UnreadableDocument for one that unpacks to more than is read
 */
export async function readDocx(bytes: Uint8Array): Promise<DocumentRead> {
	const parts = partsOf(bytes);
	const { value } = await mammoth.convertToHtml(
		{ buffer: Buffer.from(withoutWrappers(bytes, parts)) },
		{ externalFileAccess: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) }
	);
	const read = readWhole(value.replaceAll(/<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, ''));
	return {
		...read,
		stated: recordOf(statementIn(parts)),
		remarks: [...read.remarks, ...unread(parts)],
		encoding: null
	};
}

/** What Mammoth passes over with the words in it: a field in its short form (a date, a reference), and tags of a company's own. */
const WRAPPER = /<\/?w:(?:fldSimple|customXml)\b[^<>]*>/g;

/** The document with the words of such elements in the place of these. */
function withoutWrappers(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Uint8Array {
	const whole = [...parts].flatMap(([name, xml]): [string, Uint8Array][] => {
		const plain = xml.replaceAll(WRAPPER, '');
		return plain === xml ? [] : [[name, strToU8(plain)]];
	});
	return whole.length === 0 ? bytes : zipSync({ ...unzipSync(bytes), ...Object.fromEntries(whole) }, { level: 1 });
}

/** The parts that say what Mammoth does not tell, by name. */
function partsOf(bytes: Uint8Array): Map<string, string> {
	let unpacked = 0;
	const files = unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			unpacked += originalSize;
			if (unpacked > MAX_UNPACKED)
				throw new UnreadableDocument(`The document unpacks to more than ${MAX_UNPACKED} bytes.`);
			return /^(?:docProps\/core|word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*))\.xml$/.test(name);
		}
	});
	return new Map(Object.entries(files).map(([name, file]) => [name, strFromU8(file)]));
}

function statementIn(parts: ReadonlyMap<string, string>): Statement {
	const { document } = parseHTML(parts.get('docProps/core.xml') ?? '');
	const said = (name: string) =>
		tidy([...document.querySelectorAll('*')].find((one) => one.nodeName.toLowerCase() === name)?.textContent ?? '');
	return {
		type: 'document',
		title: said('dc:title'),
		authors: said('dc:creator').split(/\s*;\s*/),
		language: said('dc:language')
	};
}

/** What is in a document and is not read, with how much of it there is. */
function unread(parts: ReadonlyMap<string, string>): string[] {
	const body = parts.get('word/document.xml') ?? '';
	const count = (pattern: RegExp, text = body) => text.match(pattern)?.length ?? 0;
	const margins = [...parts]
		.filter(([name, xml]) => /\/(?:header|footer)\d*\.xml$/.test(name) && wordsIn(xml) !== '')
		.map(([, xml]) => wordsIn(xml));
	const found = [
		[count(/<w:(?:del|moveFrom)\b/g), 'deletions that are marked as changes'],
		[count(/<w:comment\b/g, parts.get('word/comments.xml')), 'comments'],
		[count(/<(?:w:drawing|w:pict)\b/g), 'pictures or drawings'],
		[count(/<c:chart\b|<w:object\b/g), 'charts or objects'],
		[count(/<m:oMath\b/g), 'formulas']
	] as const;
	const said = found.flatMap(([number, what]) => (number === 0 ? [] : [`${what} (${number})`]));
	const hidden = count(/<w:vanish\/>/g);
	return [
		...(hidden > 0
			? [`Text that is formatted as hidden is kept, in ${hidden} ${hidden === 1 ? 'place' : 'places'}.`]
			: []),
		...remarkOnUnread(said),
		...(margins.length > 0 ? [`Headers and footers are not read: “${[...new Set(margins)].join('”, “')}”.`] : [])
	];
}

function wordsIn(xml: string): string {
	return tidy(xml.replaceAll(/<\/w:p>/g, ' ').replaceAll(/<[^<>]*>/g, ''));
}
