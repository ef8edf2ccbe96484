import { conflictsAmong } from '$lib/domain/conflict';
import type { Answer } from './answer';
import type { Columns } from './columns';
import { FIRST_DAY, LAST_DAY } from './columns';

/** How long ago a feature was last spoken of, seen from the latest claim that is known. */
export type Age = 'month' | 'quarter' | 'year' | 'older';

/** What stands behind the marks of an answer, for the map to draw: lists in the order of the dataset's features. */
export interface Evidence {
	/** 1 for each feature on which the claims that match contradict each other. */
	contested: Uint8Array;
	/** Day numbers (`dayNumber`) between which each feature was first and last spoken of; 0 without a claim. */
	firstSaid: Int32Array;
	lastSaid: Int32Array;
	/** The age of each feature's last claim, as a place in `AGES`. */
	age: Uint8Array;
	/** The day from which ages are counted; 0 without a claim. */
	reference: number;
}

export const AGES: readonly Age[] = ['month', 'quarter', 'year', 'older'];

/** The most days that each age but the last reaches back. */
const REACH = [31, 92, 366];

/** The evidence behind an answer; one pass over its mentions, and one over the claims of contested features. */
export function evidenceOf(columns: Columns, { mentions, marks }: Answer): Evidence {
	const { dataset, mentionClaim, mentionFeature, said, featureContested } = columns;
	const firstSaid = new Int32Array(marks.length);
	const lastSaid = new Int32Array(marks.length);
	let reference = 0;
	for (let mention = 0; mention < mentions.length; mention++) {
		if (mentions[mention] === 0) continue;
		const claim = mentionClaim[mention]!;
		const feature = mentionFeature[mention]!;
		// An open end tells nothing of when; the other end then stands for both.
		const last = said.to[claim] === LAST_DAY ? said.from[claim]! : said.to[claim]!;
		const first = said.from[claim] === FIRST_DAY ? last : said.from[claim]!;
		if (firstSaid[feature] === 0 || first < firstSaid[feature]!) firstSaid[feature] = first;
		if (last > lastSaid[feature]!) lastSaid[feature] = last;
		if (last > reference) reference = last;
	}
	const contested = new Uint8Array(marks.length);
	for (let feature = 0; feature < marks.length; feature++) {
		if (featureContested[feature] === 0 || marks[feature]! < 2) continue;
		const claims = mentionsOf(columns, feature)
			.filter((mention) => mentions[mention] === 1)
			.map((mention) => dataset.claims[mentionClaim[mention]!]!);
		if (conflictsAmong(claims, dataset.questions).length > 0) contested[feature] = 1;
	}
	return { contested, firstSaid, lastSaid, age: Uint8Array.from(lastSaid, (day) => ageOf(day, reference)), reference };
}

function mentionsOf({ featureMentions: { starts, values } }: Columns, feature: number): number[] {
	return Array.from(values.subarray(starts[feature], starts[feature + 1]));
}

/** The place in `AGES` of a day seen from another. */
function ageOf(day: number, reference: number): number {
	const days = daysBetween(day, reference);
	const place = REACH.findIndex((reach) => days <= reach);
	return place < 0 ? AGES.length - 1 : place;
}

/** Days from one day number to another; computed in UTC, where every day has 24 hours. */
function daysBetween(from: number, to: number): number {
	return (utc(to) - utc(from)) / 86_400_000;
}

function utc(day: number): number {
	return Date.UTC(Math.trunc(day / 10_000), (Math.trunc(day / 100) % 100) - 1, day % 100);
}
