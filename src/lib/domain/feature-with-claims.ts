import type { Claim } from './claim';
import type { PlacedFeature } from './feature';

/** A feature that criteria choose, with those of its claims that match about this feature; none for a context feature. */
export interface FeatureWithClaims {
	feature: PlacedFeature;
	claims: Claim[];
}
