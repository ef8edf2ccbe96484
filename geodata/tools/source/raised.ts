/** What a raised mark is, and what it is written as: a mark of a note is no part of the words that it stands at. */
export interface Raised {
	text: string;
	isNote: boolean;
}

const UNIT = /(?<![\p{L}])(?:[kcdmµn]?m|ft|in|mi|yd|s|sec|h)$/u;
/** What a number of this is a power of: ten, a unit, a variable, a formula. */
const POWER = new RegExp(
	String.raw`(?<![\p{L}\p{N}.,])10$|${UNIT.source}|(?<![\p{L}\p{N}])[a-z]$|=\s?[A-Za-z0-9_]+$`,
	'u'
);
const ORDINAL = /^(?:st|nd|rd|th|er|ers|re|ère|ème|eme|ste|de|lle|me|mes|os|as|gr|bis|ter)$/i;

/** What raised characters are, by themselves and what stands before and after them; the first row that fits says it. */
const READINGS: readonly {
	mark: RegExp;
	before?: RegExp;
	after?: RegExp;
	/** What is written; null for the mark of a note. */
	as: ((mark: string, before: string) => string) | null;
}[] = [
	// A numerator, after a whole number or by itself.
	{ mark: /^\d+$/, before: /\d$/, after: /^\s?[⁄/]\s?\d/, as: (mark) => ` ${mark}` },
	{ mark: /^\d+$/, after: /^\s?[⁄/]\s?\d/, as: asItIs },
	{ mark: /^[o0°º]$/, before: /\d$/, after: /^\s?(?:[CFNSEW](?!\p{L})|\d{1,2}['’′])/u, as: () => '°' },
	{ mark: /^tm$/i, as: () => '™' },
	{ mark: /^sm$/i, as: () => '℠' },
	{ mark: /^[®™℠]$/, as: asItIs },
	{ mark: /^[-+−–]?\d+$/, before: POWER, as: power },
	// The mark of a note after a word, or the number before the note itself.
	{ mark: /^[-+−–]?\d+$/, before: /[\p{L}\p{N}\p{P}\p{S}]$/u, as: null },
	{ mark: /^[-+−–]?\d+$/, after: /^\s/, as: asItIs },
	{ mark: /^[-+−–]?\d+$/, as: (mark) => `${mark} ` },
	{ mark: ORDINAL, before: /[\p{L}\p{N}]$/u, as: asItIs },
	{ mark: /^[eor]$/, before: /(?:\d|\b[nNM])$/, as: asItIs },
	// A time (9ʰ30), a century (XIXᵉ) and the like (Dʳ).
	{ mark: /^\p{L}$/u, before: /\d$/, after: /^\d/, as: asItIs },
	{ mark: /^(?:[eo]|es|os)$/, before: /(?<![\p{L}\p{N}])[IVXLC]+$/u, as: asItIs },
	{ mark: /^[ret]$/, before: /(?<![\p{L}\p{N}])[DMSPV]$/u, as: asItIs },
	{ mark: /^(?![ivx]+$)\p{L}{2,}/u, as: (mark) => ` ${mark}` },
	{ mark: /^/, before: /[\p{L}\p{N}\p{P}]$/u, as: null },
	{ mark: /^/, as: (mark) => `${mark} ` }
];

/**
 * Reads raised characters between the words before and after them: a power (10^5, km²), the end of an abbreviation (19th,
 * Mme), a numerator, or else the mark of a note, so that 24² is never 242.
 */
export function raised(before: string, mark: string, after: string, isLink = false): Raised {
	const said = mark.trim();
	if (said === '') return { text: mark === '' ? '' : ' ', isNote: false };
	const reading = READINGS.find(
		(row) => row.mark.test(said) && (row.before?.test(before) ?? true) && (row.after?.test(after) ?? true)
	);
	const as = isLink ? null : reading?.as;
	return { text: as?.(said, before) ?? '', isNote: !as };
}

function power(said: string, before: string): string {
	const isSquareOrCube = UNIT.test(before) && /^[23]$/.test(said);
	return isSquareOrCube ? (said === '2' ? '²' : '³') : `^${said.replace(/^[−–]/, '-')}`;
}

function asItIs(mark: string): string {
	return mark;
}
