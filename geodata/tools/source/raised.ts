/** What a raised mark is, and what it is written as: a mark of a note is no part of the words that it stands at. */
export interface Raised {
	text: string;
	isNote: boolean;
}

const UNIT = /(?<![\p{L}])(?:[kcdmµn]?m|ft|in|mi|yd|s|sec|h)$/u;
const ORDINAL = /^(?:st|nd|rd|th|er|ers|re|ère|ème|eme|ste|de|lle|me|mes|os|as|gr|bis|ter)$/i;

/**
 * Reads raised characters between the words before and after them: a power (10^5, km²), the end of an abbreviation (19th,
 * Mme), a numerator, or else the mark of a note, so that 24² is never 242.
 */
export function raised(before: string, mark: string, after: string, isLink = false): Raised {
	const said = mark.trim();
	const note = { text: '', isNote: true };
	if (said === '') return { text: mark === '' ? '' : ' ', isNote: false };
	if (isLink) return note;
	if (/^\s?[⁄/]\s?\d/.test(after) && /^\d+$/.test(said))
		return { text: /\d$/.test(before) ? ` ${said}` : said, isNote: false };
	if (/^[o0°º]$/.test(said) && /\d$/.test(before) && /^\s?(?:[CFNSEW](?!\p{L})|\d{1,2}['’′])/u.test(after)) {
		return { text: '°', isNote: false };
	}
	if (/^(?:tm|sm|®|™|℠)$/i.test(said)) return { text: said.replace(/^tm$/i, '™').replace(/^sm$/i, '℠'), isNote: false };
	if (/^[-+−–]?\d+$/.test(said))
		return isPower(before) ? { text: power(before, said), isNote: false } : number(before, said, after);
	if (ORDINAL.test(said) && /[\p{L}\p{N}]$/u.test(before)) return { text: said, isNote: false };
	if (/^[eor]$/.test(said) && /(?:\d|\b[nNM])$/.test(before)) return { text: said, isNote: false };
	// A time (9ʰ30), a century (XIXᵉ) and the like (Dʳ).
	if (/^\p{L}$/u.test(said) && /\d$/.test(before) && /^\d/.test(after)) return { text: said, isNote: false };
	if (/^(?:[eo]|es|os)$/.test(said) && /(?<![\p{L}\p{N}])[IVXLC]+$/u.test(before)) return { text: said, isNote: false };
	if (/^[ret]$/.test(said) && /(?<![\p{L}\p{N}])[DMSPV]$/u.test(before)) return { text: said, isNote: false };
	if (/^\p{L}{2,}/u.test(said) && !/^[ivx]+$/.test(said)) return { text: ` ${said}`, isNote: false };
	if (/[\p{L}\p{N}\p{P}]$/u.test(before)) return note;
	return { text: `${said} `, isNote: false };
}

function isPower(before: string): boolean {
	return (
		/(?<![\p{L}\p{N}.,])10$/u.test(before) ||
		UNIT.test(before) ||
		/(?<![\p{L}\p{N}])[a-z]$/u.test(before) ||
		/=\s?\w+$/.test(before)
	);
}

function power(before: string, said: string): string {
	const isSquareOrCube = UNIT.test(before) && /^[23]$/.test(said);
	return isSquareOrCube ? (said === '2' ? '²' : '³') : `^${said.replace(/^[−–]/, '-')}`;
}

/** A raised number that is no power: the mark of a note after a word, or the number before the note itself. */
function number(before: string, said: string, after: string): Raised {
	if (/[\p{L}\p{N}\p{P}\p{S}]$/u.test(before)) return { text: '', isNote: true };
	return { text: /^\s/.test(after) ? said : `${said} `, isNote: false };
}
