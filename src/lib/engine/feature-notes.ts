import type { Claim } from '$lib/domain/claim';
import type { Answer } from './filter-result';
import type { Columns } from './columns';
import { differencesAmong, type ToldDifference } from './differences';

/** What the sources say about one feature under the criteria of an answer. */
export interface Notes {
	claims: Claim[];
	/** How many of its claims the criteria leave out. */
	hidden: number;
	differences: ToldDifference[];
}

/** The notes of a feature; null for an id that is not there. */
export function notesOf(columns: Columns, given: Answer, featureId: string): Notes | null {
	const feature = columns.features.get(featureId);
	if (feature === undefined) return null;
	const { starts, values } = columns.featureMentions;
	const all = Array.from(values.subarray(starts[feature], starts[feature + 1]));
	const claims = all
		.filter((mention) => given.mentions[mention] === 1)
		.map((mention) => columns.dataset.claims[columns.mentionClaim[mention]!]!);
	return {
		claims,
		hidden: all.length - claims.length,
		differences: differencesAmong(claims, columns.dataset)
	};
}
