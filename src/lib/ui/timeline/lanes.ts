import type { Span } from '$lib/engine/timeline';

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

/** What a histogram has room for, in pixels: bars above the axis, lanes of spans below it. */
export interface Space {
	above: number;
	below: number;
}

/** How many pixels stand for one claim. */
export interface Scales {
	bars: number;
	spans: number;
}

/** A span as it is drawn: the middle of its line and how thick that is, in pixels from the top of the lanes. */
export interface DrawnSpan {
	span: Span;
	y: number;
	thick: number;
}

/** A lane as it is drawn. */
export interface Lane {
	high: number;
	spans: DrawnSpan[];
}

/** How many claims a span stands for, on it or after it: the bin that the number begins at, and its middle. */
export interface SpanNumber {
	at: number;
	y: number;
	count: number;
}

/** The least that a bar or a span is drawn with, and what lies between two lanes. */
export const LEAST = 2;
const BETWEEN = 1;

/** How low the tallest bar may become beside thick spans. */
const LOW = 12;

/** What a number takes: its height, each of its digits, and the space beside it. */
const NUMBER = 12;
const DIGIT = 7;
const BESIDE = 4;

/**
 * One scale for bars and spans, so that a span is as thick as a bar of as many claims is tall; where that would flatten the
 * bars, they have a larger one of their own.
 */
export function scalesOf(tallest: number, lanes: readonly (readonly Span[])[], space: Space): Scales {
	const least = leastOf(lanes.length, space);
	const thickest = lanes.map(mostOf).sort((a, b) => a - b);
	let claims = thickest.reduce((sum, most) => sum + most, 0);
	let left = space.below - lanes.length * BETWEEN;
	let spans = space.above / Math.max(1, tallest);
	// Lanes that the scale leaves thinner than the least take that; those that are thicker share what is left.
	for (const most of thickest) {
		const scale = left / claims;
		if (most * scale >= least) {
			spans = Math.min(spans, scale);
			break;
		}
		left -= least;
		claims -= most;
	}
	return { spans, bars: Math.max(spans, Math.min(LOW, space.above) / Math.max(1, tallest)) };
}

/** The lanes one under the other, and in each its spans. */
export function drawLanes(lanes: readonly (readonly Span[])[], scale: number, space: Space): Lane[] {
	const least = leastOf(lanes.length, space);
	let top = 0;
	return lanes.map((lane) => {
		const high = Math.max(least, mostOf(lane) * scale);
		const y = top + high / 2;
		top += high + BETWEEN;
		return { high, spans: lane.map((span) => ({ span, y, thick: Math.max(LEAST, span.count * scale) })) };
	});
}

/** The numbers that there is room for on an axis of `bins` bins and `width` pixels: on the span, or between it and the next. */
export function numbersOf(lanes: readonly Lane[], bins: number, width: number): SpanNumber[] {
	return lanes.flatMap(({ high, spans }) => {
		if (high < NUMBER) return [];
		return spans.flatMap(({ span, y, thick }, index) => {
			const takes = String(span.count).length * DIGIT + 2 * BESIDE;
			const fits = (from: number, to: number) => ((to - from) * width) / bins >= takes;
			if (thick >= NUMBER && fits(span.first, span.last + 1)) return [{ at: span.first, y, count: span.count }];
			const next = spans[index + 1]?.span.first ?? bins;
			return fits(span.last + 1, next) ? [{ at: span.last + 1, y, count: span.count }] : [];
		});
	});
}

/** Few lanes are each high enough for a number. */
function leastOf(lanes: number, { below }: Space): number {
	return lanes * (NUMBER + BETWEEN) <= below ? NUMBER : LEAST;
}

function mostOf(lane: readonly Span[]): number {
	return Math.max(...lane.map(({ count }) => count));
}
