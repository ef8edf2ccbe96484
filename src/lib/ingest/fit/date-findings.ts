import { countOf, datesIn, partsOfDay, type DateMention, type DateParts } from './calendar';
import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { quantitiesIn } from './quantities';
import { areKin, findPhrase, isContent, phraseIn, readText, type Word, wordsNear } from './reading';
import { SAME_SIDE, TIMES, type Side, SIDES, SPANS } from './tables/time-words';

/**
 * Years, months, days, weekdays and spans of time in a text that neither the passage nor its context gives, and with `sides` also
 * “since” or “before” a time where the passage does not put it so.
 */
export function dateFindings(text: string, ground: Ground, sides = true): Finding[] {
	const stated = [ground.passage, ...ground.context].flatMap((part) =>
		withYearsCounted(part, datesIn(part, ground.spoken, ground.language))
	);
	const own = datesIn(text, ground.spoken);
	const mentions = own.flatMap((one) => mentionFindings(one, text, stated, ground, sides));
	return ground.language === 'en'
		? [...mentions, ...spanFindings(text, own, ground), ...(sides ? orderFindings(text, own, ground) : [])]
		: mentions;
}

function mentionFindings(
	one: DateMention,
	text: string,
	stated: readonly DateMention[],
	ground: Ground,
	compareSides: boolean
): Finding[] {
	const wrong = (message: string) => [finding('claim-date', one.text, `The text ${message}.`)];
	const same = stated.filter((other) => isGiven(one, other, stated, ground));
	if (same.length === 0) {
		if (isLongAgo(one, ground) || isYearOfPart(one, text, ground) || isCountedTo(one, text, ground)) return [];
		return wrong(`says “${one.text}”, a time that the passage does not give`);
	}
	if (ground.language !== 'en' || !compareSides) return [];
	const sides = same.map(({ side }) => side);
	const sided = one.side === null ? sides.every((side) => side !== null) : !sides.some((side) => agree(one, side));
	// Who took office in May has held it since May.
	const begun = one.side === 'since' && phraseIn(readText(ground.passage).words, BEGINNING) !== undefined;
	if (sided && !begun) {
		return wrong(`says ${one.side ?? 'at'} “${one.text}”, the passage ${sides[0] ?? 'at'} that time`);
	}
	if (one.part === null || same.some(({ part }) => part === one.part)) return [];
	return wrong(`speaks of the ${one.part} part of “${one.text}”, the passage does not`);
}

const BEGINNING = ['take office', 'begin', 'start', 'join', 'found', 'establish', 'open', 'launch', 'enter', 'become'];

/** “A year earlier”, beside a year: the one before. */
function withYearsCounted(text: string, dates: readonly DateMention[]): DateMention[] {
	const counted = [...text.matchAll(/\b(a|one|two|three|four|five|ten)\syears?\s(earlier|before|later|after)\b/gi)];
	const steps = counted.map(([, count = '', way = '']) => countOf(count.toLowerCase()) * (/^[eb]/i.test(way) ? -1 : 1));
	return dates.flatMap((date) => {
		const { year } = date.stated;
		if (year === undefined) return [date];
		return [date, ...steps.map((step) => ({ ...date, stated: { year: year + step } }))];
	});
}

/** The year of speaking, told of a season or a part of a year that the passage names without one. */
function isYearOfPart({ stated, start }: DateMention, text: string, { passage, spoken }: Ground): boolean {
	if (spoken === null || stated.year !== Number(spoken.slice(0, 4)) || Object.keys(stated).length > 1) return false;
	const [, part] = /\b(spring|summer|autumn|winter|quarter|half)\s(?:of\s)?$/i.exec(text.slice(0, start)) ?? [];
	return part !== undefined && new RegExp(`\\b${part}\\b`, 'i').test(passage);
}

/** “Two years ago”, where the passage speaks of these two years. */
function isLongAgo({ pointer, text }: DateMention, { passage, context }: Ground): boolean {
	const [length] = lengthsIn(text);
	return pointer !== null && length !== undefined && lengthsIn(passage, ...context).includes(length);
}

/** The lengths of time that texts give, in days. */
function lengthsIn(...texts: readonly string[]): number[] {
	return texts.flatMap((text) => quantitiesIn(text).flatMap(({ unit, from }) => (unit === 'time' ? from : [])));
}

function agree({ side }: DateMention, other: DateMention['side']): boolean {
	return side !== null && other !== null && SAME_SIDE[side].includes(other);
}

/**
 * True where a date of the text is one that the passage gives: nothing that is said of the two differs, and each part of it is said
 * there, follows from the day of speaking, or is that of the one date of the claim which the passage's words can mean.
 */
function isGiven(one: DateMention, other: DateMention, all: readonly DateMention[], ground: Ground): boolean {
	if (one.pointer !== null && other.pointer !== null) {
		return one.pointer.unit === other.pointer.unit && one.pointer.way === other.pointer.way;
	}
	const known = { ...other.resolved, ...other.stated };
	const wanted = { ...one.resolved, ...one.stated };
	if (one.pointer !== null && Object.keys(one.resolved).length === 0) return false;
	const names = Object.keys(wanted) as (keyof DateParts)[];
	if (names.some((name) => known[name] !== undefined && known[name] !== wanted[name])) return false;
	const missing = names.filter((name) => known[name] === undefined);
	const points = other.pointer !== null || known.weekday !== undefined || known.decade !== undefined;
	if (missing.length === names.length && !points) return false;
	const isYearGiven = all.some(({ stated }) => stated.year === wanted.year) || isNearSpeaking(wanted, ground);
	if (missing.every((name) => name === 'year' && isYearGiven)) return true;
	return ground.days.some(({ from, to }) => {
		if (from === null || to === null) return false;
		return daysOf(from, to).some((day) => fits(day, known) && missing.every((name) => day[name] === wanted[name]));
	});
}

