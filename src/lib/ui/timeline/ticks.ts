import type { Timeline } from '$lib/engine/timeline';
import { binWords } from './timeline-words';

/** A name of the axis, and the bin that it begins at. */
export interface Tick {
	at: number;
	text: string;
}

/** What a character of a name takes at most, and what is left free between two names, in pixels. */
const CHARACTER = 7.5;
const FREE = 24;

/** The names of an axis that is `width` pixels wide: evenly apart, as many as stand side by side, and always the first. */
export function ticksOf({ bins, unit }: Pick<Timeline, 'bins' | 'unit'>, width: number): Tick[] {
	const names = bins.map((bin, at) => ({ at, text: binWords(bin, unit) }));
	const name = Math.max(0, ...names.map(({ text }) => text.length)) * CHARACTER;
	const step = Math.max(1, Math.ceil(((name + FREE) * bins.length) / width));
	const last = bins.length * (1 - name / width);
	return names.filter(({ at }) => at === 0 || (at % step === 0 && at <= last));
}
