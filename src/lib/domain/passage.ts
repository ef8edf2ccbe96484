/** A stretch of a paragraph with the claims that rest on all of it, by id; none for the words around passages. */
export interface Run {
	text: string;
	claims: string[];
	/** Claims of whose words all of it says what they mean, by id. */
	means?: string[];
}

/** Where a claim's passage stands in its paragraph: Unicode code points, the end after the last. */
export interface Span {
	claim: string;
	start: number;
	end: number;
}

/** Words of a passage that stand for something, and what the document says of them elsewhere. */
export interface Meaning {
	words: string;
	/** The features that they stand for; none where they stand for something else. */
	about: { id: string; title: string }[];
	paragraph: number;
	/** The document's own words. */
	text: string;
	remark?: string;
}

/** A claim's passage in its paragraph, with the way to its neighbours in the document. */
export interface Passage {
	/**
	 * The claim with its place among those of its document, counted from 1, and the features that it is about, each with
	 * the number of its note there.
	 */
	claim: {
		id: string;
		text: string;
		number: number;
		of: number;
		about: { id: string; title: string; number: number | null }[];
	};
	source: { id: string; title: string };
	paragraph: number;
	/** The paragraph in order; empty where the document has no such paragraph. */
	runs: Run[];
	/** Words of the passage that stand for something that it does not name. */
	meanings: Meaning[];
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
 * that cover it, in the order of `spans`, and those to whose words `meanings` give it. The runs together are the paragraph.
 */
export function runsOf(paragraph: string, spans: readonly Span[], meanings: readonly Span[] = []): Run[] {
	const points = Array.from(paragraph);
	const within = (at: number) => Math.max(0, Math.min(points.length, at));
	const cuts = new Set([0, points.length]);
	for (const { start, end } of [...spans, ...meanings]) cuts.add(within(start)).add(within(end));
	const ordered = [...cuts].sort((a, b) => a - b);
	return ordered.slice(1).map((to, index) => {
		const from = ordered[index] ?? 0;
		const covering = (all: readonly Span[]) => [
			...new Set(all.filter(({ start, end }) => start <= from && end >= to).map(({ claim }) => claim))
		];
		const means = covering(meanings);
		return {
			text: points.slice(from, to).join(''),
			claims: covering(spans),
			...(means.length > 0 && { means })
		};
	});
}
