import { type Age, AGES } from '$lib/engine/evidence';

/** How the edge of a feature is drawn: as a share of a fresh edge, and the dashes and gaps in widths of the line. */
export interface Edge {
	width: number;
	strength: number;
	dash: readonly [dash: number, gap: number] | null;
}

/**
 * The edges of the four ages of evidence. Fresh ink is full; it thins, breaks into fine marks, and these move apart. Only
 * the edge ages: names, icons and fills stay, so that age is not taken for what the filter fades; and the marks are far
 * shorter than the dashes of what is only somewhere within.
 */
const EDGES: Record<Age, Edge> = {
	month: { width: 1, strength: 1, dash: null },
	quarter: { width: 0.6, strength: 0.8, dash: null },
	year: { width: 0.8, strength: 0.85, dash: [1.2, 1.8] },
	older: { width: 0.8, strength: 0.7, dash: [1.2, 5] }
};

/** The edge of an age, as an index in `AGES`. */
export function edgeOf(age: number): Edge {
	return EDGES[AGES[age] ?? 'month'];
}
