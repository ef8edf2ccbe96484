import type { Criteria } from './criteria';
import { isBounded, overlaps } from '$lib/domain/interval';
import type { OwnFeature } from '$lib/domain/own-feature';
import { meets } from '$lib/geometry/intersects-area';

/**
 * Whether criteria let a feature of a person's own file through: by where it is, and, in a file that has dates, by the
 * time that it is about, as they do with claims. What else criteria ask is of claims, which it has none of.
 */
export function ownMatches(
	feature: OwnFeature,
	{ bbox, area, happened, undated }: Pick<Criteria, 'bbox' | 'area' | 'happened' | 'undated'>,
	hasDates: boolean
): boolean {
	if (bbox && !meets(feature, bbox)) return false;
	if (area && !meets(feature, area)) return false;
	if (!hasDates) return true;
	if (undated && feature.when) return false;
	return !isBounded(happened) || (feature.when !== null && overlaps(happened, feature.when));
}
