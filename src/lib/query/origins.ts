import type { CitedClaim } from './cited';

/** What stands behind a set of claims, for the line of figures above them. */
export interface Standing {
	claims: number;
	sources: number;
	/** How many different agents said it first: five reports of one statement have one origin. */
	origins: number;
	/** The day of the latest claim, as far as it is known; null without claims. */
	lastSaid: string | null;
}

/** The standing of claims. */
export function standingOf(notes: readonly CitedClaim[]): Standing {
	const days = notes.flatMap(({ said }) => said.interval.to ?? said.interval.from ?? []).sort();
	return {
		claims: notes.length,
		sources: new Set(notes.map((note) => note.source.id)).size,
		origins: new Set(notes.map((note) => note.chain[0]?.id)).size,
		lastSaid: days.at(-1) ?? null
	};
}
