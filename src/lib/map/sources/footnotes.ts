import type { Answer } from '$lib/query/answer';
import type { Evidence } from '$lib/query/evidence';
import type { DrawnFeatures } from './features';

/**
 * What the map shows of a feature: the number of its claims, their age and whether they contradict each other in one
 * number (`count * 8 + age * 2 + contested`), or one of these.
 */
export const FADED = -1;
export const LEFT_OUT = -2;

/**
 * The footnotes of all features under one answer. They reach the style as a value of its global state, so that the
 * features themselves, once sent, never travel again: a filter costs the main thread one list of numbers.
 * They are cut into runs because an expression checks the whole of a list that it looks into.
 */
export type Footnotes = Record<string, readonly number[]>;

const RUN = 64;

/** Where the footnote of the feature `number` stands: its run, and its place in it. */
export function placeOfFootnote(number: number): { run: string; at: number } {
	return { run: String(Math.floor(number / RUN)), at: number % RUN };
}

/** The footnotes of an answer, with the evidence behind it. What has no claim has no age: it is drawn like what is fresh. */
export function footnotesOf(
	{ marks, chosen, faded }: Pick<Answer, 'marks' | 'chosen' | 'faded'>,
	{ age, contested }: Pick<Evidence, 'age' | 'contested'>
): Footnotes {
	const packed = (number: number) => {
		const count = marks[number] ?? 0;
		return count === 0 ? 0 : count * 8 + (age[number] ?? 0) * 2 + (contested[number] ?? 0);
	};
	const footnotes: Record<string, number[]> = {};
	for (let first = 0; first < marks.length; first += RUN) {
		const run: number[] = [];
		for (let number = first; number < Math.min(first + RUN, marks.length); number++) {
			run.push(chosen[number] === 1 ? packed(number) : faded[number] === 1 ? FADED : LEFT_OUT);
		}
		footnotes[placeOfFootnote(first).run] = run;
	}
	return footnotes;
}

/** The names of countries and the like that an answer has on the map, for the basemap to leave to us. */
export function namedAreas({ shapes }: DrawnFeatures, { chosen, faded }: Pick<Answer, 'chosen' | 'faded'>): string[] {
	return shapes.features
		.filter(({ id, properties }) => properties.fill === 0 && (chosen[Number(id)] === 1 || faded[Number(id)] === 1))
		.map(({ properties }) => properties.name);
}
