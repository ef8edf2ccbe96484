import { plainName } from './feature-names';

/** Columns that may say when something was: one date, a first and a last day, or a year, month and day. */
export type DateColumns =
	| { kind: 'date'; name: string }
	| { kind: 'span'; from: string | null; to: string | null }
	| { kind: 'parts'; names: readonly string[] }
	| { kind: 'span of parts'; from: readonly string[]; to: readonly string[] };

/** Words, as `plainName` compares them. */
const list = (words: string) => words.trim().split(/\s+/).map(plainName);

/** Words that end like a date and mean none. */
const NO_DATE = /(?:up|candi|man|vali|consoli|accommo|intimi|liqui|eluci|inun|se)dates?$/;

/** Words that begin a span, and those that end it; any goes with any that stands in the same place of a name. */
const BEGINS = new Set(
	list(
		'begin begins beginning began start starts starting started from since earliest first after von ab debut depuis inicio desde inizio dal da inicial с от начало початок начала  od od początek baslangic basla من بداية البداية início de'
	)
);
const ENDS = new Set(
	list(
		'end ends ending ended finish finished to until till thru through latest last before bis fin final hasta fine al ate fim по до конец конца окончание окончания кінець do konec koniec bitis الى إلى نهاية النهاية'
	)
);
/** Words that begin and end a span only where the name of another column has one of the other kind. */
const OPENED = new Set(list('opened built founded established commissioned born birth'));
const CLOSED = new Set(list('closed destroyed demolished abandoned dissolved decommissioned died death'));
/** Words of these that say nothing of time where they stand alone: from Tartus to Homs. */
const WEAK = new Set([
	...OPENED,
	...CLOSED,
	...list(
		'period zeitraum период dönem فترة from to first last after before von ab od da de al do с от по до من الى since until'
	)
]);

/** Words that mean a date. */
const DATES = new Set(
	list(
		'period zeitraum период dönem فترة date dates datum تاریخ date: when datetime fecha data дата tarih tarihi تاريخ التاريخ dato datums datas paivamaara dzień dzien ημερομηνια תאריך 日期 日付 날짜 tanggal ngay pvm'
	)
);
const TIMES = new Set(list('ts unix epoch time times hour uhrzeit zeit heure hora ora время saat وقت الوقت زمان ساعت'));
const YEARS = new Set(
	list(
		'year years iyear سال jahr an annee ano anno год рік yil yili sene سنة عام السنة jaar ar rok godina שנה 年 년'
	).map(plainName)
);
const MONTHS = new Set(
	list(
		'month months imonth ماه monat mois mes mese месяц місяць ay شهر الشهر maand manad maned miesiac mesic חודש 月 월'
	).map(plainName)
);
const DAYS = new Set(list('day days iday روز tag jour dia giorno день gun gunu يوم اليوم dag dzien den יום 日 일'));
/** Words that make a date that of what happened. */
const EVENTS = new Set(
	list(
		'event events incident occurred occurrence happened attack strike strikes ereignis evenement evento incidente событие события события olay حدث الحدث sighting observation observed eventdate'
	)
);
/** Words that make a date that of the record. */
const RECORDS = new Set(
	list(
		'created creation posted pub mod create updated update modified modification edited edit upload uploaded published publication publish retrieved accessed access added entry entered record recorded reported report scraped crawl crawled ingested import imported export exported download downloaded timestamp stamp insert inserted changed version source file registered'
	)
);

interface Known {
	name: string;
	words: readonly string[];
}

/** The words of a name; those that are written as one are parted: `startdate`, `dateto`. */
function wordsOf(name: string): string[] {
	return plainName(name)
		.split(' ')
		.flatMap((word) => {
			for (let at = 2; at < word.length - 1; at++) {
				const [first, second] = [word.slice(0, at), word.slice(at)];
				const isEnd = (part: string) => BEGINS.has(part) || ENDS.has(part);
				const isTime = (part: string) => DATES.has(part) || TIMES.has(part) || YEARS.has(part) || part === 'day';
				if (
					(isEnd(first) && isTime(second)) ||
					(isTime(first) && isEnd(second)) ||
					(EVENTS.has(first) && isTime(second)) ||
					(isTime(first) && RECORDS.has(second) && second !== 'stamp') ||
					(/^(?:date|datum)$/.test(second) && !NO_DATE.test(word))
				) {
					return [first, second];
				}
			}
			return [word];
		});
}

