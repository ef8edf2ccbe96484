import type { Interval } from '$lib/domain/interval';
import { dateWords } from '$lib/words/edtf-words';
import type { Bin, Timeline } from '$lib/engine/timeline';
import { binWords } from './timeline-words';

/** Where a range lies among bins: its first and its last; -1 for an end before all of them, their number for one after. */
export function rangeOn(bins: readonly Bin[], { from, to }: Interval): { first: number; last: number } {
	return {
		first: from === null ? 0 : binAt(bins, from),
		last: to === null ? bins.length - 1 : binAt(bins, to)
	};
}

/** True for a range whose first day is after its last. */
export function isTurned({ from, to }: Interval): boolean {
	return from !== null && to !== null && from > to;
}

/** A range as it was meant: one turned round has its ends exchanged. */
export function inOrder(range: Interval): Interval {
	return isTurned(range) ? { from: range.to, to: range.from } : range;
}

/** What the two ends of a range are called: their bins, or the very days where these are not the ends of bins. */
export function rangeWords({ bins, unit }: Timeline, interval: Interval): { first: string; last: string } {
	const { first, last } = rangeOn(bins, interval);
	const open = { first: interval.from === null && last === -1, last: interval.to === null && first === bins.length };
	return {
		first: open.first ? 'no first day' : endWords(bins, unit, first, interval.from, bins[first]?.from),
		last: open.last ? 'no last day' : endWords(bins, unit, last, interval.to, bins[last]?.to)
	};
}

/** Where a day ends on an axis, in bins from its beginning; null where that is beyond its end. */
export function endOn(bins: readonly Bin[], day: string): number | null {
	const index = binAt(bins, day);
	const bin = bins[index];
	if (!bin) return index < 0 ? 0 : null;
	const start = Date.parse(bin.from);
	return index + (Date.parse(day) - start + DAY) / (Date.parse(bin.to) - start + DAY);
}

const DAY = 86_400_000;

function binAt(bins: readonly Bin[], day: string): number {
	if (day < (bins[0]?.from ?? '')) return -1;
	const index = bins.findIndex((bin) => bin.to >= day);
	return index === -1 ? bins.length : index;
}

function endWords(
	bins: readonly Bin[],
	unit: Timeline['unit'],
	index: number,
	day: string | null,
	edge: string | undefined
): string {
	const bin = bins[index];
	if (bin && (day === null || day === edge)) return binWords(bin, unit, 'long');
	const words = dateWords(day ?? '', 'long');
	if (bin) return words;
	return index < 0 ? `${words}, before the first day of the axis` : `${words}, after the last day of the axis`;
}
