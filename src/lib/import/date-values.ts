import type { Interval } from '$lib/domain/interval';
import type { OwnChoice, OwnDates } from '$lib/domain/own-feature';
import { type DateColumns, dateColumns, isOfRecord, isWeak } from './date-columns';
import { DateForm, isDays, type Said, spanOf, textIn, type Unread } from './date-form';
import { isNumeric, readDateText } from './date-texts';
import type { Draft, Reading } from './file-reading';
import { byCount, counted, quoted, tally } from './issues';
import { monthOf } from './month-names';
import { nestedDate } from './nested-dates';

type Properties = Readonly<Record<string, unknown>>;

/** What is said of a date that cannot be read, before and after the example. */
const UNREAD: Readonly<Record<Unread['why'], readonly [before: string, after: string]>> = {
	text: [
		'it is not a date that can be read',
		': write 2024-12-08, 2024-12, 2024, or another date in EDTF, such as 2024-12~ or 2018/2019. The features are shown without a date.'
	],
	open: [
		'it is a date of which day, month and year cannot be told apart',
		'; no value of the column shows which comes first. Choose it in the file’s card. Until then the features are shown without a date.'
	],
	mixed: [
		'it is a date whose day and month cannot be told apart',
		': some dates of the column have the day first, others the month. The features are shown without a date.'
	],
	order: ['it ends before it begins', '. The features are shown without a date.'],
	clock: [
		'it may be a year or a time of day',
		'. If it is a year, choose the column for the time in the file’s card. The features are shown without a date.'
	]
};

/**
 * The days that features are about in the order of the drafts, from the columns that say so by their names and their values. The
 * first that is not empty decides for a feature: a date that cannot be read is told, and no wider one takes its place. How dates
 * are written is decided for a column from all its values; what these leave open waits for the person.
 */
export function datesOf(
	drafts: readonly Draft[],
	names: readonly string[],
	reading: Reading
): { days: (Interval | null)[]; dates: OwnDates | null } {
	const readers = readersOf(drafts, names, reading.choice);
	const from = new Map<string, number>();
	const unread = new Map<string, Unread & { label: string; count: number }>();
	/** Times of records that were passed over. */
	const passed = new Map<string, number>();
	const days = drafts.map(({ properties }) => {
		const { said, label } = firstSaid(readers, properties);
		for (const reader of passedOver(readers, said, properties)) tally(passed, reader.label);
		if (isDays(said)) {
			tally(from, label);
			return said;
		}
		if (!said) return null;
		const key = `${label}\n${said.why}`;
		const known = unread.get(key);
		if (known) known.count += 1;
		else unread.set(key, { ...said, label, count: 1 });
		return null;
	});
	for (const { label, count, unread: value, why } of unread.values()) {
		const [before, after] = UNREAD[why];
		reading.add(
			`Property ${quoted(label)}`,
			`In ${counted(count, 'feature')} ${before}, for example ${quoted(value)}${after}`
		);
	}
	for (const { form, label } of readers) {
		if (from.has(label) || form?.isOpen || reading.answerTo('day-order') !== undefined) form?.tell(reading, label);
	}
	for (const [label, count] of passed) {
		reading.notes.push(
			`${quoted(label)} was taken for the time of the record in ${counted(count, 'feature')}, and not for when it happened. Choose it for the time if that is wrong.`
		);
	}
	const features = days.filter((when) => when !== null).length;
	return { days, dates: features > 0 ? { properties: byCount(from), features } : null };
}

/** Reads the date of a feature from its columns. */
interface Reader extends DateColumns {
	names: readonly string[];
	label: string;
	read: (properties: Properties) => Said;
	/** How dates are written in it; null where a date has a column for each of its parts. */
	form: DateForm | null;
	/** Whether it is of the time of the record: a time stamp. */
	isOfRecord: boolean;
}

/** What the first columns that are not empty say of a feature, and what these are called. */
function firstSaid(readers: readonly Reader[], properties: Properties): { said: Said; label: string } {
	for (const reader of readers) {
		// The time of a record stands in for that of what it is about where a feature has no property for it.
		if (reader.isOfRecord && hasOtherDate(readers, properties)) continue;
		const { label } = reader;
		const said = reader.read(properties);
		if (said === null) continue;
		if (!isDays(said) || !reader.to || said.from !== null) return { said, label };
		// An event with its date and its end: the date begins it.
		const begin = readers
			.filter((one) => one !== reader && isSingle(one))
			.map((one) => ({ label: one.label, when: one.read(properties) }))
			.find(({ when }) => isDays(when));
		const span = begin ? spanOf(begin.when, said, '') : null;
		return begin && isDays(span) ? { said: span, label: `${begin.label}, ${reader.to.join(', ')}` } : { said, label };
	}
	return { said: null, label: '' };
}

