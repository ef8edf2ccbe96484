import { conflictsAmong } from '$lib/domain/conflict';
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
	/** 1 for each feature on which claims contradict each other, all told. */
	featureContested: Uint8Array;
	/** The mentions of each contested feature whose claims take positions: the only ones that can contradict each other. */
	contestedMentions: Runs;
	claimSource: Uint32Array;
	claimTopics: Runs;
	claimAgents: Runs;
	claimGroups: Runs;
	claimQuestions: Runs;
	said: Days;
	/** The time that each claim is about; a claim without one has `to` before `from`. */
	happened: Days;
	mentionClaim: Uint32Array;
	mentionFeature: Uint32Array;
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
	const mentionsOf: number[][] = dataset.features.map(() => []);
	for (let claim = 0; claim < dataset.claims.length; claim++) {
		for (let mention = about.starts[claim]!; mention < about.starts[claim + 1]!; mention++) {
			mentionClaim[mention] = claim;
			mentionsOf[about.values[mention]!]!.push(mention);
		}
	}
	const claimsOf = (feature: number) => mentionsOf[feature]!.map((mention) => dataset.claims[mentionClaim[mention]!]!);
	const featureContested = Uint8Array.from(dataset.features, (_, feature) =>
		conflictsAmong(claimsOf(feature), dataset.questions).length > 0 ? 1 : 0
	);
	const takesPosition = (mention: number) => dataset.claims[mentionClaim[mention]!]!.positions.length > 0;
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
		featureContested,
		contestedMentions: layEndToEnd(
			mentionsOf.map((mentions, feature) => (featureContested[feature] === 1 ? mentions.filter(takesPosition) : []))
		),
		claimSource: Uint32Array.from(dataset.claims, (claim) => sources.get(claim.source)!),
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