/**
 * The columns that may say when something was, by their names: pairs before single dates, the date of an event before
 * any other, and that of the record last. Which of them do, their values show.
 */
export function dateColumns(names: readonly string[]): DateColumns[] {
	const known = names.map((name): Known => ({ name, words: wordsOf(name) }));
	const found = [...spans(known), ...singles(known), ...parts(known)];
	return found.sort((a, b) => a.rank - b.rank).map(({ columns }) => columns);
}

/** Whether the words of a name mean a time of day as well as a date: four digits may then be either. */
export function mayBeClock(name: string): boolean {
	const words = wordsOf(name);
	return words.some((word) => TIMES.has(word)) && !words.some((word) => DATES.has(word) || YEARS.has(word));
}

/** Whether a name means the time of the record, not of what it is about. */
export function isOfRecord(name: string): boolean {
	return wordsOf(name).some((word) => RECORDS.has(word));
}

/** Whether a name has to do with time only if its values have. */
export function isWeak(name: string): boolean {
	const words = wordsOf(name);
	return [WEAK, DAYS, RECORDS].some((of) => words.every((word) => of.has(word) && word !== 'timestamp'));
}

interface Ranked {
	rank: number;
	columns: DateColumns;
}

function spans(known: readonly Known[]): Ranked[] {
	const frameOf = (words: readonly string[], of: ReadonlySet<string>) => {
		const strong = words.findIndex((word) => of.has(word) && !WEAK.has(word));
		const at = strong >= 0 ? strong : words.findIndex((word) => of.has(word));
		return at < 0 ? null : words.map((word, index) => (index === at ? '*' : word)).join(' ');
	};
	const begins = known.flatMap((one) => {
		const frame = frameOf(one.words, BEGINS) ?? frameOf(one.words, OPENED);
		return frame === null || !isOfTime(one.words) ? [] : [{ ...one, frame }];
	});
	const ends = known.flatMap((one) => {
		const frame = frameOf(one.words, ENDS) ?? frameOf(one.words, CLOSED);
		return frame === null || !isOfTime(one.words) ? [] : [{ ...one, frame }];
	});
	const paired = new Set<string>();
	const pairs = begins.flatMap((begin): Ranked[] => {
		const isOpening = begin.words.some((word) => OPENED.has(word));
		const end = ends.find(
			(one) =>
				one.frame === begin.frame &&
				!paired.has(one.name) &&
				one.name !== begin.name &&
				isOpening === one.words.some((word) => CLOSED.has(word))
		);
		if (!end || paired.has(begin.name)) return [];
		paired.add(begin.name).add(end.name);
		return [{ rank: rankOfSpan(begin.words), columns: { kind: 'span', from: begin.name, to: end.name } }];
	});
	// A beginning without an end is open; of ends without a beginning, only “end” is surely one.
	const alone = begins.flatMap(({ name, words }): Ranked[] =>
		paired.has(name) || words.every((word) => WEAK.has(word)) || !words.some((word) => BEGINS.has(word))
			? []
			: [{ rank: rankOfSpan(words) + 3, columns: { kind: 'span', from: name, to: null } }]
	);
	const endAlone = ends.flatMap(({ name, words }): Ranked[] =>
		paired.has(name) || !words.includes('end')
			? []
			: [{ rank: rankOfSpan(words) + 20, columns: { kind: 'span', from: null, to: name } }]
	);
	return [...pairs, ...alone, ...endAlone];
}

