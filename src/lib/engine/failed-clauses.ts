import type { ClauseLeaf } from '$lib/filter/clauses';
import type { Interval } from '$lib/domain/interval';
import type { Area } from '$lib/domain/extent';
import { intersecting } from '$lib/geometry/intersects';
import { bitOf } from './clause-bits';
import { type Columns, dayNumber, FIRST_DAY, LAST_DAY, type ListColumn } from './columns';
import type { Days } from './runs';

/** The clauses that each feature and each claim fails, as bits, and those that a mention fails and neither does alone. */
export interface Failed {
	features: Uint16Array;
	claims: Uint16Array;
	/** Null where there is no such clause. */
	mentions: Uint16Array | null;
}

/** What fails the leaves of criteria: one pass over a column for each leaf. */
export function failedUnder(columns: Columns, leaves: readonly ClauseLeaf[]): Failed {
	const { features, claims } = columns.dataset;
	const failed: Failed = {
		features: new Uint16Array(features.length),
		claims: new Uint16Array(claims.length),
		mentions: null
	};
	for (const leaf of leaves) {
		const bit = bitOf(leaf.clause);
		switch (leaf.op) {
			case 'in': {
				const column = columns.lists[leaf.attribute];
				markOutside(column, leaf.ids, failed[column.of], bit);
				break;
			}
			case 'overlaps':
				markApart(columns[leaf.attribute], leaf.interval, failed.claims, bit);
				break;
			case 'isNull':
				markGiven(columns[leaf.attribute], failed.claims, bit);
				break;
			case 'intersects':
				markElsewhere(columns, leaf, failed.features, bit);
				break;
			case 'words':
				failed.mentions ??= new Uint16Array(columns.mentionClaim.length);
				markWithout(columns, leaf.text, failed.mentions, bit);
		}
	}
	return failed;
}

/** Marks what has none of some ids. */
function markOutside(
	{ ids, isSingle, starts, values }: ListColumn,
	asked: readonly string[],
	failed: Uint16Array,
	bit: number
) {
	const failsOf = new Uint16Array(ids.size).fill(bit);
	for (const id of asked) {
		const number = ids.get(id);
		if (number !== undefined) failsOf[number] = 0;
	}
	if (isSingle) {
		for (let item = 0; item < failed.length; item++) failed[item]! |= failsOf[values[item]!]!;
		return;
	}
	let at = 0;
	for (let item = 0; item < failed.length; item++) {
		let fails = bit;
		for (const end = starts[item + 1]!; at < end; at++) fails &= failsOf[values[at]!]!;
		failed[item]! |= fails;
	}
}

/** Marks what shares no day with an interval: without a branch, which no processor can predict here, in half the time. */
function markApart({ from, to }: Days, interval: Interval, failed: Uint16Array, bit: number) {
	const first = dayNumber(interval.from, FIRST_DAY);
	const last = dayNumber(interval.to, LAST_DAY);
	for (let claim = 0; claim < failed.length; claim++) {
		failed[claim]! |= bit * (Number(from[claim]! > last) | Number(to[claim]! < first));
	}
}

/** Marks what has a time. */
function markGiven({ from, to }: Days, failed: Uint16Array, bit: number) {
	for (let claim = 0; claim < failed.length; claim++) if (from[claim]! <= to[claim]!) failed[claim]! |= bit;
}

/** Marks the features that share no point with an area. */
function markElsewhere(
	{ dataset }: Columns,
	{ area, orUnlocated }: { area: Area; orUnlocated: boolean },
	failed: Uint16Array,
	bit: number
) {
	const intersects = intersecting(area);
	dataset.features.forEach((feature, number) => {
		if (!(orUnlocated && feature.geometry === null) && !intersects(feature)) failed[number]! |= bit;
	});
}

/** Marks the mentions of which neither the feature nor the claim has each word of a text. */
function markWithout(
	{ text: index, mentionClaim, mentionFeature }: Columns,
	text: string,
	failed: Uint16Array,
	bit: number
) {
	for (const { features, claims } of index.find(text) ?? []) {
		for (let mention = 0; mention < failed.length; mention++) {
			if ((features[mentionFeature[mention]!]! | claims[mentionClaim[mention]!]!) === 0) failed[mention]! |= bit;
		}
	}
}
