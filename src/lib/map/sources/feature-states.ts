import type { FilterResult } from '$lib/engine/filter-result';
import type { Evidence } from '$lib/engine/evidence';
import type { DrawnFeatures } from './features';

/**
 * The state of a feature on the map: the number of its claims, their age and whether they contradict each other in one
 * number (`count * 8 + age * 2 + contested`), or one of these.
 */
export const FADED = -1;
export const LEFT_OUT = -2;

/**
 * The states of all features under a filter result, by their indices in the dataset, with the evidence behind it. What has no
 * claim has no age: it is drawn like what is fresh.
 */
export function featureStatesOf(
	{ claimCounts, chosen, faded }: Pick<FilterResult, 'claimCounts' | 'chosen' | 'faded'>,
	{ age, contested }: Pick<Evidence, 'age' | 'contested'>
): Int32Array {
	const states = new Int32Array(claimCounts.length);
	for (let number = 0; number < states.length; number++) {
		const count = claimCounts[number] ?? 0;
		if (chosen[number] !== 1) states[number] = faded[number] === 1 ? FADED : LEFT_OUT;
		else if (count > 0) states[number] = count * 8 + (age[number] ?? 0) * 2 + (contested[number] ?? 0);
	}
	return states;
}

/** The number of claims in a state; negative where the feature is faded or left out. */
export const claimsIn = (state: number): number => Math.floor(state / 8);

/** The age of the last claim in a state, as an index in `AGES`; 0 where there is none. */
export const ageIn = (state: number): number => (state < 0 ? 0 : (state >> 1) & 3);

/** True where a state tells of claims that contradict each other. */
export const isContestedIn = (state: number): boolean => state > 0 && (state & 1) === 1;

/** What of a state an area is painted by: all but the number of claims, which most filters change. */
export const paintedIn = (state: number): number => (state < 0 ? state : state & 7);

/** Whether the same features are left out under two filter results. */
export function leaveOutSame(states: Int32Array, others: Int32Array): boolean {
	return (
		states.length === others.length &&
		states.every((state, number) => (state === LEFT_OUT) === (others[number] === LEFT_OUT))
	);
}

/** The names of countries and the like that are on the map, for the basemap to leave to us. */
export function namedAreas({ symbols }: Pick<DrawnFeatures, 'symbols'>, states: Int32Array): string[] {
	return symbols
		.filter(({ number, fill }) => fill === 0 && (states[number] ?? LEFT_OUT) !== LEFT_OUT)
		.map(({ name }) => name);
}
