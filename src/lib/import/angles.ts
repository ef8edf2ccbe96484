/** What divides the whole of a number from its fraction. */
export type DecimalMark = '.' | ',';

/** Which of the two coordinates a number is. */
export type Axis = 'latitude' | 'longitude';

/** Degrees, and the axis that a hemisphere names. */
export interface Angle {
	degrees: number;
	axis: Axis | null;
}

/** The hemispheres by the letters and words that people write; letters that two languages use for two of them are not here. */
const HEMISPHERES: Readonly<Record<'N' | 'S' | 'E' | 'W', readonly string[]>> = {
	N: ['n', 'north', 'с', 'сш', 'север', 'nord', 'norte', 'شمال', 'شمالا', 'kuzey'],
	S: ['s', 'south', 'ю', 'юш', 'юг', 'sud', 'süd', 'sur', 'sul', 'جنوب', 'جنوبا', 'güney'],
	E: ['e', 'east', 'в', 'вд', 'восток', 'est', 'ost', 'este', 'leste', 'شرق', 'شرقا', 'doğu'],
	W: ['w', 'west', 'з', 'зд', 'запад', 'ouest', 'oeste', 'غرب', 'غربا', 'batı']
};

const BY_WORD = new Map(Object.entries(HEMISPHERES).flatMap(([letter, words]) => words.map((word) => [word, letter])));

/** A number without an exponent or with one; which mark it has, its column says. */
const NUMBER = String.raw`(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d{1,3})?`;
const PART = String.raw`\d+(?:[.,]\d+)?`;
const DEGREE = String.raw`\s*(?:[°º˚*:]|deg(?:rees?)?\.?|d(?=\s*\d))\s*`;
const MINUTE = String.raw`\s*(?:['’‘′´ʹ:]|m(?:in(?:utes?)?\.?)?(?![\p{L}]))\s*`;
const SECOND = String.raw`\s*(?:["”“″ʺ]|''|’’|′′|s(?:ec(?:onds?)?\.?)?(?![\p{L}]))?\s*`;

/** Decimal degrees, with a sign for degrees or without. */
const DECIMAL = new RegExp(String.raw`^(${NUMBER})\s*(?:[°º˚]|deg(?:rees?)?\.?)?$`, 'iu');
/** Degrees and minutes, and seconds where they are written; parted by their signs, or by spaces alone. */
const SEXAGESIMAL = new RegExp(
	String.raw`^(\d{1,3})(?:${DEGREE}|\s+)(${PART})(?:${MINUTE}|\s+|$)(?:(${PART})${SECOND})?$`,
	'iu'
);

/**
 * The degrees that a text says, whole: decimal, or in degrees, minutes and seconds, with a sign or a hemisphere before or
 * after. Null for anything else, and where the sign and the hemisphere are both there or a part is out of its range.
 */
