import type { Dataset } from '$lib/domain/dataset';
import { TextIndex } from './search';

/** Ids and their places in a list. */
export type Numbers = ReadonlyMap<string, number>;

/** Lists of numbers laid end to end: those of item i stand in `values` from `starts[i]` up to `starts[i + 1]`. */
export interface Runs {
	starts: Uint32Array;
	values: Uint32Array;
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
	featureLayer: Uint32Array;
	claimSource: Uint32Array;
	claimTopics: Runs;
	claimAgents: Runs;
	mentionClaim: Uint32Array;
	mentionFeature: Uint32Array;
	/** The mentions of each feature, in the dataset's order of claims. */
	featureMentions: Runs;
	text: TextIndex;
}

/** The columns of a dataset; linear in its size. */
export function columnsOf(dataset: Dataset): Columns {
	const features = numbersOf(dataset.features);
	const layers = numbersOf(dataset.layers);
	const topics = numbersOf(dataset.topics);
	const sources = numbersOf(dataset.sources);
	const agents = numbersOf(dataset.agents);
	const about = runsOf(dataset.claims, (claim) => claim.about, features);
	const mentionClaim = new Uint32Array(about.values.length);
	const mentionsOf: number[][] = dataset.features.map(() => []);
	for (let claim = 0; claim < dataset.claims.length; claim++) {
		for (let mention = about.starts[claim]!; mention < about.starts[claim + 1]!; mention++) {
			mentionClaim[mention] = claim;
			mentionsOf[about.values[mention]!]!.push(mention);
		}
	}
	return {
		dataset,
		features,
		claims: numbersOf(dataset.claims),
		layers,
		topics,
		sources,
		agents,
		featureLayer: Uint32Array.from(dataset.features, (feature) => layers.get(feature.layer)!),
		claimSource: Uint32Array.from(dataset.claims, (claim) => sources.get(claim.source)!),
		claimTopics: runsOf(dataset.claims, (claim) => claim.topics, topics),
		claimAgents: runsOf(dataset.claims, (claim) => claim.attribution.map((link) => link.agent), agents),
		mentionClaim,
		mentionFeature: about.values,
		featureMentions: layEndToEnd(mentionsOf),
		text: new TextIndex(dataset)
	};
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