/** A month without a year is that of the months around the day of speaking. */
function isNearSpeaking({ year, month }: DateParts, { spoken }: Ground): boolean {
	if (spoken === null || year === undefined || month === undefined) return false;
	const [spokenYear = 0, spokenMonth = 1] = spoken.split('-').map(Number);
	return Math.abs((year - spokenYear) * 12 + month - spokenMonth) <= MONTHS_AROUND;
}
const MONTHS_AROUND = 8;

/**
 * True for a day that the passage counts to: so many days or weeks from a day that is known, as “two days later”, or the night
 * before it.
 */
function isCountedTo({ stated: { year, month, day } }: DateMention, text: string, ground: Ground): boolean {
	const { passage, days, spoken } = ground;
	if (month === undefined || day === undefined) return false;
	const near = Number((spoken ?? days[0]?.from ?? '').slice(0, 4));
	const time = Date.UTC(year ?? near, month - 1, day);
	const steps = lengthsIn(passage, text).filter((step) => step < 60);
	const isNight = /\b(?:night|overnight)\b/i.test(passage);
	return days.some(({ from, to }) => {
		if (from === null || from !== to) return false;
		const distance = (Date.parse(from) - time) / 86_400_000;
		return (isNight && distance === 1) || steps.some((step) => Math.abs(step - Math.abs(distance)) < 0.01);
	});
}

function fits(day: DateParts, known: DateParts): boolean {
	return (Object.keys(known) as (keyof DateParts)[]).every((name) => known[name] === day[name]);
}

/** The days of an interval, at most a year of them. */
function daysOf(from: string, to: string): DateParts[] {
	const days: DateParts[] = [];
	const date = new Date(`${from}T00:00:00Z`);
	for (let count = 0; count < 366 && date.toISOString().slice(0, 10) <= to; count++) {
		days.push({ ...partsOfDay(date), decade: Math.floor(date.getUTCFullYear() / 10) * 10 });
		date.setUTCDate(date.getUTCDate() + 1);
	}
	return days;
}

/** Units and seasons that the passage does not speak of: “weeks” for “months”. Numbers of them are compared as numbers. */
function spanFindings(text: string, own: readonly DateMention[], { passage, context }: Ground): Finding[] {
	const spans = (part: string) =>
		readText(part).words.flatMap((word) => {
			const unit = [...word.lemmas].find((lemma) => lemma in SPANS || TIMES.has(lemma));
			return unit === undefined ? [] : [{ unit, word }];
		});
	const given = new Set([passage, ...context].flatMap(spans).map(({ unit }) => unit));
	const lengths = lengthsIn(passage, ...context);
	const isLength = (unit: string) => lengths.some((length) => Math.abs(length - (SPANS[unit] ?? 0)) < length * 0.01);
	const isDated = ({ start, end }: Word) => own.some((date) => date.start <= start && end <= date.end);
	const isOther = (word: Word) => COUNTED.test(text.slice(0, word.start)) || OTHER_SENSE.has(word.low);
	return spans(text)
		.filter(({ unit, word }) => !isDated(word) && !given.has(unit) && !isLength(unit) && !isOther(word))
		.map(({ word: { text: words } }) =>
			finding('claim-date', words, `The text speaks of “${words}”, the passage of no such time.`)
		);
}

/** A number before a unit, which makes it a matter of numbers. */
const COUNTED =
	/(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+teen|\p{L}+ty|dozen|hundred))[\s-]+$/iu;

/** Words for times that mostly mean something else. */
const OTHER_SENSE = new Set(['second', 'seconds', 'quarter', 'quarters', 'minute', 'nights']);

/** “Before” something that the passage has “after”, and the like, where that is no date. */
function orderFindings(text: string, dates: readonly DateMention[], { passage }: Ground): Finding[] {
	const given = anchorsIn(passage);
	return anchorsIn(text).flatMap(({ side, words, anchors }) => {
		if (dates.some(({ start }) => anchors.some((anchor) => anchor.start === start))) return [];
		const same = given.filter((other) => other.anchors.some((one) => anchors.some((anchor) => areKin(one, anchor))));
		if (same.length === 0 || same.some((other) => SAME_SIDE[side].includes(other.side))) return [];
		return [finding('claim-date', words, `The text says “${words}” where the passage says “${same[0]?.words ?? ''}”.`)];
	});
}

/** Each word for a side of time with the first words of what it is a side of. */
function anchorsIn(text: string): { side: Side; words: string; anchors: Word[] }[] {
	const { words } = readText(text);
	return Object.entries(SIDES).flatMap(([phrase, side]) => {
		const from = phrase.split(' ').length;
		const found = phrase === 'by' || phrase === 'upon' ? [] : findPhrase(words, phrase);
		return found
			.map((word) => wordsNear(word, from, from + 5).filter(isContent))
			.flatMap((anchors) => (anchors.length === 0 ? [] : [{ side, words: phrase, anchors: anchors.slice(0, 2) }]));
	});
}
