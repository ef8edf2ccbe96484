import { plainName } from './feature-names';

/**
 * Columns that may say when something was: one date, or a first and a last day (`to` is there; null where only the other end
 * has a column). A day is one column, or a year, a month and a day.
 */
export interface DateColumns {
	from: readonly string[] | null;
	to?: readonly string[] | null;
}

/** What words in the names of columns mean; one may mean several things. */
const WORDS = {
	/** Begins a span; goes with any that ends one and stands in the same place of a name. */
	begin:
		'begin begins beginning began start starts starting started from since earliest first after von ab debut depuis inicio desde inizio dal da inicial с от начало початок начала  od od początek baslangic basla من بداية البداية início de',
	end: 'end ends ending ended finish finished to until till thru through latest last before bis fin final hasta fine al ate fim по до конец конца окончание окончания кінець do konec koniec bitis الى إلى نهاية النهاية',
	/** Begin and end a span only where the name of another column has one of the other kind. */
	opened: 'opened built founded established commissioned born birth',
	closed: 'closed destroyed demolished abandoned dissolved decommissioned died death',
	/** Says nothing of time where it stands alone: from Tartus to Homs. */
	weak: 'period zeitraum период dönem فترة from to first last after before von ab od da de al do с от по до من الى since until',
	date: 'period zeitraum период dönem فترة date dates datum تاریخ date: when datetime fecha data дата tarih tarihi تاريخ التاريخ dato datums datas paivamaara dzień dzien ημερομηνια תאריך 日期 日付 날짜 tanggal ngay pvm',
	time: 'ts unix epoch time times hour uhrzeit zeit heure hora ora время saat وقت الوقت زمان ساعت',
	year: 'year years iyear سال jahr an annee ano anno год рік yil yili sene سنة عام السنة jaar ar rok godina שנה 年 년',
	month:
		'month months imonth ماه monat mois mes mese месяц місяць ay شهر الشهر maand manad maned miesiac mesic חודש 月 월',
	day: 'day days iday روز tag jour dia giorno день gun gunu يوم اليوم dag dzien den יום 日 일',
	/** Makes a date that of what happened. */
	event:
		'event events incident occurred occurrence happened attack strike strikes ereignis evenement evento incidente событие события события olay حدث الحدث sighting observation observed eventdate',
	/** Makes a date that of the record. */
	record:
		'created creation posted pub mod create updated update modified modification edited edit upload uploaded published publication publish retrieved accessed access added entry entered record recorded reported report scraped crawl crawled ingested import imported export exported download downloaded timestamp stamp insert inserted changed version source file registered',
	/** What else may stand beside the beginning or the end of a time. */
	beside:
		'valid validity concerns period in at seen known of the on activity active operation war utc gmt local iso ts dt op time de du der des'
};

type Meaning = keyof typeof WORDS;

const MEANINGS = new Map(
	Object.entries(WORDS).map(([meaning, words]) => [meaning, new Set(words.trim().split(/\s+/).map(plainName))])
) as ReadonlyMap<Meaning, ReadonlySet<string>>;

function means(word: string, ...meanings: readonly Meaning[]): boolean {
	return meanings.some((meaning) => MEANINGS.get(meaning)?.has(word));
}

function someMeans(words: readonly string[], ...meanings: readonly Meaning[]): boolean {
	return words.some((word) => means(word, ...meanings));
}

function allMean(words: readonly string[], ...meanings: readonly Meaning[]): boolean {
	return words.every((word) => means(word, ...meanings));
}

/** Words that end like a date and mean none. */
const NO_DATE = /(?:up|candi|man|vali|consoli|accommo|intimi|liqui|eluci|inun|se)dates?$/;

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
				const isEnd = (part: string) => means(part, 'begin', 'end');
				const isTime = (part: string) => means(part, 'date', 'time', 'year') || part === 'day';
				if (
					((isEnd(first) || means(first, 'event')) && isTime(second)) ||
					(isTime(first) && (isEnd(second) || (means(second, 'record') && second !== 'stamp'))) ||
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
	return found.sort((a, b) => a.rank - b.rank);
}

/** Whether the words of a name mean a time of day as well as a date: four digits may then be either. */
export function mayBeClock(name: string): boolean {
	const words = wordsOf(name);
	return someMeans(words, 'time') && !someMeans(words, 'date', 'year');
}

/** Whether a name means the time of the record, not of what it is about. */
export function isOfRecord(name: string): boolean {
	return someMeans(wordsOf(name), 'record');
}

/** Whether a name has to do with time only if its values have. */
export function isWeak(name: string): boolean {
	const words = wordsOf(name);
	return !words.includes('timestamp') && (allMean(words, ...WEAK) || allMean(words, 'day') || allMean(words, 'record'));
}

const WEAK = ['weak', 'opened', 'closed'] as const;

/** The lower the rank, the likelier the columns. */
interface Ranked extends DateColumns {
	rank: number;
}

