import { dateWords } from '$lib/words/edtf-words';
import type { Bin, Timeline } from '$lib/engine/timeline';
import type { Scales } from './lanes';

/** A time, and how many claims are of it. */
export interface TimelineRow {
	when: string;
	count: number;
}

/** The most lines that bins, and again that spans, are told in. */
const MOST_LINES = 24;

/** How many characters of a day name the bins of a unit. */
const CHARACTERS = { day: 10, month: 7, year: 4 } as const;

/** What a bin is called: its day, its month, its year, or its first year and its last. */
export function binWords({ from, to }: Omit<Bin, 'count'>, unit: Timeline['unit'], length?: 'short' | 'long'): string {
	const [first, last] = [from.slice(0, CHARACTERS[unit]), to.slice(0, CHARACTERS[unit])];
	return dateWords(first === last ? first : `${first}/${last}`, length);
}

/** How a histogram is read: what a bar is, and what is below the axis, `together` where its spans are drawn as one band. */
export function keyOf(
	{ unit, bins, spans }: Timeline,
	{ bars, spans: lines }: Scales,
	together: number | null
): string {
	const most = Math.max(0, ...bins.map(({ count }) => count));
	const each = bins[0] && bins[0].from.slice(0, 4) !== bins[0].to.slice(0, 4) ? 'some years' : `one ${unit}`;
	const words = [`Bar: claims of ${each}, ${most} at most.`];
	if (together !== null) {
		words.push(`Band: ${spans.length} uncertain or longer dates drawn together, ${together} claims at most.`);
	} else if (spans.length > 0) {
		const thick = bars === lines ? 'each as thick as a bar of as many claims is tall' : 'the thicker, the more claims';
		words.push(`Below the axis: uncertain or longer dates, ${thick}.`);
	}
	return words.join(' ');
}

/**
 * A histogram in words, in the order of time: what is certain by day, month, year or longer, so that it takes no more than
 * a few lines; then each date that is uncertain or lasts, or how many there are; then what is off the axis or undated.
 */
export function timelineRows({ unit, bins, spans, before, after, undated }: Timeline): TimelineRow[] {
	const [first, last] = [bins[0], bins.at(-1)];
	const rows = [...certain(bins, unit), ...uncertain(spans)];
	if (first) rows.push({ when: `before ${dateWords(first.from, 'long')}`, count: before });
	if (last) rows.push({ when: `after ${dateWords(last.to, 'long')}`, count: after });
	rows.push({ when: 'no stated time', count: undated });
	return rows.filter(({ count }) => count > 0);
}

function certain(bins: readonly Bin[], unit: Timeline['unit']): TimelineRow[] {
	const filled = bins.filter(({ count }) => count > 0);
	// Without the last characters of its day, a bin is told by month, year, decade and century.
	const levels = [10, 7, 4, 3, 2, 0].filter((characters) => characters <= CHARACTERS[unit]);
	for (const characters of levels) {
		const groups = new Map<string, Bin[]>();
		for (const bin of filled) {
			const key = bin.from.slice(0, characters);
			groups.set(key, [...(groups.get(key) ?? []), bin]);
		}
		if (groups.size > MOST_LINES) continue;
		return [...groups.values()].map((group) => ({ when: wordsOf(group, unit, characters), count: sum(group) }));
	}
	return [];
}

function wordsOf(group: readonly Bin[], unit: Timeline['unit'], characters: number): string {
	const [first, last] = [group[0], group.at(-1)];
	if (!first || !last) return '';
	if (characters === CHARACTERS[unit]) return binWords(first, unit, 'long');
	const shown = Math.max(characters, CHARACTERS.year);
	const [from, to] = [first.from.slice(0, shown), last.to.slice(0, shown)];
	return dateWords(from === to ? from : `${from}/${to}`, 'long');
}

function uncertain(spans: Timeline['spans']): TimelineRow[] {
	if (spans.length > MOST_LINES) {
		return [{ when: `${spans.length} different dates that are uncertain or last`, count: sum(spans) }];
	}
	return spans.map(({ edtf, count }) => ({ when: dateWords(edtf, 'long'), count }));
}

function sum(counted: readonly { count: number }[]): number {
	return counted.reduce((total, { count }) => total + count, 0);
}