/** Whether all words of a name that is one of a span are of time: `start`, `event_start_date`, not `start_point`. */
function isOfTime(words: readonly string[]): boolean {
	const others = words.filter((word) => ![BEGINS, ENDS, OPENED, CLOSED].some((of) => of.has(word)));
	return others.every(
		(word) =>
			DATES.has(word) || TIMES.has(word) || YEARS.has(word) || EVENTS.has(word) || DAYS.has(word) || OF_TIME.has(word)
	);
}

/** What else may stand beside the beginning or the end of a time. */
const OF_TIME = new Set(
	list(
		'valid validity concerns period in at seen known of the on activity active operation war utc gmt local iso ts dt op time de du der des'
	)
);

function rankOfSpan(words: readonly string[]): number {
	if (words.some((word) => EVENTS.has(word))) return 0;
	if (words.some((word) => DATES.has(word) || DAYS.has(word))) return 1;
	if (words.some((word) => TIMES.has(word))) return 2;
	if (words.some((word) => YEARS.has(word))) return 4;
	return 3;
}

function singles(known: readonly Known[]): Ranked[] {
	return known.flatMap(({ name, words }): Ranked[] => {
		const has = (of: ReadonlySet<string>) => words.some((word) => of.has(word));
		if (has(BEGINS) || (has(ENDS) && words.length > 1)) return [];
		const date = { columns: { kind: 'date' as const, name } };
		const isWhole = words.length === 1;
		if (name === 'claims') return [{ rank: 25, ...date }];
		if (isWhole && words[0] === 'timestamp') return [{ rank: 60, ...date }];
		if (has(RECORDS)) return has(DATES) || has(TIMES) || isMoment(words, RECORDS) ? [{ rank: 61, ...date }] : [];
		if (has(EVENTS) && (has(DATES) || has(TIMES))) return [{ rank: 10, ...date }];
		// A day of an event may be one of its month, beside that.
		if (has(EVENTS) && has(DAYS)) return [{ rank: 31, ...date }];
		if (isWhole && has(DATES)) return [{ rank: 11, ...date }];
		if (has(DATES) && has(TIMES)) return [{ rank: 12, ...date }];
		if (has(DATES)) return [{ rank: 13, ...date }];
		if (isMoment(words, EVENTS)) return [{ rank: 14, ...date }];
		if (words.every((word) => TIMES.has(word)) || (isWhole && words[0] === 'utc')) return [{ rank: 40, ...date }];
		if (isWhole && has(DAYS)) return [{ rank: 41, ...date }];
		if (has(EVENTS) && has(YEARS)) return [{ rank: 49, ...date }];
		return isWhole && has(YEARS) ? [{ rank: 50, ...date }] : [];
	});
}

/** Whether a name says when something was done: `observed`, `created_at`, `published_on`. */
function isMoment([word = '', preposition, ...others]: readonly string[], of: ReadonlySet<string>): boolean {
	return of.has(word) && /ed$/.test(word) && others.length === 0 && (!preposition || /^(?:at|on)$/.test(preposition));
}

/** A year, a month and a day of the month in columns of their own; those of the first and of the last day, or of one. */
function parts(known: readonly Known[]): Ranked[] {
	const [from, to, names] = [BEGINS, ENDS, null].map((end) => partsOf(known, end));
	return [
		...(from && to ? [{ rank: 0, columns: { kind: 'span of parts' as const, from, to } }] : []),
		...(names ? [{ rank: 30, columns: { kind: 'parts' as const, names } }] : [])
	];
}

/** The names of a year, a month and a day, each with a word of `end` beside it, or with none; null without year or month. */
function partsOf(known: readonly Known[], end: ReadonlySet<string> | null): string[] | null {
	const only = (of: ReadonlySet<string>) =>
		known.find(({ words }) => {
			const own = words.filter((one) => !EVENTS.has(one));
			const [word = '', ...others] = own.filter((one) => !end?.has(one));
			return others.length === 0 && of.has(word) && (end === null || own.length === 2);
		})?.name;
	const [year, month, day] = [only(YEARS), only(MONTHS), only(DAYS)];
	if (year === undefined || month === undefined) return null;
	return [year, month, ...(day === undefined ? [] : [day])];
}
