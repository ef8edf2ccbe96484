import type { Position } from 'geojson';
import { quoted } from './issues';
import { plainNumber } from './plain-number';

const FORM =
	'Numbers have a decimal point, a comma stands between longitude, latitude and height, and a space between positions.';

/**
 * The positions of a KML <coordinates> (OGC 12-007r2, section 10.5.1): longitude, latitude and height with commas between
 * them, and white space between positions. White space beside a comma is taken as GDAL takes it, and so is one run of
 * commas where only one reading gives positions. Anything else is a sentence that says what is wrong.
 */
export function kmlPositions(text: string): Position[] | string {
	const trimmed = text.trim();
	if (trimmed === '') return 'Its <coordinates> are empty.';
	const words = trimmed.split(/\s+/);
	const decimal = words.find((word) => /(?:^|,)[-+]?0\d/.test(word));
	if (decimal !== undefined) return `${quoted(decimal)} in its coordinates seems to have decimal commas. ${FORM}`;
	const tuples = tuplesOf(words) ?? tuplesOf(trimmed.replaceAll(/\s*,\s*/g, ',').split(/\s+/)) ?? inOneRun(trimmed);
	if (!tuples) {
		const bad = words.find((word) => !/^[-+.\deE,]+$/.test(word)) ?? trimmed;
		return `Its coordinates cannot be told apart, for example in ${quoted(bad)}. ${FORM}`;
	}
	const positions: Position[] = [];
	for (const tuple of tuples) {
		const position = tuple.map(plainNumber);
		const bad = tuple.find((_, index) => Number.isNaN(position[index]));
		if (bad !== undefined) return `${quoted(bad)} in its coordinates is not a number.`;
		positions.push(position);
	}
	return positions;
}

/** Words as positions of two or three parts; null where one is something else. A comma may end a word. */
function tuplesOf(words: readonly string[]): string[][] | null {
	const tuples = words.map((word) => word.replace(/,$/, '').split(','));
	if (!tuples.every(({ length }) => length === 2 || length === 3) || tuples.flat().includes('')) return null;
	// Where commas end the words, a height may have come apart from its position.
	const isEven = tuples.every(({ length }) => length === tuples[0]?.length);
	return isEven || !words.some((word) => word.endsWith(',')) ? tuples : null;
}

/** One run of commas, none of them decimal: in twos or threes where only one of these comes out even, or every third number is a height of 0. */
function inOneRun(text: string): string[][] | null {
	const parts = text
		.replaceAll(/\s*,\s*/g, ',')
		.replace(/,$/, '')
		.split(',');
	if (parts.some((part) => part === '' || /\s/.test(part)) || parts.length < 4) return null;
	if (!text.includes('.')) return null;
	const isFlat = parts.length % 3 === 0 && parts.every((part, index) => index % 3 !== 2 || plainNumber(part) === 0);
	const [size, ...others] = isFlat ? [3] : [2, 3].filter((one) => parts.length % one === 0);
	if (size === undefined || others.length > 0) return null;
	return Array.from({ length: parts.length / size }, (_, index) => parts.slice(index * size, (index + 1) * size));
}