export function readAngle(text: string, mark: DecimalMark): Angle | null {
	const plain = asciiDigits(text.normalize('NFC').trim()).replace(/^[−–]/, '-');
	const [, before = '', sign = '', middle = '', after = ''] =
		/^(\p{L}+(?:\.\p{L}+)*\.?)?[\s:]*([-+]?)\s*([\d.,].*?)[\s,]*((?:(?<![\p{L}])|(?<=[md]\s*))\p{L}+(?:\.\s?\p{L}+)*\.?)?$/u.exec(
			plain
		) ?? [];
	const words = [before, after].filter((word) => word !== '');
	if (words.length > 1 || middle === '' || plain.endsWith(',')) return null;
	const letter = words[0] === undefined ? null : hemisphereOf(words[0]);
	// A word after the number may be its unit.
	const body = letter === undefined ? `${middle}${after}` : middle;
	if (letter === undefined && before !== '') return null;
	const size = sizeOf(body, mark);
	if (size === null || (letter && sign !== '')) return null;
	// “34 54 08 s” may mean seconds, or the south.
	if (words[0] === 's' && DECIMAL.exec(body) === null && !/["”“″ʺ]/.test(body)) return null;
	// Minutes without their sign: a sign between two digits may be a slip.
	if (!letter && /^\d+\s*[°º˚*d]\s*\d+(?:[.,]\d+)?$/.test(body)) return null;
	// Two numbers alone may be degrees and minutes, or one number that lost its mark.
	if (!letter && /^\d+\s+\d+(?:[.,]\d+)?$/.test(body)) return null;
	return {
		degrees: sign === '-' || letter === 'S' || letter === 'W' ? -size : size,
		axis: !letter ? null : letter === 'N' || letter === 'S' ? 'latitude' : 'longitude'
	};
}

/** The letter of the hemisphere that a word means; undefined where it means none. */
function hemisphereOf(word: string): string | undefined {
	return BY_WORD.get(word.toLocaleLowerCase('en').replaceAll(/[.\s]/g, ''));
}

function sizeOf(text: string, mark: DecimalMark): number | null {
	const decimal = DECIMAL.exec(text)?.[1];
	if (decimal !== undefined) return numberOf(decimal, mark);
	const [, degrees, minutes, seconds = '0'] = SEXAGESIMAL.exec(text) ?? [];
	if (degrees === undefined || minutes === undefined) return null;
	const [m, s] = [numberOf(minutes, mark), numberOf(seconds, mark)];
	if (m === null || s === null || m >= 60 || s >= 60) return null;
	// Minutes with a fraction leave nothing to seconds.
	if (seconds !== '0' && !Number.isInteger(m)) return null;
	return Number(degrees) + m / 60 + s / 3600;
}

/** A number with one decimal mark at most, and that the one of its column. */
function numberOf(text: string, mark: DecimalMark): number | null {
	if (text.includes(mark === '.' ? ',' : '.')) return null;
	const value = Number(text.replace(',', '.'));
	return Number.isFinite(value) ? value : null;
}

/** The decimal mark of a column, by all its values: that which most of them have that have one. */
export function decimalMarkOf(values: Iterable<string>): DecimalMark {
	let points = 0;
	let commas = 0;
	for (const value of values) {
		if (/[\d.]\.\d|^\s*[-+]?\.\d|\d\.$/u.test(value)) points += 1;
		else if (/\d,\d|^\s*[-+]?,\d/u.test(value)) commas += 1;
	}
	return commas > points ? ',' : '.';
}

/** A text with the digits of Arabic and Persian, and their decimal mark, as those of English. */
export function asciiDigits(text: string): string {
	return text
		.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replaceAll('٫', '.');
}

/** The two angles of a text that holds both, in its order; null where it is not just two. */
export function readAnglePair(text: string, mark: DecimalMark): [Angle, Angle] | null {
	const plain = asciiDigits(text)
		.trim()
		.replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1');
	for (const parts of divisionsOf(plain, mark)) {
		const [first, second] = parts.map((part) => readAngle(part, mark));
		if (
			first &&
			second &&
			(first.axis === null) === (second.axis === null) &&
			(first.axis !== second.axis || first.axis === null)
		) {
			return [first, second];
		}
	}
	return null;
}

/** The ways to part a text in two: at its only semicolon, bar or comma, after a hemisphere, or at its only space. */
function divisionsOf(text: string, mark: DecimalMark): [string, string][] {
	const ways = [
		/\s*[;|/]\s*/,
		mark === '.' ? /\s*,\s*/ : /,\s+/,
		/(?<=\p{L})\s*,?\s*(?=\d)/u,
		/(?<=[°"”″'’′\d])\s*,?\s*(?=\p{L}\s*\d)/u,
		/\s+/
	];
	return ways.flatMap((way) => {
		const parts = text.split(way);
		return parts.length === 2 ? [[parts[0] ?? '', parts[1] ?? ''] as [string, string]] : [];
	});
}
