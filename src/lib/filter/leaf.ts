import type { Area } from '$lib/domain/extent';
import type { PlacedFeature } from '$lib/domain/feature';
import { type Interval, overlaps } from '$lib/domain/interval';
import { wordsOf } from '$lib/domain/text';
import { intersecting } from '$lib/geometry/intersects';
import type { ListClause } from './criteria';
import { byList } from './vocabulary';

/** What a clause asks of a mention: a claim with the feature that it is about. */
export type Leaf =
	| { op: 'in'; attribute: ListClause; ids: readonly string[] }
	| { op: 'overlaps'; attribute: 'said' | 'happened'; interval: Interval }
	| { op: 'isNull'; attribute: 'happened' }
	| { op: 'intersects'; attribute: 'geometry'; area: Area; orUnlocated: boolean }
	| { op: 'words'; attribute: 'words'; text: string };

/**
 * What is known of a mention, or of something like it. Undefined is what is not known, as of a claim that is gone: no
 * leaf fails by it. Null is what is known not to be there.
 */
export interface Row extends Readonly<Record<ListClause, readonly string[] | undefined>> {
	said: Interval | undefined;
	happened: Interval | null | undefined;
	geometry: Pick<PlacedFeature, 'geometry' | 'extent'> | undefined;
	/** The folded words of the feature's names, the claim's text and the names of its agents. */
	words: readonly string[] | undefined;
}

/** A row of which nothing is known. */
export const UNKNOWN: Row = {
	...byList(() => undefined),
	said: undefined,
	happened: undefined,
	geometry: undefined,
	words: undefined
};

/** A test of rows that passes what fails none of the leaves. */
export function testOf(leaves: readonly Leaf[]): (row: Row) => boolean {
	const tests = leaves.map(testOfLeaf);
	return (row) => tests.every((test) => test(row));
}

function testOfLeaf(leaf: Leaf): (row: Row) => boolean {
	switch (leaf.op) {
		case 'in':
			return (row) => row[leaf.attribute]?.some((id) => leaf.ids.includes(id)) ?? true;
		case 'overlaps':
			return ({ [leaf.attribute]: days }) => days === undefined || (days !== null && overlaps(leaf.interval, days));
		case 'isNull':
			return (row) => !row[leaf.attribute];
		case 'intersects': {
			const intersects = intersecting(leaf.area);
			return ({ geometry: place }) => !place || (leaf.orUnlocated && place.geometry === null) || intersects(place);
		}
		case 'words': {
			const asked = wordsOf(leaf.text);
			return ({ words }) => !words || asked.every((word) => words.some((one) => one.startsWith(word)));
		}
	}
}
