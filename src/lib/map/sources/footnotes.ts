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
 * The footnotes of all features under an answer, by their places in the dataset, with the evidence behind it. What has no
 * claim has no age: it is drawn like what is fresh.
 */
export function footnotesOf(
	{ marks, chosen, faded }: Pick<Answer, 'marks' | 'chosen' | 'faded'>,
	{ age, contested }: Pick<Evidence, 'age' | 'contested'>
): Int32Array {
	const packed = (number: number) => {
		const count = marks[number] ?? 0;
		return count === 0 ? 0 : count * 8 + (age[number] ?? 0) * 2 + (contested[number] ?? 0);
	};
	return Int32Array.from(marks, (_, number) => {
		return chosen[number] === 1 ? packed(number) : faded[number] === 1 ? FADED : LEFT_OUT;
	});
}

/** The names of countries and the like that an answer has on the map, for the basemap to leave to us. */
export function namedAreas({ shapes }: DrawnFeatures, { chosen, faded }: Pick<Answer, 'chosen' | 'faded'>): string[] {
	return shapes.features
		.filter(({ id, properties }) => properties.fill === 0 && (chosen[Number(id)] === 1 || faded[Number(id)] === 1))
		.map(({ properties }) => properties.name);
}
