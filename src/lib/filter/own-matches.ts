import type { OwnFeature } from '$lib/domain/own-feature';
import { leavesOf } from './clauses';
import type { Criteria } from './criteria';
import { type Leaf, testOf, UNKNOWN } from './leaf';

/**
 * What criteria ask of features of a person's own file: where they are, and the time that they are about. All else is
 * asked of claims, which such a feature has none of.
 */
export function ownLeaves(criteria: Criteria): Leaf[] {
	return leavesOf(criteria).filter(({ attribute }) => attribute === 'geometry' || attribute === 'happened');
}

/** A test of own features; where their file has no dates, the time lets them all through. */
export function ownTest(leaves: readonly Leaf[], hasDates: boolean): (feature: OwnFeature) => boolean {
	const test = testOf(leaves);
	return (feature) => test({ ...UNKNOWN, geometry: feature, happened: hasDates ? feature.when : undefined });
}
