import { type DocumentRead, type LeftOut, listed, quoted } from './document';

/** What is read of a file and what is left out, in lines for a person who has not opened it yet. */
export function previewOf(file: string, read: DocumentRead): string {
	const { paragraphs, stated, leftOut, remarks, encoding } = read;
	const [first = ''] = paragraphs;
	const lines = [
		['title', stated.title],
		[
			'date',
			stated.issued?.['date-parts']
				?.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
				.join(' to ')
		],
		['authors', stated.author?.map(({ literal }) => literal ?? '').join('; ')],
		['outlet', stated['container-title']],
		['address', stated.URL],
		[
			'language',
			`${stated.language ?? 'not stated'}, ${stated.custom?.direction === 'rtl' ? 'from right to left' : 'from left to right'}`
		],
		['encoding', encoding === null ? 'that of its format' : `${encoding.name}: ${encoding.why}`],
		['paragraphs', String(paragraphs.length)],
		['begins', quoted(first, 100)],
		['ends', quoted(ending(paragraphs.at(-1) ?? ''), 102)]
	] as const;
	return [
		`What is read of ${file}:`,
		...lines.map(
			([name, said]) => `  ${`${name}:`.padEnd(12)}${said === undefined || said === '' ? 'not stated' : said}`
		),
		'',
		...(leftOut.length === 0
			? ['Nothing is left out that could be kept.']
			: ['What is left out; --keep 1,3 keeps some of it in its place, --keep all all of it:', ...leftOut.map(line)]),
		...(remarks.length === 0 ? [] : ['', 'What else to know:', ...remarks.map((remark) => `  ${remark}`)])
	].join('\n');
}

function line({ what, texts }: LeftOut, index: number): string {
	const many = texts.length > 1 ? `, ${texts.length} paragraphs` : '';
	return `${String(index + 1).padStart(4)}  ${what}${many}: ${listed(texts, 4)}`;
}

/** The last words of a paragraph. */
function ending(text: string): string {
	const points = Array.from(text);
	return points.length <= 100 ? text : `…${points.slice(-99).join('').trimStart()}`;
}
