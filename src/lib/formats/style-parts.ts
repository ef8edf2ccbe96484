import type { Run } from './citation-format';
import { type DateParts, readCslDate, type ReferenceDate } from './csl-date';
import type { Reference } from './reference';
import { monthName } from '$lib/words/month-name';

/** When something was published, as `write` gives its date; in brackets where that was inferred. */
export function publishedWords({ item, dateInferred }: Reference, write: (date: ReferenceDate) => string): string {
	const date = readCslDate(item.issued);
	const words = date ? `${date.circa ? 'ca. ' : ''}${write(date)}` : item.issued?.literal;
	if (words === undefined) return 'n.d.';
	return dateInferred ? `[${words}]` : words;
}

/**
 * A range of dates with what both ends share said once: `write` gives one date, and a range in one month or year from its
 * second end.
 */
export function rangeWords({ from, to }: ReferenceDate, write: (date: DateParts, end?: DateParts) => string): string {
	if (!to) return write(from);
	if (from.year !== to.year) return `${write(from)}–${write(to)}`;
	return write(from, to);
}

/** The month and days of a range within a year: `December 13–15`, `November 30–December 2`, `March`; empty for a year. */
export function monthDays({ month, day }: DateParts, end?: DateParts): string {
	if (month === undefined) return '';
	const first = [monthName(month), day].filter((part) => part !== undefined).join(' ');
	if (end?.month === undefined) return first;
	const sameMonth = end.month === month;
	if (sameMonth && (end.day === undefined || end.day === day)) return first;
	return `${first}–${sameMonth ? '' : `${monthName(end.month)} `}${end.day ?? ''}`.trimEnd();
}

/** Runs with a full stop behind them, unless a mark already ends the sentence. */
export function sentence(runs: readonly Run[]): Run[] {
	const last = runs.map(({ text }) => text).join('');
	return /[.?!…][”’)\]]?$/.test(last) ? [...runs] : [...runs, { text: '.' }];
}

/** Sentences with a space between them; empty ones are left out. */
export function inARow(sentences: readonly (readonly Run[])[], separator = ' '): Run[] {
	return sentences
		.filter((runs) => runs.length > 0)
		.flatMap((runs, index) => (index === 0 ? [...runs] : [{ text: separator }, ...runs]));
}
