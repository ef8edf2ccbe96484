import { calendarNames } from '$lib/domain/calendar-names';

/** The languages whose months and days of the week are known, in the Gregorian calendar. */
const LOCALES =
	'en en-GB fr fr-CA de de-AT es ca it pt pt-BR nl sv da nb fi et lv lt pl cs sk sl hr sr sr-Latn bs mk bg ru uk be hu ro el tr az kk uz ar ar-SY ar-MA ar-DZ ar-TN fa ps ur ckb he hy ka sq id ms vi sw am hi'.split(
		' '
	);

/** Short forms that people write and no locale has. */
const MORE: readonly (readonly [name: string, month: number])[] = [
	['sept', 9],
	['okt', 10],
	['اذار', 3],
	['نيسان', 4],
	['ايار', 5],
	['حزيران', 6],
	['تموز', 7],
	['اب', 8],
	['ايلول', 9]
];

let known: ReturnType<typeof workOut> | null = null;

/** The month of a name in one of many languages, 1 to 12; null for any other word, and where languages disagree. */
export function monthOf(name: string): number | null {
	known ??= workOut();
	const word = plain(name);
	// Hebrew writes “in January” as one word.
	return known.months.get(word) ?? known.months.get(word.replace(/^ב/, '')) ?? null;
}

/** Whether a word is a day of the week. */
export function isWeekday(name: string): boolean {
	known ??= workOut();
	return known.weekdays.has(plain(name));
}

/** Few words come up in the dates of a file, each many times. */
const MOST_REMEMBERED = 1000;
const remembered = new Map<string, string>();

function plain(name: string): string {
	const earlier = remembered.get(name);
	if (earlier !== undefined) return earlier;
	const word = name
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/[\p{M}.]/gu, '')
		.trim();
	if (remembered.size === MOST_REMEMBERED) remembered.clear();
	remembered.set(name, word);
	return word;
}

/** Asks the platform, which has the names of all languages; a name of two months is of none. */
function workOut() {
	const months = new Map<string, number | null>(MORE);
	const weekdays = new Set<string>();
	for (const locale of LOCALES) {
		const tag = `${locale}-u-ca-gregory-nu-latn`;
		for (const length of ['long', 'short'] as const) {
			for (const [written, month] of calendarNames(tag, 'month', [
				{ month: length },
				{ month: length, day: 'numeric' }
			])) {
				const name = plain(written);
				if (!/^\p{L}[\p{L}\s'’]*$/u.test(name)) continue;
				months.set(name, months.has(name) && months.get(name) !== month ? null : month);
			}
			for (const [name] of calendarNames(tag, 'weekday', [{ weekday: length }])) weekdays.add(plain(name));
		}
	}
	return { months, weekdays };
}
