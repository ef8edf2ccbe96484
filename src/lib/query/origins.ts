import type { KnownDate } from '$lib/domain/claim';
import type { CitedClaim } from './cited';
import { isSilentFrom } from './evidence';

/** What stands behind a set of claims, for the line of figures above them. */
export interface Standing {
	claims: number;
	sources: number;
	/** How many said it first: five reports of one statement have one origin, and so have a spokesman and his office. */
	origins: number;
	/** When the earliest and the latest claim were said, as EDTF and no more exactly than that; null without claims. */
	firstSaid: string | null;
	lastSaid: string | null;
	/** True where the atlas goes on for more than a quarter after them: nothing was said since. */
	silentSince: boolean;
}

/** The standing of claims; `latest` is when the latest claim was said that they are seen from. */
export function standingOf(notes: readonly CitedClaim[], latest: KnownDate | null = null): Standing {
	const dates = notes.map(({ said }) => said);
	const first = [...dates].sort(byFirstDay)[0];
	const last = dates.sort(byLastDay).at(-1);
	return {
		claims: notes.length,
		sources: new Set(notes.map((note) => note.source.id)).size,
		origins: new Set(notes.map(({ chain: [origin] }) => origin?.for?.id ?? origin?.id)).size,
		firstSaid: first?.edtf ?? null,
		lastSaid: last?.edtf ?? null,
		silentSince: last !== undefined && latest !== null && isSilentFrom(last, latest)
	};
}

// An open end tells nothing of when; the other end then stands for both.
function byFirstDay({ interval: a }: KnownDate, { interval: b }: KnownDate): number {
	return (a.from ?? a.to ?? '').localeCompare(b.from ?? b.to ?? '');
}

function byLastDay({ interval: a }: KnownDate, { interval: b }: KnownDate): number {
	return (a.to ?? a.from ?? '').localeCompare(b.to ?? b.from ?? '');
}
