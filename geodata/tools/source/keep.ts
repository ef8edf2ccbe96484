import { type DocumentRead, UnreadableDocument } from './document';

/**
 * A document with those parts among its paragraphs, in their places, that a person keeps of what was left out: their
 * numbers, counted from 1, such as "1,4-6", or "all".
 * @throws UnreadableDocument for a number that nothing left out has
 */
export function kept(read: DocumentRead, wanted: string | undefined): DocumentRead {
	if (wanted === undefined) return read;
	const numbers = numbersIn(wanted, read.leftOut.length);
	const paragraphs: string[] = [];
	const leftOut: DocumentRead['leftOut'] = [];
	for (let after = 0; after <= read.paragraphs.length; after++) {
		read.leftOut.forEach((one, index) => {
			if (one.after !== after) return;
			if (numbers.has(index + 1)) paragraphs.push(...one.texts);
			else leftOut.push({ ...one, after: paragraphs.length });
		});
		paragraphs.push(...read.paragraphs.slice(after, after + 1));
	}
	return { ...read, paragraphs, leftOut };
}

function numbersIn(wanted: string, most: number): Set<number> {
	const numbers = new Set<number>();
	for (const part of wanted === 'all' ? (most === 0 ? [] : [`1-${most}`]) : wanted.split(',')) {
		const [, from = '', to = from] = /^\s*(\d{1,6})\s*(?:-\s*(\d{1,6}))?\s*$/.exec(part) ?? [];
		const [first, last] = [Number(from), Number(to)];
		if (first < 1 || last < first || last > most) {
			throw new UnreadableDocument(
				most === 0
					? 'Nothing is left out that could be kept. Leave --keep out.'
					: `“${part.trim()}” is no number of what is left out: there are 1 to ${most}. Give some of them, as in --keep 1,3, or --keep all.`
			);
		}
		for (let number = first; number <= last; number++) numbers.add(number);
	}
	return numbers;
}
