import { type Days, type Runs, valuesOf } from './runs';

/** The answers that claims give, as far as others exclude them. */
export interface Stances {
	/** The stances of each claim that some other stance excludes, numbered. */
	claimStances: Runs;
	/** For each of these stances, those that exclude it. */
	opposed: Runs;
	/** The time that the stances of each claim are about (`timeOf`). */
	stanceTime: Days;
}

/** Whether two claims, of those with these numbers, give answers that exclude each other, of the same time (`domain/conflict`). */
export function contradict(stances: Stances, claims: readonly number[]): boolean {
	const { claimStances, opposed, stanceTime } = stances;
	const taking = new Map<number, number[]>();
	for (const claim of claims) {
		for (const stance of valuesOf(claimStances, claim)) {
			for (const other of valuesOf(opposed, stance)) {
				const against = taking.get(other);
				if (against?.some((earlier) => earlier !== claim && overlap(stanceTime, earlier, claim))) return true;
			}
			const earlier = taking.get(stance);
			if (earlier) earlier.push(claim);
			else taking.set(stance, [claim]);
		}
	}
	return false;
}

function overlap({ from, to }: Days, a: number, b: number): boolean {
	return from[a]! <= to[b]! && from[b]! <= to[a]!;
}
