import { type Unquoted, unquotedByClaim } from '$lib/domain/attribution';
import { tieOf } from '$lib/domain/claim';
import { answerKey, contradict, timeOf } from '$lib/domain/conflict';
import type { Dataset } from '$lib/domain/dataset';
import type { Interval } from '$lib/domain/interval';
import { TextIndex } from './search';

/** Ids and their places in a list. */
export type Numbers = ReadonlyMap<string, number>;

/** Lists of numbers laid end to end: those of item i stand in `values` from `starts[i]` up to `starts[i + 1]`. */
export interface Runs {
	starts: Uint32Array;
	values: Uint32Array;
}

/** The first and last days of intervals as numbers that sort like the days: 2024-12-09 is 20241209. */
export interface Days {
	from: Int32Array;
	to: Int32Array;
}

/**
 * A dataset as columns. Features, claims and all that they name are numbered by their place in the dataset; a mention
 * is one claim about one feature, and mentions are ordered by claim.
 */
export interface Columns {
	dataset: Dataset;
	features: Numbers;
	claims: Numbers;
	layers: Numbers;
	topics: Numbers;
	sources: Numbers;
	agents: Numbers;
	groups: Numbers;
	questions: Numbers;
	featureLayer: Uint32Array;
	/** The mentions of each feature on which claims contradict each other, all told, whose claims take part in that. */
	contestedMentions: Runs;
	/** The positions of each claim that some other position excludes, numbered. */
	claimPositions: Runs;
	/** For each of these positions, those that exclude it. */
	opposed: Runs;
	/** The time that the positions of each claim are about (`timeOf`). */
	positionTime: Days;
	claimSource: Uint32Array;
	/** The same as lists of one. */
	claimSources: Runs;
	claimTopics: Runs;
	claimAgents: Runs;
	claimGroups: Runs;
	claimQuestions: Runs;
	said: Days;
	/** The time that each claim is about; a claim without one has `to` before `from`. */
	happened: Days;
	mentionClaim: Uint32Array;
	mentionFeature: Uint32Array;
	/** 1 for each mention whose passage names the feature. */
	mentionNames: Uint8Array;
	/** Those whom a claim speaks of and no source quotes, by its id. */
	unquotedOf: ReadonlyMap<string, readonly Unquoted[]>;
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
	const layers = numbersOf(dataset.layers);
	const topics = numbersOf(dataset.topics);
	const sources = numbersOf(dataset.sources);
	const agents = numbersOf(dataset.agents);
	const groups = new Map(Object.keys(dataset.info.agentGroups).map((id, index) => [id, index]));
	const questions = numbersOf(dataset.questions);
	const groupsOf = new Map(dataset.agents.map((agent) => [agent.id, agent.groups ?? []]));
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
	const { claimPositions, opposed } = positionsOf(dataset);
	const takesPart = (mention: number) => {
		const claim = mentionClaim[mention]!;
		return claimPositions.starts[claim]! < claimPositions.starts[claim + 1]!;
	};
	const claimSource = Uint32Array.from(dataset.claims, (claim) => sources.get(claim.source)!);
	const contestedMentions = mentionsOf.map((mentions) => {
		const taking = mentions.filter(takesPart);
		const claims = taking.map((mention) => dataset.claims[mentionClaim[mention]!]!);
		return contradict(claims, dataset.relations) ? taking : [];
	});
	return {
		dataset,
		features,
		claims: numbersOf(dataset.claims),
		layers,
		topics,
		sources,
		agents,
		groups,
		questions,
		featureLayer: Uint32Array.from(dataset.features, (feature) => layers.get(feature.layer)!),
		contestedMentions: layEndToEnd(contestedMentions),
		claimPositions,
		opposed,
		positionTime: daysOfIntervals(dataset.claims.map(timeOf)),
		claimSources: {
			starts: Uint32Array.from({ length: claimSource.length + 1 }, (_, claim) => claim),
			values: claimSource
		},
		claimSource,
		claimTopics: runsOf(dataset.claims, (claim) => claim.topics, topics),
		claimAgents: runsOf(dataset.claims, (claim) => claim.attribution.map((link) => link.agent), agents),
		claimGroups: runsOf(
			dataset.claims,
			(claim) => claim.attribution.flatMap((link) => groupsOf.get(link.agent) ?? []),
			groups
		),
		claimQuestions: runsOf(dataset.claims, (claim) => claim.positions.map(({ question }) => question), questions),
		said: daysOfIntervals(dataset.claims.map((claim) => claim.said.interval)),
		happened: daysOfIntervals(dataset.claims.map((claim) => claim.concerns?.interval ?? null)),
		mentionClaim,
		mentionFeature: about.values,
		mentionNames,
		unquotedOf: unquotedByClaim(dataset.unquoted),
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

/** The numbers of one item of runs. */
export function valuesOf({ starts, values }: Runs, item: number): Uint32Array {
	return values.subarray(starts[item], starts[item + 1]);
}

function positionsOf({ relations, claims }: Dataset): Pick<Columns, 'claimPositions' | 'opposed'> {
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
	const taken = claims.map(({ positions }) => positions.flatMap((position) => numbers.get(answerKey(position)) ?? []));
	return { claimPositions: layEndToEnd(taken), opposed: layEndToEnd(opposed.map((others) => [...others])) };
}

function daysOfIntervals(intervals: readonly (Interval | null)[]): Days {
	const days = { from: new Int32Array(intervals.length), to: new Int32Array(intervals.length) };
	intervals.forEach((interval, index) => {
		days.from[index] = interval ? dayNumber(interval.from, FIRST_DAY) : LAST_DAY;
		days.to[index] = interval ? dayNumber(interval.to, LAST_DAY) : FIRST_DAY;
	});
	return days;
}

function numbersOf(items: readonly { id: string }[]): Numbers {
	return new Map(items.map((item, index) => [item.id, index]));
}

function runsOf<Item>(items: readonly Item[], idsOf: (item: Item) => readonly string[], numbers: Numbers): Runs {
	return layEndToEnd(items.map((item) => [...new Set(idsOf(item))].map((id) => numbers.get(id)!)));
}

function layEndToEnd(lists: readonly (readonly number[])[]): Runs {
	const starts = new Uint32Array(lists.length + 1);
	lists.forEach((list, index) => (starts[index + 1] = starts[index]! + list.length));
	return { starts, values: Uint32Array.from(lists.flat()) };
}
