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

/** The English name of a month, counted from 1; empty for what is no month. */
export function monthName(month: number): string {
	return MONTHS[month - 1] ?? '';
}
