import { type Unquoted, unquotedByClaim } from '$lib/domain/attribution';
import { tieOf } from '$lib/domain/claim';
import { answerKey, timeOf } from '$lib/domain/conflict';
import type { Dataset } from '$lib/domain/dataset';
import type { Interval } from '$lib/domain/interval';
import { titlesOf } from '$lib/domain/question';
import type { ListClause } from '$lib/filter/criteria';
import { byList, LISTED, type Listed } from '$lib/filter/vocabulary';
import { contradict, type Stances } from './stances';
import { type Days, type Runs, valuesOf } from './runs';
import { TextIndex } from './search';

/** Ids and their places in a list. */
export type Numbers = ReadonlyMap<string, number>;

/** What each feature, or each claim, has of the ids that a list of criteria can name. */
export interface ListColumn extends Runs {
	of: 'features' | 'claims';
	ids: Numbers;
	/** Whether each has exactly one, so that `values` is by itself a column. */
	isSingle: boolean;
}

/**
 * A dataset as columns. Features, claims and all that they name are numbered by their index in the dataset; a mention
 * is one claim about one feature, and mentions are ordered by claim.
 */
export interface Columns extends Stances {
	dataset: Dataset;
	features: Numbers;
	claims: Numbers;
	/** All of them: those too that stand only in links that are inferred. */
	agents: Numbers;
	/** What the lists of criteria are held against. */
	lists: Readonly<Record<ListClause, ListColumn>>;
	/** The mentions of each feature on which claims contradict each other, all told, whose claims take part in that. */
	contestedMentions: Runs;
	said: Days;
	/** The time that each claim is about; a claim without one has `to` before `from`. */
	happened: Days;
	mentionClaim: Uint32Array;
	mentionFeature: Uint32Array;
	/** 1 for each mention whose passage names the feature. */
	mentionNames: Uint8Array;
	/** Those whom a claim speaks of and no source quotes, by its id. */
	unquotedOf: ReadonlyMap<string, readonly Unquoted[]>;
	/** What a question and its answer are called. */
	answerTitles: ReturnType<typeof titlesOf>;
	/** The mentions of each feature, in the dataset's order of claims. */
	featureMentions: Runs;
	text: TextIndex;
}

/** The day of an open beginning, and of an open end. */
export const FIRST_DAY = -(2 ** 31);
export const LAST_DAY = 2 ** 31 - 1;

/** The columns of a dataset; linear in its size. */
export function columnsOf(dataset: Dataset): Columns {
	const features = numbersOf(dataset.features);
	const about = runsOf(dataset.claims, (claim) => claim.about, features);
	const mentionClaim = new Uint32Array(about.values.length);
	const mentionNames = new Uint8Array(about.values.length);
	const mentionsOf: number[][] = dataset.features.map(() => []);
	for (let claim = 0; claim < dataset.claims.length; claim++) {
		for (let mention = about.starts[claim]!; mention < about.starts[claim + 1]!; mention++) {
			mentionClaim[mention] = claim;
			const feature = dataset.features[about.values[mention]!]!;
			mentionNames[mention] = Number(tieOf(dataset.claims[claim]!, feature.id) === undefined);
			mentionsOf[about.values[mention]!]!.push(mention);
		}
	}
	const stances = stancesOf(dataset);
	const takesPart = (mention: number) => valuesOf(stances.claimStances, mentionClaim[mention]!).length > 0;
	const contestedMentions = mentionsOf.map((mentions) => {
		const taking = mentions.filter(takesPart);
		const claims = taking.map((mention) => mentionClaim[mention]!);
		return contradict(stances, claims) ? taking : [];
	});
	return {
		dataset,
		features,
		claims: numbersOf(dataset.claims),
		agents: numbersOf(dataset.agents),
		lists: byList((name) => listColumn(dataset, LISTED[name])),
		contestedMentions: layEndToEnd(contestedMentions),
		...stances,
		said: daysOfIntervals(dataset.claims.map((claim) => claim.said.interval)),
		happened: daysOfIntervals(dataset.claims.map((claim) => claim.concerns?.interval ?? null)),
		mentionClaim,
		mentionFeature: about.values,
		mentionNames,
		unquotedOf: unquotedByClaim(dataset.unquoted),
		answerTitles: titlesOf(dataset.questions),
		featureMentions: layEndToEnd(mentionsOf),
		text: new TextIndex(dataset)
	};
}

/** A day as a number that sorts like it; null, an open end, as `open`. */
export function dayNumber(day: string | null, open: number): number {
	if (day === null) return open;
	const [, sign, digits = ''] = /^(-?)(.*)$/.exec(day)!;
	const number = Number(digits.replaceAll('-', ''));
	return sign === '-' ? -number : number;
}

function stancesOf({ relations, claims }: Dataset): Stances {
	const numbers = new Map<string, number>();
	const opposed: Set<number>[] = [];
	const numberOf = (key: string) => {
		const number = numbers.get(key) ?? numbers.size;
		numbers.set(key, number);
		opposed[number] ??= new Set();
		return number;
	};
	for (const { answers, relation } of relations) {
		if (relation !== 'excludes') continue;
		const [a, b] = answers.map((answer) => numberOf(answerKey(answer))) as [number, number];
		opposed[a]!.add(b);
		opposed[b]!.add(a);
	}
	const taken = claims.map(({ positions }) => positions.flatMap((stance) => numbers.get(answerKey(stance)) ?? []));
	return {
		claimStances: layEndToEnd(taken),
		opposed: layEndToEnd(opposed.map((others) => [...others])),
		stanceTime: daysOfIntervals(claims.map(timeOf))
	};
}

function daysOfIntervals(intervals: readonly (Interval | null)[]): Days {
	const days = { from: new Int32Array(intervals.length), to: new Int32Array(intervals.length) };
	intervals.forEach((interval, index) => {
		days.from[index] = interval ? dayNumber(interval.from, FIRST_DAY) : LAST_DAY;
		days.to[index] = interval ? dayNumber(interval.to, LAST_DAY) : FIRST_DAY;
	});
	return days;
}

function listColumn(dataset: Dataset, listed: Listed): ListColumn {
	const ids = numbersOf(listed.items(dataset));
	const runs =
		listed.of === 'features'
			? runsOf(dataset.features, listed.idsOf(dataset), ids)
			: runsOf(dataset.claims, listed.idsOf(dataset), ids);
	return { of: listed.of, ids, isSingle: runs.starts.every((start, item) => start === item), ...runs };
}

function numbersOf(items: readonly { id: string }[]): Numbers {
	return new Map(items.map((item, index) => [item.id, index]));
}

function runsOf<Item>(items: readonly Item[], idsOf: (item: Item) => readonly string[], numbers: Numbers): Runs {
	return layEndToEnd(items.map((item) => [...new Set(idsOf(item))].flatMap((id) => numbers.get(id) ?? [])));
}

function layEndToEnd(lists: readonly (readonly number[])[]): Runs {
	const starts = new Uint32Array(lists.length + 1);
	lists.forEach((list, index) => (starts[index + 1] = starts[index]! + list.length));
	return { starts, values: Uint32Array.from(lists.flat()) };
}