function spans(known: readonly Known[]): Ranked[] {
	const framed = (...of: readonly Meaning[]) =>
		known.flatMap((one) => {
			const frame = of.map((meaning) => frameOf(one.words, meaning)).find((found) => found !== null);
			return frame === undefined || !isOfTime(one.words) ? [] : [{ ...one, frame }];
		});
	const [begins, ends] = [framed('begin', 'opened'), framed('end', 'closed')];
	const paired = new Set<string>();
	const pairs = begins.flatMap((begin): Ranked[] => {
		const isOpening = someMeans(begin.words, 'opened');
		const end = ends.find(
			({ name, words, frame }) =>
				frame === begin.frame && !paired.has(name) && name !== begin.name && isOpening === someMeans(words, 'closed')
		);
		if (!end || paired.has(begin.name)) return [];
		paired.add(begin.name).add(end.name);
		return [{ rank: rankOfSpan(begin.words), from: [begin.name], to: [end.name] }];
	});
	// A beginning without an end is open; of ends without a beginning, only “end” is surely one.
	const alone = begins
		.filter(({ name, words }) => !paired.has(name) && !allMean(words, ...WEAK) && someMeans(words, 'begin'))
		.map(({ name, words }) => ({ rank: rankOfSpan(words) + 3, from: [name], to: null }));
	const endAlone = ends
		.filter(({ name, words }) => !paired.has(name) && words.includes('end'))
		.map(({ name, words }) => ({ rank: rankOfSpan(words) + 20, from: null, to: [name] }));
	return [...pairs, ...alone, ...endAlone];
}

/** The words of a name with a gap where one has a meaning, such as the beginning of a span; null where none has. */
function frameOf(words: readonly string[], meaning: Meaning): string | null {
	const strong = words.findIndex((word) => means(word, meaning) && !means(word, ...WEAK));
	const at = strong >= 0 ? strong : words.findIndex((word) => means(word, meaning));
	return at < 0 ? null : words.with(at, '*').join(' ');
}

/** Whether all words of a name that is one of a span are of time: `start`, `event_start_date`, not `start_point`. */
function isOfTime(words: readonly string[]): boolean {
	return allMean(words, 'begin', 'end', 'opened', 'closed', 'date', 'time', 'year', 'event', 'day', 'beside');
}

function rankOfSpan(words: readonly string[]): number {
	if (someMeans(words, 'event')) return 0;
	if (someMeans(words, 'date', 'day')) return 1;
	if (someMeans(words, 'time')) return 2;
	return someMeans(words, 'year') ? 4 : 3;
}

function singles(known: readonly Known[]): Ranked[] {
	return known.flatMap(({ name, words }): Ranked[] => {
		const rank = name === 'claims' ? 25 : rankOfSingle(words);
		return rank === null ? [] : [{ rank, from: [name] }];
	});
}

/** How likely one column is a date by the words of its name; null for none. */
function rankOfSingle(words: readonly string[]): number | null {
	const has = (...meanings: readonly Meaning[]) => someMeans(words, ...meanings);
	const [word] = words;
	const isWhole = words.length === 1;
	if (has('begin') || (has('end') && !isWhole)) return null;
	if (isWhole && word === 'timestamp') return 60;
	if (has('record')) return has('date', 'time') || isMoment(words, 'record') ? 61 : null;
	if (has('event') && has('date', 'time')) return 10;
	// A day of an event may be one of its month, beside that.
	if (has('event') && has('day')) return 31;
	if (has('date')) return isWhole ? 11 : has('time') ? 12 : 13;
	if (isMoment(words, 'event')) return 14;
	if (allMean(words, 'time') || (isWhole && word === 'utc')) return 40;
	if (isWhole && has('day')) return 41;
	if (has('event') && has('year')) return 49;
	return isWhole && has('year') ? 50 : null;
}

/** Whether a name says when something was done: `observed`, `created_at`, `published_on`. */
function isMoment([word = '', preposition = 'at', ...others]: readonly string[], meaning: Meaning): boolean {
	return means(word, meaning) && word.endsWith('ed') && others.length === 0 && /^(?:at|on)$/.test(preposition);
}

/** A year, a month and a day of the month in columns of their own; those of the first and of the last day, or of one. */
function parts(known: readonly Known[]): Ranked[] {
	const [from, to, only] = [partsOf(known, 'begin'), partsOf(known, 'end'), partsOf(known)];
	return [...(from && to ? [{ rank: 0, from, to }] : []), ...(only ? [{ rank: 30, from: only }] : [])];
}

/** The names of a year, a month and a day, each with a word of `end` beside it, or with none; null without year or month. */
function partsOf(known: readonly Known[], end?: 'begin' | 'end'): string[] | null {
	const named = (meaning: Meaning) =>
		known.find(({ words }) => {
			const own = words.filter((one) => !means(one, 'event'));
			const [word = '', ...others] = end ? own.filter((one) => !means(one, end)) : own;
			return others.length === 0 && means(word, meaning) && own.length === (end ? 2 : 1);
		})?.name;
	const [year, month, day] = [named('year'), named('month'), named('day')];
	if (year === undefined || month === undefined) return null;
	return [year, month, ...(day === undefined ? [] : [day])];
}
