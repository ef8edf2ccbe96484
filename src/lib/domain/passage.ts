/** A stretch of a paragraph with the claims that rest on all of it, by id; none for the words around passages. */
export interface Run {
	text: string;
	claims: string[];
}

/** Where a claim's passage stands in its paragraph: Unicode code points, the end after the last. */
export interface Span {
	claim: string;
	start: number;
	end: number;
}

/** A claim's passage in its paragraph, with the way to its neighbours in the document. */
export interface Passage {
	/** The claim with its place among those of its document, counted from 1, and the features that it is about. */
	claim: { id: string; text: string; number: number; of: number; about: { id: string; title: string }[] };
	source: { id: string; title: string };
	paragraph: number;
	/** The paragraph in order; empty where the document has no such paragraph. */
	runs: Run[];
	/** The document's language, a BCP 47 tag; null where it is not known. */
	language: string | null;
	/** Why the passage is not proved: nothing is marked then. */
	unproved: string | null;
	/** Ids of the claims before and after it in the document. */
	previous: string | null;
	next: string | null;
	/** Where the publisher has the document, leading to the passage (a text fragment); null where it is not known. */
	original: string | null;
}

/**
 * A paragraph cut where a passage begins or ends, so that passages which overlap are each whole: every run has the claims
 * that cover it, in the order of `spans`. The runs together are the paragraph.
 */
export function runsOf(paragraph: string, spans: readonly Span[]): Run[] {
	const points = Array.from(paragraph);
	const within = (at: number) => Math.max(0, Math.min(points.length, at));
	const cuts = new Set([0, points.length]);
	for (const { start, end } of spans) cuts.add(within(start)).add(within(end));
	const ordered = [...cuts].sort((a, b) => a - b);
	return ordered.slice(1).map((to, index) => {
		const from = ordered[index] ?? 0;
		const covering = spans.filter(({ start, end }) => start <= from && end >= to);
		return { text: points.slice(from, to).join(''), claims: covering.map(({ claim }) => claim) };
	});
}