function isSingle({ names, to }: Reader): boolean {
	return names.length === 1 && to === undefined;
}

/** Whether a feature has a property for the time of what it is about, empty or not. */
function hasOtherDate(readers: readonly Reader[], properties: Properties): boolean {
	return readers.some((reader) => !reader.isOfRecord && reader.names.some((name) => Object.hasOwn(properties, name)));
}

/** Times of the record that a feature has and that were not taken, although nothing else says more than the year. */
function passedOver(readers: readonly Reader[], said: Said, properties: Properties): readonly Reader[] {
	const isYears = isDays(said) && said.from?.endsWith('-01-01') && said.to?.endsWith('-12-31');
	if ((said !== null && !isYears) || !hasOtherDate(readers, properties)) return [];
	return readers.filter((reader) => reader.isOfRecord && isDays(reader.read(properties)));
}

/** Readers for the columns that are dates by name and values, or for those that were chosen. */
function readersOf(drafts: readonly Draft[], names: readonly string[], choice: OwnChoice): Reader[] {
	const isChosen = choice.time !== undefined;
	const candidates = isChosen ? chosenColumns(choice.time ?? [], names) : dateColumns(withDates(names, drafts));
	const all = candidates.map((columns) => readerOf(columns, drafts, isChosen, choice.answers?.['day-order']));
	/** Times of day, and records' times that cannot be read: told for want of others. */
	const isLast = ({ names: own, form, isOfRecord: ofRecord }: Reader) =>
		form !== null && (form.isClock || (ofRecord && form.read === 0 && !own.every(isWeak)));
	const isTaken = ({ names: own, form, read }: Reader) => {
		if (!form) return drafts.some(({ properties }) => isDays(read(properties)));
		// What is in columns that are of time by name and of something else by their values is told.
		return form.read > 0 || form.isOpen || isChosen || !own.every(isWeak);
	};
	const filled = all.filter(({ form }) => form?.filled !== 0);
	const taken = filled.filter((reader) => !isLast(reader) && isTaken(reader));
	return taken.length > 0 ? taken : filled.filter(isLast).slice(0, 1);
}

/** The names of columns, without “claims” where that is not a list of the atlas's own. */
function withDates(names: readonly string[], drafts: readonly Draft[]): string[] {
	return names.filter(
		(name) => name !== 'claims' || drafts.some(({ properties }) => nestedDate(properties['claims']) !== undefined)
	);
}

function chosenColumns(time: readonly string[], names: readonly string[]): DateColumns[] {
	const [first, second] = time.filter((name) => names.includes(name));
	if (first === undefined) return [];
	return [second === undefined ? { from: [first] } : { from: [first], to: [second] }];
}

function readerOf(
	columns: DateColumns,
	drafts: readonly Draft[],
	isChosen: boolean,
	answer: string | undefined
): Reader {
	const { from, to } = columns;
	const names = [...(from ?? []), ...(to ?? [])];
	const hasParts = (from ?? to ?? []).length > 1;
	const form = hasParts ? null : new DateForm(names, drafts, isChosen, answer);
	const say = (end: readonly string[] | null, properties: Properties): Said => {
		const texts = (end ?? []).map((name) => textIn(properties, name));
		return form ? form.say(texts[0] ?? null) : saidByParts(texts);
	};
	const textOf = (properties: Properties) => names.flatMap((name) => textIn(properties, name) ?? []).join(' – ');
	return {
		...columns,
		names,
		label: names.join(', '),
		read: (properties) =>
			to === undefined ? say(from, properties) : spanOf(say(from, properties), say(to, properties), textOf(properties)),
		form,
		isOfRecord: form !== null && !isChosen && names.some(isOfRecord)
	};
}

/** What a year, a month and a day say that stand in columns of their own. */
function saidByParts([year = null, month = null, day = null]: readonly (string | null)[]): Said {
	const written = [year, month, day].filter((part) => part !== null);
	if (written.length === 0) return null;
	const wrong: Unread = { unread: written.join(' '), why: 'text' };
	const number = month !== null && !PART.test(month) ? monthOf(month) : month && Number(month);
	if (year === null || (month === null ? day !== null : number === null) || (day !== null && !PART.test(day)))
		return wrong;
	const parts = [number, day && Number(day)].filter((part) => part !== null);
	const [found, other] = readDateText([year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-')) ?? [];
	return found && !other && !isNumeric(found) ? found : wrong;
}

/** A month or a day of it as a number, as tables may have it. */
const PART = /^\d{1,2}(?:\.0)?$/;
