import { describe, expect, it } from 'vitest';
import { AGES } from '$lib/engine/evidence';
import { edgeOf } from '$lib/map/edges';

/** How much ink an edge takes, as a share of a fresh one. */
function inkOf({ width, strength, dash }: ReturnType<typeof edgeOf>): number {
	return width * strength * (dash ? dash[0] / (dash[0] + dash[1]) : 1);
}

const edges = AGES.map((_, age) => edgeOf(age));

describe('the edge of a feature', () => {
	it('is full while its evidence is fresh', () => {
		expect(edges[0]).toEqual({ width: 1, strength: 1, dash: null });
	});

	it('has clearly less ink with every age', () => {
		const ink = edges.map(inkOf);
		for (const [age, of] of ink.slice(1).entries()) expect(of).toBeLessThan(0.7 * ink[age]!);
	});

	it('is never thicker or stronger than a fresh one, and never too faint to be seen', () => {
		for (const { width, strength } of edges) {
			expect([width <= 1, strength <= 1, width * strength > 0.45]).toEqual([true, true, true]);
		}
	});

	it('breaks into marks that move apart', () => {
		const gaps = edges.map(({ dash }) => dash?.[1] ?? 0);
		expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
		expect(gaps.at(-1)).toBeGreaterThan(gaps.at(-2)!);
	});

	it('of an age that is not known is a fresh one', () => {
		expect(edgeOf(AGES.length)).toEqual(edges[0]);
	});
});
