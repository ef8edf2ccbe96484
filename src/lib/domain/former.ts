import { groupBy } from './group-by';

/** Something whose id may have been another in earlier versions. */
export interface WithFormerIds {
	id: string;
	/** Ids that it had; what was divided leaves its id to each part. */
	formerly?: readonly string[];
}

/** For each id of earlier versions, the ids that it stands for now: several where what had it was divided. */
export function idsByFormer(items: readonly WithFormerIds[]): ReadonlyMap<string, readonly string[]> {
	const now = groupBy(items, ({ formerly = [] }) => formerly);
	return new Map([...now].map(([former, those]) => [former, those.map(({ id }) => id)]));
}
