import type { Answer } from '$lib/engine/filter-result';
import type { Evidence } from '$lib/engine/evidence';
import type { DrawnFeatures } from './features';

/**
 * What the map shows of a feature: the number of its claims, their age and whether they contradict each other in one
 * number (`count * 8 + age * 2 + contested`), or one of these.
 */
export const FADED = -1;
export const LEFT_OUT = -2;

/**
 * The footnotes of all features under an answer, by their places in the dataset, with the evidence behind it. What has no
 * claim has no age: it is drawn like what is fresh.
 */
export function footnotesOf(
	{ marks, chosen, faded }: Pick<Answer, 'marks' | 'chosen' | 'faded'>,
	{ age, contested }: Pick<Evidence, 'age' | 'contested'>
): Int32Array {
	const footnotes = new Int32Array(marks.length);
	for (let number = 0; number < footnotes.length; number++) {
		const count = marks[number] ?? 0;
		if (chosen[number] !== 1) footnotes[number] = faded[number] === 1 ? FADED : LEFT_OUT;
		else if (count > 0) footnotes[number] = count * 8 + (age[number] ?? 0) * 2 + (contested[number] ?? 0);
	}
	return footnotes;
}

/** The number of claims in a footnote; negative where the feature is faded or left out. */
export const claimsIn = (footnote: number): number => Math.floor(footnote / 8);

/** The age of the last claim in a footnote, as a place in `AGES`; 0 where there is none. */
export const ageIn = (footnote: number): number => (footnote < 0 ? 0 : (footnote >> 1) & 3);

/** True where a footnote tells of claims that contradict each other. */
export const isContestedIn = (footnote: number): boolean => footnote > 0 && (footnote & 1) === 1;

/** What of a footnote an area is painted by: all but the number of claims, which most answers change. */
export const paintedIn = (footnote: number): number => (footnote < 0 ? footnote : footnote & 7);

/** Whether the same features are left out under two answers. */
export function leaveOutTheSame(footnotes: Int32Array, others: Int32Array): boolean {
	return (
		footnotes.length === others.length &&
		footnotes.every((footnote, number) => (footnote === LEFT_OUT) === (others[number] === LEFT_OUT))
	);
}

/** The names of countries and the like that are on the map, for the basemap to leave to us. */
export function namedAreas({ marks }: Pick<DrawnFeatures, 'marks'>, footnotes: Int32Array): string[] {
	return marks
		.filter(({ number, fill }) => fill === 0 && (footnotes[number] ?? LEFT_OUT) !== LEFT_OUT)
		.map(({ name }) => name);
}
