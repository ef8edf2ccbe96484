import type { KnownDate } from '$lib/domain/claim';
import type { CitedClaim } from './cited';

/** What stands behind a set of claims, for the line of figures above them. */
export interface Standing {
	claims: number;
	sources: number;
	/** How many different agents said it first: five reports of one statement have one origin. */
	origins: number;
	/** When the latest claim was said, as EDTF and no more exactly than that; null without claims. */
	lastSaid: string | null;
}

/** The standing of claims. */
export function standingOf(notes: readonly CitedClaim[]): Standing {
	return {
		claims: notes.length,
		sources: new Set(notes.map((note) => note.source.id)).size,
		origins: new Set(notes.map((note) => note.chain[0]?.id)).size,
		lastSaid:
			notes
				.map(({ said }) => said)
				.sort(byLastDay)
				.at(-1)?.edtf ?? null
	};
}

function byLastDay(a: KnownDate, b: KnownDate): number {
	return (a.interval.to ?? '').localeCompare(b.interval.to ?? '');
}
