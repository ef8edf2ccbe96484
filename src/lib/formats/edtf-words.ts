const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

const LONGEST_SHORT = 3;

/**
 * An EDTF date (ISO 8601-2) in words: `2024-12-09` is "9 Dec 2024", `2018/2019` "2018 to 2019", `2025-03~` "about Mar
 * 2025", `2024-12-13/..` "13 Dec 2024 or later". Text that is not understood is given back as it stands.
 */
export function dateWords(edtf: string, length: 'short' | 'long' = 'short'): string {
	const [from, to, ...rest] = edtf.split('/');
	if (from === undefined || rest.length > 0) return edtf;
	if (to === undefined) return oneDate(from, length);
	if (isOpen(from)) return isOpen(to) ? 'any time' : `${oneDate(to, length)} or earlier`;
	if (isOpen(to)) return `${oneDate(from, length)} or later`;
	return `${oneDate(from, length)} to ${oneDate(to, length)}`;
}

function oneDate(text: string, length: 'short' | 'long'): string {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(text);
	if (!match) return text;
	const [, year = '', month, day, qualifier] = match;
	const name = MONTHS[Number(month) - 1];
	const monthWord = length === 'long' ? name : name?.slice(0, LONGEST_SHORT);
	const date = [day === undefined ? '' : String(Number(day)), monthWord ?? '', year].filter(Boolean).join(' ');
	if (qualifier === '~') return `about ${date}`;
	if (qualifier === '?') return `perhaps ${date}`;
	return qualifier === '%' ? `perhaps about ${date}` : date;
}

function isOpen(text: string): boolean {
	return text === '' || text === '..';
}
