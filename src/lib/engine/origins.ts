import type { KnownDate } from '$lib/domain/claim';
import type { CitedClaim, CitedInference, CitedLink } from './cited-claim';
import { isSilentFrom } from './evidence';

/** A summary of the evidence in a set of claims, for the line of figures above them. */
export interface EvidenceSummary {
	claims: number;
	sources: number;
	/** How many said it first: five reports of one statement have one origin, and so have a spokesman and his office. */
	origins: number;
	/** The same where links of their chains that other pages suggest are taken for true. */
	originsInferred: number;
	/** When the earliest and the latest claim were said, as EDTF and no more exactly than that; null without claims. */
	firstSaid: string | null;
	lastSaid: string | null;
	/** True where the atlas goes on for more than a quarter after them: nothing was said since. */
	silentSince: boolean;
}

/** The summary of claims; `latest` is when the latest claim was said that they are seen from. */
export function summaryOf(notes: readonly CitedClaim[], latest: KnownDate | null = null): EvidenceSummary {
	const dates = notes.map(({ said }) => said);
	const first = [...dates].sort(byFirstDay)[0];
	const last = dates.sort(byLastDay).at(-1);
	return {
		claims: notes.length,
		sources: new Set(notes.map((note) => note.source.id)).size,
		origins: new Set(notes.map(({ chain }) => originOf(chain))).size,
		originsInferred: new Set(notes.map(({ chain, inferred = [] }) => originOf([...beyond(inferred), ...chain]))).size,
		firstSaid: first?.edtf ?? null,
		lastSaid: last?.edtf ?? null,
		silentSince: last !== undefined && latest !== null && isSilentFrom(last, latest)
	};
}

/** How many origins there are, as a number or a range: "2", "1 to 3". */
export function originsFigure({
	origins,
	originsInferred
}: Pick<EvidenceSummary, 'origins' | 'originsInferred'>): string {
	const [fewest, most] = [origins, originsInferred].sort((a, b) => a - b);
	return fewest === most ? `${most}` : `${fewest} to ${most}`;
}

/** The same with the noun: "2 origins", "1 to 3 origins". */
export function originsWords(summary: Pick<EvidenceSummary, 'origins' | 'originsInferred'>): string {
	const figure = originsFigure(summary);
	return `${figure} ${figure === '1' ? 'origin' : 'origins'}`;
}

/** Whoever said it first, or the one whose word theirs is. */
function originOf([origin]: readonly CitedLink[]): string | undefined {
	return origin?.for?.id ?? origin?.id;
}

/** The inferred links that stand before all that the document gives. */
function beyond(inferred: readonly CitedInference[]): CitedInference[] {
	return inferred.filter(({ before }) => before === 0);
}

// An open end tells nothing of when; the other end then stands for both.
function byFirstDay({ interval: a }: KnownDate, { interval: b }: KnownDate): number {
	return (a.from ?? a.to ?? '').localeCompare(b.from ?? b.to ?? '');
}

function byLastDay({ interval: a }: KnownDate, { interval: b }: KnownDate): number {
	return (a.to ?? a.from ?? '').localeCompare(b.to ?? b.from ?? '');
}
