import { type Days, type Runs, valuesOf } from './runs';

/** The answers that claims give, as far as others exclude them. */
export interface Positions {
	/** The positions of each claim that some other position excludes, numbered. */
	claimPositions: Runs;
	/** For each of these positions, those that exclude it. */
	opposed: Runs;
	/** The time that the positions of each claim are about (`timeOf`). */
	positionTime: Days;
}

/** Whether two claims, of those with these numbers, give answers that exclude each other, of the same time (`domain/conflict`). */
export function contradict(positions: Positions, claims: readonly number[]): boolean {
	const { claimPositions, opposed, positionTime } = positions;
	const taking = new Map<number, number[]>();
	for (const claim of claims) {
		for (const position of valuesOf(claimPositions, claim)) {
			for (const other of valuesOf(opposed, position)) {
				const against = taking.get(other);
				if (against?.some((earlier) => earlier !== claim && overlap(positionTime, earlier, claim))) return true;
			}
			const earlier = taking.get(position);
			if (earlier) earlier.push(claim);
			else taking.set(position, [claim]);
		}
	}
	return false;
}

function overlap({ from, to }: Days, a: number, b: number): boolean {
	return from[a]! <= to[b]! && from[b]! <= to[a]!;
}
