/** A number as programs write it: a sign, digits with at most one point, an exponent (XML Schema 1.1, section 3.3.5). */
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The number that a text is as a whole, white space around it aside; NaN where it is anything else, or beyond what is finite. */
export function plainNumber(text: string): number {
	const trimmed = text.trim();
	const number = PLAIN.test(trimmed) ? Number(trimmed) : Number.NaN;
	return Number.isFinite(number) ? number : Number.NaN;
}
