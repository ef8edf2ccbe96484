import { CLAUSES, CLOCKS, FACETS, type Panel } from '$lib/filter/clauses';
import type { Criteria } from '$lib/filter/criteria';

/** One bit for each panel, so that "all but its own clauses" is one comparison. */
export const PANEL_BITS = Object.fromEntries(
	[...FACETS, ...CLOCKS].map((panel, index) => [panel, 1 << index])
) as Readonly<Record<Panel, number>>;

/** The bits of the panels together. */
export const EACH = Object.values(PANEL_BITS).reduce((bits, bit) => bits | bit, 0);

/** The bit of every clause that no panel counts without. */
export const OTHER = EACH + 1;

/** The bit of what passes all clauses. */
export const MATCHED = OTHER << 1;

/** The bit of a clause: that of its panel. */
export function bitOf(clause: keyof Criteria): number {
	const { panel } = CLAUSES[clause];
	return panel === null ? OTHER : PANEL_BITS[panel];
}
