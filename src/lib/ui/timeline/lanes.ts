import type { Span } from '$lib/query/timeline';

/**
 * Spans laid in lanes, those that share no bin one after another in one lane; null where that takes more than `most` lanes.
 * The spans are in the order of their first bins.
 *
 *     ───────   ───      lane 0
 *        ──────────      lane 1
 */
export function lanesOf(spans: readonly Span[], most: number): Span[][] | null {
	const lanes: Span[][] = [];
	for (const span of spans) {
		const lane = lanes.find((laid) => (laid.at(-1)?.last ?? -1) < span.first);
		if (lane) lane.push(span);
		else if (lanes.length === most) return null;
		else lanes.push([span]);
	}
	return lanes;
}

/** For each of `bins` bins, how many claims have a span over it. */
export function densityOf(spans: readonly Span[], bins: number): number[] {
	const steps = new Array<number>(bins + 1).fill(0);
	for (const { first, last, count } of spans) {
		steps[first] = (steps[first] ?? 0) + count;
		steps[last + 1] = (steps[last + 1] ?? 0) - count;
	}
	let over = 0;
	return steps.slice(0, bins).map((step) => (over += step));
}
