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

interface Names {
	months: ReadonlyMap<string, number>;
	weekdays: ReadonlySet<string>;
}

let known: Names | null = null;

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

/** Asks the platform, which has the names of all languages. */
function workOut(): Names {
	const months = new Map<string, Set<number>>();
	const weekdays = new Set<string>();
	const note = (name: string, month: number) => {
		if (!/^\p{L}[\p{L}\s'’]*$/u.test(name)) return;
		months.set(name, (months.get(name) ?? new Set()).add(month));
	};
	for (const locale of LOCALES) {
		const tag = `${locale}-u-ca-gregory-nu-latn`;
		for (const length of ['long', 'short'] as const) {
			const formats = [
				new Intl.DateTimeFormat(tag, { month: length, timeZone: 'UTC' }),
				new Intl.DateTimeFormat(tag, { month: length, day: 'numeric', timeZone: 'UTC' })
			];
			for (let month = 1; month <= 12; month++) {
				const day = Date.UTC(2024, month - 1, 2);
				for (const format of formats) {
					for (const { type, value } of format.formatToParts(day)) if (type === 'month') note(plain(value), month);
				}
			}
			const ofWeek = new Intl.DateTimeFormat(tag, { weekday: length, timeZone: 'UTC' });
			for (let day = 1; day <= 7; day++) weekdays.add(plain(ofWeek.format(Date.UTC(2024, 0, day))));
		}
	}
	for (const [name, month] of MORE) note(name, month);
	const certain = [...months].flatMap(([name, found]) =>
		found.size === 1 ? [[name, [...found][0] ?? 0] as const] : []
	);
	return { months: new Map(certain), weekdays };
}
