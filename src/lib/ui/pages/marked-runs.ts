import type { Run } from '$lib/domain/passage';

/** A run with the claims whose passages begin before it and end after it. */
export interface MarkedRun extends Run {
	begins: string[];
	ends: string[];
}

/** Runs of a paragraph with the places for each passage's anchor, at its beginning, and its footnote, at its end. */
export function markedRuns(runs: readonly Run[]): MarkedRun[] {
	const claimsOf = (at: number) => runs[at]?.claims ?? [];
	return runs.map((run, at) => ({
		...run,
		begins: run.claims.filter((claim) => !claimsOf(at - 1).includes(claim)),
		ends: run.claims.filter((claim) => !claimsOf(at + 1).includes(claim))
	}));
}
