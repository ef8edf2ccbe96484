import type { KnownDate } from '$lib/domain/claim';
import type { FilterResult } from './filter-result';
import { type Columns, dayNumber, FIRST_DAY, LAST_DAY } from './columns';
import { contradict } from './stances';
import { valuesOf } from './runs';

/** How long ago a feature was last spoken of, seen from the latest claim of the time that is asked for. */
export type Age = 'month' | 'quarter' | 'year' | 'older';

/** The evidence behind the symbols of a filter result, for the map to draw: lists in the order of the dataset's features. */
export interface Evidence {
	/** 1 for each feature on which the claims that match contradict each other. */
	contested: Uint8Array;
	/** Day numbers (`dayNumber`) between which each feature was first and last spoken of; 0 without a claim. */
	firstSaid: Int32Array;
	lastSaid: Int32Array;
	/** The age of each feature's last claim, as an index in `AGES`. */
	age: Uint8Array;
	/** The day from which ages are counted; 0 without a claim. */
	reference: number;
	/** When the claim was said that ages are counted from, whoever said it and of what; null without a claim. */
	latest: KnownDate | null;
}

export const AGES: readonly Age[] = ['month', 'quarter', 'year', 'older'];

/** The most days that each age but the last reaches back. */
const REACH = [31, 92, 366];

/** The evidence behind a filter result; two passes over its mentions, and one over the claims of contested features. */
export function evidenceOf(columns: Columns, result: FilterResult): Evidence {
	const { mentions, claimCounts } = result;
	const { mentionClaim, mentionFeature, said } = columns;
	const firstSaid = new Int32Array(claimCounts.length);
	const lastSaid = new Int32Array(claimCounts.length);
	for (let mention = 0; mention < mentions.length; mention++) {
		if (mentions[mention] === 0) continue;
		const claim = mentionClaim[mention]!;
		const feature = mentionFeature[mention]!;
		const last = lastDay(columns, claim);
		const from = said.from[claim]!;
		const first = from === FIRST_DAY ? last : from;
		if (firstSaid[feature] === 0 || first < firstSaid[feature]!) firstSaid[feature] = first;
		if (last > lastSaid[feature]!) lastSaid[feature] = last;
	}
	const contested = new Uint8Array(claimCounts.length);
	for (let feature = 0; feature < claimCounts.length; feature++) {
		if (isContested(columns, result, feature)) contested[feature] = 1;
	}
	const latest = latestOf(columns, result);
	const reference = latest ? lastDayOf(latest) : 0;
	const bounds = REACH.map((days) => dayBefore(reference, days));
	const age = new Uint8Array(claimCounts.length);
	for (let feature = 0; feature < claimCounts.length; feature++) age[feature] = ageOf(lastSaid[feature]!, bounds);
	return { contested, firstSaid, lastSaid, age, reference, latest };
}

/** Whether the claims about the feature of this number that match contradict each other. */
export function isContested(
	columns: Columns,
	{ mentions, claimCounts }: Pick<FilterResult, 'mentions' | 'claimCounts'>,
	feature: number
): boolean {
	if (claimCounts[feature] === 0) return false;
	const claims: number[] = [];
	for (const mention of valuesOf(columns.contestedMentions, feature)) {
		if (mentions[mention] === 1) claims.push(columns.mentionClaim[mention]!);
	}
	return contradict(columns, claims);
}

/** When the latest claim was said that ages are counted from; null without one. */
export function latestOf({ dataset }: Columns, { latest }: Pick<FilterResult, 'latest'>): KnownDate | null {
	return dataset.claims[latest]?.said ?? null;
}

/**
 * The index of the claim that was said last, of those that are `among` them; -1 without one. What may have been said after
 * the last day that is asked for counts only where nothing was certainly said by then.
 */
export function latestAmong(columns: Columns, among: (claim: number) => boolean, until: string | null): number {
	const bound = dayNumber(until, LAST_DAY);
	let latest = -1;
	let reference = 0;
	let certain = false;
	for (let claim = 0; claim < columns.dataset.claims.length; claim++) {
		if (!among(claim)) continue;
		const last = lastDay(columns, claim);
		const isCertain = last <= bound;
		if (isCertain === certain ? last > reference : isCertain) [latest, reference, certain] = [claim, last, isCertain];
	}
	return latest;
}

/** True where nothing was said for more than a quarter between one date and a later one. */
export function isSilentFrom(last: KnownDate, latest: KnownDate): boolean {
	const [day, reference] = [lastDayOf(last), lastDayOf(latest)];
	return day < dayBefore(reference, REACH[AGES.indexOf('quarter')]!);
}

/** The last day that a date can mean, as a day number. An open end tells nothing of when; its beginning then stands. */
function lastDayOf({ interval: { from, to } }: KnownDate): number {
	return dayNumber(to ?? from, LAST_DAY);
}

function lastDay({ said }: Columns, claim: number): number {
	return said.to[claim] === LAST_DAY ? said.from[claim]! : said.to[claim]!;
}

/** The index in `AGES` of a day, from the first days that each age but the last reaches back to. */
function ageOf(day: number, bounds: readonly number[]): number {
	for (let age = 0; age < bounds.length; age++) if (day >= bounds[age]!) return age;
	return bounds.length;
}

/** The day number some days before another; computed in UTC, where every day has 24 hours. 0 for no day. */
function dayBefore(day: number, days: number): number {
	if (day === 0) return 0;
	const date = new Date(0);
	date.setUTCFullYear(Math.trunc(day / 10_000), (Math.trunc(day / 100) % 100) - 1, (day % 100) - days);
	return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
